import { toleranceOf } from './change';
import { type DimensionReading, type GapReading, type Overall, type Rule, readGap } from './reading';

export interface WidestGap {
  reading: DimensionReading;
  gap: GapReading;
}

/**
 * The gap that stands for an indicator wherever one alone is told: on its page, on the scoreboard and beside a measure.
 * Of each split it is the one looked at first; of these, the one with the largest difference in the newest period both
 * groups have, and of equal ones the first split's. A gap that can be followed since the baseline comes before one of
 * which only the newest figures exist. It is read from what this reader may see, so a masked group is in none.
 */
export function widestGap(
  readings: readonly DimensionReading[],
  rule: Rule,
  { periods }: Pick<Overall, 'periods'>,
): WidestGap | null {
  const gaps = readings.flatMap((reading) => {
    const gap = readGap(reading, rule, periods, null);
    const latest = gap?.gaps.at(-1);
    return gap && latest ? [{ reading, gap, size: Math.abs(latest.difference) }] : [];
  });
  const followed = gaps.filter(({ gap }) => gap.since !== null);
  const [first, ...others] = followed.length > 0 ? followed : gaps;
  if (!first) return null;
  const isWider = (one: typeof first, most: typeof first) => one.size > most.size + toleranceOf(rule);
  const { reading, gap } = others.reduce((most, one) => (isWider(one, most) ? one : most), first);
  return { reading, gap };
}
