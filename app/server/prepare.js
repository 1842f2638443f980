import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs a command with its output on ours; ends the program with a sentence where it fails.
 * @param {string} command
 * @param {string[]} words
 * @param {{ cwd: string, env?: Record<string, string | undefined>, meaning: string }} how
 */
export function must(command, words, { cwd, env, meaning }) {
  const isWindows = process.platform === 'win32';
  const result = spawnSync(command, words, {
    cwd,
    env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, ...env }),
    stdio: 'inherit',
    shell: isWindows,
  });
  if (result.status === 0) return;
  console.error(`\n${meaning} did not work (${command} ${words.join(' ')}).`);
  process.exit(result.status ?? 1);
}

/** @param {string} file */
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * Installs the packages of the lock file where they are missing or older than it.
 * @param {string} root
 */
export function installWhatIsMissing(root) {
  const stamp = path.join(root, 'node_modules/.upcurve-installed');
  const wanted = `${hashOf(path.join(root, 'package-lock.json'))} ${process.version} ${process.platform} ${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what Upcurve needs. The first time this takes a few minutes.');
  must('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, meaning: 'Installing' });
  writeFileSync(stamp, wanted);
}

const sources = [
  'app',
  'db',
  'public',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
];

/**
 * Builds where a source is newer than the last build.
 * @param {string} root
 */
export function buildWhatChanged(root) {
  const stamp = path.join(root, 'build/made-from');
  const wanted = String(Math.max(...sources.map((name) => newest(path.join(root, name)))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  build(root);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** @param {string} root */
export function build(root) {
  console.log('Building Upcurve.');
  must('npm', ['run', '--silent', 'build'], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    meaning: 'Building',
  });
}

/**
 * When the newest file at or under a place was changed, in milliseconds.
 * @param {string} place
 * @returns {number}
 */
function newest(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return Math.floor(stat.mtimeMs);
  const names = readdirSync(place);
  return Math.max(Math.floor(stat.mtimeMs), ...names.map((name) => newest(path.join(place, name))));
}
