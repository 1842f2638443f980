import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { people } from '#db/schema/people';
import { practiceOffers, practices } from '#db/schema/practices';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import { openPractice } from './commands.server';

const isOpen = isNull(practiceOffers.takenBackAt);

/** Lets the other communities of the network read what the practice is: its description, and no number of it. */
export async function offerPractice(access: PracticeAccess): Promise<void> {
  await transaction(async () => {
    const practice = await openPractice(access);
    if ((await openOffer(access)) !== null) return;
    await db.insert(practiceOffers).values({ practiceId: practice.id, offeredBy: access.person.id });
    await record(access, {
      deed: `offered the practice “${practice.name}” to the network`,
      thing: 'practice',
      thingId: practice.id,
    });
  });
}

/** From now on nobody else reads it; the copies that were made stay where they are. */
export async function takeOfferBack(access: PracticeAccess): Promise<void> {
  await transaction(async () => {
    const practice = await openPractice(access);
    const offer = await openOffer(access);
    if (offer === null) return;
    await db
      .update(practiceOffers)
      .set({ takenBackAt: new Date().toISOString(), takenBackBy: access.person.id })
      .where(eq(practiceOffers.id, offer.id));
    await record(access, {
      deed: `took back the offer of the practice “${practice.name}” to the network`,
      thing: 'practice',
      thingId: practice.id,
    });
  });
}

/** Since when the network may read the practice, and by whose word; null where it may not. */
export async function openOffer(access: PracticeAccess) {
  const offer = await db
    .select({ id: practiceOffers.id, offeredBy: people.name, createdAt: practiceOffers.createdAt })
    .from(practiceOffers)
    .leftJoin(people, eq(people.id, practiceOffers.offeredBy))
    .where(and(eq(practiceOffers.practiceId, access.practiceId), isOpen))
    .orderBy(desc(practiceOffers.createdAt))
    .limit(1)
    .get();
  return offer ?? null;
}

/** What another community may read of a practice: how it is done. No person, no team, no number. */
const description = {
  id: practices.id,
  name: practices.name,
  description: practices.description,
  steps: practices.steps,
  forWhom: practices.forWhom,
  setting: practices.setting,
  takesHours: practices.takesHours,
  takesMoney: practices.takesMoney,
  takesMaterials: practices.takesMaterials,
  coreParts: practices.coreParts,
  adaptableParts: practices.adaptableParts,
  sourceKind: practices.sourceKind,
  sourceTier: practices.sourceTier,
  source: practices.source,
};

const offered = (access: CommunityAccess) =>
  and(isOpen, isNull(practices.archivedAt), ne(practices.communityId, access.communityId));

/** The practices that other communities of the network offer, by name. */
export async function listOffered(access: CommunityAccess) {
  return db
    .select({
      id: practices.id,
      name: practices.name,
      description: practices.description,
      forWhom: practices.forWhom,
      setting: practices.setting,
      community: communities.name,
    })
    .from(practiceOffers)
    .innerJoin(practices, eq(practices.id, practiceOffers.practiceId))
    .innerJoin(communities, eq(communities.id, practices.communityId))
    .where(offered(access))
    .orderBy(asc(practices.name), asc(practices.id))
    .limit(500);
}

/** @throws Response 404 where no other community offers it. */
export async function findOffered(access: CommunityAccess, offeredId = '') {
  const practice = await db
    .select({ ...description, community: communities.name })
    .from(practiceOffers)
    .innerJoin(practices, eq(practices.id, practiceOffers.practiceId))
    .innerJoin(communities, eq(communities.id, practices.communityId))
    .where(and(offered(access), eq(practices.id, offeredId)))
    .get();
  return found(practice);
}

export type OfferedPractice = Awaited<ReturnType<typeof findOffered>>;

/** The copy of an offered practice in one's own library, where there is one already. */
export async function ownCopy(access: CommunityAccess, offeredId: string) {
  const copy = await db
    .select({ id: practices.id, name: practices.name })
    .from(practices)
    .where(
      and(
        eq(practices.copiedFromId, offeredId),
        eq(practices.communityId, access.communityId),
        isNull(practices.archivedAt),
      ),
    )
    .limit(1)
    .get();
  return copy ?? null;
}

/**
 * Copies an offered practice into one's own library, where it starts as an idea: evidence does not travel. A library
 * that has a copy keeps that one.
 */
export async function copyPractice(
  access: CommunityAccess,
  offeredId: string | undefined,
): Promise<{ id: string; isNew: boolean }> {
  return transaction(async () => {
    const { id: copiedFromId, community, ...words } = await findOffered(access, offeredId);
    const before = await ownCopy(access, copiedFromId);
    if (before) return { id: before.id, isNew: false };
    const copy = await db
      .insert(practices)
      .values({ ...words, communityId: access.communityId, copiedFromId, copiedFrom: community })
      .returning({ id: practices.id })
      .get();
    await record(access, {
      deed: `copied the practice “${words.name}” from ${community}`,
      thing: 'practice',
      thingId: copy.id,
    });
    return { id: copy.id, isNew: true };
  });
}
