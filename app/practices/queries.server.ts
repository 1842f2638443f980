import { and, asc, count, countDistinct, desc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
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
  const practice = await db
    .select({
      id: practices.id,
      name: practices.name,
      description: practices.description,
      steps: practices.steps,
      forWhom: practices.forWhom,
      source: practices.source,
      ownerId: practices.ownerId,
      owner: people.name,
    })
    .from(practices)
    .leftJoin(people, eq(people.id, practices.ownerId))
    .where(and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId)))
    .get();
  return found(practice);
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
      scale: cycles.scale,
      idea: changeIdeas.name,
      adaptation: changeIdeas.adaptation,
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
