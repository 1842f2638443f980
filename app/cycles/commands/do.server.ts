import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycles, cycleTasks } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { DoFields } from '../forms';
import { cycleRow } from './cycle-rows.server';

/** Keeps what happened as it is written now. Its days are days that have come. */
export async function writeDo(access: TeamAccess, cycleId: string, fields: DoFields): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    const { tasksDone, ...doing } = fields;
    for (const field of ['doStartedOn', 'doEndedOn'] as const) {
      const day = doing[field];
      if (day !== null && day > access.today) {
        throw new RuleBroken('That day has not come yet. Days to come are in the Plan.', field);
      }
    }
    await db.update(cycles).set(doing).where(eq(cycles.id, cycleId));
    await tickTasks(cycleId, tasksDone);
    await record(access, { deed: `wrote the Do of Cycle ${cycle.number}`, cycleId });
  });
}

async function tickTasks(cycleId: string, done: string[]): Promise<void> {
  const ofCycle = eq(cycleTasks.cycleId, cycleId);
  const open = done.length > 0 ? and(ofCycle, notInArray(cycleTasks.id, done)) : ofCycle;
  await db.update(cycleTasks).set({ doneAt: null }).where(open);
  if (done.length === 0) return;
  await db
    .update(cycleTasks)
    .set({ doneAt: now() })
    .where(and(ofCycle, inArray(cycleTasks.id, done), isNull(cycleTasks.doneAt)));
}
