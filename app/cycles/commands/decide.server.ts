import { eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycleDecisions } from '#db/schema/cycles';
import { decisionWords } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record, recordWriting } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { dayWithYear } from '~/ui/dates';
import type { DecisionFields } from '../forms';
import { cycleRow, newestDecision } from './cycle-rows.server';
import { withVersions } from './versions.server';

/** Writes down what the team decided. Deciding again adds a row: the newest holds, the others stay readable. */
export async function decide(access: TeamAccess, cycleId: string, fields: DecisionFields): Promise<void> {
  await withVersions(access, cycleId, async () => {
    const { cycle, before } = await mayDecide(access, cycleId, fields);
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

/** As `decide`, while the words save themselves: the same decision in other words is no other decision. */
export async function decideInWords(
  access: TeamAccess,
  cycleId: string,
  fields: DecisionFields,
): Promise<void> {
  await withVersions(access, cycleId, async () => {
    const { cycle, before } = await mayDecide(access, cycleId, fields);
    if (before?.decision !== fields.decision) return decide(access, cycleId, fields);
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(cycleDecisions).set(fields).where(eq(cycleDecisions.id, before.id));
    await recordWriting(access, {
      deed: `changed the words of the decision on Cycle ${cycle.number}`,
      cycleId,
      detail,
    });
  });
}

async function mayDecide(access: TeamAccess, cycleId: string, fields: DecisionFields) {
  const cycle = await cycleRow(access, cycleId);
  if (cycle.learned.trim() === '') throw new RuleBroken('Write what you learned before you decide.');
  const problem = decidedOnProblem(cycle, fields.decidedOn, access.today);
  if (problem) throw new RuleBroken(problem, 'decidedOn');
  return { cycle, before: await newestDecision(cycleId) };
}

/** Why a cycle cannot have been decided on a day; null where it can. */
export function decidedOnProblem(
  cycle: { doStartedOn: string | null; startsOn: string },
  day: string,
  today: string,
): string | null {
  if (day > today) return 'That day has not come yet.';
  // A planned first day that has not come says nothing: a cycle may be given up before it.
  const startedOn = cycle.doStartedOn ?? (cycle.startsOn <= today ? cycle.startsOn : null);
  if (startedOn === null || day >= startedOn) return null;
  return `This cycle started on ${dayWithYear(startedOn)}: it cannot have been decided before.`;
}

/** Now, or a moment after the decision before, so that the newest is never in doubt. */
function after(before: string | undefined): string {
  return new Date(Math.max(Date.now(), before ? Date.parse(before) + 1 : 0)).toISOString();
}
