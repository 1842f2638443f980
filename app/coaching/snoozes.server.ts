import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { coachNotes, snoozes } from '#db/schema/coaching';
import { now } from '#db/schema/columns';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { addWorkingDays, aWorkingWeek } from '~/access/working-days';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { shortDay } from '~/ui/dates';
import type { Snooze } from './queue';
import type { NotedLine } from './queue-lines';

/* What keeps a line of the queue away for a while: a day the coach chose, or a note they have sent. */

/** The lines that this coach has set aside and that sleep still. */
export async function mySnoozes(access: CommunityAccess): Promise<Snooze[]> {
  return db
    .select({ id: snoozes.id, line: snoozes.line, untilOn: snoozes.untilOn, reason: snoozes.reason })
    .from(snoozes)
    .where(
      and(
        eq(snoozes.personId, access.person.id),
        eq(snoozes.communityId, access.communityId),
        gt(snoozes.untilOn, access.today),
        isNull(snoozes.endedAt),
      ),
    )
    .limit(1000);
}

/** The lines of these teams that a coach has written about, the newest first: a signal with a note is celebrated. */
export async function notedLines(access: CommunityAccess, teamIds: readonly string[]): Promise<NotedLine[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({ line: coachNotes.line, teamId: coachNotes.teamId, createdAt: coachNotes.createdAt })
    .from(coachNotes)
    .where(and(inArray(coachNotes.teamId, [...teamIds]), isAlso(coachNotes.communityId, access.communityId)))
    .orderBy(desc(coachNotes.createdAt))
    .limit(5000);
  const { timeZone } = access.community;
  return rows.map(({ createdAt, ...note }) => ({ ...note, onDate: dayIn(timeZone, new Date(createdAt)) }));
}

/** Sets a line aside until a day; a newer choice takes the place of an older one. */
export async function snooze(
  access: CommunityAccess,
  line: string,
  { untilOn, reason }: { untilOn: string; reason: string },
): Promise<string> {
  if (untilOn <= access.today) throw new RuleBroken('Choose a day that is still to come.', 'untilOn');
  return transaction(async () => {
    const id = await setAside(access, line, { untilOn, reason });
    await record(access, {
      deed: `set a line of the coaching list aside until ${shortDay(untilOn)}`,
      ...{ thing: 'snooze', thingId: id, detail: { line, reason } },
    });
    return id;
  });
}

async function setAside(
  access: CommunityAccess,
  line: string,
  { untilOn, reason }: { untilOn: string; reason: string },
): Promise<string> {
  await endSnoozes(access, line);
  const { communityId, person } = access;
  const { id } = await db
    .insert(snoozes)
    .values({ communityId, personId: person.id, line, untilOn, reason })
    .returning({ id: snoozes.id })
    .get();
  return id;
}

/** Back on the list today. A second click changes nothing. */
export async function wake(access: CommunityAccess, line: string): Promise<void> {
  await transaction(async () => {
    if ((await endSnoozes(access, line)) === 0) return;
    await record(access, {
      deed: 'took a line of the coaching list up again',
      ...{ thing: 'snooze', thingId: '', detail: { line } },
    });
  });
}

async function endSnoozes(access: CommunityAccess, line: string): Promise<number> {
  const ended = await db
    .update(snoozes)
    .set({ endedAt: now() })
    .where(
      and(
        eq(snoozes.personId, access.person.id),
        eq(snoozes.communityId, access.communityId),
        eq(snoozes.line, line),
        isNull(snoozes.endedAt),
      ),
    )
    .returning({ id: snoozes.id });
  return ended.length;
}

/**
 * A few words to the team about a line of the queue. What stands still sleeps for a working week then; a signal has been
 * celebrated, and does not come back.
 */
export async function writeNote(
  team: TeamAccess,
  line: { key: string; cycleId: string | null; measureId: string | null; isStuck: boolean },
  text: string,
): Promise<void> {
  await transaction(async () => {
    const { communityId, teamId, person, today, community } = team;
    const { cycleId, measureId, key } = line;
    const { id } = await db
      .insert(coachNotes)
      .values({ communityId, teamId, cycleId, measureId, line: key, text, writtenBy: person.id })
      .returning({ id: coachNotes.id })
      .get();
    await record(team, {
      deed: 'wrote a note to the team',
      ...(cycleId ? { cycleId } : {}),
      ...{ thing: 'coach note', thingId: id },
    });
    if (!line.isStuck) return;
    const untilOn = addWorkingDays(today, aWorkingWeek, community.holidays);
    // The note has its line in the team's history; that it rests on a coach's list is no business of the team.
    await setAside(team, key, { untilOn, reason: `You wrote to the team on ${shortDay(today)}.` });
  });
}
