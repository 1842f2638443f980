import type { observations } from '../schema/indicators';
import { chance, demoId, ripple } from './chance';
import type { Clock } from './clock';
import type { IndicatorStory, Offsets } from './story';

type ObservationRow = typeof observations.$inferInsert;

/** Distances between groups as they usually are in the story, in points from everyone, where higher is better. */
const usually: Record<string, Record<string, number>> = {
  'Race and ethnicity': {
    Black: -7,
    Latino: -6,
    White: 7,
    Asian: 12,
    'Two or more races': 1,
    'Native American': -5,
    'Pacific Islander': -4,
  },
  'Family income': { 'Low-income': -10, 'Not low-income': 10 },
  Language: { 'English learner': -14, 'Not an English learner': 2 },
  Disability: { 'Has an IEP': -17, 'No IEP': 3 },
  Gender: { Female: 3, Male: -3 },
  School: { Lincoln: 4, Eastside: 0, Harbor: -5 },
};

export interface IndicatorContext {
  indicatorId: string;
  /** Dimension → group → share of everyone in percent. */
  dimensions: Record<string, Record<string, number>>;
  subgroupId(dimension: string, group: string): string;
  enteredBy: string;
  schoolYearFirstMonth: number;
  clock: Clock;
}

/** Everyone and each group in each period. Within a dimension the groups add up to everyone. */
export function observationsOf(story: IndicatorStory, context: IndicatorContext): ObservationRow[] {
  const { clock, indicatorId } = context;
  return story.totals.flatMap((total, index) => {
    const period = periodOf(story, index, context);
    const [first, last] = story.people ?? [0, 0];
    const everyone = Math.round(first + ((last - first) * index) / Math.max(1, story.totals.length - 1));
    const reached = Math.round((total / 100) * everyone);
    const kept = {
      indicatorId,
      period: period.key,
      periodStart: period.startsOn,
      source: story.source,
      enteredBy: context.enteredBy,
      enteredAt: clock.at(Math.min(clock.offset(period.endsOn) + 95, -4), '16:30'),
    };
    const all: ObservationRow = {
      ...kept,
      id: demoId('observation', indicatorId, period.key),
      ...(story.people
        ? { numerator: reached, denominator: everyone }
        : { value: total, marginOfError: 2.1 }),
    };
    const groups = story.dimensions.flatMap((dimension) =>
      groupsOf(story, dimension, index, total, { everyone, reached }, context).map((group) => ({
        ...kept,
        ...group,
        id: demoId('observation', indicatorId, period.key, dimension, group.subgroupId),
      })),
    );
    return [all, ...groups];
  });
}

function groupsOf(
  story: IndicatorStory,
  dimension: string,
  index: number,
  total: number,
  sums: { everyone: number; reached: number },
  context: IndicatorContext,
): (Pick<ObservationRow, 'numerator' | 'denominator' | 'value' | 'isSuppressed' | 'marginOfError'> & {
  subgroupId: string;
})[] {
  const shares = context.dimensions[dimension] ?? {};
  const names = Object.keys(shares);
  const random = chance('groups', context.indicatorId, dimension, index);
  const since = story.baseline ?? 0;
  const along = Math.max(0, (index - since) / Math.max(1, story.totals.length - 1 - since));
  const rates = names.map((name) => {
    const [baseline, latest] = story.offsets?.[dimension]?.[name] ?? usualOffsets(story, dimension, name);
    return Math.min(98, Math.max(1, total + baseline + (latest - baseline) * along + 0.5 * ripple(random)));
  });
  const ids = names.map((name) => context.subgroupId(dimension, name));
  if (story.people === null) {
    return ids.map((subgroupId, at) => ({
      subgroupId,
      value: Math.round((rates[at] ?? 0) * 10) / 10,
      marginOfError: 4.4,
    }));
  }
  const weights = names.map((name) => shares[name] ?? 0);
  const sizes = apportion(sums.everyone, weights, sums.everyone);
  // The rates are moved together until the groups' people add up to everyone's.
  const expected = sizes.map((size, at) => (size * (rates[at] ?? 0)) / 100);
  const short = sums.reached - expected.reduce((sum, count) => sum + count, 0);
  const counts = apportion(
    sums.reached,
    expected.map((count, at) => Math.max(0, count + (short * (sizes[at] ?? 0)) / sums.everyone)),
    Number.POSITIVE_INFINITY,
  );
  return ids.map((subgroupId, at) => {
    const denominator = sizes[at] ?? 0;
    return story.suppressesSmall && denominator < 10
      ? { subgroupId, isSuppressed: true }
      : { subgroupId, numerator: Math.min(denominator, counts[at] ?? 0), denominator };
  });
}

function usualOffsets(story: IndicatorStory, dimension: string, group: string): Offsets[string] {
  const distance = story.distance * (usually[dimension]?.[group] ?? 0);
  return [distance, distance];
}

/** Splits a whole number by weights into whole numbers that add up to it: largest remainders first. */
function apportion(whole: number, weights: number[], most: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1;
  const exact = weights.map((weight) => Math.min(most, (whole * weight) / sum));
  const parts = exact.map(Math.floor);
  const left = whole - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, at) => ({ at, rest: part % 1 }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

function periodOf(story: IndicatorStory, index: number, context: IndicatorContext) {
  const { clock, schoolYearFirstMonth } = context;
  const isYear = story.periodKind === 'year';
  const last = clock.lastSchoolYear(isYear ? 1 : schoolYearFirstMonth);
  return namedPeriod(last - (story.totals.length - 1) + index, isYear ? null : schoolYearFirstMonth);
}

/** The school year that begins in `year`, or with no first month that year itself. */
export function namedPeriod(year: number, firstMonth: number | null) {
  if (firstMonth === null || firstMonth === 1) {
    const key = firstMonth === null ? `${year}` : schoolYearKey(year);
    return { key, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  }
  const endsOn = new Date(Date.UTC(year + 1, firstMonth - 1, 0)).toISOString().slice(0, 10);
  return { key: schoolYearKey(year), startsOn: `${year}-${String(firstMonth).padStart(2, '0')}-01`, endsOn };
}

const schoolYearKey = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
