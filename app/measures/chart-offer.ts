import { type ChartKind, chartKinds, type DataKind } from '#db/vocabulary';
import { type ChartChoice, chooseChart, type DataKind as StatisticalKind } from '~/statistics/chart-choice';
import { NumbersRefused } from '~/statistics/errors';
import { type Figures, plotFigures } from '~/statistics/plotted';
import type { Measure } from './measure';
import { type SeriesPoint, shownValue } from './series';

export type ControlKind = Exclude<ChartKind, 'run'>;

/** One chart that a person may choose, or may not: why, in words. */
export interface ChartOption {
  kind: ChartKind;
  isAllowed: boolean;
  /** What it is right for; where the data do not allow it, what it needs. */
  reason: string;
}

export interface ChartOffer extends Pick<ChartChoice, 'standing' | 'standingReason' | 'isRare'> {
  /** The control chart that the data ask for; null while they allow none. */
  control: ControlKind | null;
  /** Why that one. */
  reason: string;
  options: ChartOption[];
}

const statisticalKinds: Record<DataKind, StatisticalKind> = {
  proportion: 'proportion',
  count: 'count',
  rate: 'rate',
  mean: 'continuous',
  'time between': 'time between events',
};

const rightFor: Record<ChartKind, string> = {
  run: 'The line and its median. Right for everything, from the first point on.',
  i: 'Each number as it stands. Works for every kind of number.',
  mr: 'How far each number is from the one before. Read it beside an I chart.',
  p: 'Shares whose ups and downs are those of chance. Its range is narrow for large groups.',
  pprime: 'Shares, also of large groups. Its range widens where they vary more than chance alone.',
  u: 'Rates whose ups and downs are those of chance.',
  uprime: 'Rates, also of large exposures. Its range widens where they vary more than chance alone.',
  c: 'Counts of things that could happen about equally often each time.',
  g: 'How many, or how many days, between two rare events. Zeros are fine.',
  t: 'The time between two rare events, written finely enough not to repeat.',
  iprime: 'Shares or rates of groups of unequal size, each as it stands.',
  xbar: 'Averages, each of several values that are kept with it.',
  s: 'How far apart the values behind each average are.',
};

/** The charts of a measure: which one its data ask for, which others they allow, and what the rest would need. */
export function offerCharts(
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly SeriesPoint[],
): ChartOffer {
  const taking = points.filter((point) => point.ghostedAt === null && shownValue(measure, point) !== null);
  const choice = chooseChart({
    kind: statisticalKinds[measure.kind],
    values: taking.map((point) => shownValue(measure, point)),
    ...(hasCounts(measure, taking) ? countsOf(taking) : {}),
  });
  const { standing, standingReason, isRare } = choice;
  const hasRaw = hasSingleValues(taking);
  const options = chartKinds.map((kind): ChartOption => {
    const whyNot = kind === 'run' ? null : whyNotDrawn(kind, measure, taking, choice);
    return { kind, isAllowed: whyNot === null, reason: whyNot ?? rightFor[kind] };
  });
  const isAllowed = (kind: ControlKind) => options.some((one) => one.kind === kind && one.isAllowed);
  const asked = [
    ...(hasRaw ? (['xbar'] as const) : []),
    ...(choice.chart === null ? [] : [choice.chart]),
    ...choice.alternatives,
    ...(['pprime', 'uprime', 'c', 'i'] as const),
  ];
  const control = asked.find(isAllowed) ?? null;
  return { control, reason: reasonFor(control, choice), standing, standingReason, isRare, options };
}

function reasonFor(control: ControlKind | null, choice: ChartChoice): string {
  if (choice.isRare) return rareWords;
  if (control === null) return choice.standingReason;
  // Where counts are not charted as counts, that is what the numbers say.
  return control === 'i' && choice.alternatives.includes('c')
    ? 'These counts vary more, or less, than chance alone would have them, so that each is taken as it stands.'
    : rightFor[control];
}

/** What to do where a series mostly shows zeros. */
export const rareWords =
  'These events are rare: most numbers are 0 or close to it, and a chart of them says little. Keep a measure of the days between two events, and chart that: up is good there.';

function whyNotDrawn(
  kind: ControlKind,
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly SeriesPoint[],
  { standing, isRare }: ChartChoice,
): string | null {
  const needs = whatItNeeds(kind, measure, points);
  if (needs) return needs;
  if (standing === 'not allowed') {
    return `Limits need 6 points. ${points.length === 1 ? 'There is 1' : `There are ${points.length}`}.`;
  }
  if (isRare && (kind === 'i' || kind === 'mr')) {
    return 'Most numbers are 0, so that its limits would close on the line and every point would look unusual.';
  }
  return refusal(kind, controlFigures(kind, measure, points));
}

function whatItNeeds(
  kind: ControlKind,
  measure: Pick<Measure, 'kind'>,
  points: readonly SeriesPoint[],
): string | null {
  const is = (...kinds: DataKind[]) => kinds.includes(measure.kind);
  switch (kind) {
    case 'p':
    case 'pprime':
      return is('proportion')
        ? lacksCounts(measure, points)
        : 'It needs a share: so many out of so many, each counted once.';
    case 'u':
    case 'uprime':
      return is('rate') ? lacksCounts(measure, points) : 'It needs a rate, with what it is out of.';
    case 'iprime':
      return is('proportion', 'rate')
        ? lacksCounts(measure, points)
        : 'It needs a share or a rate, with both of its counts.';
    case 'c':
      return is('count') ? null : 'It needs counts of things.';
    case 'g':
    case 't':
      return is('time between') ? null : 'It needs how many, or how long, between two events.';
    case 'xbar':
    case 's':
      return hasSingleValues(points)
        ? null
        : 'It needs the single values behind each number, two or more of them.';
    case 'i':
    case 'mr':
      return null;
  }
}

function lacksCounts(measure: Pick<Measure, 'kind'>, points: readonly SeriesPoint[]): string | null {
  if (points.length === 0 || hasCounts(measure, points)) return null;
  const without = points.filter((point) => point.numerator === null || point.denominator === null).length;
  return `It needs both counts behind every point. ${without === 1 ? '1 has' : `${without} have`} a value only.`;
}

const hasCounts = ({ kind }: Pick<Measure, 'kind'>, points: readonly SeriesPoint[]) =>
  (kind === 'proportion' || kind === 'rate') &&
  points.length > 0 &&
  points.every(({ numerator, denominator }) => numerator !== null && denominator !== null);

const hasSingleValues = (points: readonly SeriesPoint[]) =>
  points.length > 0 && points.every(({ rawValues }) => (rawValues?.length ?? 0) >= 2);

const countsOf = (points: readonly Pick<SeriesPoint, 'numerator' | 'denominator'>[]) => ({
  numerators: points.map(({ numerator }) => numerator),
  denominators: points.map(({ denominator }) => denominator),
});

/** What a control chart of this kind is computed from, and the factor from there to what is shown. */
export function controlFigures(
  kind: ControlKind,
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly Pick<SeriesPoint, 'numerator' | 'denominator' | 'value' | 'rawValues'>[],
): Figures & { multiply: number } {
  switch (kind) {
    case 'p':
    case 'pprime':
    case 'u':
    case 'uprime':
    case 'iprime':
      return { ...countsOf(points), multiply: measure.kind === 'proportion' ? 100 : measure.ratePer };
    case 'xbar':
    case 's':
      return { subgroups: points.map(({ rawValues }) => rawValues ?? []), multiply: 1 };
    default:
      return { values: points.map((point) => shownValue(measure, point)), multiply: 1 };
  }
}

/** Numbers that a chart refuses, in its own words; null where it takes them. */
function refusal(kind: ControlKind, figures: Figures): string | null {
  try {
    plotFigures(kind, figures);
    return null;
  } catch (error) {
    if (!(error instanceof NumbersRefused)) throw error;
    return error.message;
  }
}
