import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { meetingLines, meetings } from '#db/schema/meetings';
import type { MeetingLineKind } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { ChangedMeanwhile, RuleBroken } from '~/http/errors';
import { plainLineEnds } from '~/http/line-ends';
import { shortDay } from '~/ui/dates';
import type { LineFields, PresentFields, RewriteFields } from './forms';
import { findLine, findMeeting, runningMeeting } from './queries.server';
import { lineInWords, lineMark } from './record';

const thingOf = (meetingId: string) => ({ thing: 'meeting', thingId: meetingId });
const named: Record<MeetingLineKind, string> = {
  note: 'a note',
  decision: 'a decision',
  promise: 'a promise',
};

/** Starts the team's meeting, or joins the one that goes on; returns its id. Two who start at once share one. */
export async function startMeeting(team: TeamAccess): Promise<string> {
  return transaction(async () => {
    const running = await runningMeeting(team);
    if (running) return running.id;
    const { id } = await db
      .insert(meetings)
      .values({ teamId: team.teamId, onDate: team.today, startedBy: team.person.id })
      .returning({ id: meetings.id })
      .get();
    await record(team, { deed: 'started a meeting', ...thingOf(id) });
    return id;
  });
}

/** Adds a line, also to a meeting that has just ended: what was typed meanwhile is not lost. Returns its id. */
export async function writeLine(
  team: TeamAccess,
  meetingId: string | undefined,
  line: LineFields & { cycleId?: string },
): Promise<string> {
  return transaction(async () => {
    const meeting = await findMeeting(team, meetingId);
    const { kind, text, who, byDate, cycleId } = line;
    const { id } = await db
      .insert(meetingLines)
      .values({ kind, text, who, byDate, cycleId, meetingId: meeting.id, writtenBy: team.person.id })
      .returning({ id: meetingLines.id })
      .get();
    await record(team, {
      deed: `wrote ${named[kind]} in the meeting of ${shortDay(meeting.onDate)}`,
      cycleId,
      ...thingOf(meeting.id),
    });
    return id;
  });
}

/** Writes one's own line anew; history keeps the old words. */
export async function rewriteLine(
  team: TeamAccess,
  meetingId: string | undefined,
  lineId: string | undefined,
  { was, ...fields }: RewriteFields,
): Promise<void> {
  await transaction(async () => {
    const line = await findLine(team, meetingId, lineId);
    if (line.writtenBy !== team.person.id) {
      throw new RuleBroken('Somebody else wrote this line. Write a line of your own beside it.');
    }
    const detail = changedFrom(line, fields);
    if (!detail) return;
    const mark = lineMark(line);
    if (was !== mark) {
      const words = lineInWords({ ...line, cycle: null });
      const sentence = `This line was changed on another device. It is ${named[line.kind]} now: “${words}” Put the two together and save again.`;
      throw new ChangedMeanwhile([{ field: 'text', sentence, shown: { was: mark } }]);
    }
    await db.update(meetingLines).set(fields).where(eq(meetingLines.id, line.id));
    await record(team, {
      deed: `rewrote ${named[fields.kind]} of the meeting of ${shortDay(line.onDate)}`,
      ...thingOf(line.meetingId),
      detail: { ...detail },
    });
  });
}

/** Takes a line out of the record: it stays as a row and can be brought back. */
export async function takeLineOut(
  team: TeamAccess,
  meetingId: string | undefined,
  lineId: string | undefined,
): Promise<void> {
  await setOut(team, meetingId, lineId, true);
}

export async function bringLineBack(
  team: TeamAccess,
  meetingId: string | undefined,
  lineId: string | undefined,
): Promise<void> {
  await setOut(team, meetingId, lineId, false);
}

async function setOut(
  team: TeamAccess,
  meetingId: string | undefined,
  lineId: string | undefined,
  isOut: boolean,
): Promise<void> {
  await transaction(async () => {
    const line = await findLine(team, meetingId, lineId);
    if ((line.takenOutAt !== null) === isOut) return;
    const takenOutAt = isOut ? now() : null;
    await db.update(meetingLines).set({ takenOutAt }).where(eq(meetingLines.id, line.id));
    const what = `${named[line.kind]} ${isOut ? 'out of' : 'back to'} the meeting of ${shortDay(line.onDate)}`;
    await record(team, { deed: `${isOut ? 'took' : 'brought'} ${what}`, ...thingOf(line.meetingId) });
  });
}

/** Says that a promise is kept, or is not yet. */
export async function keepPromise(
  team: TeamAccess,
  meetingId: string | undefined,
  lineId: string | undefined,
  isDone: boolean,
): Promise<void> {
  await transaction(async () => {
    const line = await findLine(team, meetingId, lineId);
    if (line.kind !== 'promise') throw new RuleBroken('Only what somebody promised can be done.');
    if ((line.doneAt !== null) === isDone) return;
    const doneAt = isDone ? now() : null;
    await db.update(meetingLines).set({ doneAt }).where(eq(meetingLines.id, line.id));
    await record(team, {
      deed: `marked as ${isDone ? 'done' : 'not done'} what ${line.who} promised on ${shortDay(line.onDate)}`,
      ...thingOf(line.meetingId),
    });
  });
}

/** Writes down who came: staff and partners, never students. */
export async function writePresent(
  team: TeamAccess,
  meetingId: string | undefined,
  { present, was }: PresentFields,
): Promise<void> {
  await transaction(async () => {
    const meeting = await findMeeting(team, meetingId);
    const detail = changedFrom(meeting, { present });
    if (!detail) return;
    const stands = plainLineEnds(meeting.present);
    if (was !== stands.trim()) {
      const sentence =
        stands === ''
          ? 'Somebody took out meanwhile who was here. Save again to put your words there.'
          : `Somebody wrote this down meanwhile: “${stands}” Put the two together and save again.`;
      throw new ChangedMeanwhile([{ field: 'present', sentence, shown: { was: stands } }]);
    }
    await db.update(meetings).set({ present }).where(eq(meetings.id, meeting.id));
    await record(team, {
      deed: `wrote down who came to the meeting of ${shortDay(meeting.onDate)}`,
      ...thingOf(meeting.id),
      detail: { ...detail },
    });
  });
}

/** Ends the meeting. A second click changes nothing. */
export async function endMeeting(team: TeamAccess, meetingId: string | undefined): Promise<void> {
  await transaction(async () => {
    const meeting = await findMeeting(team, meetingId);
    if (meeting.endedAt !== null) return;
    await db
      .update(meetings)
      .set({ endedAt: now(), endedBy: team.person.id })
      .where(eq(meetings.id, meeting.id));
    await record(team, { deed: 'ended the meeting', ...thingOf(meeting.id) });
  });
}

/** Goes on with a meeting that was ended too early; false where another one goes on, and nothing changes. */
export async function reopenMeeting(team: TeamAccess, meetingId: string | undefined): Promise<boolean> {
  return transaction(async () => {
    const meeting = await findMeeting(team, meetingId);
    if (meeting.endedAt === null) return true;
    if (await runningMeeting(team)) return false;
    await db.update(meetings).set({ endedAt: null, endedBy: null }).where(eq(meetings.id, meeting.id));
    await record(team, {
      deed: `went on with the meeting of ${shortDay(meeting.onDate)}`,
      ...thingOf(meeting.id),
    });
    return true;
  });
}
