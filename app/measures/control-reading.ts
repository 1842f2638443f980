import type { ChartLimits, ChartPoint } from '~/charts/run-chart-data';
import { sideOf } from '~/statistics/center';
import { standingOf } from '~/statistics/chart-choice';
import { type ControlChartInput, type ControlPhase, readControlChart } from '~/statistics/control-chart';
import { FEWEST_POINTS_TO_TEST } from '~/statistics/rule-sets';
import type { RunChartReading } from '~/statistics/run-chart';
import type { Signal } from '~/statistics/signals';
import { takesPart } from './baseline';
import type { ControlKind } from './chart-offer';

/** What the method line says of the newest phase. */
export interface ControlFigures {
  /** Of the newest point, in the unit; null without limits, and for times, whose limits are not even. */
  sigma: number | null;
  /** It is another for each point, as groups are larger or smaller. */
  sigmaVaries: boolean;
  /** σ_z of p′ and u′: 1 where the points vary as chance alone would have them. */
  overdispersion: number | null;
  screenedOut: number;
  /** Moving ranges take part in its σ, so that screening them is said. */
  hasRanges: boolean;
  /** Points that take part in the baseline of the newest phase. */
  points: number;
  standing: ReturnType<typeof standingOf>['standing'];
}

export interface ControlReading {
  points: ChartPoint[];
  limits: ChartLimits;
  reading: RunChartReading;
  figures: ControlFigures;
}

const byLimits = new Set<string>([
  'beyond limits',
  'two of three',
  'four of five',
  'close to the centre',
  'away from the centre',
]);
const withRanges = new Set<string>(['i', 'mr', 't', 'pprime', 'uprime', 'iprime']);

/**
 * A control chart in the terms in which charts are drawn and said. A phase whose baseline has fewer than 6 points has
 * no limits; a signal that is not going on is neither better nor worse, as on run charts.
 */
export function readControl(
  kind: ControlKind,
  drawn: readonly ChartPoint[],
  input: Omit<ControlChartInput, 'kind'>,
): ControlReading {
  const read = readControlChart({ ...input, kind });
  // Ranges and spreads are other numbers than those entered; means come from the values behind them.
  const isOther = kind === 'mr' || kind === 's' || kind === 'xbar';
  const points = drawn.map((point, i) =>
    isOther ? { ...point, value: read.values[i] ?? null, numerator: null, denominator: null } : { ...point },
  );
  const counts = read.phases.map(
    ({ start, baselineEnd }) => drawn.slice(start, baselineEnd + 1).filter(takesPart).length,
  );
  const standings = counts.map((count) => standingOf(count).standing);
  const phaseAt = (i: number) => read.phases.findIndex(({ start, end }) => i >= start && i <= end);
  const hasLimits = (phase: number) => standings[phase] !== 'not allowed';
  const limited = (line: (number | null)[]) => line.map((value, i) => (hasLimits(phaseAt(i)) ? value : null));
  const { centre, lower, upper } = read.lines;
  const limits: ChartLimits = {
    kind,
    centre: [...centre],
    lower: limited(lower),
    upper: limited(upper),
    centreWord: kind === 'g' ? 'Median' : 'Mean',
    isTrial: standings.at(-1) === 'trial',
    beyond: read.beyond.filter((i) => hasLimits(phaseAt(i))),
  };
  const signals = read.signals
    .filter(({ rule, phase }) => hasLimits(phase) || !byLimits.has(rule))
    .map((signal) => asOfNow(signal, points, read.phases[signal.phase] as ControlPhase));
  const reading: RunChartReading = {
    phases: read.phases.map(({ start, end, centre: middle, baselineEnd, useful }) => {
      return { start, end, centre: middle, baselineEnd, useful };
    }),
    signals,
    enough: (read.phases.at(-1)?.useful ?? 0) >= FEWEST_POINTS_TO_TEST,
  };
  const last = read.phases.at(-1);
  return {
    points,
    limits,
    reading,
    figures: {
      ...sigmaOf(kind, read.lines, points, hasLimits(read.phases.length - 1)),
      overdispersion: last?.overdispersion ?? null,
      screenedOut: last?.screenedOut ?? 0,
      hasRanges: withRanges.has(kind) && kind !== 'mr',
      points: counts.at(-1) ?? 0,
      standing: standings.at(-1) ?? 'not allowed',
    },
  };
}

/** From the third line to the second is one σ, on the side that is not cut off at 0 or 100 %. */
function sigmaOf(
  kind: ControlKind,
  { lower, upper, lowerWarning, upperWarning }: ReturnType<typeof readControlChart>['lines'],
  points: readonly ChartPoint[],
  hasLimits: boolean,
): Pick<ControlFigures, 'sigma' | 'sigmaVaries'> {
  const at = points.findLastIndex((point, i) => point.value !== null && upper[i] !== null);
  const gap = (a: number | null | undefined, b: number | null | undefined) =>
    a == null || b == null ? 0 : Math.abs(a - b);
  if (at < 0 || !hasLimits || kind === 't' || kind === 'mr') return { sigma: null, sigmaVaries: false };
  const sigma = Math.max(gap(upper[at], upperWarning[at]), gap(lower[at], lowerWarning[at]));
  const sigmaVaries = ['p', 'pprime', 'u', 'uprime', 'iprime', 'xbar', 's'].includes(kind);
  return { sigma: sigma > 0 ? sigma : null, sigmaVaries };
}

/** A signal that is not going on is neutral, and says why; so the run chart has it too. */
function asOfNow(signal: Signal, points: readonly ChartPoint[], phase: ControlPhase): Signal {
  const past = pastOf(signal, points, phase);
  return past === null ? signal : { ...signal, verdict: 'neutral', past };
}

function pastOf(
  { rule, points: members }: Signal,
  points: readonly ChartPoint[],
  { start, end, baselineEnd, centre }: ControlPhase,
): Signal['past'] | null {
  const first = members[0];
  const last = members.at(-1);
  if (first === undefined || last === undefined || centre === null) return null;
  const sideAt = (i: number) => sideOf((points[i] as ChartPoint).value as number, centre);
  const taking = (from: number, to: number) =>
    points.flatMap((point, i) => (i >= from && i <= to && takesPart(point) ? [i] : []));
  const later = taking(last + 1, end);
  if (later.length === 0) return null;
  if (rule === 'shift') {
    const isFirst = taking(start, first - 1).every((i) => sideAt(i) === 0);
    const isOwnCentre = baselineEnd === end;
    const useful = later.filter((i) => sideAt(i) !== 0);
    if (isOwnCentre && isFirst && useful.length > 0) return 'before';
    return useful.length > 0 ? 'ended' : null;
  }
  if (rule === 'trend') {
    const to = (points[last] as ChartPoint).value as number;
    return later.some((i) => sideOf((points[i] as ChartPoint).value as number, to) !== 0) ? 'ended' : null;
  }
  return 'ended';
}
