import { directionWords, type RuleSet } from '#db/vocabulary';
import type { ChartEvent } from '~/charts/run-chart-data';
import { paths } from '~/paths';
import { lastNumberWords } from './freshness';
import type { Measure } from './measure';
import type { Tile } from './measure-tiles';
import type { Calendar } from './periods';
import { readMeasure, type TestedCycle } from './reading';
import type { SeriesPoint } from './series';

/** A team's measures as small charts with their sentences. */
export function tilesOf(
  { teamId, today }: { teamId: string; today: string },
  measures: readonly Measure[],
  series: ReadonlyMap<string, SeriesPoint[]>,
  cycles: readonly TestedCycle[],
  community: Calendar & { ruleSet: RuleSet; timeZone: string },
  eventsOf: (measureId: string) => ChartEvent[] = () => [],
): Tile[] {
  return measures.map((measure) => {
    const points = series.get(measure.id) ?? [];
    const { chart, words } = readMeasure(measure, points, cycles, community.ruleSet, community, {
      events: eventsOf(measure.id),
    });
    const better = measure.direction === 'higher' ? '' : `${directionWords[measure.direction]}.`;
    return {
      id: measure.id,
      name: measure.name,
      type: measure.type,
      hint: [better, measure.numeratorWords || measure.definition].filter(Boolean).join(' '),
      last: lastNumberWords(measure, points, today, community.timeZone),
      href: paths.measure(teamId, measure.id),
      chart,
      words,
    };
  });
}
