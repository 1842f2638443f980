import { MOVEMENT_TOLERANCE } from '~/statistics/movement';
import type { Seen } from './masking';
import {
  type Dimension,
  type DimensionReading,
  type GapReading,
  type Overall,
  type Rule,
  readDimension,
  readGap,
  readOverall,
} from './reading';

/** What an address asks to see; empty where it leaves the choice to us. */
export interface Asked {
  dimension: string | null;
  focus: string | null;
  reference: string | null;
}

export const askedIn = (search: URLSearchParams): Asked => ({
  dimension: search.get('dimension'),
  focus: search.get('focus'),
  reference: search.get('reference'),
});

export interface IndicatorView {
  overall: Overall;
  /** Those of which anything is kept. */
  dimensions: DimensionReading[];
  /** The dimension looked at. */
  chosen: { dimension: DimensionReading; gap: GapReading | null; isChosenReference: boolean } | null;
}

/** Everything an indicator's page says, worked out from what this reader and everyone may see. */
export function indicatorView(
  rule: Rule,
  seen: Seen,
  dimensions: readonly Dimension[],
  asked: Asked,
  firstMonth: number,
): IndicatorView {
  const overall = readOverall(rule, seen.cells, firstMonth);
  const readings = dimensions
    .map((dimension) =>
      readDimension(
        dimension,
        rule,
        seen,
        overall,
        dimension.id === asked.dimension ? asked.reference : null,
      ),
    )
    .filter((reading) => reading.rows.length > 0);
  const shown =
    readings.find(({ id }) => id === asked.dimension) ??
    widestOf(readings, rule, overall) ??
    readings.find(({ reference }) => reference) ??
    readings[0];
  return {
    overall,
    dimensions: readings,
    chosen: shown
      ? {
          dimension: shown,
          gap: readGap(shown, rule, overall.periods, asked.focus),
          isChosenReference:
            dimensions.find(({ id }) => id === shown.id)?.chosenReferenceId === shown.reference?.id,
        }
      : null,
  };
}

/**
 * The split whose gap is the widest now: a gap is never behind a tab one has to find. One that can be followed since the
 * baseline comes before one of which only the newest figures exist.
 */
function widestOf(
  readings: readonly DimensionReading[],
  rule: Rule,
  { periods }: Overall,
): DimensionReading | null {
  const gaps = readings.flatMap((reading) => {
    const gap = readGap(reading, rule, periods, null);
    const latest = gap?.gaps.at(-1);
    return gap && latest
      ? [{ reading, isFollowed: gap.since !== null, size: Math.abs(latest.difference) }]
      : [];
  });
  const followed = gaps.filter(({ isFollowed }) => isFollowed);
  const [first, ...others] = followed.length > 0 ? followed : gaps;
  if (!first) return null;
  return others.reduce((most, one) => (one.size > most.size + MOVEMENT_TOLERANCE ? one : most), first)
    .reading;
}
