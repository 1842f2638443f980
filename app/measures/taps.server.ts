import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { history } from '#db/schema/history';
import { measureEntries, measurePoints } from '#db/schema/measures';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { KeptPoint } from './cell';
import type { Taps } from './cell-forms';
import { figuresOfPoint } from './entries.server';
import { placeWords } from './entry-words';
import { groupWords } from './grid';
import { keptCells } from './kept-cells.server';
import type { Measure } from './measure';
import { periodOf } from './periods';
import { findMeasure, readSeries } from './queries.server';
import { isSame } from './series';
import { countedIn, type TapCount, tapCount } from './taps';
import { type PointChange, writeEntry, writeRemovals } from './write-cells.server';

/** The count that a tally page opens on: of today's period, or of the one asked for. @throws 404 where there is none. */
export async function tallyPage(team: TeamAccess, measure: Measure, url: string) {
  found(countedIn(measure));
  const { searchParams } = new URL(url);
  const asked = searchParams.get('period') ?? '';
  const day =
    /^(19[5-9]|20\d)\d-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : team.today;
  const series = await readSeries(team, measure.id);
  const period = periodOf(day, measure.frequency, team.community, series);
  const groups = ['', ...measure.strata];
  const group = groups.find((one) => one === searchParams.get('group')) ?? '';
  const { points } = await keptCells(team, measure.id, { from: period, to: period });
  return {
    period,
    words: placeWords(measure, { periodStart: period, stratum: group }, team.today),
    group,
    groups: groups.map((one) => ({ group: one, words: groupWords(one) })),
    count: tapCount(measure, points.find(({ stratum }) => stratum === group) ?? null),
  };
}

/**
 * Counts on while a session runs: so many more, or fewer, in one period. The database adds, so that two phones at once
 * lose nothing; the taps of a day are one entry and one line of history for each person.
 * @returns how the count stands.
 */
export async function countOn(
  team: TeamAccess,
  measureId: string | undefined,
  taps: Taps,
): Promise<TapCount> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    found(countedIn(measure));
    const series = await readSeries(team, measure.id);
    const periodStart = periodOf(taps.period, measure.frequency, team.community, series);
    const stratum = taps.group;
    mayCount(team, measure, periodStart, stratum);
    const { point: was, held } = await pointNow(team, measure, periodStart, stratum);
    if (held) {
      throw new RuleBroken(
        'Somebody typed something for this period that is no number yet. Put that right first.',
      );
    }
    if (taps.yes === 0 && taps.no === 0) return tapCount(measure, was);
    const stood = tapCount(measure, was);
    if (stood.yes + taps.yes < 0 || (stood.no ?? 0) + taps.no < 0) {
      throw new RuleBroken('There is nothing left to take back.');
    }
    await add(team, measure, periodStart, stratum, taps);
    const { point: after } = await pointNow(team, measure, periodStart, stratum);
    if (!after) throw new Error('What was counted is not there.');
    // Back at nothing counted, the period has no number again.
    const isGone = (after.denominator ?? after.value) === 0 && after.ghostedAt === null;
    const change: PointChange = {
      periodStart,
      stratum,
      was: was && figuresOfPoint(was),
      is: isGone ? null : figuresOfPoint(after),
    };
    if (isGone) await writeRemovals(measure.id, [change]);
    await intoEntry(team, measure, change);
    return tapCount(measure, isGone ? null : after);
  });
}

function mayCount(team: TeamAccess, measure: Measure, periodStart: string, stratum: string): void {
  if (stratum !== '' && !measure.strata.includes(stratum)) {
    throw new RuleBroken(`This measure has no group “${stratum}” any more. Reload the page.`);
  }
  if (periodStart > team.today) throw new RuleBroken('That period has not begun.');
}

async function pointNow(team: TeamAccess, measure: Measure, periodStart: string, stratum: string) {
  const { points, held } = await keptCells(team, measure.id, { from: periodStart, to: periodStart });
  const isHere = (row: { stratum: string }) => row.stratum === stratum;
  const point: KeptPoint | null = points.find(isHere) ?? null;
  if (point && measure.kind === 'proportion' && point.numerator === null) {
    throw new RuleBroken('This period has a percent and no counts. Enter its counts first.');
  }
  return { point, held: held.find(isHere) ?? null };
}

/** The database itself adds, so that no count is read, added to and written back. */
async function add(
  team: TeamAccess,
  measure: Measure,
  periodStart: string,
  stratum: string,
  { yes, no }: Taps,
): Promise<void> {
  const isShare = measure.kind === 'proportion';
  const entered = { enteredBy: team.person.id, enteredAt: new Date().toISOString(), importId: null };
  const none = isShare ? { numerator: 0, denominator: 0 } : { value: 0 };
  await db
    .insert(measurePoints)
    .values({ measureId: measure.id, periodStart, stratum, ...none, ...entered })
    .onConflictDoNothing();
  await db
    .update(measurePoints)
    .set({
      ...(isShare
        ? {
            numerator: sql`${measurePoints.numerator} + ${yes}`,
            denominator: sql`${measurePoints.denominator} + ${yes + no}`,
          }
        : { value: sql`${measurePoints.value} + ${yes}` }),
      ...entered,
    })
    .where(
      and(
        eq(measurePoints.measureId, measure.id),
        eq(measurePoints.stratum, stratum),
        eq(measurePoints.periodStart, periodStart),
      ),
    );
}

const nothing = { numerator: null, denominator: null, value: null };

/** Into the open count of this day, or a new one: history is not flooded, and undoing takes back the whole count. */
async function intoEntry(team: TeamAccess, measure: Measure, change: PointChange): Promise<void> {
  const newest = await db
    .select()
    .from(measureEntries)
    .where(and(eq(measureEntries.measureId, measure.id), isNull(measureEntries.undoneAt)))
    .orderBy(desc(measureEntries.createdAt), desc(writtenOrder(measureEntries)))
    .limit(1)
    .get();
  const [open] = newest?.changes ?? [];
  const isOpen =
    newest?.kind === 'tally' &&
    open?.periodStart === change.periodStart &&
    open.stratum === change.stratum &&
    isSame(open.is ?? nothing, change.was ?? nothing) &&
    dayIn(team.community.timeZone, new Date(newest.createdAt)) === team.today;
  if (newest && open && isOpen) {
    const changes = [{ ...open, is: change.is }];
    await db.update(measureEntries).set({ changes }).where(eq(measureEntries.id, newest.id));
  }
  const entryId = newest && isOpen ? newest.id : await writeEntry(team, measure.id, 'tally', [change]);
  const deed = `counted on in “${measure.name}” for ${placeWords(measure, change, team.today)}`;
  if (newest && isOpen && (await hasLine(team, measure.id, deed, newest.createdAt))) return;
  const detail = { entryId, was: change.was };
  await record(team, { deed, thing: 'measure', thingId: measure.id, detail });
}

async function hasLine(team: TeamAccess, measureId: string, deed: string, since: string): Promise<boolean> {
  const line = await db
    .select({ id: history.id })
    .from(history)
    .where(
      and(
        eq(history.thingId, measureId),
        gte(history.at, since),
        eq(history.personId, team.person.id),
        eq(history.deed, deed),
      ),
    )
    .limit(1)
    .get();
  return line !== undefined;
}
