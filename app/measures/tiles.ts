import { directionWords, type RuleSet } from '#db/vocabulary';
import { runChartMarkup } from '~/charts/chart-markup';
import type { ChartEvent, RunChartData } from '~/charts/run-chart-data';
import { paths } from '~/paths';
import { lastNumberWords } from './freshness';
import type { Measure } from './measure';
import type { Tile } from './measure-tiles';
import type { Calendar } from './periods';
import { readMeasure, type TestedCycle } from './reading';
import type { SeriesPoint } from './series';

export interface ReadTile extends Omit<Tile, 'drawing'> {
  chart: RunChartData;
}

/** Tiles as they are shown. `hand` is how a drawing reaches its page. */
export function drawnTiles(tiles: readonly ReadTile[], hand: (draw: () => string) => string): Tile[] {
  return tiles.map(({ chart, ...tile }) => ({
    ...tile,
    drawing: chart.points.length === 0 ? '' : hand(() => runChartMarkup(chart, 'small', tile.id)),
  }));
}

/** A team's measures with their charts and sentences. */
export function tilesOf(
  { teamId, today }: { teamId: string; today: string },
  measures: readonly Measure[],
  series: ReadonlyMap<string, SeriesPoint[]>,
  cycles: readonly TestedCycle[],
  community: Calendar & { ruleSet: RuleSet; timeZone: string },
  eventsOf: (measureId: string) => ChartEvent[] = () => [],
): ReadTile[] {
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
