import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { folded, foldedWords } from '#db/folded';
import { cycles } from '#db/schema/cycles';
import { meetingLines, meetings } from '#db/schema/meetings';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { MeetingLineKind } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { MeetingRecord } from './record';

const most = { meetings: 200, lines: 1000, promises: 100 };

const head = {
  id: meetings.id,
  onDate: meetings.onDate,
  present: meetings.present,
  endedAt: meetings.endedAt,
};

/** The meeting of the team that goes on; undefined while there is none. A team has one at a time. */
export async function runningMeeting(team: TeamAccess) {
  return db
    .select(head)
    .from(meetings)
    .where(and(eq(meetings.teamId, team.teamId), isNull(meetings.endedAt)))
    .orderBy(desc(meetings.createdAt))
    .limit(1)
    .get();
}

/** One meeting of the team. @throws 404 where it is not this team's. */
export async function findMeeting(team: TeamAccess, meetingId: string | undefined) {
  const row = await db
    .select({ ...head, startedBy: people.name })
    .from(meetings)
    .leftJoin(people, eq(people.id, meetings.startedBy))
    .where(and(eq(meetings.id, meetingId ?? ''), eq(meetings.teamId, team.teamId)))
    .get();
  return found(row);
}

/** The meetings that have ended, newest first, with how much each left behind. */
export async function pastMeetings(team: TeamAccess, limit = most.meetings) {
  // The table is spelled out: of a query on one table, the column in here would lose its.
  const count = (kind: MeetingLineKind) => sql<number>`(
    select count(*) from meeting_lines l
    where l.meeting_id = meetings.id and l.kind = ${kind} and l.taken_out_at is null)`;
  return db
    .select({
      id: meetings.id,
      onDate: meetings.onDate,
      present: meetings.present,
      decision: count('decision'),
      promise: count('promise'),
      note: count('note'),
    })
    .from(meetings)
    .where(and(eq(meetings.teamId, team.teamId), isNotNull(meetings.endedAt)))
    .orderBy(desc(meetings.onDate), desc(meetings.createdAt))
    .limit(limit);
}

/** All that is written down of a meeting, oldest line first; what was taken out comes along for whoever may write. */
export async function readRecord(team: TeamAccess, meetingId: string): Promise<MeetingRecord> {
  const meeting = await findMeeting(team, meetingId);
  const seesAll = team.may('write cycles');
  const rows = await db
    .select({
      id: meetingLines.id,
      kind: meetingLines.kind,
      text: meetingLines.text,
      who: meetingLines.who,
      byDate: meetingLines.byDate,
      doneAt: meetingLines.doneAt,
      takenOutAt: meetingLines.takenOutAt,
      writtenBy: meetingLines.writtenBy,
      writer: people.name,
      cycleId: cycles.id,
      number: cycles.number,
      idea: changeIdeas.name,
    })
    .from(meetingLines)
    .leftJoin(people, eq(people.id, meetingLines.writtenBy))
    .leftJoin(cycles, eq(cycles.id, meetingLines.cycleId))
    .leftJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .where(and(eq(meetingLines.meetingId, meeting.id), seesAll ? undefined : isNull(meetingLines.takenOutAt)))
    .orderBy(asc(meetingLines.createdAt), asc(writtenOrder(meetingLines)))
    .limit(most.lines);
  const lines = rows.map(({ doneAt, takenOutAt, writtenBy, cycleId, number, idea, ...line }) => ({
    ...line,
    isDone: doneAt !== null,
    isOut: takenOutAt !== null,
    isMine: writtenBy === team.person.id,
    cycle: cycleId === null || number === null ? null : { id: cycleId, number, idea: idea ?? '' },
  }));
  const seen = { present: meeting.present, isEnded: meeting.endedAt !== null, lines };
  const mark = createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16);
  return { mark, ...seen };
}

/** One line of one of the team's meetings. @throws 404 where it is not this team's. */
export async function findLine(team: TeamAccess, meetingId: string | undefined, lineId: string | undefined) {
  const row = await db
    .select({
      id: meetingLines.id,
      meetingId: meetingLines.meetingId,
      kind: meetingLines.kind,
      text: meetingLines.text,
      who: meetingLines.who,
      byDate: meetingLines.byDate,
      doneAt: meetingLines.doneAt,
      takenOutAt: meetingLines.takenOutAt,
      writtenBy: meetingLines.writtenBy,
      onDate: meetings.onDate,
      isEnded: sql<number>`${meetings.endedAt} is not null`,
    })
    .from(meetingLines)
    .innerJoin(meetings, eq(meetings.id, meetingLines.meetingId))
    .where(
      and(
        eq(meetingLines.id, lineId ?? ''),
        eq(meetingLines.meetingId, meetingId ?? ''),
        eq(meetings.teamId, team.teamId),
      ),
    )
    .get();
  return { ...found(row), isEnded: Boolean(found(row).isEnded) };
}

/**
 * Who promised it was of the team by that name, and is no more: they were taken out of it, or their account of this
 * community is off. A name that was never one of the team's people says nothing.
 */
const hasLeft = (team: TeamAccess) => sql<number>`exists (
  select 1 from people join memberships on memberships.person_id = people.id
  where people.name = ${meetingLines.who} and memberships.community_id = ${team.communityId}
  and (memberships.ended_at is not null or exists (
    select 1 from history where history.team_id = ${team.teamId} and history.deed like 'took % out of the team'
    and json_extract(history.detail, '$.personId') = people.id))
  and not exists (
    select 1 from team_people where team_people.team_id = ${team.teamId} and team_people.person_id = people.id
    and memberships.ended_at is null))`;

/** What a person promised in meetings of their teams and has not done, the first due first: by their name, as written. */
export async function promisesOf(access: CommunityAccess) {
  return db
    .select({
      id: meetingLines.id,
      teamId: teams.id,
      team: teams.name,
      text: meetingLines.text,
      byDate: meetingLines.byDate,
    })
    .from(teamPeople)
    .innerJoin(
      teams,
      and(
        eq(teams.id, teamPeople.teamId),
        eq(teams.communityId, access.communityId),
        isNull(teams.archivedAt),
      ),
    )
    .innerJoin(meetings, eq(meetings.teamId, teams.id))
    .innerJoin(
      meetingLines,
      and(
        eq(meetingLines.meetingId, meetings.id),
        eq(meetingLines.kind, 'promise'),
        eq(folded(meetingLines.who), foldedWords(access.person.name)),
        isNull(meetingLines.doneAt),
        isNull(meetingLines.takenOutAt),
      ),
    )
    .where(eq(teamPeople.personId, access.person.id))
    .groupBy(meetingLines.id)
    .orderBy(sql`${meetingLines.byDate} is null`, asc(meetingLines.byDate), asc(meetingLines.createdAt))
    .limit(most.promises);
}

/** What was promised in earlier meetings and is not done, the first due first. */
export async function openPromises(team: TeamAccess, exceptMeetingId = '') {
  return db
    .select({
      id: meetingLines.id,
      meetingId: meetingLines.meetingId,
      text: meetingLines.text,
      who: meetingLines.who,
      byDate: meetingLines.byDate,
      onDate: meetings.onDate,
      hasLeft: hasLeft(team),
    })
    .from(meetingLines)
    .innerJoin(meetings, eq(meetings.id, meetingLines.meetingId))
    .where(
      and(
        eq(meetings.teamId, team.teamId),
        ne(meetings.id, exceptMeetingId),
        eq(meetingLines.kind, 'promise'),
        isNull(meetingLines.doneAt),
        isNull(meetingLines.takenOutAt),
      ),
    )
    .orderBy(sql`${meetingLines.byDate} is null`, asc(meetingLines.byDate), asc(meetings.onDate))
    .limit(most.promises);
}

/** Names of the team's people, to choose from while writing who does what. */
export async function namesInTeam(team: TeamAccess): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: people.name })
    .from(teamPeople)
    .innerJoin(people, eq(people.id, teamPeople.personId))
    .where(eq(teamPeople.teamId, team.teamId))
    .orderBy(asc(people.name))
    .limit(200);
  return rows.map(({ name }) => name);
}
