/**
 * Requests a second, latency and processor time of pages, beside an empty Remix page and a bare database read in
 * the same run: five of the demo, a coach’s list and portfolio, and more of a network with 300,000 points (fill.js). Targets take turns; figures are medians over the rounds. Trust the ratio to the empty
 * page and the processor time; requests a second alone belong to the machine and the hour.
 *
 * And of a network of 70 communities with 53 indicators each, 1.07 million figures (fill-indicators.js): the scoreboard
 * and an indicator of one of them, as a member reads them, and how long the scoreboard takes when nothing is kept yet.
 *
 * And the evidence of 500 practices behind 30,000 cycles that 624 teams finished, on the 5,000 measures (fill-practices.js):
 * the practices page and one practice, and how long the page takes when nothing is worked out yet.
 *
 * Then what single searches among 30,000 cycles take, the page whole: the median query and the worst.
 *
 *   npm run bench            three rounds of three seconds
 *   npm run bench -- 5 10    five rounds of ten seconds
 *   npm run bench -- 3 3 indicator     only the pages whose names have this word, and the empty page
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import autocannon from 'autocannon';
import Sqlite from 'better-sqlite3';
import { buildWhatChanged, must } from '../../app/server/prepare.js';
import { fill, searches } from './fill.js';
import { fillIndicators } from './fill-indicators.js';
import { fillPractices } from './fill-practices.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const rounds = Number(process.argv[2] ?? 3);
const seconds = Number(process.argv[3] ?? 3);
const only = process.argv[4] ?? '';
const [ourPort, floorPort] = [4410, 4411];
const folder = mkdtempSync(path.join(tmpdir(), 'upcurve-bench-'));
const file = path.join(folder, 'upcurve.sqlite');

buildWhatChanged(root);
const floor = path.join(root, 'tests/bench/floor');
must(path.join(root, 'node_modules/.bin/remix'), ['vite:build', '-c', 'remix.config.js'], {
  cwd: floor,
  env: { NODE_ENV: 'production' },
  meaning: 'Building the floor',
});

/** @type {NodeJS.ProcessEnv} */
const environment = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' };
const ours = spawn('node', ['build/server/main.js', '--demo'], {
  env: { ...environment, PORT: String(ourPort), DATABASE_URL: `file:${file}` },
  stdio: ['ignore', 'ignore', 'inherit'],
});
await isUp(`http://localhost:${ourPort}/up`);
const floorBuild = pathToFileURL(path.join(floor, 'build/server/index.js')).href;
const theirs = spawn('node', [path.join(floor, 'server.js'), String(floorPort), file, floorBuild], {
  env: environment,
  stdio: ['ignore', 'ignore', 'inherit'],
});
await isUp(`http://127.0.0.1:${floorPort}/read`);

const sqlite = new Sqlite(file, { readonly: true });
/** @param {string} text */
const first = (text) => /** @type {string[]} */ (sqlite.prepare(text).raw().get());
const [measureTeam, measure] = first(
  'select m.team_id, m.id from measures m join measure_points p on p.measure_id = m.id group by m.id order by count(*) desc limit 1',
);
const [cycleTeam, cycle] = first(
  'select c.team_id, c.id from cycles c join cycle_decisions d on d.cycle_id = c.id order by c.starts_on desc limit 1',
);
const [indicator] = first(
  'select indicator_id from observations group by indicator_id order by count(*) desc limit 1',
);
const full = fill(file);
const library = fillPractices(file);
const filling = performance.now();
const national = fillIndicators(file);
const filled = performance.now() - filling;
const cookie = await signIn();
const coach = await signIn('renee@riverbend.example');
const [reader, editor] = [await signIn(national.member), await signIn(national.leader)];

const targets = [
  { name: 'empty Remix page', url: `http://127.0.0.1:${floorPort}/`, pid: theirs.pid },
  { name: 'bare database read', url: `http://127.0.0.1:${floorPort}/read`, pid: theirs.pid },
  { name: 'my work', url: at('/'), pid: ours.pid },
  { name: 'team', url: at(`/teams/${measureTeam}`), pid: ours.pid },
  { name: 'measure, run chart', url: at(`/teams/${measureTeam}/measures/${measure}`), pid: ours.pid },
  { name: 'cycle', url: at(`/teams/${cycleTeam}/cycles/${cycle}`), pid: ours.pid },
  { name: 'indicator, gap', url: at(`/indicators/${indicator}`), pid: ours.pid },
  {
    name: 'measure, 500 points',
    url: at(`/teams/${full.longTeam}/measures/${full.measure}`),
    pid: ours.pid,
  },
  { name: 'team, 8 charts of 60', url: at(`/teams/${full.team}`), pid: ours.pid },
  { name: 'search, 30,000 cycles', url: at('/search?q=text+family'), pid: ours.pid },
  { name: 'coach, 15 teams, 300 c.', url: at('/coaching'), pid: ours.pid, as: coach },
  { name: 'portfolio, 60 teams', url: at('/coaching/portfolio'), pid: ours.pid },
  { name: 'the same, as a list', url: at(`/teams/${full.team}/measures?scale=shared`), pid: ours.pid },
  { name: 'practices, 500', url: at('/practices'), pid: ours.pid },
  { name: 'practice', url: at(`/practices/${library.practice}`), pid: ours.pid },
  { name: 'practice, its working', url: at(`/practices/${library.practice}/working`), pid: ours.pid },
  { name: 'scoreboard, member', url: at('/indicators'), pid: ours.pid, as: reader },
  { name: 'scoreboard, leader', url: at('/indicators'), pid: ours.pid, as: editor },
  {
    name: 'indicator of 12 × 24',
    url: at(`/indicators/${national.indicator}`),
    pid: ours.pid,
    as: reader,
  },
]
  .filter(
    ({ name }, index) => index < 1 || name.includes(only) || (only === 'indicator' && name.includes('score')),
  )
  .map((target) => ({ ...target, rounds: /** @type {Round[]} */ ([]) }));

const firstTimes = await firstScoreboards();
const firstEvidence = await firstPractices();

/** @typedef {{ perSecond: number, p50: number, p97: number, cpu: number, kilobytes: number }} Round */

for (const target of targets) await measureOnce(target, 1);
for (let round = 0; round < rounds; round += 1) {
  for (const target of targets) target.rounds.push(await measureOnce(target, seconds));
}

/** @param {'perSecond' | 'p50' | 'p97' | 'cpu' | 'kilobytes'} what @param {Round[]} all */
const median = (what, all) =>
  all.map((one) => one[what]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const floorCpu = median('cpu', targets[0]?.rounds ?? []);
console.log(
  `\n10 connections, ${rounds} rounds of ${seconds} s, medians; load average ${loadavg()[0]?.toFixed(1)}\n`,
);
console.log('page                     req/s    p50 ms   p97.5 ms   CPU ms/req   × empty page   KB');
for (const { name, rounds: all } of targets) {
  const cpu = median('cpu', all);
  console.log(
    [
      name.padEnd(22),
      median('perSecond', all).toFixed(0).padStart(7),
      median('p50', all).toFixed(0).padStart(9),
      median('p97', all).toFixed(0).padStart(10),
      cpu.toFixed(2).padStart(12),
      (cpu / floorCpu).toFixed(2).padStart(14),
      median('kilobytes', all).toFixed(0).padStart(5),
    ].join(''),
  );
}
console.log(
  `\nscoreboard of 53 among ${national.figures.toLocaleString('en-US')} figures (written in ${(filled / 1000).toFixed(0)} s), one request: nothing kept ${firstTimes.cold.toFixed(0)} ms, kept ${firstTimes.kept.toFixed(0)} ms, one indicator changed ${firstTimes.changed.toFixed(0)} ms, as of a past day ${firstTimes.past.toFixed(0)} ms`,
);
console.log(
  `practices of ${library.cycles.toLocaleString('en-US')} cycles, one request: nothing worked out ${firstEvidence.cold.toFixed(0)} ms, worked out ${firstEvidence.kept.toFixed(0)} ms, one number changed ${firstEvidence.changed.toFixed(0)} ms`,
);
if (only === '') await tellSearches();
ours.kill('SIGTERM');
theirs.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** Each search one at a time, its best of five: what the query takes and not what else ran. */
async function tellSearches() {
  const took = [];
  for (const typed of searches) {
    const times = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const start = performance.now();
      const answer = await fetch(at(`/search?q=${encodeURIComponent(typed)}`), { headers: { cookie } });
      await answer.text();
      if (!answer.ok) throw new Error(`Searching ${typed} answered ${answer.status}.`);
      times.push(performance.now() - start);
    }
    took.push({ typed, ms: Math.min(...times) });
  }
  took.sort((a, b) => a.ms - b.ms);
  const [middle, worst] = [took[Math.floor(took.length / 2)], took.at(-1)];
  console.log(
    `\nsearch among 30,000 cycles, ${took.length} queries, the whole page: median ${middle?.ms.toFixed(0)} ms, worst ${worst?.ms.toFixed(0)} ms (“${worst?.typed}”)`,
  );
}

/** @param {string} place */
function at(place) {
  return `http://localhost:${ourPort}${place}`;
}

/** @param {{ url: string, pid: number | undefined, as?: string }} target @param {number} duration @returns {Promise<Round>} */
async function measureOnce(target, duration) {
  const before = processorTime(target.pid);
  const result = await autocannon({
    url: target.url,
    connections: 10,
    duration,
    headers: { cookie: target.as ?? cookie },
  });
  const after = processorTime(target.pid);
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${target.url} did not answer well: ${result.non2xx} refusals, ${result.errors} errors.`);
  }
  const total = result.requests.total;
  // On a busy machine a large page may not be answered once in the time given.
  if (total === 0 && duration < 60) return measureOnce(target, duration * 3);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    cpu: (after - before) / total,
    kilobytes: result.throughput.total / total / 1024,
  };
}

/** Milliseconds of processor time a process has used (user and system), from /proc; NaN where there is none. */
function processorTime(/** @type {number | undefined} */ pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** @param {string} url */
async function isUp(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not come up.`);
}

/** One request each: with nothing in memory, with everything, after one figure was changed, and of a past day. */
async function firstScoreboards() {
  /** @param {string} [search] */
  const ask = async (search = '') => {
    const start = performance.now();
    const answer = await fetch(at(`/indicators${search}`), { headers: { cookie: reader } });
    await answer.text();
    if (!answer.ok) throw new Error(`The scoreboard answered ${answer.status}.`);
    return performance.now() - start;
  };
  const cold = await ask();
  const kept = Math.min(await ask(), await ask(), await ask());
  const writer = new Sqlite(file);
  writer.pragma('busy_timeout = 10000');
  writer
    .prepare(
      'update observations set numerator = numerator - 1 where indicator_id = ? and subgroup_id is null',
    )
    .run(national.indicator);
  writer.close();
  const changed = await ask();
  const yesterday = new Date(Date.now() - 48 * 3_600_000).toISOString().slice(0, 10);
  const past = Math.min(await ask(`?on=${yesterday}`), await ask(`?on=${yesterday}`));
  return { cold, kept, changed, past };
}

/** The practices page with no verdict worked out, with all, and after one number of a measure was changed. */
async function firstPractices() {
  const ask = async () => {
    const start = performance.now();
    const answer = await fetch(at('/practices'), { headers: { cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`The practices answered ${answer.status}.`);
    return performance.now() - start;
  };
  const cold = await ask();
  const kept = Math.min(await ask(), await ask(), await ask());
  const writer = new Sqlite(file);
  writer.pragma('busy_timeout = 10000');
  writer
    .prepare('update measure_points set numerator = numerator - 1 where measure_id = ?')
    .run(library.measure);
  writer.close();
  return { cold, kept, changed: await ask() };
}

/** @param {string} [email] whoever is not of the demo has its password too */
async function signIn(email) {
  const { demoAccounts } = await importDemo();
  const account = demoAccounts.find((one) => /admin/i.test(one.what)) ?? demoAccounts[0];
  if (!account) throw new Error('The demo has no account to sign in with.');
  const answer = await fetch(at('/sign-in'), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: email ?? account.email, password: account.password }),
  });
  const kept = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (answer.status !== 302) throw new Error(`Signing in answered ${answer.status}.`);
  return kept.join('; ');
}

/** @returns {Promise<{ demoAccounts: { email: string, password: string, what: string }[] }>} */
async function importDemo() {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport('../../db/seed.ts', import.meta.url);
}
