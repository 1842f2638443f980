import { and, asc, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { notFound, RuleBroken } from '~/http/errors';
import { cycleRow, nextNumber, questionRows, taskRows } from './cycle-rows.server';
import type { Started } from './start.server';

/**
 * Starts a cycle of one's own team with the plan of another cycle of the community: its words, its size in words, and
 * its tasks. Left behind are names and days, which are theirs; how sure they were; and the numbers they predicted,
 * because those are of their measures.
 */
export async function startWithPlan(
  into: TeamAccess,
  from: { team: TeamAccess; cycleId: string },
  ideaId: string,
  startsOn: string,
): Promise<Started> {
  return transaction(async () => {
    if (from.team.communityId !== into.communityId) throw notFound();
    const source = await cycleRow(from.team, from.cycleId);
    const idea = await db
      .select({ id: changeIdeas.id })
      .from(changeIdeas)
      .where(and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, into.teamId)))
      .get();
    if (!idea) throw new RuleBroken('Choose one of your team’s change ideas.', 'idea');
    const [questions, tasks] = await Promise.all([questionRows(source.id), taskRows(source.id)]);
    const { objective, kind, scale, dataPlan } = source;
    const cycle = await db
      .insert(cycles)
      .values({
        communityId: into.communityId,
        teamId: into.teamId,
        ideaId,
        number: await nextNumber(into),
        clonedFromId: source.id,
        ledBy: into.person.id,
        createdBy: into.person.id,
        ...{ objective, kind, scale, dataPlan, startsOn },
      })
      .returning({ id: cycles.id, number: cycles.number })
      .get();
    if (questions.length > 0) {
      await db.insert(cycleQuestions).values(
        questions.map(({ question, prediction }, position) => ({
          cycleId: cycle.id,
          position,
          question,
          prediction,
        })),
      );
    }
    if (tasks.length > 0) {
      await db
        .insert(cycleTasks)
        .values(tasks.map(({ what, place }, position) => ({ cycleId: cycle.id, position, what, place })));
    }
    await record(into, {
      deed: `started Cycle ${cycle.number} with the plan of ${from.team.teamName}, Cycle ${source.number}`,
      cycleId: cycle.id,
    });
    return cycle;
  });
}

/** Whose plan a cycle began with, and which teams began with its own. */
export async function planTrail(access: TeamAccess, cycle: { id: string; clonedFromId: string | null }) {
  const brief = { id: cycles.id, number: cycles.number, teamId: teams.id, team: teams.name };
  const here = and(eq(cycles.communityId, access.communityId), isNull(cycles.archivedAt));
  const [from, takenBy] = await Promise.all([
    cycle.clonedFromId === null
      ? undefined
      : db
          .select(brief)
          .from(cycles)
          .innerJoin(teams, eq(teams.id, cycles.teamId))
          .where(and(here, eq(cycles.id, cycle.clonedFromId)))
          .get(),
    db
      .select(brief)
      .from(cycles)
      .innerJoin(teams, eq(teams.id, cycles.teamId))
      .where(and(here, eq(cycles.clonedFromId, cycle.id)))
      .orderBy(asc(cycles.createdAt))
      .limit(20),
  ]);
  return { from: from ?? null, takenBy };
}
