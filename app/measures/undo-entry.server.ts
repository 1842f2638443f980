import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { type EntryFigures, measureEntries } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import { plural } from '~/ui/words';
import { placeWords } from './entry-words';
import { byPlace, placeKey } from './grid';
import { isTooOld, keptCells } from './kept-cells.server';
import { findMeasure } from './queries.server';
import { figuresWords, isSame } from './series';
import { type PointChange, writePoints, writeRemovals } from './write-cells.server';

/**
 * Takes back one act of entering numbers as a whole: what stood there before stands there again, with who had entered
 * it. Nothing happens where one of its numbers changed since: nothing of somebody else's is written over.
 * @returns what the page says.
 */
export async function undoEntry(
  team: TeamAccess,
  measureId: string | undefined,
  entryId: string,
): Promise<string> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const entry = found(
      await db
        .select()
        .from(measureEntries)
        .where(and(eq(measureEntries.id, entryId), eq(measureEntries.measureId, measure.id)))
        .get(),
    );
    if (entry.undoneAt !== null) return 'That was taken back already.';
    if (isTooOld(entry.createdAt)) return 'That is more than 30 days ago. Correct the numbers themselves.';
    const starts = entry.changes.map(({ periodStart }) => periodStart).sort();
    const { points } = await keptCells(team, measure.id, { from: starts[0] ?? '', to: starts.at(-1) ?? '' });
    const pointAt = byPlace(points);
    for (const change of entry.changes) {
      const now = pointAt.get(placeKey(change.periodStart, change.stratum)) ?? null;
      const isSetAside = change.was === null && now?.ghostedAt;
      if (isAsLeft(now, change.is) && !isSetAside) continue;
      const is = isSetAside
        ? 'is set aside'
        : now
          ? `is now ${figuresWords(measure, now)}`
          : 'has no number now';
      const place = placeWords(measure, change, team.today);
      return `Nothing was taken back: ${place} has changed since and ${is}.`;
    }
    const back = entry.changes.map(({ was, is, ...place }): PointChange => ({ ...place, was: is, is: was }));
    await writePoints(measure.id, back);
    await writeRemovals(measure.id, back);
    await db
      .update(measureEntries)
      .set({ undoneAt: new Date().toISOString(), undoneBy: team.person.id })
      .where(eq(measureEntries.id, entry.id));
    const [first] = back;
    const words =
      first && back.length === 1
        ? `${placeWords(measure, first, team.today)} ${first.is ? `is ${figuresWords(measure, first.is)} again` : 'has no number again'}`
        : `${plural(back.length, 'number')} are as before`;
    const deed = `took back an entry in “${measure.name}”`;
    await record(team, {
      deed: `${deed}: ${words}`,
      small: first?.is?.denominator ? { outOf: first.is.denominator, deed } : null,
      thing: 'measure',
      thingId: measure.id,
      detail: { entryId: entry.id },
    });
    return `Taken back: ${words}.`;
  });
}

function isAsLeft(now: (EntryFigures & object) | null, left: EntryFigures | null): boolean {
  if (now === null || left === null) return now === left;
  return (
    isSame(now, left) &&
    now.note === left.note &&
    JSON.stringify(now.rawValues ?? null) === JSON.stringify(left.rawValues ?? null)
  );
}
