import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { events } from '#db/schema/events';
import { gatheringKinds, gatheringKindWords } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { Gathering } from './calendar';
import { eventDays } from './event';
import type { GatheringFields } from './gathering-form';

const columns = {
  id: events.id,
  kind: events.kind,
  onDate: events.onDate,
  untilDate: events.untilDate,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  place: events.place,
  title: events.title,
  detail: events.detail,
  createdAt: events.createdAt,
  archivedAt: events.archivedAt,
};
export type KeptGathering = Gathering & { createdAt: string; archivedAt: string | null };

const ofCommunity = (access: Pick<CommunityAccess, 'communityId'>) =>
  and(
    eq(events.communityId, access.communityId),
    isNull(events.teamId),
    inArray(events.kind, [...gatheringKinds]),
  );

/** The calendar of the collaborative, in order of time, with what was taken off it. */
export async function gatheringsOf(access: Pick<CommunityAccess, 'communityId'>): Promise<KeptGathering[]> {
  const rows = await db
    .select(columns)
    .from(events)
    .where(ofCommunity(access))
    .orderBy(asc(events.onDate), asc(events.createdAt))
    .limit(500);
  return rows as KeptGathering[];
}

/** One of the calendar. @throws 404 where it is another's, or no gathering. */
export async function findGathering(
  access: Pick<CommunityAccess, 'communityId'>,
  eventId: string | undefined,
): Promise<KeptGathering> {
  const row = await db
    .select(columns)
    .from(events)
    .where(and(eq(events.id, eventId ?? ''), ofCommunity(access)))
    .get();
  return found(row) as KeptGathering;
}

const thingOf = (eventId: string) => ({ thing: 'event', thingId: eventId });

/** Puts a learning session or an action period on the calendar, and on the charts of every team; returns its id. */
export async function writeGathering(access: CommunityAccess, fields: GatheringFields): Promise<string> {
  return transaction(async () => {
    const { id } = await db
      .insert(events)
      .values({ ...fields, communityId: access.communityId, writtenBy: access.person.id })
      .returning({ id: events.id })
      .get();
    await record(access, {
      deed: `put “${fields.title}” on the calendar, ${eventDays(fields, access.today)}`,
      ...thingOf(id),
    });
    return id;
  });
}

export async function rewriteGathering(
  access: CommunityAccess,
  eventId: string | undefined,
  typed: GatheringFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const gathering = await findGathering(access, eventId);
    const fields = await keptBeside<GatheringFields>(access, {
      ...{ typed, now: gathering, shown, of: { thingId: gathering.id } },
      together: [['kind', 'onDate', 'untilDate', 'startsAt', 'endsAt']],
      words: { kind: gatheringKindWords },
    });
    const detail = changedFrom<GatheringFields>(gathering, fields);
    if (!detail) return;
    await db.update(events).set(fields).where(eq(events.id, gathering.id));
    await record(access, {
      deed: `changed “${fields.title}” on the calendar`,
      ...thingOf(gathering.id),
      detail: { ...detail },
    });
  });
}

/** Takes it off the calendar and the charts, or puts it back. A second click changes nothing. */
export async function setGatheringOff(
  access: CommunityAccess,
  eventId: string | undefined,
  isOff: boolean,
): Promise<KeptGathering> {
  return transaction(async () => {
    const gathering = await findGathering(access, eventId);
    if ((gathering.archivedAt !== null) === isOff) return gathering;
    await db
      .update(events)
      .set({ archivedAt: isOff ? new Date().toISOString() : null })
      .where(eq(events.id, gathering.id));
    await record(access, {
      deed: `${isOff ? 'took' : 'put'} “${gathering.title}” ${isOff ? 'off' : 'back on'} the calendar`,
      ...thingOf(gathering.id),
    });
    return gathering;
  });
}
