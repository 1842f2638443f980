// Which chart for which data, and from how many points (statistics.md § 5).
import { mean, median, sum } from './center';
import type { ChartKind } from './plotted';

/** The kinds of data a measure may hold (product.md § 4), and published estimates with a margin of error. */
export type DataKind =
  | 'count'
  | 'proportion'
  | 'rate'
  | 'continuous'
  | 'time between events'
  | 'published estimate';

export interface MeasureFigures {
  kind: DataKind;
  /** plotted values; null where missing */
  values: readonly (number | null)[];
  /** counts behind them, where stored */
  numerators?: readonly (number | null)[];
  denominators?: readonly (number | null)[];
}

/** Whether limits may be drawn, by the number of points behind them. */
export type Standing = 'not allowed' | 'trial' | 'provisional' | 'firm';

export interface ChartChoice {
  /** null where the data carry no control chart */
  chart: Exclude<ChartKind, 'run'> | null;
  /** in words, for the method line */
  reason: string;
  standing: Standing;
  standingReason: string;
  /** charts a person may choose instead */
  alternatives: Exclude<ChartKind, 'run'>[];
  /** too many zeros: a list of events and the time between them say more than this series */
  isRare: boolean;
}

const TRIAL_FROM = 6; // § 6: trial limits may be switched on, dashed; Wheeler's "useful limits" from 5–6
const LIMITS_FROM = 12; // § 0; NHSRplotthedots warns below 12
const FIRM_FROM = 20; // § 0; Provost & Murray, 20–30
const FEWEST_EXPECTED = 1.5; // § 5: fewer than about 1–2 events a point is rare (our cut-off)
const SMALL_COUNT = 5; // mean events a point up to which the Poisson spread alone is believed (our cut-off)
const STEADY = 0.25; // exposures within ± 25 % of their mean are steady (Montgomery § 7.3.2)
const CLEARLY = 2.576; // two-sided 99 % of the normal

/** Whether limits may rest on `points` plotted points. */
export function standingOf(points: number): { standing: Standing; standingReason: string } {
  if (points < TRIAL_FROM) {
    return { standing: 'not allowed', standingReason: `${points} points: no limits below ${TRIAL_FROM}.` };
  }
  if (points < LIMITS_FROM) {
    const reason = `${points} points: trial limits only, dashed; the usual ones begin at ${LIMITS_FROM}.`;
    return { standing: 'trial', standingReason: reason };
  }
  if (points < FIRM_FROM) {
    return {
      standing: 'provisional',
      standingReason: `${points} points: limits are firm from ${FIRM_FROM}.`,
    };
  }
  return { standing: 'firm', standingReason: `${points} points: limits are firm.` };
}

/** The control chart to offer beside the run chart, with its reason. */
export function chooseChart(figures: MeasureFigures): ChartChoice {
  const present = figures.values.filter((value) => value !== null);
  const standing = standingOf(present.length);
  const choice = (
    chart: ChartChoice['chart'],
    reason: string,
    alternatives: ChartChoice['alternatives'] = [],
    isRare = false,
  ): ChartChoice => ({ chart, reason, ...standing, alternatives, isRare });
  const { kind, denominators, numerators } = figures;
  const exposures = (denominators ?? []).filter((value) => value !== null);
  const hasDenominators = exposures.length > 0;
  if (kind === 'published estimate') {
    return choice(null, 'Estimates with a margin of error: compare intervals and test the last five years.');
  }
  if (kind === 'time between events') return chooseBetweenEvents(present, choice);
  const counts = (numerators ?? (kind === 'count' ? figures.values : [])).filter((value) => value !== null);
  if (kind !== 'continuous' && isRareSeries(present, counts)) {
    const reason =
      'Events are rare: chart the opportunities or days between them; this series mostly shows zeros.';
    return choice('g', reason, ['t'], true);
  }
  if (kind === 'proportion') {
    return hasDenominators
      ? choice(
          'pprime',
          'A proportion with denominators: p′, which equals p where chance alone is at work.',
          ['p', 'i'],
        )
      : choice('i', 'A proportion without denominators: each value as it stands.');
  }
  if (kind === 'rate') {
    if (!hasDenominators) return choice('i', 'A rate without exposures: each value as it stands.');
    return (mean(counts) ?? 0) <= SMALL_COUNT && isSteady(exposures)
      ? choice('u', 'A rate of small counts over steady exposures: u.', ['uprime', 'i'])
      : choice('uprime', 'A rate with exposures: u′, which equals u where chance alone is at work.', [
          'u',
          'i',
        ]);
  }
  if (kind === 'count') {
    return isPoissonLike(present)
      ? choice('c', 'A count over steady opportunity: c.', ['i'])
      : choice('i', 'A count whose variance is clearly not its mean: each value as it stands.', ['c']);
  }
  return choice('i', 'A measurement: each value as it stands (XmR).', ['mr']);
}

type Choose = (
  chart: ChartChoice['chart'],
  reason: string,
  alternatives?: ChartChoice['alternatives'],
) => ChartChoice;

function chooseBetweenEvents(present: readonly number[], choice: Choose): ChartChoice {
  const isFine =
    present.length > 0 && present.every((value) => value > 0) && new Set(present).size === present.length;
  return isFine
    ? choice('t', 'Times between events, recorded finely enough not to repeat: t.', ['g', 'i'])
    : choice('g', 'Opportunities or days between events, zeros allowed: g.', ['t']);
}

/** A median of zero (as wherever more than half are), or fewer events a point than our cut-off. */
function isRareSeries(present: readonly number[], counts: readonly number[]): boolean {
  if (present.length === 0) return false;
  const expected = mean(counts);
  return median(present) === 0 || (expected !== null && expected < FEWEST_EXPECTED);
}

function isSteady(exposures: readonly number[]): boolean {
  const middle = mean(exposures) ?? 0;
  return exposures.every((exposure) => Math.abs(exposure - middle) <= STEADY * middle);
}

/** Whether the index of dispersion leaves open that the variance is the mean; counts are not rare. Source: Fisher 1950, Biometrics 6:17. */
function isPoissonLike(counts: readonly number[]): boolean {
  if (counts.length < 2) return true;
  if (counts.some((count) => count < 0 || !Number.isInteger(count))) return false;
  const middle = mean(counts) as number;
  const dispersion = sum(counts.map((count) => (count - middle) ** 2)) / middle;
  const z = Math.sqrt(2 * dispersion) - Math.sqrt(2 * (counts.length - 1) - 1);
  return Math.abs(z) <= CLEARLY;
}
