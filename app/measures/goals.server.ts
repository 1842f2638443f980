import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { measureGoals, measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';

/** How the goal of a measure of the team changed: the one it began with, and each step, oldest first. */
export async function goalStepsOf(team: TeamAccess, measureId: string) {
  const ours = and(eq(measures.id, measureId), eq(measures.teamId, team.teamId));
  const [measure, steps] = await Promise.all([
    db.select({ first: measures.goal }).from(measures).where(ours).get(),
    db
      .select({
        id: measureGoals.id,
        fromOn: measureGoals.fromOn,
        goal: measureGoals.goal,
        setBy: people.name,
        createdAt: measureGoals.createdAt,
      })
      .from(measureGoals)
      .innerJoin(measures, eq(measures.id, measureGoals.measureId))
      .leftJoin(people, eq(people.id, measureGoals.setBy))
      .where(ours)
      .orderBy(asc(measureGoals.fromOn)),
  ]);
  return { first: measure?.first ?? null, steps };
}
