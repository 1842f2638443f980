import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { cycles, cycleTasks } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import type { StartFields } from '../forms';
import { type Started, startCycle } from './start.server';

/** What a practice says of a plan: what it is, for whom, and its steps. */
export interface PracticePlan {
  objective: string;
  focusGroup: string;
  steps: readonly string[];
}

/** As long as the fields of a Plan are. */
const longest = { objective: 2000, focusGroup: 200, task: 300 };
const mostTasks = 40;

/** Starts a cycle of a use of a practice, with the plan that the practice has: its steps are the tasks. */
export async function startWithPractice(
  access: TeamAccess,
  ideaId: string,
  fields: Pick<StartFields, 'question' | 'prediction' | 'startsOn'>,
  plan: PracticePlan,
): Promise<Started> {
  return transaction(async () => {
    const cycle = await startCycle(access, ideaId, fields);
    const objective = plan.objective.slice(0, longest.objective);
    const focusGroup = plan.focusGroup.slice(0, longest.focusGroup);
    await db.update(cycles).set({ objective, focusGroup }).where(eq(cycles.id, cycle.id));
    const tasks = plan.steps.slice(0, mostTasks).map((step, position) => ({
      cycleId: cycle.id,
      position,
      what: step.slice(0, longest.task),
    }));
    if (tasks.length > 0) await db.insert(cycleTasks).values(tasks);
    return cycle;
  });
}
