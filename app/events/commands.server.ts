import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { eventMeasures, events } from '#db/schema/events';
import { measures } from '#db/schema/measures';
import { eventKindWords } from '#db/vocabulary';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
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

/** Writes anew what happened; history keeps the old words. `shown` is what the form was drawn with. */
export async function rewriteTeamEvent(
  team: TeamAccess,
  eventId: string | undefined,
  typed: TeamEventFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const kept = await findTeamEvent(team, eventId);
    await requireMeasuresHere(team, typed.measureIds);
    // A form offers no measure that was put away: what names one goes on naming it.
    const offered = await inUse(team, kept.measureIds);
    const fields = await keptBeside<TeamEventFields>(team, {
      typed: { ...typed, measureIds: sorted(typed.measureIds) },
      now: { ...kept, measureIds: sorted(offered) },
      ...{ shown, of: { thingId: kept.id }, together: [...together, ['kind', 'needsLeader']] },
      words: { kind: eventKindWords },
      named: { measureIds: measures },
    });
    const putAway = kept.measureIds.filter((id) => !offered.includes(id));
    const measureIds = sorted([...fields.measureIds, ...putAway]);
    await rewrite(team, { ...kept, measureIds: sorted(kept.measureIds) }, { ...fields, measureIds });
    await db.delete(eventMeasures).where(eq(eventMeasures.eventId, kept.id));
    await nameMeasures(kept.id, measureIds);
  });
}

export async function rewriteCommunityEvent(
  access: CommunityAccess,
  eventId: string | undefined,
  typed: CommunityEventFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const kept = await findCommunityEvent(access, eventId);
    const fields = await keptBeside<CommunityEventFields>(access, {
      ...{ typed, now: kept, shown, of: { thingId: kept.id }, together: [...together] },
      words: { kind: eventKindWords },
    });
    await rewrite(access, kept, fields);
  });
}

/** The first day and the last. */
const together = [['onDate', 'untilDate']] as const;
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

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
  const ours = await inUse(team, measureIds);
  if (ours.length < new Set(measureIds).size)
    throw new RuleBroken('Choose measures of your team.', 'measureIds');
}

/** Those of these measures that are the team's, and were not put away. */
async function inUse(team: TeamAccess, measureIds: readonly string[]): Promise<string[]> {
  if (measureIds.length === 0) return [];
  const rows = await db
    .select({ id: measures.id })
    .from(measures)
    .where(
      and(
        inArray(measures.id, [...measureIds]),
        eq(measures.teamId, team.teamId),
        isNull(measures.archivedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

async function nameMeasures(eventId: string, measureIds: readonly string[]): Promise<void> {
  const once = [...new Set(measureIds)];
  if (once.length > 0)
    await db.insert(eventMeasures).values(once.map((measureId) => ({ eventId, measureId })));
}
