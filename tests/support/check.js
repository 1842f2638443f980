/**
 * Everything that is checked before a change may land: types, lint and format, architecture, unit and route
 * tests, build, journeys. Ends with the line "N passed, N failed".
 *
 *   node tests/support/check.js             what is installed is taken as it is
 *   node tests/support/check.js --install   installs what is missing first
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from '../../app/server/prepare.js';
import { findChromium, installChromium } from './chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const reports = path.join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

if (process.argv.includes('--install')) {
  installWhatIsMissing(root);
  installChromium();
}

/** @type {{ name: string, passed: number, failed: number, notRun: number }[]} */
const results = [];

/**
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string | undefined>} [environment]
 */
function run(command, words, environment = {}) {
  const isWindows = process.platform === 'win32';
  const local = path.join(root, 'node_modules/.bin', command);
  const result = spawnSync(existsSync(local) ? local : command, words, {
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, ...environment },
  });
  return result.status === 0;
}

/** @param {string} name @param {boolean} isFine */
const one = (name, isFine) =>
  results.push({ name, passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, notRun: 0 });

heading('Types');
one('types', run('tsc', []));

heading('Lint and format');
one('lint and format', run('biome', ['ci', '--config-path=.biome.json', '.']));

heading('Architecture, unit and route tests');
const unitReport = path.join(reports, 'unit.json');
const unitIsFine = run('vitest', [
  'run',
  '--config',
  'remix.config.js',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
count('unit and route tests', unitReport, unitIsFine, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  notRun: report.numPendingTests + report.numTodoTests,
}));

heading('Build');
const isBuilt = run('npm', ['run', '--silent', 'build'], { NODE_ENV: 'production' });
one('build', isBuilt);

heading('Journeys');
const journeyReport = path.join(reports, 'journeys.json');
if (!isBuilt) {
  one('journeys (nothing to try without a build)', false);
} else if (!findChromium()) {
  console.error(
    'No Chromium was found. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  );
  one('journeys (no Chromium)', false);
} else {
  const isFine = run('playwright', ['test', '-c', 'tests/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport,
    CHROMIUM_PATH: findChromium(),
  });
  count('journeys', journeyReport, isFine, (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    notRun: report.stats.skipped,
  }));
}

/**
 * @param {string} name
 * @param {string} file
 * @param {boolean} isFine
 * @param {(report: any) => { passed: number, failed: number, notRun: number }} read
 */
function count(name, file, isFine, read) {
  if (!existsSync(file)) return one(name, false);
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  // A runner may fail without a failed test: a file that does not load, an error outside a test.
  if (!isFine && counts.failed === 0) counts.failed = 1;
  results.push({ name, ...counts });
}

/** @param {string} words */
function heading(words) {
  console.log(`\n── ${words}`);
}

const sum = (/** @type {'passed' | 'failed' | 'notRun'} */ what) =>
  results.reduce((all, one) => all + one[what], 0);
console.log('');
for (const result of results) {
  const notRun = result.notRun > 0 ? `, ${result.notRun} not run` : '';
  console.log(
    `${result.failed === 0 ? 'ok  ' : 'FAIL'} ${result.name}: ${result.passed} passed, ${result.failed} failed${notRun}`,
  );
}
if (sum('notRun') > 0) {
  console.log(`\n${sum('notRun')} tests were not run: what they read (../shared) is not on this machine.`);
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
