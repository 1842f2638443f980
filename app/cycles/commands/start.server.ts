import { db, transaction } from '#db/client.server';
import { cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { NextFields, StartFields } from '../forms';
import { cyclesOfTeam } from '../queries.server';
import { followerOf } from '../ramp';
import { cycleRow, ideaToTest, isOnTeam, nextNumber, questionRows, taskRows } from './cycle-rows.server';

export interface Started {
  id: string;
  number: number;
}

/** Starts a cycle of one of the team's change ideas with its first question and prediction. */
export async function startCycle(
  access: TeamAccess,
  ideaId: string,
  fields: Pick<StartFields, 'question' | 'prediction' | 'startsOn'>,
): Promise<Started> {
  return transaction(async () => {
    const idea = await ideaToTest(access, ideaId);
    const cycle = await db
      .insert(cycles)
      .values({
        communityId: access.communityId,
        teamId: access.teamId,
        ideaId,
        number: await nextNumber(access),
        startsOn: fields.startsOn,
        ledBy: access.person.id,
        createdBy: access.person.id,
      })
      .returning({ id: cycles.id, number: cycles.number })
      .get();
    await db.insert(cycleQuestions).values({
      cycleId: cycle.id,
      position: 0,
      question: fields.question,
      prediction: fields.prediction,
    });
    await record(access, { deed: `started Cycle ${cycle.number}, “${idea.name}”`, cycleId: cycle.id });
    return cycle;
  });
}

/**
 * Starts the cycle that follows another: its Plan is copied and the two are linked. Left behind are the sizes and the
 * numbers that were predicted, which belong to the old scale, and the tasks that are done. Where
 * its lead is no longer on the team, whoever starts it leads.
 * @throws RuleBroken where the ramp goes on from that cycle already, and this one is to be no branch.
 */
export async function startNextCycle(
  access: TeamAccess,
  cycleId: string,
  fields: NextFields,
): Promise<Started> {
  return transaction(async () => {
    const before = await cycleRow(access, cycleId);
    const follower = fields.startsBranch ? null : followerOf(await cyclesOfTeam(access), cycleId);
    if (follower) {
      throw new RuleBroken(
        `Cycle ${follower.number} is the next step already. Go on there, or choose a new branch.`,
        'startsBranch',
      );
    }
    const [questions, tasks] = await Promise.all([questionRows(cycleId), taskRows(cycleId)]);
    const cycle = await db
      .insert(cycles)
      .values({
        communityId: access.communityId,
        teamId: access.teamId,
        ideaId: before.ideaId,
        number: await nextNumber(access),
        previousId: before.id,
        startsBranch: fields.startsBranch,
        ledBy: (await isOnTeam(access, before.ledBy)) ? before.ledBy : access.person.id,
        createdBy: access.person.id,
        objective: before.objective,
        kind: before.kind,
        scale: fields.scale,
        focusGroup: before.focusGroup,
        dataPlan: before.dataPlan,
        startsOn: fields.startsOn,
      })
      .returning({ id: cycles.id, number: cycles.number })
      .get();
    if (questions.length > 0) {
      await db.insert(cycleQuestions).values(
        questions.map(({ question, prediction, chancePercent }, position) => ({
          cycleId: cycle.id,
          position,
          question,
          prediction,
          chancePercent,
        })),
      );
    }
    const open = tasks.filter((task) => task.doneAt === null);
    if (open.length > 0) {
      // Their days were days of the old cycle.
      await db
        .insert(cycleTasks)
        .values(
          open.map(({ who, what, place }, position) => ({ cycleId: cycle.id, position, who, what, place })),
        );
    }
    await record(access, {
      deed: `started Cycle ${cycle.number}, which ${fields.startsBranch ? 'branches off' : 'follows'} Cycle ${before.number}`,
      cycleId: cycle.id,
    });
    return cycle;
  });
}
