import type { Frequency } from '#db/vocabulary';
import { formatValue } from '~/charts/words';
import type { Measure } from './measure';
import { entryStep } from './next-entry';
import type { Calendar } from './periods';
import type { SeriesPoint } from './series';
import type { ReadTile } from './tiles';

export interface ListedMeasure extends Pick<ReadTile, 'id' | 'name' | 'type' | 'href' | 'words'> {
  frequency: Frequency;
  /** "85.8%"; empty without numbers. */
  latest: string;
  latestOf: string;
  /** "Due Monday, Dec 7"; empty while nothing waits. */
  due: string;
  isLate: boolean;
}

/** A team's measures as lines of a table. `tiles` are theirs, in the same order. */
export function listedMeasures(
  tiles: readonly ReadTile[],
  measures: readonly Measure[],
  series: ReadonlyMap<string, SeriesPoint[]>,
  today: string,
  calendar: Calendar,
): ListedMeasure[] {
  const tileOf = new Map(tiles.map((tile) => [tile.id, tile]));
  return measures.flatMap((measure) => {
    const tile = tileOf.get(measure.id);
    if (!tile) return [];
    const { id, name, type, href, words, chart } = tile;
    const newest = chart.points.findLast(({ value, ghosted }) => value !== null && !ghosted);
    const step = entryStep(measure, series.get(id) ?? [], today, calendar);
    return [
      {
        id,
        name,
        type,
        href,
        words,
        frequency: measure.frequency,
        latest: newest?.value == null ? '' : formatValue(newest.value, chart.unit),
        latestOf: newest?.label ?? '',
        due: step?.due ?? '',
        isLate: step?.isLate ?? false,
      },
    ];
  });
}
