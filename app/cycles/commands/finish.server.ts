import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycleDecisions, cycleQuestions, cycles } from '#db/schema/cycles';
import { decisionWords } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { FinishedFields } from '../forms';
import { ideaToTest, nextNumber } from './cycle-rows.server';
import type { Started } from './start.server';

/** Writes down a test that is over, from its plan to its decision, and marks it as written afterwards. */
export async function logFinished(
  access: TeamAccess,
  ideaId: string,
  fields: FinishedFields,
): Promise<Started> {
  const { startedOn, endedOn } = fields;
  return transaction(async () => {
    const idea = await ideaToTest(access, ideaId);
    if (startedOn > access.today) throw new RuleBroken('That day has not come yet.', 'startedOn');
    if (endedOn > access.today) throw new RuleBroken('That day has not come yet.', 'endedOn');
    const me = access.person.id;
    const cycle = await db
      .insert(cycles)
      .values({
        communityId: access.communityId,
        teamId: access.teamId,
        ideaId,
        number: await nextNumber(access),
        writtenAfterwards: true,
        ledBy: me,
        createdBy: me,
        startsOn: startedOn,
        endsOn: endedOn,
        doStartedOn: startedOn,
        doEndedOn: endedOn,
        observations: fields.whatHappened,
        learned: fields.learned,
        studiedAt: now(),
      })
      .returning({ id: cycles.id, number: cycles.number })
      .get();
    const { question, prediction, decision, reason } = fields;
    await db.insert(cycleQuestions).values({ cycleId: cycle.id, position: 0, question, prediction });
    // Nobody says when it was decided: with the end of the test, and not on the day it was written down.
    await db
      .insert(cycleDecisions)
      .values({ cycleId: cycle.id, decision, reason, decidedOn: endedOn, decidedBy: me });
    await record(access, {
      deed: `wrote down Cycle ${cycle.number}, “${idea.name}”, after it was over: ${decisionWords[decision].toLowerCase()}`,
      cycleId: cycle.id,
    });
    return cycle;
  });
}
