import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { comments, toldPeople } from '#db/schema/conversations';
import type { ToldReason } from '#db/vocabulary';
import type { CommunityAccess, ThingAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { listed } from '~/ui/words';
import type { CommentFields, PutAwayFields } from './forms';
import { mentionsIn } from './mentions';
import { findComment, nameOfThing, peopleOfThread, peopleToTell } from './queries.server';
import { type NamedThing, partAsked } from './things';

/**
 * Writes a comment beside a thing, or an answer in a thread, and puts it into the inbox of whom it names, of who takes
 * part in the thread and of who looks after the thing. An answer opens a resolved thread again. Returns the names after an
 * @ that are nobody's.
 */
export async function writeComment(
  access: ThingAccess,
  fields: Omit<CommentFields, 'resolves'>,
): Promise<{ unknown: string[]; isSomebodyNamed: boolean }> {
  return transaction(async () => {
    const thing = await nameOfThing(access);
    const root = fields.rootId === null ? null : await threadOf(access, fields.rootId);
    const everybody = await peopleToTell(access);
    const { personIds: named, unclear, unknown } = mentionsIn(fields.body, everybody);
    if (unclear.length > 0) {
      throw new RuleBroken(
        `More than one person is called ${listed(unclear)}. Write the whole name, or choose the person below.`,
        'body',
      );
    }
    if (fields.tell !== null && !everybody.some(({ id }) => id === fields.tell)) {
      throw new RuleBroken('Choose somebody of the list.', 'tell');
    }
    const { id } = await db
      .insert(comments)
      .values({
        communityId: access.communityId,
        teamId: access.teamId,
        thing: access.thing,
        thingId: access.thingId,
        part: root ? root.part : partAsked(access.thing, fields.part),
        quote: root ? '' : fields.quote,
        rootId: root?.id,
        body: fields.body,
        writtenBy: access.person.id,
      })
      .returning({ id: comments.id })
      .get();
    if (root?.resolvedAt)
      await db.update(comments).set({ resolvedAt: null, resolvedBy: null }).where(eq(comments.id, root.id));
    const inThread = root ? await peopleOfThread(root.id) : [];
    const reasons = new Map<string, ToldReason>();
    const tell = (personId: string | null, reason: ToldReason) => {
      if (personId !== null && !reasons.has(personId)) reasons.set(personId, reason);
    };
    for (const personId of [...named, fields.tell]) tell(personId, 'mention');
    for (const personId of inThread) tell(personId, 'answer');
    tell(thing.ownerId, 'owner');
    reasons.delete(access.person.id);
    const active = new Set(everybody.map((person) => person.id));
    const told = [...reasons].filter(([personId]) => active.has(personId));
    if (told.length > 0) {
      await db
        .insert(toldPeople)
        .values(told.map(([personId, reason]) => ({ commentId: id, personId, reason })));
    }
    // Who answers has read this thread, and only this one.
    if (root) await setAway(access, { ...access, threadId: root.id }, now(), true);
    await record(access, {
      deed: `${root ? 'answered a comment' : 'wrote a comment'} on ${deedName(thing)}`,
      ...thingOf(access),
    });
    return { unknown, isSomebodyNamed: told.some(([, reason]) => reason === 'mention') };
  });
}

/** Resolves a thread, with the words that were typed below it as its last answer. */
export async function answerAndResolve(
  access: ThingAccess,
  fields: CommentFields,
): Promise<{ unknown: string[] }> {
  return transaction(async () => {
    const written =
      fields.body === '' ? { unknown: [], isSomebodyNamed: false } : await writeComment(access, fields);
    // What is resolved leaves every inbox: they would never read it.
    if (written.isSomebodyNamed) {
      throw new RuleBroken(
        'You name somebody here. Send it as an answer, so that they hear of it, and resolve it later.',
        'body',
      );
    }
    await resolveThread(access, fields.rootId ?? undefined, true);
    return written;
  });
}

/** A thread is resolved: hidden, never deleted. Or it is opened again. A second click changes nothing. */
export async function resolveThread(
  access: ThingAccess,
  commentId: string | undefined,
  isResolved: boolean,
): Promise<void> {
  await transaction(async () => {
    const root = await threadOf(access, commentId);
    if ((root.resolvedAt !== null) === isResolved) return;
    await db
      .update(comments)
      .set(
        isResolved
          ? { resolvedAt: now(), resolvedBy: access.person.id }
          : { resolvedAt: null, resolvedBy: null },
      )
      .where(eq(comments.id, root.id));
    const what = isResolved ? 'resolved a comment' : 'opened a resolved comment again';
    await record(access, { deed: `${what} on ${deedName(await nameOfThing(access))}`, ...thingOf(access) });
  });
}

/** Takes one's own comment back, or brings it back; the row stays. */
export async function takeCommentOut(
  access: ThingAccess,
  commentId: string | undefined,
  isOut: boolean,
): Promise<void> {
  await transaction(async () => {
    const comment = await findComment(access, commentId);
    if (comment.writtenBy !== access.person.id) {
      throw new RuleBroken('Somebody else wrote this. Only they can take it back.');
    }
    if ((comment.takenOutAt !== null) === isOut) return;
    await db
      .update(comments)
      .set({ takenOutAt: isOut ? now() : null })
      .where(eq(comments.id, comment.id));
    const what = isOut ? 'took back a comment' : 'brought back a comment';
    await record(access, { deed: `${what} on ${deedName(await nameOfThing(access))}`, ...thingOf(access) });
  });
}

/** Says that one is done with a thing of one's inbox, or that it waits again. It is nobody else's matter: no history. */
export async function putAway(
  access: CommunityAccess,
  { isAway, at, ...which }: PutAwayFields,
): Promise<{ at: string }> {
  const instant = isAway ? now() : at;
  await setAway(access, which, instant, isAway);
  return { at: instant };
}

async function setAway(
  { communityId, person }: CommunityAccess,
  { thing, thingId, threadId }: Pick<ThingAccess, 'thing' | 'thingId'> & { threadId?: string },
  at: string,
  isAway: boolean,
): Promise<void> {
  const ofThing = db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        ...[eq(comments.thingId, thingId), eq(comments.thing, thing), eq(comments.communityId, communityId)],
        threadId === undefined ? undefined : or(eq(comments.id, threadId), eq(comments.rootId, threadId)),
      ),
    );
  await db
    .update(toldPeople)
    .set({ putAwayAt: isAway ? at : null })
    .where(
      and(
        eq(toldPeople.personId, person.id),
        inArray(toldPeople.commentId, ofThing),
        isAway ? isNull(toldPeople.putAwayAt) : eq(toldPeople.putAwayAt, at),
      ),
    );
}

/** The first comment of a thread, by itself or by one of its answers. */
async function threadOf(access: ThingAccess, commentId: string | undefined) {
  const comment = await findComment(access, commentId);
  return comment.rootId === null ? comment : findComment(access, comment.rootId);
}

const deedName = ({ thing, name }: NamedThing) => (thing === 'cycle' ? name.split(':')[0] : `“${name}”`);

const thingOf = ({ thing, thingId }: ThingAccess) => ({
  thing,
  thingId,
  ...(thing === 'cycle' ? { cycleId: thingId } : {}),
});
