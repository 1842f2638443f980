import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newId } from '#db/ids';
import { observations } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import {
  changesInWords,
  everyone,
  type GridChange,
  type GridReading,
  numbersChanged,
  readGrid,
  type ShownRow,
} from './grid';
import { fingerprint, type KeptRow, keptAs, keptRow, typedOf } from './grid-row';
import { type Calendar, keyOf, periodLabel, periodOf, periodOn, periodsLater } from './periods';
import { dimensionsOf, figures, findIndicator } from './queries.server';
import { calendarOf, type Dimension } from './reading';

/** What the numbers page shows: one period, everyone and the groups of one split. */
export async function readNumbers(access: IndicatorAccess, search: URLSearchParams) {
  const [indicator, dimensions, periods] = await Promise.all([
    findIndicator(access),
    dimensionsOf(access),
    periodsKept(access),
  ]);
  const calendar = calendarOf(indicator, access.community.schoolYearFirstMonth);
  const next = nextPeriod(periods, calendar, indicator.everyYears, access.today);
  const asked = keyOf(search.get('period') ?? '', calendar.kind);
  const period = asked ?? next;
  const splits = dimensions.filter(({ groups }) => groups.length > 0);
  const split = splits.find(({ id }) => id === search.get('split')) ?? splits[0] ?? null;
  const kept = await keptRows(access, period);
  const rows = groupsOf(split).map(({ id, name }): ShownRow => {
    const now = keptAs(kept.get(id ?? everyone) ?? null, indicator.unit);
    return { id, name, typed: { ...typedOf(now, indicator.unit), was: fingerprint(now) }, errors: {} };
  });
  const filled = new Set(kept.keys());
  return {
    indicator,
    period: { key: period, label: periodLabel(period) },
    wrongPeriod: search.get('period') && !asked ? search.get('period') : null,
    periods: [...new Set([...periods, next])].sort().reverse(),
    split: split && { id: split.id, name: split.name },
    splits: splits.map(({ id, name, groups }) => ({
      id,
      name,
      groups: groups.length,
      filled: groups.filter((group) => filled.has(group.id)).length,
    })),
    rows,
  };
}

export type NumbersPage = Awaited<ReturnType<typeof readNumbers>>;

/** Everyone first, then the groups. */
const groupsOf = (split: Dimension | null) => [{ id: null, name: 'Everyone' }, ...(split?.groups ?? [])];

const periodsKept = async ({ indicatorId }: IndicatorAccess): Promise<string[]> =>
  (
    await db
      .selectDistinct({ period: observations.period })
      .from(observations)
      .where(eq(observations.indicatorId, indicatorId))
      .limit(200)
  ).map(({ period }) => period);

/** The period whose numbers come next: after the newest kept, and no later than the one that is going on. */
function nextPeriod(
  periods: readonly string[],
  calendar: Calendar,
  everyYears: number,
  today: string,
): string {
  const current = periodOn(today, calendar);
  const newest = periods.reduce((a, b) => (a > b ? a : b), '');
  if (newest === '') return current.key;
  const next = periodsLater(periodOf(newest, calendar), everyYears, calendar);
  return next.key <= current.key ? next.key : newest;
}

async function keptRows({ indicatorId }: IndicatorAccess, period: string): Promise<Map<string, KeptRow>> {
  const rows = await db
    .select({ ...figures, source: observations.source, note: observations.note })
    .from(observations)
    .where(and(eq(observations.indicatorId, indicatorId), eq(observations.period, period)));
  return new Map(rows.map((row) => [row.subgroupId ?? everyone, keptRow(row)]));
}

/**
 * Keeps what was typed for one period; nothing is kept where a row is wrong or somebody changed it meanwhile.
 * `said` tells what was done; null where nothing was to do.
 */
export async function saveNumbers(
  access: IndicatorAccess,
  form: FormData,
): Promise<{ reading: GridReading; said: string | null; page: NumbersPage }> {
  return transaction(async () => {
    const asked = new URLSearchParams({
      period: String(form.get('period') ?? ''),
      split: String(form.get('split') ?? ''),
    });
    const page = await readNumbers(access, asked);
    const kept = await keptRows(access, page.period.key);
    const reading = readGrid(form, page.rows, kept, page.indicator.unit);
    if (page.wrongPeriod !== null || reading.refused.length > 0 || reading.changes.length === 0) {
      return { reading, said: null, page };
    }
    await keep(access, page, reading.changes);
    const said = changesInWords(reading.changes, kept);
    await record(access, {
      deed: `${said} of “${page.indicator.name}” for ${page.period.label}`,
      thing: 'indicator',
      thingId: access.indicatorId,
      changes: numbersChanged(reading.changes, kept, page.rows),
      // Of a group that is hidden from others, history tells no number either.
      changesFor: 'manage indicators',
    });
    return { reading, said, page };
  });
}

/** Writes the changed rows at once: a changed number takes the place, and the id, of the one before. */
async function keep(
  access: IndicatorAccess,
  page: NumbersPage,
  changes: readonly GridChange[],
): Promise<void> {
  const { indicatorId } = access;
  const period = page.period.key;
  const groups = changes.flatMap(({ subgroupId }) => (subgroupId === null ? [] : [subgroupId]));
  const hasEveryone = groups.length < changes.length;
  const theirs = and(
    eq(observations.indicatorId, indicatorId),
    eq(observations.period, period),
    or(inArray(observations.subgroupId, groups), hasEveryone ? isNull(observations.subgroupId) : undefined),
  );
  const before = await db
    .delete(observations)
    .where(theirs)
    .returning({ id: observations.id, subgroupId: observations.subgroupId });
  const ids = new Map(before.map(({ id, subgroupId }) => [subgroupId, id]));
  const { startsOn } = periodOf(period, calendarOf(page.indicator, access.community.schoolYearFirstMonth));
  const enteredAt = new Date().toISOString();
  const rows = changes.flatMap(({ subgroupId, row }): (typeof observations.$inferInsert)[] => {
    if (row === null) return [];
    const at = { indicatorId, period, periodStart: startsOn, subgroupId };
    return [{ id: ids.get(subgroupId) ?? newId(), ...at, ...row, enteredBy: access.person.id, enteredAt }];
  });
  if (rows.length > 0) await db.insert(observations).values(rows);
}
