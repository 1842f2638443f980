import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { eventMeasures, events } from '#db/schema/events';
import { measures } from '#db/schema/measures';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { eventDays, type TeamEvent } from './event';
import type { CommunityEventFields, TeamEventFields } from './forms';
import { findCommunityEvent, findTeamEvent } from './queries.server';

const thingOf = (eventId: string) => ({ thing: 'event', thingId: eventId });
const named = ({ title }: { title: string }) => `“${title}”`;

/** Marks on the team's charts what happened; returns its id. */
export async function writeTeamEvent(
  team: TeamAccess,
  fields: Omit<TeamEventFields, 'needsLeader'> & Partial<TeamEventFields>,
): Promise<string> {
  const { measureIds, ...what } = fields;
  return transaction(async () => {
    await requireMeasuresHere(team, measureIds);
    const id = await insertEvent(team, team.teamId, what);
    await nameMeasures(id, measureIds);
    return id;
  });
}

/** Marks on the charts of every team what happened to all; returns its id. */
export async function writeCommunityEvent(
  access: CommunityAccess,
  fields: CommunityEventFields,
): Promise<string> {
  return transaction(() => insertEvent(access, null, fields));
}

async function insertEvent(
  access: CommunityAccess,
  teamId: string | null,
  fields: CommunityEventFields & { needsLeader?: boolean },
): Promise<string> {
  const { id } = await db
    .insert(events)
    .values({ ...fields, teamId, communityId: access.communityId, writtenBy: access.person.id })
    .returning({ id: events.id })
    .get();
  await record(access, {
    deed: `wrote ${named(fields)} on the time line, ${eventDays(fields, access.today)}`,
    ...thingOf(id),
  });
  return id;
}

/** Writes anew what happened; history keeps the old words. */
export async function rewriteTeamEvent(
  team: TeamAccess,
  eventId: string | undefined,
  fields: TeamEventFields,
): Promise<void> {
  await transaction(async () => {
    const event = await findTeamEvent(team, eventId);
    const measureIds = [...new Set(fields.measureIds)].sort();
    await requireMeasuresHere(team, measureIds);
    await rewrite(team, { ...event, measureIds: [...event.measureIds].sort() }, { ...fields, measureIds });
    await db.delete(eventMeasures).where(eq(eventMeasures.eventId, event.id));
    await nameMeasures(event.id, measureIds);
  });
}

export async function rewriteCommunityEvent(
  access: CommunityAccess,
  eventId: string | undefined,
  fields: CommunityEventFields,
): Promise<void> {
  await transaction(async () => rewrite(access, await findCommunityEvent(access, eventId), fields));
}

async function rewrite(
  access: CommunityAccess,
  event: TeamEvent,
  fields: CommunityEventFields & { measureIds?: string[]; needsLeader?: boolean },
): Promise<void> {
  const detail = changedFrom<typeof fields>(event, fields);
  if (detail === null) return;
  const { kind, onDate, untilDate, title, needsLeader, detail: more } = fields;
  await db
    .update(events)
    .set({ kind, onDate, untilDate, title, needsLeader, detail: more })
    .where(and(eq(events.id, event.id), eq(events.communityId, access.communityId)));
  await record(access, {
    deed: `rewrote ${named(fields)} on the time line`,
    ...thingOf(event.id),
    detail: { ...detail },
  });
}

/** Takes an event off the charts; it can be brought back. */
export async function archiveTeamEvent(team: TeamAccess, eventId: string | undefined): Promise<TeamEvent> {
  return transaction(async () => putAway(team, await findTeamEvent(team, eventId)));
}

export async function archiveCommunityEvent(
  access: CommunityAccess,
  eventId: string | undefined,
): Promise<TeamEvent> {
  return transaction(async () => putAway(access, await findCommunityEvent(access, eventId)));
}

async function putAway(access: CommunityAccess, event: TeamEvent): Promise<TeamEvent> {
  if (event.archivedAt !== null) return event;
  await setArchived(access, event, new Date().toISOString());
  await record(access, { deed: `took ${named(event)} off the time line`, ...thingOf(event.id) });
  return event;
}

/** Puts an event back on the charts. */
export async function bringBackTeamEvent(team: TeamAccess, eventId: string | undefined): Promise<TeamEvent> {
  return transaction(async () => bringBack(team, await findTeamEvent(team, eventId)));
}

export async function bringBackCommunityEvent(
  access: CommunityAccess,
  eventId: string | undefined,
): Promise<TeamEvent> {
  return transaction(async () => bringBack(access, await findCommunityEvent(access, eventId)));
}

async function bringBack(access: CommunityAccess, event: TeamEvent): Promise<TeamEvent> {
  if (event.archivedAt === null) return event;
  await setArchived(access, event, null);
  await record(access, { deed: `put ${named(event)} back on the time line`, ...thingOf(event.id) });
  return event;
}

async function setArchived(
  access: CommunityAccess,
  event: TeamEvent,
  archivedAt: string | null,
): Promise<void> {
  await db
    .update(events)
    .set({ archivedAt })
    .where(and(eq(events.id, event.id), eq(events.communityId, access.communityId)));
}

async function requireMeasuresHere(team: TeamAccess, measureIds: readonly string[]): Promise<void> {
  if (measureIds.length === 0) return;
  const ours = await db
    .select({ id: measures.id })
    .from(measures)
    .where(
      and(
        inArray(measures.id, [...measureIds]),
        eq(measures.teamId, team.teamId),
        isNull(measures.archivedAt),
      ),
    );
  if (ours.length < new Set(measureIds).size)
    throw new RuleBroken('Choose measures of your team.', 'measureIds');
}

async function nameMeasures(eventId: string, measureIds: readonly string[]): Promise<void> {
  const once = [...new Set(measureIds)];
  if (once.length > 0)
    await db.insert(eventMeasures).values(once.map((measureId) => ({ eventId, measureId })));
}
