/**
 * What a page of charts costs: 1,000 series of 36 points by each kind of chart with its rules, one series of 100,000,
 * and how cost grows with the number of points. Targets take turns; figures are medians over the rounds.
 *
 *   npm run bench:statistics         21 rounds
 *   npm run bench:statistics -- 51   more of them, where the machine is shared
 */
import { readControlChart } from '../../app/statistics/control-chart';
import { readRunChart } from '../../app/statistics/run-chart';
import { normalNoise, seeded } from '../statistics/noise';

interface Figures {
  values: number[];
  numerators: number[];
  denominators: number[];
}

const rounds = Number(process.argv[2] ?? 21);
const uniform = seeded(36);
const noise = normalNoise(uniform);

function figures(count: number): Figures {
  const denominators = Array.from({ length: count }, () => 40 + Math.floor(uniform() * 40));
  const numerators = denominators.map((of) =>
    Math.round(of * Math.min(1, Math.max(0, 0.4 + 0.08 * noise()))),
  );
  return { values: Array.from({ length: count }, () => 50 + 10 * noise()), numerators, denominators };
}

/** The sum of what is read keeps the work from being left out as unused. */
let read = 0;
const charts = {
  'run with rules': ({ values }: Figures) => readRunChart({ values, better: 'up' }).signals.length,
  'i with rules': ({ values }: Figures) =>
    readControlChart({ kind: 'i', values, better: 'up' }).signals.length,
  'p′ with rules': ({ numerators, denominators }: Figures) =>
    readControlChart({ kind: 'pprime', numerators, denominators, better: 'up' }).signals.length,
};

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

/** Medians of several kinds of work that take turns, so that what else the machine does falls on all alike. */
function compare(works: (() => void)[], times: number): number[] {
  const taken: number[][] = works.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [which, work] of works.entries()) taken[which]?.push(milliseconds(work));
  }
  return taken.map(median);
}

const names = Object.keys(charts) as (keyof typeof charts)[];
const head = (first: string, columns: string[]) =>
  console.log(`\n${first.padEnd(26)}${columns.map((column) => column.padStart(16)).join('')}`);
const row = (first: string, cells: number[], digits: number) =>
  console.log(`${first.padEnd(26)}${cells.map((cell) => cell.toFixed(digits).padStart(16)).join('')}`);

console.log(`Milliseconds, medians of ${rounds} rounds, Node ${process.version}`);
const thousand = Array.from({ length: 1000 }, () => figures(36));
const overAll = names.map((name) => () => {
  for (const one of thousand) read += charts[name](one);
});
compare(overAll, 3); // what a server has compiled long before
head('', names);
row('1,000 series × 36', compare(overAll, rounds), 2);

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const grown = sizes.map((size) => ({ size, of: figures(size) }));
const perPoint: [size: number, cells: number[]][] = [];
for (const { size, of } of grown) {
  // The small ones are repeated within a round: one alone is too short for the clock.
  const repeats = Math.max(1, 20_000 / size);
  const works = names.map((name) => () => {
    for (let i = 0; i < repeats; i++) read += charts[name](of);
  });
  const taken = compare(works, size > 100_000 ? Math.min(rounds, 7) : rounds).map((time) => time / repeats);
  row(`1 series × ${size.toLocaleString('en-US')}`, taken, 2);
  perPoint.push([size, taken.map((time) => (time * 1e6) / size)]);
}
head('Nanoseconds a point', names);
for (const [size, cells] of perPoint) row(`${size.toLocaleString('en-US')} points`, cells, 0);
console.log(`\n(${read} signals)`);
