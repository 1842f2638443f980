import type { Direction } from '#db/vocabulary';
import { formatValue } from '~/charts/figures';
import type { Unit } from '~/charts/run-chart-data';
import {
  estimateTrend,
  lastFiveYears,
  proportionTrend,
  rateTrend,
  type TrendDirection,
  YEARS_TESTED,
} from '~/statistics/annual-trend';
import { NumbersRefused } from '~/statistics/errors';
import { FEWEST_FOR_FORECAST, forecastLine } from '~/statistics/forecast';
import type { Interval } from '~/statistics/gaps';
import { Z90_ACS } from '~/statistics/normal';
import { type Cell, type Figure, isFigure, type Measured } from './cells';
import { type Calendar, periodsLater } from './periods';
import type { Overall, Rule } from './reading';

/* Where a yearly series is heading: a trend test over the last five years, and what comes if nothing changes. */

/** "2025–26: 720 of 1,200." of the newest figure; empty where no counts stand behind it. */
export function countsSentence({ all, latest }: Pick<Overall, 'all' | 'latest'>): string {
  const cell = latest ? all.cells[latest.index] : null;
  if (!latest || !isFigure(cell) || !cell.counts) return '';
  const say = (count: number) => count.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return `${latest.label}: ${say(cell.counts.count)} of ${say(cell.counts.of)}.`;
}

export interface Trend {
  name: string;
  /** null: it was not tested. */
  direction: TrendDirection | null;
  /** Whether it goes the good way; null where nothing was found, or neither way is better. */
  isGood: boolean | null;
  sentence: string;
}

/** The trend of one group's figures, or why it is not tested. `since`: the first period of the newest definition. */
export function trendOf(
  { name, cells }: { name: string; cells: readonly (Cell | null)[] },
  labels: readonly string[],
  measured: Measured & { direction: Direction },
  since = 0,
): Trend {
  const untested = (why: string): Trend => ({
    name,
    direction: null,
    isGood: null,
    sentence: `${name}: ${why}`,
  });
  const own = cells.slice(since);
  const five = lastFiveYears(own.map(isFigure));
  if (!five) {
    const years = own.filter(isFigure).length;
    if (years >= YEARS_TESTED)
      return untested('no trend test, because the last five years do not all have a figure.');
    return untested(
      `no trend test, because it needs five years with figures; there ${years === 1 ? 'is' : 'are'} ${years}${since > 0 ? ` since ${labels[since]}, when what is counted changed` : ''}.`,
    );
  }
  const figures = five.map((index) => own[index] as Figure);
  const direction = testedTrend(figures, measured);
  if (direction === null) {
    return untested(
      measured.unit === 'percent'
        ? 'no trend test, because only percentages exist, not counts.'
        : 'no trend test, because only values exist, not counts.',
    );
  }
  const span = `${labels[since + (five[0] as number)]} to ${labels[since + (five.at(-1) as number)]}`;
  if (direction === 'no significant trend') {
    return {
      name,
      direction,
      isGood: null,
      sentence: `${name}: no steady rise or fall from ${span}. The ups and downs could be chance.`,
    };
  }
  const isRising = direction === 'increasing';
  const isGood = measured.direction === 'neither' ? null : isRising === (measured.direction === 'higher');
  return {
    name,
    direction,
    isGood,
    sentence: `${name}: a steady ${isRising ? 'rise' : 'fall'} from ${span}, beyond chance.`,
  };
}

/** One method for each kind of figure (statistics.md, § 6); null where none of them can be used. */
function testedTrend(figures: readonly Figure[], { unit }: Measured): TrendDirection | null {
  const shares = figures.flatMap(({ counts }) => counts ?? []);
  try {
    if (shares.length === figures.length && unit === 'percent') return proportionTrend(shares).direction;
    if (shares.length === figures.length && unit === 'rate') return rateTrend(shares).direction;
    const estimates = figures.flatMap(({ value, margin }) =>
      margin === null || margin <= 0 ? [] : [{ estimate: value, standardError: margin / Z90_ACS }],
    );
    return estimates.length === figures.length ? estimateTrend(estimates).direction : null;
  } catch (error) {
    // Figures that are no proportions, such as 12 of 10, were published so: they cannot be tested.
    if (error instanceof NumbersRefused) return null;
    throw error;
  }
}

export interface Ahead extends Interval {
  label: string;
}

export interface Outlook {
  /** Figures the line goes through. */
  years: number;
  /** The index of the newest figure. */
  from: number;
  ahead: Ahead[];
  sentence: string;
}

/** As far ahead as a line is drawn, and where there is no target year. */
const FARTHEST = 5;
const USUAL = 3;

/**
 * "If nothing changes": the range for each year up to the target's, five at most. null where fewer than five figures
 * stand since the definition last changed.
 */
export function outlookOf(
  { all, periods, unit }: Pick<Overall, 'all' | 'periods' | 'unit'>,
  rule: Rule,
  calendar: Calendar,
  since = 0,
): Outlook | null {
  const points = all.cells.flatMap((cell, x) => (x >= since && isFigure(cell) ? [{ x, y: cell.value }] : []));
  const from = points.at(-1)?.x;
  const last = from === undefined ? undefined : periods[from];
  if (points.length < FEWEST_FOR_FORECAST || from === undefined || !last) return null;
  const wanted = rule.targetPeriod === null ? USUAL : Number(rule.targetPeriod.slice(0, 4)) - last.start;
  const steps = wanted < 1 ? USUAL : Math.min(FARTHEST, wanted);
  const told = forecastLine(
    points,
    Array.from({ length: steps }, (_, step) => from + 1 + step),
  );
  if (!told) return null;
  const ahead = told.at.map(({ low, high }, step) => ({
    label: periodsLater(last, step + 1, calendar).label,
    low: possible(low, rule),
    high: possible(high, rule),
  }));
  return { years: points.length, from, ahead, sentence: outlookSentence(ahead, points.length, unit, rule) };
}

/** A share is from 0 to 100, and nothing that is counted is below 0. */
function possible(value: number, { unit }: Measured): number {
  if (unit === 'mean' || unit === 'money') return value;
  return unit === 'percent' ? Math.min(100, Math.max(0, value)) : Math.max(0, value);
}

function outlookSentence(ahead: readonly Ahead[], years: number, unit: Unit, rule: Rule): string {
  const { label, low, high } = ahead.at(-1) as Ahead;
  const say = (value: number) => formatValue(value, unit);
  const [from, to] = [say(low), say(high)];
  const range = from === to ? `about ${from}` : `between ${from} and ${to}`;
  const told = `If nothing changes, ${range} in ${label}: the line through the last ${years} figures goes on, and 8 of 10 such years would lie in this range.`;
  return [told, targetWords({ low, high }, say, rule)].filter(Boolean).join(' ');
}

function targetWords(
  { low, high }: Interval,
  say: (value: number) => string,
  { target, direction }: Rule,
): string {
  if (target === null) return '';
  const words = `The target of ${say(target)}`;
  if (target >= low && target <= high) return `${words} lies inside it.`;
  if (direction === 'neither') return `${words} lies outside it.`;
  const isReached = direction === 'higher' ? target < low : target > high;
  return isReached ? `${words} would be passed.` : `${words} would not be reached.`;
}
