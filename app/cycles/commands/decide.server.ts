import { db, transaction } from '#db/client.server';
import { cycleDecisions } from '#db/schema/cycles';
import { decisionWords } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { dayWithYear } from '~/ui/dates';
import type { DecisionFields } from '../forms';
import { cycleRow, newestDecision } from './cycle-rows.server';

/** Writes down what the team decided. Deciding again adds a row: the newest holds, the others stay readable. */
export async function decide(access: TeamAccess, cycleId: string, fields: DecisionFields): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    if (cycle.learned.trim() === '') throw new RuleBroken('Write what you learned before you decide.');
    if (fields.decidedOn > access.today) {
      throw new RuleBroken('That day has not come yet.', 'decidedOn');
    }
    // A planned first day that has not come says nothing: a cycle may be given up before it.
    const startedOn = cycle.doStartedOn ?? (cycle.startsOn <= access.today ? cycle.startsOn : null);
    if (startedOn !== null && fields.decidedOn < startedOn) {
      throw new RuleBroken(
        `This cycle started on ${dayWithYear(startedOn)}: it cannot have been decided before.`,
        'decidedOn',
      );
    }
    const before = await newestDecision(cycleId);
    const isSame =
      before?.decision === fields.decision &&
      before.reason === fields.reason &&
      before.nextStep === fields.nextStep &&
      before.decidedOn === fields.decidedOn;
    if (isSame) return;
    await db.insert(cycleDecisions).values({
      ...fields,
      cycleId,
      decidedBy: access.person.id,
      createdAt: after(before?.createdAt),
    });
    const deed = before ? 'changed the decision on' : 'decided';
    await record(access, {
      deed: `${deed} Cycle ${cycle.number}: ${decisionWords[fields.decision].toLowerCase()}`,
      cycleId,
    });
  });
}

/** Now, or a moment after the decision before, so that the newest is never in doubt. */
function after(before: string | undefined): string {
  return new Date(Math.max(Date.now(), before ? Date.parse(before) + 1 : 0)).toISOString();
}
