import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { partners } from '#db/schema/communities';
import { indicatorActions, indicatorPartners, storyVersions } from '#db/schema/indicator-stories';
import { people } from '#db/schema/people';
import { storyPartWords } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import { requirePartnerHere } from '~/access/belongs.server';
import type { IndicatorAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { ChangedMeanwhile, found, RuleBroken } from '~/http/errors';
import { type SavedVersion, shownIn, storyNow, type TypedStory, typedChanges } from './story';
import type { ActionFields, NewPartnerFields } from './story-forms';

/* The Turn-the-Curve questions of one indicator: its story, the partners with a role, what is done next. */

const ofIndicator = (access: IndicatorAccess) => ({ thing: 'indicator', thingId: access.indicatorId });

const versionRow = {
  id: storyVersions.id,
  part: storyVersions.part,
  text: storyVersions.text,
  who: people.name,
  at: storyVersions.createdAt,
};
const newestFirst = [desc(storyVersions.createdAt), desc(writtenOrder(storyVersions))];

/** The saved versions of the story, newest first. */
export async function storyVersionsOf(access: IndicatorAccess): Promise<SavedVersion[]> {
  return db
    .select(versionRow)
    .from(storyVersions)
    .leftJoin(people, eq(people.id, storyVersions.writtenBy))
    .where(eq(storyVersions.indicatorId, access.indicatorId))
    .orderBy(...newestFirst)
    .limit(500);
}

const isNewestOfPart = sql`not exists (
  select 1 from story_versions newer
  where newer.indicator_id = ${storyVersions.indicatorId} and newer.part = ${storyVersions.part}
    and (newer.created_at, ${writtenOrder('newer')}) > (${storyVersions.createdAt}, ${writtenOrder(storyVersions)}))`;

/** The newest version of each part, however many there are of another, and those with these ids. */
export async function newestVersionsOf(
  access: IndicatorAccess,
  ids: readonly string[] = [],
): Promise<SavedVersion[]> {
  return db
    .select(versionRow)
    .from(storyVersions)
    .leftJoin(people, eq(people.id, storyVersions.writtenBy))
    .where(
      and(
        eq(storyVersions.indicatorId, access.indicatorId),
        or(isNewestOfPart, inArray(storyVersions.id, [...ids])),
      ),
    )
    .orderBy(...newestFirst);
}

/**
 * Writes the parts that were changed, each as a new version. Nobody's words are lost: a part that somebody else changed
 * meanwhile is refused with what stands there now, and one that was not touched is left as it is.
 */
export async function writeStory(access: IndicatorAccess, typed: TypedStory): Promise<void> {
  await transaction(async () => {
    const { changed, clashes } = typedChanges(typed, await newestVersionsOf(access, shownIn(typed)));
    if (clashes.length > 0) throw new ChangedMeanwhile(clashes);
    for (const { part, text } of changed) {
      await db
        .insert(storyVersions)
        .values({ indicatorId: access.indicatorId, part, text, writtenBy: access.person.id });
      await record(access, {
        deed: `${text === '' ? 'took out' : 'wrote'} “${storyPartWords[part]}” in the story`,
        ...ofIndicator(access),
      });
    }
  });
}

/** Puts an earlier version back, as the newest. */
export async function restoreStory(access: IndicatorAccess, versionId: string): Promise<void> {
  await transaction(async () => {
    const versions = await newestVersionsOf(access, [versionId]);
    const wanted = found(versions.find(({ id }) => id === versionId));
    if (storyNow(versions)[wanted.part]?.text === wanted.text) return;
    const { part, text } = wanted;
    await db
      .insert(storyVersions)
      .values({ indicatorId: access.indicatorId, part, text, writtenBy: access.person.id });
    await record(access, {
      deed: `brought back an earlier “${storyPartWords[part]}” in the story`,
      ...ofIndicator(access),
    });
  });
}

const partnerRow = {
  id: indicatorPartners.id,
  partnerId: indicatorPartners.partnerId,
  partner: partners.name,
  role: indicatorPartners.role,
  who: people.name,
  at: indicatorPartners.createdAt,
  takenOutAt: indicatorPartners.takenOutAt,
};

/** The partners with a role, by name. */
export async function partnersWithRole(access: IndicatorAccess) {
  return db
    .select(partnerRow)
    .from(indicatorPartners)
    .innerJoin(partners, eq(partners.id, indicatorPartners.partnerId))
    .leftJoin(people, eq(people.id, indicatorPartners.writtenBy))
    .where(and(eq(indicatorPartners.indicatorId, access.indicatorId), isNull(indicatorPartners.takenOutAt)))
    .orderBy(asc(partners.name))
    .limit(200);
}
export type PartnerWithRole = Awaited<ReturnType<typeof partnersWithRole>>[number];

/** One of them, also where it was taken off. @throws 404 where it is not this indicator's. */
export async function findPartnerRole(access: IndicatorAccess, roleId: string | undefined) {
  const row = await db
    .select(partnerRow)
    .from(indicatorPartners)
    .innerJoin(partners, eq(partners.id, indicatorPartners.partnerId))
    .leftJoin(people, eq(people.id, indicatorPartners.writtenBy))
    .where(and(eq(indicatorPartners.id, roleId ?? ''), eq(indicatorPartners.indicatorId, access.indicatorId)))
    .get();
  return found(row);
}

const ofRole = (id: string) => ({ thing: 'indicator partner', thingId: id });

/** Gives a partner a role; returns its id. One that was taken off comes back with the new role. */
export async function addPartnerRole(access: IndicatorAccess, fields: NewPartnerFields): Promise<string> {
  return transaction(async () => {
    await requirePartnerHere(access, fields.partnerId, 'partnerId');
    const before = await db
      .select({ id: indicatorPartners.id, takenOutAt: indicatorPartners.takenOutAt })
      .from(indicatorPartners)
      .where(
        and(
          eq(indicatorPartners.indicatorId, access.indicatorId),
          eq(indicatorPartners.partnerId, fields.partnerId),
        ),
      )
      .get();
    if (before && before.takenOutAt === null)
      throw new RuleBroken(
        'This partner has a role already. Change it on the indicator’s page.',
        'partnerId',
      );
    const written = { role: fields.role, writtenBy: access.person.id, createdAt: now(), takenOutAt: null };
    const { id } = await db
      .insert(indicatorPartners)
      .values({ indicatorId: access.indicatorId, partnerId: fields.partnerId, ...written })
      .onConflictDoUpdate({
        target: [indicatorPartners.indicatorId, indicatorPartners.partnerId],
        set: written,
      })
      .returning({ id: indicatorPartners.id })
      .get();
    const { partner } = await findPartnerRole(access, id);
    await record(access, { deed: `gave ${partner} a role: “${fields.role}”`, ...ofRole(id) });
    return id;
  });
}

export async function rewritePartnerRole(
  access: IndicatorAccess,
  roleId: string | undefined,
  fields: { role: string },
): Promise<void> {
  await transaction(async () => {
    const before = await findPartnerRole(access, roleId);
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db
      .update(indicatorPartners)
      .set({ ...fields, writtenBy: access.person.id })
      .where(eq(indicatorPartners.id, before.id));
    await record(access, {
      deed: `changed the role of ${before.partner} from “${before.role}” to “${fields.role}”`,
      ...ofRole(before.id),
      detail: { ...detail },
    });
  });
}

/** Takes a partner off the list, or puts it back. */
export async function setPartnerRoleAway(
  access: IndicatorAccess,
  roleId: string | undefined,
  isAway: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, partner, takenOutAt } = await findPartnerRole(access, roleId);
    if ((takenOutAt !== null) === isAway) return;
    await db
      .update(indicatorPartners)
      .set({ takenOutAt: isAway ? now() : null })
      .where(eq(indicatorPartners.id, id));
    await record(access, {
      deed: `${isAway ? 'took off' : 'put back'} ${partner} as a partner`,
      ...ofRole(id),
    });
  });
}

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
  fields: ActionFields,
): Promise<void> {
  await transaction(async () => {
    const { id, responsible, ...before } = await findAction(access, actionId);
    const detail = changedFrom<ActionFields>({ ...before, who: responsible }, fields);
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
