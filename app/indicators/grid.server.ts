import { and, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { observations } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import {
  changesInWords,
  everyone,
  fingerprint,
  type GridChange,
  type GridReading,
  type KeptRow,
  keptAs,
  keptRow,
  readGrid,
  type ShownRow,
  typedOf,
} from './grid';
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
    for (const change of reading.changes) await keep(access, page, change);
    const said = changesInWords(reading.changes, kept);
    await record(access, {
      deed: `${said} of “${page.indicator.name}” for ${page.period.label}`,
      thing: 'indicator',
      thingId: access.indicatorId,
    });
    return { reading, said, page };
  });
}

/** One row of the grid: some dozens at most, each found by its key. */
async function keep(
  access: IndicatorAccess,
  page: NumbersPage,
  { subgroupId, row }: GridChange,
): Promise<void> {
  const { indicatorId } = access;
  const period = page.period.key;
  const isThis = and(
    eq(observations.indicatorId, indicatorId),
    eq(observations.period, period),
    subgroupId === null ? isNull(observations.subgroupId) : eq(observations.subgroupId, subgroupId),
  );
  if (row === null) {
    await db.delete(observations).where(isThis);
    return;
  }
  const entered = {
    ...row,
    importId: null,
    enteredBy: access.person.id,
    enteredAt: new Date().toISOString(),
  };
  const changed = await db.update(observations).set(entered).where(isThis).returning({ id: observations.id });
  if (changed.length > 0) return;
  const calendar = calendarOf(page.indicator, access.community.schoolYearFirstMonth);
  const { startsOn } = periodOf(period, calendar);
  await db
    .insert(observations)
    .values({ indicatorId, period, periodStart: startsOn, subgroupId, ...entered });
}
