import type { LedgerMeasure, LedgerPoint, LedgerUse } from './ledger';

/* Hand-made ledgers: weekly series about a change on one day, of which each word says what they do. */

export const CHANGE = '2026-03-02';
const DAY = 86_400_000;

/** The Monday so many weeks from the change. */
export const week = (weeks: number) =>
  new Date(Date.parse(`${CHANGE}T00:00:00Z`) + weeks * 7 * DAY).toISOString().slice(0, 10);

type Number = number | [numerator: number, denominator: number] | null;

const pointOf = (date: string, number: Number): LedgerPoint =>
  Array.isArray(number) ? { date, numerator: number[0], denominator: number[1] } : { date, value: number };

/** Points that end the week before the change, and points that begin on its day. */
export const around = (before: Number[], after: Number[]): LedgerPoint[] => [
  ...before.map((number, i) => pointOf(week(i - before.length), number)),
  ...after.map((number, i) => pointOf(week(i), number)),
];

/** About a median of 5. */
export const steady = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 4 : 6));
export const high = (count: number) =>
  Array.from({ length: count }, (_, i) => [7, 8, 7, 9, 8, 7][i % 6] as number);
export const low = (count: number) =>
  Array.from({ length: count }, (_, i) => [3, 2, 3, 1, 2, 3][i % 6] as number);
/** A run of seven above and one of seven below, each far from the baseline of few points. */
export const bothWays = [...high(12), ...low(12)];

let measures = 0;

export function aSeries(points: LedgerPoint[], some: Partial<LedgerMeasure> = {}): LedgerMeasure {
  return {
    id: `measure ${++measures}`,
    type: 'outcome',
    direction: 'higher',
    kind: 'value',
    points,
    ...some,
  };
}

export const gain = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(10), high(6)), some);
export const harm = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(10), low(6)), some);
export const noSignal = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(10), steady(6)), some);
export const early = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(10), high(5)), some);
export const observed = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(7), high(9)), some);
/** Twelve points after, all of them good. */
export const keptGain = (some: Partial<LedgerMeasure> = {}) => aSeries(around(steady(10), high(12)), some);

/** Shares on both sides, three points each. */
export const shares = (
  before: [number, number][],
  after: [number, number][],
  some: Partial<LedgerMeasure> = {},
) => aSeries(around(before, after), { kind: 'proportion', ...some });

/** A team's one finished cycle, at a fidelity of 1. */
export function aUse(team: string, measures: LedgerMeasure[], some: Partial<LedgerUse> = {}): LedgerUse {
  return {
    team,
    partner: `home of ${team}`,
    fidelity: 1,
    changeDate: CHANGE,
    finishedCycles: 1,
    measures,
    ...some,
  };
}

/** So many teams, each with a measure of its own. */
export const teamsWith = (
  count: number,
  measure: () => LedgerMeasure,
  some: Partial<LedgerUse> = {},
  name = 'team',
): LedgerUse[] => Array.from({ length: count }, (_, i) => aUse(`${name} ${i + 1}`, [measure()], some));
