// From what is stored to what is plotted: missing points, ratios, subgroups, and the numbers a chart refuses.
import { mean, sum } from './center';
import { NumbersRefused, namePoints, type RefusalReason } from './errors';

export type ChartKind =
  | 'run'
  | 'i'
  | 'mr'
  | 'p'
  | 'pprime'
  | 'u'
  | 'uprime'
  | 'c'
  | 'g'
  | 't'
  | 'xbar'
  | 's'
  | 'iprime';

type Column = readonly (number | null)[];

/** The figures behind a chart in time order: values, or counts with what they are out of, or raw subgroups. */
export interface Figures {
  values?: Column | undefined;
  numerators?: Column | undefined;
  denominators?: Column | undefined;
  subgroups?: readonly Column[] | undefined;
}

/** What is plotted, with what each point rests on. NaN marks a missing point (inside this folder only). */
export interface Plotted {
  values: Float64Array;
  /** x of x/n, or the values themselves */
  numerators: Float64Array;
  /** n of x/n, the subgroup's size, or 1 */
  sizes: Float64Array;
  /** standard deviation within the subgroup; empty without subgroups */
  deviations: Float64Array;
}

const LARGEST = 1e100; // beyond it squares and products would overflow; no measure comes near
const SMALLEST_DENOMINATOR = 1e-100; // likewise for quotients

/**
 * The plotted values of a chart. A point without a value, numerator or denominator, or with denominator 0, is missing.
 * Throws NumbersRefused for what cannot be: a part above its whole (p, p′), negative counts (p, p′, u, u′, c, g), times
 * not above zero (t), negative denominators, numbers beyond 10¹⁰⁰. Source: statistics.md § 1.1.
 */
export function plotFigures(kind: ChartKind, figures: Figures): Plotted {
  const plotted = figures.subgroups
    ? plotSubgroups(kind, figures.subgroups)
    : figures.numerators
      ? plotRatios(figures.numerators, figures.denominators ?? [])
      : plotValues(figures.values ?? []);
  refuseImpossible(kind, plotted, figures.numerators !== undefined);
  return plotted;
}

/** The factor a chart is shown by; throws NumbersRefused where it would carry figures out of range. */
export function multiplierOf(multiply: number | undefined): number {
  const factor = multiply ?? 1;
  if (Math.abs(factor) <= LARGEST) return factor;
  throw new NumbersRefused('out of range', `A chart cannot be multiplied by ${factor}.`, []);
}

function plotValues(column: Column): Plotted {
  const values = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) values[i] = column[i] ?? Number.NaN;
  return {
    values,
    numerators: values,
    sizes: new Float64Array(column.length).fill(1),
    deviations: new Float64Array(0),
  };
}

function plotRatios(numerators: Column, denominators: Column): Plotted {
  if (numerators.length !== denominators.length) {
    const sentence = `${numerators.length} numerators and ${denominators.length} denominators do not belong together.`;
    throw new NumbersRefused('lengths differ', sentence, []);
  }
  const count = numerators.length;
  const values = new Float64Array(count);
  const tops = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const top = numerators[i] ?? Number.NaN;
    const size = denominators[i] ?? Number.NaN;
    const isMissing = size === 0 || Number.isNaN(top) || Number.isNaN(size);
    tops[i] = isMissing ? Number.NaN : top;
    sizes[i] = isMissing ? Number.NaN : size;
    values[i] = isMissing ? Number.NaN : top / size;
  }
  return { values, numerators: tops, sizes, deviations: new Float64Array(0) };
}

function plotSubgroups(kind: ChartKind, subgroups: readonly Column[]): Plotted {
  const count = subgroups.length;
  const means = new Float64Array(count);
  const sizes = new Float64Array(count);
  const deviations = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const present = (subgroups[i] as Column).filter((value) => value !== null);
    refuse(
      present.some((value) => !(Math.abs(value) <= LARGEST)) ? [i] : [],
      'out of range',
      'a number beyond 10¹⁰⁰',
    );
    const middle = mean(present) ?? Number.NaN;
    means[i] = middle;
    sizes[i] = present.length === 0 ? Number.NaN : present.length;
    // Of one value or none there is no deviation: 0 ÷ 0.
    const squares = present.map((value) => (value - middle) ** 2);
    deviations[i] = Math.sqrt(sum(squares) / Math.max(0, present.length - 1));
  }
  return { values: kind === 's' ? deviations : means, numerators: means, sizes, deviations };
}

function refuseImpossible(
  kind: ChartKind,
  { values, numerators, sizes }: Plotted,
  hasDenominators: boolean,
): void {
  const where = (isWrong: (i: number) => boolean) => {
    let wrong: number[] | null = null;
    for (let i = 0; i < values.length; i++) {
      if (isWrong(i)) {
        wrong ??= [];
        wrong.push(i);
      }
    }
    return wrong ?? [];
  };
  refuse(
    where((i) => Math.abs(numerators[i] as number) > LARGEST || (sizes[i] as number) > LARGEST),
    'out of range',
    'a number beyond 10¹⁰⁰',
  );
  if (hasDenominators) {
    refuse(
      where((i) => (sizes[i] as number) < 0),
      'negative denominator',
      'a denominator below 0',
    );
    refuse(
      where((i) => (sizes[i] as number) < SMALLEST_DENOMINATOR),
      'out of range',
      'a denominator next to nothing',
    );
  }
  const isProportion = kind === 'p' || kind === 'pprime';
  if (isProportion || kind === 'u' || kind === 'uprime' || kind === 'c' || kind === 'g') {
    refuse(
      where((i) => (numerators[i] as number) < 0),
      'negative count',
      'a count below 0',
    );
  }
  if (isProportion && hasDenominators) {
    const wrong = where((i) => (numerators[i] as number) > (sizes[i] as number));
    refuse(wrong, 'numerator above denominator', 'a numerator above the denominator');
  } else if (isProportion) {
    refuse(
      where((i) => (values[i] as number) > 1),
      'numerator above denominator',
      'a proportion above 1',
    );
  }
  if (kind === 't') {
    const wrong = where((i) => (values[i] as number) <= 0);
    const advice = 'zero time between events: record times more finely (in hours) or use a g chart';
    refuse(
      wrong,
      'times must be above zero',
      wrong.every((i) => values[i] === 0) ? advice : 'a time not above zero',
    );
  }
}

function refuse(points: readonly number[], reason: RefusalReason, what: string): void {
  if (points.length === 0) return;
  const named = namePoints(points);
  throw new NumbersRefused(
    reason,
    `${named.charAt(0).toUpperCase()}${named.slice(1)} ${points.length === 1 ? 'has' : 'have'} ${what}.`,
    points,
  );
}
