import { and, asc, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { measureGoals, measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { dayWithYear } from '~/ui/dates';
import type { GoalFields } from './goal-form';
import { goalWord, type Measure } from './measure';
import { goalOutside } from './possible-range';
import { findMeasure } from './queries.server';
import { unitOf, valueWords } from './series';

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

/** Sets what the goal is from a day on, in place of what was set for that day. */
export async function setGoal(
  team: TeamAccess,
  measureId: string | undefined,
  { goal, fromOn }: GoalFields,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const no = goalOutside(measure, goal);
    if (no) throw new RuleBroken(no, 'goal');
    const { steps } = await goalStepsOf(team, measure.id);
    const before = steps.find((step) => step.fromOn === fromOn);
    if (before?.goal === goal) return;
    const row = { goal, setBy: team.person.id, createdAt: new Date().toISOString() };
    await db
      .insert(measureGoals)
      .values({ ...row, measureId: measure.id, fromOn })
      .onConflictDoUpdate({ target: [measureGoals.measureId, measureGoals.fromOn], set: row });
    const was = before ? ` (it was ${said(measure, before.goal)})` : '';
    await record(team, {
      deed: `set the ${wordOf(measure)} of “${measure.name}” from ${dayWithYear(fromOn)}: ${said(measure, goal)}${was}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { fromOn, goal, ...(before ? { before: { goal: before.goal } } : {}) },
    });
  });
}

/** Takes back what was set for a day: the goal before it holds on. @throws 404 where it is not this measure's. */
export async function takeBackGoal(
  team: TeamAccess,
  measureId: string | undefined,
  goalId: string,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const { steps } = await goalStepsOf(team, measure.id);
    const { fromOn, goal } = found(steps.find((step) => step.id === goalId));
    await db.delete(measureGoals).where(eq(measureGoals.id, goalId));
    await record(team, {
      deed: `took back the ${wordOf(measure)} of “${measure.name}” from ${dayWithYear(fromOn)}: ${said(measure, goal)}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { fromOn, goal },
    });
  });
}

const wordOf = ({ type }: Measure) => goalWord(type).toLowerCase();
const said = (measure: Measure, goal: number) => valueWords(goal, unitOf(measure, [goal]));
