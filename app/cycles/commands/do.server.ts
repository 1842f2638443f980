import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycles, cycleTasks } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { recordWriting } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { dayWithYear } from '~/ui/dates';
import type { DoFields } from '../forms';
import { cycleRow, newestDecision, type TaskRow, taskRows } from './cycle-rows.server';
import { changeRows } from './do-rows.server';
import { withVersions } from './versions.server';

/** Keeps what happened as it is written now. Its days are days that have come. */
export async function writeDo(access: TeamAccess, cycleId: string, fields: DoFields): Promise<void> {
  await withVersions(access, cycleId, async () => {
    const cycle = await cycleRow(access, cycleId);
    const [tasks, decision] = await Promise.all([taskRows(cycleId), newestDecision(cycleId)]);
    const { tasksDone, notes, counts, ...doing } = fields;
    requireDaysThatCanBe(cycle, doing, decision, access.today);
    const done = (isDone: (task: TaskRow) => boolean) => tasks.filter(isDone).map((task) => task.what);
    const rows = await changeRows(access, cycleId, { notes, counts });
    const detail = changedFrom(
      { ...cycle, ...rows.before, tasksDone: done((task) => task.doneAt !== null) },
      { ...doing, ...rows.after, tasksDone: done((task) => tasksDone.includes(task.id)) },
    );
    if (!detail) return;
    await db.update(cycles).set(doing).where(eq(cycles.id, cycleId));
    await tickTasks(cycleId, tasksDone);
    const deed = `${deedOf(cycle, doing)} Do of Cycle ${cycle.number}`;
    await recordWriting(access, { deed, cycleId, detail });
  });
}

type DoDays = Pick<DoFields, 'doStartedOn' | 'doEndedOn'>;

/** What is told of it: that Do began or ended matters more than its words. */
function deedOf(before: DoDays, after: DoDays): string {
  const hasStarted = before.doStartedOn === null && after.doStartedOn !== null;
  const hasEnded = before.doEndedOn === null && after.doEndedOn !== null;
  if (hasStarted) return hasEnded ? 'started and ended' : 'started';
  return hasEnded ? 'ended' : 'wrote the';
}

function requireDaysThatCanBe(
  before: DoDays,
  days: DoDays,
  decision: { decidedOn: string } | undefined,
  today: string,
): void {
  for (const field of ['doStartedOn', 'doEndedOn'] as const) {
    const day = days[field];
    if (day !== null && day > today) {
      throw new RuleBroken('That day has not come yet. Days to come are in the Plan.', field);
    }
    if (decision && day === null && before[field] !== null) {
      throw new RuleBroken('This cycle is decided: the days of Do cannot be emptied.', field);
    }
  }
  const isMoved = days.doStartedOn !== before.doStartedOn;
  if (decision && isMoved && days.doStartedOn !== null && days.doStartedOn > decision.decidedOn) {
    throw new RuleBroken(
      `This cycle was decided on ${dayWithYear(decision.decidedOn)}: it cannot have started after that.`,
      'doStartedOn',
    );
  }
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
