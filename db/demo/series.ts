import type { measurePoints } from '../schema/measures';
import { chance, demoId, ripple } from './chance';
import type { Clock, DayOffset } from './clock';
import type { MeasureStory, SeriesStory } from './story';

type PointRow = typeof measurePoints.$inferInsert;

/** The points of a measure: the same ups and downs whatever the day of seeding, on the days that lead up to it. */
export function pointsOf(
  measure: MeasureStory,
  ids: { measure: string; enteredBy: string },
  clock: Clock,
): PointRow[] {
  const { series, kind, frequency } = measure;
  const random = chance('points', ids.measure, series.draw ?? 0);
  const periods = clock.periods(frequency, series.points);
  return periods.flatMap((periodStart, index) => {
    const back = series.points - index;
    const wave = ripple(random);
    const size = random();
    const offset = clock.offset(periodStart);
    if (series.missing?.includes(back)) return [];
    const isGhost = series.ghost?.back === back;
    const level = isGhost
      ? (series.ghost?.level ?? 0)
      : (series.values?.[index] ?? levelAt(series, offset) + wave * series.ripple);
    const closed = frequency === 'weekly' ? closedDays(clock, offset) : [];
    // A week is entered on its Friday, a month some days after its end: always before today.
    const enteredAt = clock.at(offset + (frequency === 'monthly' ? 33 : 4), '18:10');
    return [
      {
        id: demoId('point', ids.measure, back),
        measureId: ids.measure,
        periodStart,
        ...figures(series, kind === 'proportion', level, size, 5 - closed.length),
        note: series.notes?.[back] ?? shortWeek(closed, series),
        enteredBy: ids.enteredBy,
        enteredAt,
        ...(isGhost && series.ghost
          ? {
              ghostedAt: clock.at(offset + 7, '14:20'),
              ghostReason: series.ghost.reason,
              ghostedBy: ids.enteredBy,
            }
          : {}),
      },
    ];
  });
}

function levelAt({ levels }: SeriesStory, offset: DayOffset): number {
  return levels.findLast(([from]) => from === null || from <= offset)?.[1] ?? 0;
}

function figures(series: SeriesStory, isShare: boolean, level: number, size: number, daysOpen: number) {
  if (isShare) {
    const [fewest, most] = series.outOf ?? [40, 60];
    const people = Math.round(fewest + size * (most - fewest));
    const denominator = series.isPerDay ? people * daysOpen : people;
    const numerator = Math.min(denominator, Math.max(0, Math.round((level / 100) * denominator)));
    return { numerator, denominator };
  }
  const unit = 10 ** (series.decimals ?? 0);
  return { value: Math.round(Math.max(0, level) * unit) / unit };
}

const closedDays = (clock: Clock, offset: DayOffset): string[] =>
  [0, 1, 2, 3, 4].flatMap((later) => clock.holidays.get(clock.day(offset + later)) ?? []);

const shortWeek = (closed: string[], series: SeriesStory) =>
  series.isPerDay && closed[0] !== undefined ? `${closed[0]}: ${5 - closed.length} days` : '';
