import type { RuleSet } from '#db/vocabulary';
import type { RunChartData } from '~/charts/run-chart-data';
import { sharedScale } from '~/charts/shared-scale';
import type { ReadingInWords } from '~/charts/words';
import { plural } from '~/ui/words';
import { hiddenWords } from './masking';
import type { Measure } from './measure';
import { type Calendar, periodLabel, periodNoun } from './periods';
import { type ReadingOptions, readMeasure, type TestedCycle } from './reading';
import { type SeriesPoint, shownValue, unitOf, valueWords } from './series';

/** What the whole is called beside its groups. */
export const wholeName = 'All together';

export interface GroupChart {
  /** Empty for the whole. */
  group: string;
  name: string;
  /** Null where there is no number that this reader may see. */
  chart: RunChartData | null;
  words: ReadingInWords;
  /** "3 weeks are hidden: fewer than 10"; why there is no chart. May be empty. */
  note: string;
}

export interface GroupRow {
  label: string;
  start: string;
  /** One a group, in the order of the charts. */
  cells: string[];
}

/** The groups of a measure in their order: the whole first, then as defined, then those that were taken out since. */
export function groupNames(
  { strata }: Pick<Measure, 'strata'>,
  groups: ReadonlyMap<string, unknown>,
): string[] {
  const others = [...groups.keys()].filter((name) => name !== '' && !strata.includes(name)).sort();
  return ['', ...strata, ...others];
}

/**
 * A chart for the whole and for each group, each read by itself, all on one scale. `groups` as `readGroups` gives them,
 * small counts hidden.
 */
export function groupCharts(
  measure: Measure,
  groups: ReadonlyMap<string, SeriesPoint[]>,
  cycles: readonly TestedCycle[],
  community: Calendar & { ruleSet: RuleSet },
  options: ReadingOptions = {},
): GroupChart[] {
  const read = groupNames(measure, groups).map((group) => {
    const points = groups.get(group) ?? [];
    const { chart, words } = readMeasure(measure, points, cycles, community.ruleSet, community, options);
    const hasNumber = chart.points.some(({ value }) => value !== null);
    return {
      group,
      name: group || wholeName,
      chart: hasNumber ? { ...chart, title: `${chart.title}, ${group || wholeName}` } : null,
      words,
      note: noteOn(measure, points),
    };
  });
  const scale = sharedScale(read.flatMap(({ chart }) => chart ?? []));
  return read.map((one) => (one.chart && scale ? { ...one, chart: { ...one.chart, scale } } : one));
}

function noteOn({ frequency }: Measure, points: readonly SeriesPoint[]): string {
  const hidden = points.filter(({ hiddenUnder }) => hiddenUnder !== undefined);
  if (points.length === 0) return 'No numbers yet.';
  if (!hidden[0]) return '';
  const why = `so that no group of fewer than ${hidden[0].hiddenUnder} can be worked out.`;
  if (hidden.length === points.length) return `Hidden, ${why}`;
  const noun = plural(hidden.length, periodNoun[frequency]);
  return `${noun} ${hidden.length === 1 ? 'is' : 'are'} hidden, ${why}`;
}

/** The same numbers as a table, oldest first: a row for each period, a column for each group. */
export function groupRows(measure: Measure, groups: ReadonlyMap<string, SeriesPoint[]>): GroupRow[] {
  const names = groupNames(measure, groups);
  const starts = [...new Set([...groups.values()].flat().map(({ periodStart }) => periodStart))].sort();
  const pointAt = new Map(
    [...groups].flatMap(([name, points]) =>
      points.map((point) => [`${name}\n${point.periodStart}`, point] as const),
    ),
  );
  const [first, last] = [starts[0] ?? '', starts.at(-1) ?? ''];
  const withYear = first.slice(0, 4) !== last.slice(0, 4);
  return starts.map((start) => ({
    start,
    label: periodLabel(start, measure.frequency, withYear),
    cells: names.map((name) => cellOf(measure, pointAt.get(`${name}\n${start}`))),
  }));
}

function cellOf(measure: Measure, point: SeriesPoint | undefined): string {
  if (!point) return '';
  if (point.hiddenUnder !== undefined) return hiddenWords(point);
  const value = shownValue(measure, point);
  if (value === null) return 'No number';
  return `${valueWords(value, unitOf(measure, [value]))}${point.ghostedAt ? ', left out' : ''}`;
}
