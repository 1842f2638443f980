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
import { widestGap } from './widest-gap';

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
  chosen: {
    dimension: DimensionReading;
    gap: GapReading | null;
    /** The group that a leader chose to compare with. */
    chosenReferenceId: string | null;
    /** The address asks to compare a group with itself. */
    isSame: boolean;
  } | null;
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
    // A gap is never behind a tab one has to find.
    widestGap(readings, rule, overall)?.reading ??
    readings.find(({ reference }) => reference) ??
    readings[0];
  return {
    overall,
    dimensions: readings,
    chosen: shown
      ? {
          dimension: shown,
          gap: readGap(shown, rule, overall.periods, asked.focus),
          chosenReferenceId: dimensions.find(({ id }) => id === shown.id)?.chosenReferenceId ?? null,
          isSame: asked.focus !== null && asked.focus === asked.reference,
        }
      : null,
  };
}
