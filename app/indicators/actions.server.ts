import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { indicatorActions } from '#db/schema/indicator-stories';
import { people } from '#db/schema/people';
import type { IndicatorAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { ActionFields } from './story-forms';

/* What is done next for one indicator. */

const actionRow = {
  id: indicatorActions.id,
  what: indicatorActions.what,
  responsible: indicatorActions.who,
  byDate: indicatorActions.byDate,
  doneAt: indicatorActions.doneAt,
  who: people.name,
  at: indicatorActions.createdAt,
  takenOutAt: indicatorActions.takenOutAt,
};

/** The actions on the list: those to do first, the soonest at the top; then those done, the newest first. */
export async function actionsOf(access: IndicatorAccess) {
  return db
    .select(actionRow)
    .from(indicatorActions)
    .leftJoin(people, eq(people.id, indicatorActions.writtenBy))
    .where(and(eq(indicatorActions.indicatorId, access.indicatorId), isNull(indicatorActions.takenOutAt)))
    .orderBy(
      sql`${indicatorActions.doneAt} is not null`,
      desc(indicatorActions.doneAt),
      sql`${indicatorActions.byDate} is null`,
      asc(indicatorActions.byDate),
      asc(indicatorActions.createdAt),
    )
    .limit(200);
}
export type IndicatorAction = Awaited<ReturnType<typeof actionsOf>>[number];

/** One action, also where it was taken off. @throws 404 where it is not this indicator's. */
export async function findAction(access: IndicatorAccess, actionId: string | undefined) {
  const row = await db
    .select(actionRow)
    .from(indicatorActions)
    .leftJoin(people, eq(people.id, indicatorActions.writtenBy))
    .where(and(eq(indicatorActions.id, actionId ?? ''), eq(indicatorActions.indicatorId, access.indicatorId)))
    .get();
  return found(row);
}

const ofAction = (id: string) => ({ thing: 'indicator action', thingId: id });

export async function addAction(access: IndicatorAccess, fields: ActionFields): Promise<string> {
  return transaction(async () => {
    const { id } = await db
      .insert(indicatorActions)
      .values({ ...fields, indicatorId: access.indicatorId, writtenBy: access.person.id })
      .returning({ id: indicatorActions.id })
      .get();
    await record(access, { deed: `wrote the action “${fields.what}”`, ...ofAction(id) });
    return id;
  });
}

export async function rewriteAction(
  access: IndicatorAccess,
  actionId: string | undefined,
  typed: ActionFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const { id, responsible, what, byDate } = await findAction(access, actionId);
    const now = { what, byDate, who: responsible };
    const fields = await keptBeside<ActionFields>(access, { typed, now, shown, of: { thingId: id } });
    const detail = changedFrom<ActionFields>(now, fields);
    if (!detail) return;
    await db.update(indicatorActions).set(fields).where(eq(indicatorActions.id, id));
    await record(access, {
      deed: `rewrote the action “${fields.what}”`,
      ...ofAction(id),
      detail: { ...detail },
    });
  });
}

/** Says that an action is done, or is not yet. */
export async function finishAction(
  access: IndicatorAccess,
  actionId: string | undefined,
  isDone: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, what, doneAt } = await findAction(access, actionId);
    if ((doneAt !== null) === isDone) return;
    await db
      .update(indicatorActions)
      .set({ doneAt: isDone ? now() : null })
      .where(eq(indicatorActions.id, id));
    await record(access, { deed: `marked as ${isDone ? 'done' : 'not done'}: “${what}”`, ...ofAction(id) });
  });
}

/** Takes an action off the list, or puts it back. */
export async function setActionAway(
  access: IndicatorAccess,
  actionId: string | undefined,
  isAway: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, what, takenOutAt } = await findAction(access, actionId);
    if ((takenOutAt !== null) === isAway) return;
    await db
      .update(indicatorActions)
      .set({ takenOutAt: isAway ? now() : null })
      .where(eq(indicatorActions.id, id));
    await record(access, {
      deed: `${isAway ? 'took off' : 'put back'} the action “${what}”`,
      ...ofAction(id),
    });
  });
}
