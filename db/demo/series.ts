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
  if (series.eventDays) return rareEvents(series.eventDays, ids, clock);
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
    const whole = figures(series, kind === 'proportion', level, size, 5 - closed.length);
    const point = { measureId: ids.measure, periodStart, enteredBy: ids.enteredBy, enteredAt };
    return [
      ...groupsOf(series, whole, offset).map(([stratum, counts]) => ({
        ...point,
        ...counts,
        id: demoId('point', ids.measure, back, stratum),
        stratum,
      })),
      {
        ...point,
        ...whole,
        id: demoId('point', ids.measure, back),
        note: series.notes?.[back] ?? shortWeek(closed, series),
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

/** The numbers of the groups, which add up to the whole: what is left over is the first group's. */
function groupsOf(
  { strata = {} }: SeriesStory,
  whole: { numerator?: number; denominator?: number },
  offset: DayOffset,
): [stratum: string, counts: { numerator: number; denominator: number }][] {
  const { numerator = 0, denominator = 0 } = whole;
  const [first, ...others] = Object.entries(strata);
  if (!first || denominator === 0) return [];
  const groups = others.map(([name, { share, distance }]): [string, number, number] => {
    const people = Math.round(share * denominator);
    const points = distance.findLast(([from]) => from === null || from <= offset)?.[1] ?? 0;
    const level = numerator / denominator + points / 100;
    return [name, Math.min(people, Math.max(0, Math.round(level * people))), people];
  });
  const left = (at: 1 | 2, all: number) => all - groups.reduce((sum, group) => sum + group[at], 0);
  const rest = left(2, denominator);
  // Ups and downs may leave the first group more than it has: then its neighbor takes them.
  const over = Math.max(0, left(1, numerator) - rest);
  const [second] = groups;
  if (second) second[1] += over;
  const counts = [[first[0], left(1, numerator), rest] as const, ...groups];
  return counts.map(([name, on, of]) => [name, { numerator: on, denominator: of }]);
}

/** One number for each rare event but the first: the days since the one before. */
function rareEvents(
  days: readonly DayOffset[],
  ids: { measure: string; enteredBy: string },
  clock: Clock,
): PointRow[] {
  return days.slice(1).map((day, index) => ({
    id: demoId('point', ids.measure, index),
    measureId: ids.measure,
    periodStart: clock.day(day),
    value: day - (days[index] ?? day),
    enteredBy: ids.enteredBy,
    enteredAt: clock.at(day + 1, '18:10'),
  }));
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
