import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { practiceVerdicts } from '#db/schema/evidence';
import { measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { stories } from '#db/schema/stories';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, TeamSight } from '~/access/gate.server';
import { found } from '~/http/errors';

const words = {
  id: stories.id,
  practiceId: stories.practiceId,
  practice: practices.name,
  whoBenefits: stories.whoBenefits,
  caveats: stories.caveats,
};

/** One story of the team. @throws Response 404 where it is not this team's. */
export async function findStory(team: TeamSight, storyId = '') {
  const story = await db
    .select(words)
    .from(stories)
    .innerJoin(practices, eq(practices.id, stories.practiceId))
    .where(and(eq(stories.id, storyId), eq(stories.teamId, team.teamId), isNull(stories.archivedAt)))
    .get();
  return found(story);
}

/** The stories of the community, newest first. */
export async function listStories(access: CommunityAccess) {
  return db
    .select({
      id: stories.id,
      practiceId: stories.practiceId,
      practice: practices.name,
      teamId: teams.id,
      team: teams.name,
      createdAt: stories.createdAt,
    })
    .from(stories)
    .innerJoin(practices, eq(practices.id, stories.practiceId))
    .innerJoin(teams, and(eq(teams.id, stories.teamId), isNull(teams.archivedAt)))
    .where(and(eq(stories.communityId, access.communityId), isNull(stories.archivedAt)))
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(200);
}

/** What a story tells of, as kept: the practice, the team's aim, its cycles of the practice, and the verdicts on them. */
export async function readStoryFacts(team: TeamSight, practiceId: string) {
  const ofPractice = and(eq(changeIdeas.practiceId, practiceId), eq(changeIdeas.teamId, team.teamId));
  const [practice, aim, tests, verdicts] = await Promise.all([
    db
      .select({
        name: practices.name,
        description: practices.description,
        forWhom: practices.forWhom,
        sourceKind: practices.sourceKind,
        sourceTier: practices.sourceTier,
      })
      .from(practices)
      .where(and(eq(practices.id, practiceId), eq(practices.communityId, team.communityId)))
      .get(),
    db
      .select({
        aimWhat: teams.aimWhat,
        aimForWhom: teams.aimForWhom,
        aimFrom: teams.aimFrom,
        aimTo: teams.aimTo,
        aimUnit: teams.aimUnit,
        aimBy: teams.aimBy,
      })
      .from(teams)
      .where(eq(teams.id, team.teamId))
      .get(),
    db
      .select({
        id: cycles.id,
        number: cycles.number,
        startsOn: cycles.startsOn,
        doStartedOn: cycles.doStartedOn,
        doEndedOn: cycles.doEndedOn,
        scale: cycles.scale,
        decision: cycleDecisions.decision,
        decidedOn: cycleDecisions.decidedOn,
      })
      .from(changeIdeas)
      .innerJoin(cycles, and(eq(cycles.ideaId, changeIdeas.id), isNull(cycles.archivedAt)))
      .leftJoin(cycleDecisions, newestDecision)
      .where(ofPractice)
      .orderBy(asc(cycles.number))
      .limit(200),
    db
      .select({
        measureId: practiceVerdicts.measureId,
        measure: measures.name,
        type: practiceVerdicts.type,
        verdict: practiceVerdicts.verdict,
        method: practiceVerdicts.method,
        gain: practiceVerdicts.gain,
        working: practiceVerdicts.working,
      })
      .from(practiceVerdicts)
      .innerJoin(measures, and(eq(measures.id, practiceVerdicts.measureId), isNull(measures.archivedAt)))
      .where(and(eq(practiceVerdicts.practiceId, practiceId), eq(practiceVerdicts.teamId, team.teamId)))
      .orderBy(asc(measures.createdAt), asc(measures.id)),
  ]);
  return { practice: found(practice), aim: found(aim), tests, verdicts };
}
export type StoryFacts = Awaited<ReturnType<typeof readStoryFacts>>;
export type StoryWords = Awaited<ReturnType<typeof findStory>>;

/** The stories told of a practice, by team. */
export async function storiesOfPractice(access: CommunityAccess, practiceId: string) {
  return db
    .select({ id: stories.id, teamId: stories.teamId })
    .from(stories)
    .where(
      and(
        eq(stories.practiceId, practiceId),
        eq(stories.communityId, access.communityId),
        isNull(stories.archivedAt),
      ),
    )
    .limit(200);
}
