import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import {
  cycleCounts,
  cycleDecisions,
  cycleNotes,
  cyclePredictions,
  cycleQuestions,
  cycles,
  cycleTasks,
} from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { teamPeople } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import { archivedBy } from './archived.server';
import { maskedCounts } from './counts';
import { lastStanding } from './last-standing';

/** What a list, a ramp or a chart needs of a cycle. */
const inBrief = {
  id: cycles.id,
  number: cycles.number,
  previousId: cycles.previousId,
  ideaId: cycles.ideaId,
  idea: changeIdeas.name,
  scale: cycles.scale,
  sites: cycles.sites,
  objective: cycles.objective,
  startsOn: cycles.startsOn,
  endsOn: cycles.endsOn,
  doStartedOn: cycles.doStartedOn,
  doEndedOn: cycles.doEndedOn,
  learned: cycles.learned,
  decision: cycleDecisions.decision,
  decidedOn: cycleDecisions.decidedOn,
};

/**
 * All cycles of the team, oldest first, each with its change idea and newest decision. One that follows an archived cycle
 * follows what that one followed: the ramp stays whole.
 */
export async function cyclesOfTeam(team: TeamAccess) {
  const [rows, before] = await Promise.all([cyclesThatStand(team), beforeArchived(team)]);
  return rows.map((row) => ({ ...row, previousId: lastStanding(row.previousId, before) }));
}

/** What each archived cycle of the team followed. */
async function beforeArchived(team: TeamAccess): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ id: cycles.id, previousId: cycles.previousId })
    .from(cycles)
    .where(and(eq(cycles.teamId, team.teamId), isNotNull(cycles.archivedAt)));
  return new Map(rows.map(({ id, previousId }) => [id, previousId]));
}

async function cyclesThatStand(team: TeamAccess) {
  return db
    .select({
      ...inBrief,
      startsBranch: cycles.startsBranch,
      people: cycles.people,
      sites: cycles.sites,
      nextStep: cycleDecisions.nextStep,
    })
    .from(cycles)
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(and(eq(cycles.teamId, team.teamId), isNull(cycles.archivedAt)))
    .orderBy(asc(cycles.number))
    .limit(1000);
}
export type CycleInBrief = Awaited<ReturnType<typeof cyclesOfTeam>>[number];

/** The one who leads the cycle is on the team no more, or is no longer active in the community. */
const hasLeft = sql<number>`(${cycles.ledBy} is not null and not exists (
  select 1 from team_people join memberships on memberships.person_id = team_people.person_id
    and memberships.community_id = ${cycles.communityId} and memberships.ended_at is null
  where team_people.team_id = ${cycles.teamId} and team_people.person_id = ${cycles.ledBy}))`;

/** One cycle of the team with all that is written in it. */
export async function findCycle(team: TeamAccess, cycleId = '') {
  const before = alias(cycles, 'before');
  const cycle = await db
    .select({
      ...inBrief,
      adaptation: changeIdeas.adaptation,
      practiceId: changeIdeas.practiceId,
      practice: practices.name,
      ledBy: cycles.ledBy,
      leader: people.name,
      kind: cycles.kind,
      people: cycles.people,
      focusGroup: cycles.focusGroup,
      dataPlan: cycles.dataPlan,
      writtenAfterwards: cycles.writtenAfterwards,
      clonedFromId: cycles.clonedFromId,
      ranAsPlanned: cycles.ranAsPlanned,
      whatDiffered: cycles.whatDiffered,
      observations: cycles.observations,
      surprises: cycles.surprises,
      workedFor: cycles.workedFor,
      studiedAt: cycles.studiedAt,
      previousNumber: before.number,
      archivedAt: cycles.archivedAt,
      archivedBy,
      leaderHasLeft: hasLeft,
      reason: cycleDecisions.reason,
      nextStep: cycleDecisions.nextStep,
    })
    .from(cycles)
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .leftJoin(people, eq(people.id, cycles.ledBy))
    .leftJoin(before, eq(before.id, cycles.previousId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(and(eq(cycles.id, cycleId), eq(cycles.teamId, team.teamId)))
    .get();
  const [questions, predictions, tasks, notes, counts] = await Promise.all([
    questionsOf(cycleId),
    predictionsOf(cycleId),
    tasksOf(cycleId),
    notesOf(cycleId),
    countsOf(team, cycleId),
  ]);
  return { ...found(cycle), questions, predictions, tasks, notes, counts };
}
export type CycleInFull = Awaited<ReturnType<typeof findCycle>>;

async function questionsOf(cycleId: string) {
  return db
    .select({
      id: cycleQuestions.id,
      question: cycleQuestions.question,
      prediction: cycleQuestions.prediction,
      chancePercent: cycleQuestions.chancePercent,
      whatHappened: cycleQuestions.whatHappened,
      cameTrue: cycleQuestions.cameTrue,
    })
    .from(cycleQuestions)
    .where(eq(cycleQuestions.cycleId, cycleId))
    .orderBy(asc(cycleQuestions.position));
}

async function predictionsOf(cycleId: string) {
  return db
    .select({
      measureId: cyclePredictions.measureId,
      measure: measures.name,
      type: measures.type,
      kind: measures.kind,
      unit: measures.unit,
      ratePer: measures.ratePer,
      direction: measures.direction,
      frequency: measures.frequency,
      dueLagDays: measures.dueLagDays,
      expected: cyclePredictions.expected,
      low: cyclePredictions.low,
      high: cyclePredictions.high,
      checkOn: cyclePredictions.checkOn,
    })
    .from(cyclePredictions)
    .innerJoin(measures, eq(measures.id, cyclePredictions.measureId))
    .where(eq(cyclePredictions.cycleId, cycleId))
    .orderBy(asc(measures.createdAt), asc(measures.id));
}

async function tasksOf(cycleId: string) {
  return db
    .select({
      id: cycleTasks.id,
      who: cycleTasks.who,
      what: cycleTasks.what,
      place: cycleTasks.place,
      dueOn: cycleTasks.dueOn,
      doneAt: cycleTasks.doneAt,
    })
    .from(cycleTasks)
    .where(eq(cycleTasks.cycleId, cycleId))
    .orderBy(asc(cycleTasks.position));
}

/** The dated notes of Do, the first day first. */
async function notesOf(cycleId: string) {
  return db
    .select({ id: cycleNotes.id, onDate: cycleNotes.onDate, text: cycleNotes.text, who: people.name })
    .from(cycleNotes)
    .leftJoin(people, eq(people.id, cycleNotes.writtenBy))
    .where(and(eq(cycleNotes.cycleId, cycleId), isNull(cycleNotes.takenOutAt)))
    .orderBy(asc(cycleNotes.onDate), asc(cycleNotes.createdAt), asc(cycleNotes.id))
    .limit(200);
}

/** The working list as counts; whoever may not edit the team's numbers sees none of a small group. */
async function countsOf(team: TeamAccess, cycleId: string) {
  const rows = await db
    .select({
      id: cycleCounts.id,
      group: cycleCounts.group,
      identified: cycleCounts.identified,
      reached: cycleCounts.reached,
      completed: cycleCounts.completed,
    })
    .from(cycleCounts)
    .where(eq(cycleCounts.cycleId, cycleId))
    .orderBy(asc(cycleCounts.position));
  return maskedCounts(rows, team.may('write measures') ? 0 : team.community.maskingThreshold);
}

/** Joins `memberships` to `team_people`: who was deactivated, or has not said yes, takes on nothing new. */
export const isActiveIn = (communityId: string) =>
  and(
    eq(memberships.personId, teamPeople.personId),
    eq(memberships.communityId, communityId),
    isNull(memberships.endedAt),
    isNull(memberships.pendingSince),
  );

/** The measures that a prediction may be about, and the people who may lead: the choices of the Plan. */
export async function choicesOfPlan(team: TeamAccess) {
  const [measureRows, peopleRows] = await Promise.all([
    db
      .select({ value: measures.id, label: measures.name })
      .from(measures)
      .where(and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt)))
      .orderBy(asc(measures.createdAt), asc(measures.id))
      .limit(100),
    db
      .selectDistinct({ value: people.id, label: people.name })
      .from(teamPeople)
      .innerJoin(people, eq(people.id, teamPeople.personId))
      .innerJoin(memberships, isActiveIn(team.communityId))
      .where(eq(teamPeople.teamId, team.teamId))
      .orderBy(asc(people.name))
      .limit(200),
  ]);
  return { measures: measureRows, people: peopleRows };
}
