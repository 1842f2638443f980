import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { practices } from '#db/schema/practices';
import { changeIdeas } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';

/** The team's change ideas, oldest first. */
export async function ideasOfTeam(team: TeamAccess) {
  return db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      practiceId: changeIdeas.practiceId,
      practice: practices.name,
    })
    .from(changeIdeas)
    .leftJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .where(and(eq(changeIdeas.teamId, team.teamId), isNull(changeIdeas.archivedAt)))
    .orderBy(asc(changeIdeas.createdAt), asc(changeIdeas.id))
    .limit(500);
}

export async function findIdea(team: TeamAccess, ideaId = '') {
  const idea = await db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      adaptation: changeIdeas.adaptation,
      practiceId: changeIdeas.practiceId,
      practice: practices.name,
    })
    .from(changeIdeas)
    .leftJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .where(and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, team.teamId)))
    .get();
  return found(idea);
}
