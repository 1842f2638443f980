import { and, asc, count, countDistinct, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { outcomes } from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { found } from '~/http/errors';

/** The community's library by name, each with how many teams and cycles use it. */
export async function listPractices(access: CommunityAccess) {
  return db
    .select({
      id: practices.id,
      name: practices.name,
      description: practices.description,
      forWhom: practices.forWhom,
      teams: countDistinct(cycles.teamId),
      cycles: count(cycles.id),
    })
    .from(practices)
    .leftJoin(changeIdeas, eq(changeIdeas.practiceId, practices.id))
    .leftJoin(cycles, and(eq(cycles.ideaId, changeIdeas.id), isNull(cycles.archivedAt)))
    .where(and(eq(practices.communityId, access.communityId), isNull(practices.archivedAt)))
    .groupBy(practices.id)
    .orderBy(asc(practices.name))
    .limit(500);
}

export async function findPractice(access: PracticeAccess) {
  const { communityId, createdAt, archivedAt, copiedFromId, ...words } = getTableColumns(practices);
  const practice = await db
    .select({ ...words, owner: people.name, outcome: outcomes.name })
    .from(practices)
    .leftJoin(people, eq(people.id, practices.ownerId))
    .leftJoin(outcomes, eq(outcomes.id, practices.outcomeId))
    .where(and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId)))
    .get();
  return found(practice);
}

/** The results of the community, in their order, for a practice to be of one of them. */
export async function outcomesToHelp(access: CommunityAccess) {
  return db
    .select({ id: outcomes.id, name: outcomes.name })
    .from(outcomes)
    .where(eq(outcomes.communityId, access.communityId))
    .orderBy(asc(outcomes.position))
    .limit(200);
}

/** Every cycle that tested the practice, newest first, with its team and what was decided last. */
export async function cyclesOfPractice(access: PracticeAccess) {
  return db
    .select({
      id: cycles.id,
      number: cycles.number,
      startsOn: cycles.startsOn,
      doStartedOn: cycles.doStartedOn,
      doEndedOn: cycles.doEndedOn,
      learned: cycles.learned,
      focusGroup: cycles.focusGroup,
      workedFor: cycles.workedFor,
      people: cycles.people,
      ideaId: changeIdeas.id,
      scale: cycles.scale,
      idea: changeIdeas.name,
      adaptation: changeIdeas.adaptation,
      context: changeIdeas.context,
      teamId: teams.id,
      team: teams.name,
      decision: cycleDecisions.decision,
      reason: cycleDecisions.reason,
    })
    .from(changeIdeas)
    .innerJoin(cycles, and(eq(cycles.ideaId, changeIdeas.id), isNull(cycles.archivedAt)))
    .innerJoin(teams, eq(teams.id, cycles.teamId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(
      and(eq(changeIdeas.practiceId, access.practiceId), eq(changeIdeas.communityId, access.communityId)),
    )
    .orderBy(desc(cycles.startsOn), desc(cycles.number))
    .limit(200);
}
