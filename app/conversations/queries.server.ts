import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client.server';
import { comments, toldPeople } from '#db/schema/conversations';
import { cycles } from '#db/schema/cycles';
import { indicators } from '#db/schema/indicators';
import { measures } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, ThingAccess } from '~/access/gate.server';
import { isActiveMembership } from '~/access/session.server';
import { found } from '~/http/errors';
import { type InboxThing, inboxThings, type Told } from './inbox';
import { portions } from './portion';
import type { NamedThing } from './things';
import { type Thread, threadsOf } from './threads';

const most = { comments: 5000, people: 1000 };
const resolver = alias(people, 'resolver');
const root = alias(comments, 'root');
const rootId = sql<string>`coalesce(${comments.rootId}, ${comments.id})`;

/** The thing that a page, behind its own gate, is about. */
type Of = Pick<ThingAccess, 'thing' | 'thingId'>;

/**
 * What was said beside a thing, in threads, the oldest first; what is resolved comes along. Where there are more than
 * `count`, those talked in last are there, the open before the resolved, and the one asked for in any case.
 */
export async function threadsBeside(
  access: CommunityAccess,
  of: Of,
  { count = portions.threads, asked = null }: { count?: number; asked?: string | null } = {},
): Promise<{ threads: Thread[]; hasEarlier: boolean }> {
  const newest = await db
    .select({ id: rootId })
    .from(comments)
    .innerJoin(root, eq(root.id, rootId))
    .where(ofThing(access, of))
    .groupBy(rootId)
    .orderBy(sql`max(${root.resolvedAt}) is not null`, sql`max(${comments.createdAt}) desc`)
    .limit(count + 1);
  const ids = newest.slice(0, count).map(({ id }) => id);
  const rows = await db
    .select({
      id: comments.id,
      rootId: comments.rootId,
      part: comments.part,
      quote: comments.quote,
      body: comments.body,
      writer: people.name,
      writtenBy: comments.writtenBy,
      createdAt: comments.createdAt,
      takenOutAt: comments.takenOutAt,
      resolvedAt: comments.resolvedAt,
      resolver: resolver.name,
    })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.writtenBy))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
    .where(and(ofThing(access, of), inArray(rootId, asked === null ? ids : [...ids, asked])))
    .orderBy(isNotNull(comments.rootId), desc(comments.createdAt), desc(writtenOrder(comments)))
    .limit(most.comments);
  const threads = threadsOf(
    rows.reverse().map(({ writtenBy, takenOutAt, ...comment }) => ({
      ...comment,
      isMine: writtenBy === access.person.id,
      isOut: takenOutAt !== null,
    })),
  );
  return { threads, hasEarlier: newest.length > count };
}

const ofThing = ({ communityId }: CommunityAccess, { thing, thingId }: Of) =>
  and(eq(comments.thingId, thingId), eq(comments.thing, thing), eq(comments.communityId, communityId));

/** One comment beside the thing. @throws 404 where it is not there. */
export async function findComment(access: ThingAccess, commentId: string | undefined) {
  const row = await db
    .select({
      id: comments.id,
      rootId: comments.rootId,
      part: comments.part,
      writtenBy: comments.writtenBy,
      takenOutAt: comments.takenOutAt,
      resolvedAt: comments.resolvedAt,
    })
    .from(comments)
    .where(and(eq(comments.id, commentId ?? ''), ofThing(access, access)))
    .get();
  return found(row);
}

/** Who wrote in a thread, or was named in it in words that stand. */
export async function peopleOfThread(threadId: string): Promise<string[]> {
  const inThread = sql`(${comments.id} = ${threadId} or ${comments.rootId} = ${threadId})`;
  const [writers, named] = await Promise.all([
    db.selectDistinct({ id: comments.writtenBy }).from(comments).where(inThread),
    db
      .selectDistinct({ id: toldPeople.personId })
      .from(comments)
      .innerJoin(toldPeople, and(eq(toldPeople.commentId, comments.id), eq(toldPeople.reason, 'mention')))
      .where(and(inThread, isNull(comments.takenOutAt))),
  ]);
  return [...new Set([...writers, ...named].flatMap(({ id }) => id ?? []))];
}

/** Everybody of the community who can be told: active members, by name. */
export async function peopleToTell(access: CommunityAccess) {
  return db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.communityId, access.communityId), isActiveMembership))
    .orderBy(asc(people.name), asc(people.id))
    .limit(most.people);
}

/** Words for a cycle, of a query that joins it with its idea. */
const cycleName = sql<string>`'Cycle ' || ${cycles.number} || ': ' || ${changeIdeas.name}`;

/** The thing's name, its team, and who looks after it. */
export async function nameOfThing({
  thing,
  thingId,
}: ThingAccess): Promise<NamedThing & { ownerId: string | null }> {
  const row =
    thing === 'cycle'
      ? await db
          .select({ name: cycleName, teamId: teams.id, team: teams.name, ownerId: cycles.ledBy })
          .from(cycles)
          .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
          .innerJoin(teams, eq(teams.id, cycles.teamId))
          .where(eq(cycles.id, thingId))
          .get()
      : thing === 'measure'
        ? await db
            .select({ name: measures.name, teamId: teams.id, team: teams.name, ownerId: measures.ownerId })
            .from(measures)
            .innerJoin(teams, eq(teams.id, measures.teamId))
            .where(eq(measures.id, thingId))
            .get()
        : await nameOfCommunityThing(thing, thingId);
  return { thing, thingId, ...found(row) };
}

async function nameOfCommunityThing(thing: 'indicator' | 'practice', thingId: string) {
  const table = thing === 'indicator' ? indicators : practices;
  const row = await db
    .select({ name: table.name, ownerId: table.ownerId })
    .from(table)
    .where(eq(table.id, thingId))
    .get();
  return row && { ...row, teamId: null, team: null };
}

const waits = and(isNull(toldPeople.putAwayAt), isNull(comments.takenOutAt), isNull(root.resolvedAt));

/**
 * What a person was told of and is not done with, in the community being looked at: one entry a thing. Of more than
 * `most` comments the newest are there.
 */
export async function inboxOf(
  access: CommunityAccess,
  most = portions.told,
): Promise<{ things: InboxThing[]; hasEarlier: boolean }> {
  const name = sql<string>`coalesce(${cycleName}, ${measures.name}, ${indicators.name}, ${practices.name}, '')`;
  const rows: Told[] = await db
    .select({
      id: comments.id,
      reason: toldPeople.reason,
      writer: people.name,
      body: comments.body,
      createdAt: comments.createdAt,
      rootId,
      thing: comments.thing,
      thingId: comments.thingId,
      name,
      teamId: teams.id,
      team: teams.name,
    })
    .from(toldPeople)
    .innerJoin(comments, eq(comments.id, toldPeople.commentId))
    .innerJoin(root, eq(root.id, rootId))
    .leftJoin(people, eq(people.id, comments.writtenBy))
    .leftJoin(teams, eq(teams.id, comments.teamId))
    .leftJoin(cycles, and(eq(comments.thing, 'cycle'), eq(cycles.id, comments.thingId)))
    .leftJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(measures, and(eq(comments.thing, 'measure'), eq(measures.id, comments.thingId)))
    .leftJoin(indicators, and(eq(comments.thing, 'indicator'), eq(indicators.id, comments.thingId)))
    .leftJoin(practices, and(eq(comments.thing, 'practice'), eq(practices.id, comments.thingId)))
    .where(
      and(eq(toldPeople.personId, access.person.id), eq(comments.communityId, access.communityId), waits),
    )
    .orderBy(desc(comments.createdAt), desc(writtenOrder(comments)))
    .limit(most + 1);
  return { things: inboxThings(rows.slice(0, most)), hasEarlier: rows.length > most };
}

/** How many things wait in a person's inbox of a community: asked on every page. */
export async function inboxCount(personId: string, communityId: string): Promise<number> {
  const row = await db
    .select({ things: count(sql`distinct ${comments.thingId}`) })
    .from(toldPeople)
    .innerJoin(comments, eq(comments.id, toldPeople.commentId))
    .innerJoin(root, eq(root.id, rootId))
    .where(and(eq(toldPeople.personId, personId), eq(comments.communityId, communityId), waits))
    .get();
  return row?.things ?? 0;
}
