import { and, eq, inArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newId } from '#db/ids';
import { now } from '#db/schema/columns';
import { cyclePredictions, cycles, cycleTasks } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import { teamPeople } from '#db/schema/teams';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { PlanFields } from '../forms';
import { impossible } from '../predictions';
import { cycleRow, questionRows, replaceQuestions, taskRows } from './cycle-rows.server';

/** Keeps the whole Plan as it is written now. */
export async function writePlan(access: TeamAccess, cycleId: string, fields: PlanFields): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    await requireOnTeam(access, fields.ledBy, cycle.ledBy);
    const { questions, predictions, tasks, ...plan } = fields;
    await db.update(cycles).set(plan).where(eq(cycles.id, cycleId));
    await writeQuestions(cycleId, questions);
    await writePredictions(access, cycleId, predictions);
    await writeTasks(cycleId, tasks);
    await record(access, { deed: `wrote the Plan of Cycle ${cycle.number}`, cycleId });
  });
}

/** Whoever leads it already may go on leading it after leaving the team. */
async function requireOnTeam(
  access: TeamAccess,
  personId: string | null,
  before: string | null,
): Promise<void> {
  if (personId === null || personId === before) return;
  const part = await db
    .select({ id: teamPeople.id })
    .from(teamPeople)
    .where(and(eq(teamPeople.teamId, access.teamId), eq(teamPeople.personId, personId)))
    .limit(1)
    .get();
  if (!part) throw new RuleBroken('Choose somebody of your team.', 'ledBy');
}

async function writeQuestions(cycleId: string, rows: PlanFields['questions']): Promise<void> {
  const before = new Map((await questionRows(cycleId)).map((row) => [row.id, row]));
  const written = rows.map(({ id, question, prediction, chancePercent }, position) => {
    // An id of elsewhere, or of a question that somebody has removed meanwhile, makes a new question.
    const old = id === null ? undefined : before.get(id);
    if (old) before.delete(old.id);
    return {
      id: old?.id ?? newId(),
      cycleId,
      position,
      question,
      prediction,
      chancePercent,
      whatHappened: old?.whatHappened ?? '',
      cameTrue: old?.cameTrue ?? null,
    };
  });
  const answered = [...before.values()].find((row) => row.whatHappened !== '');
  if (answered) {
    throw new RuleBroken(
      `“${answered.question}” has an answer in the Study. Empty that answer before you take the question out.`,
    );
  }
  await replaceQuestions(cycleId, written);
}

async function writePredictions(
  access: TeamAccess,
  cycleId: string,
  rows: PlanFields['predictions'],
): Promise<void> {
  // The form has seen to it that none of these is missing.
  const filled = rows.flatMap(({ at, measureId, expected, low, high, checkOn }) =>
    measureId === null || expected === null || low === null || high === null || checkOn === null
      ? []
      : [{ at, measureId, expected, low, high, checkOn }],
  );
  const ids = filled.map((row) => row.measureId);
  const ours =
    ids.length === 0
      ? []
      : await db
          .select({ id: measures.id, kind: measures.kind })
          .from(measures)
          .where(and(inArray(measures.id, ids), eq(measures.teamId, access.teamId)));
  const kinds = new Map(ours.map((measure) => [measure.id, measure.kind]));
  for (const { at, ...prediction } of filled) {
    const kind = kinds.get(prediction.measureId);
    if (!kind) throw new RuleBroken('Choose a measure of your team.', `predictions[${at}].measureId`);
    const wrong = impossible(prediction, kind);
    if (wrong) throw new RuleBroken(wrong.message, `predictions[${at}].${wrong.field}`);
  }
  await db.delete(cyclePredictions).where(eq(cyclePredictions.cycleId, cycleId));
  if (filled.length === 0) return;
  await db
    .insert(cyclePredictions)
    .values(filled.map(({ at: _, ...prediction }) => ({ ...prediction, cycleId, createdAt: now() })));
}

async function writeTasks(cycleId: string, rows: PlanFields['tasks']): Promise<void> {
  const before = new Map((await taskRows(cycleId)).map((row) => [row.id, row]));
  await db.delete(cycleTasks).where(eq(cycleTasks.cycleId, cycleId));
  if (rows.length === 0) return;
  await db.insert(cycleTasks).values(
    rows.map(({ id, who, what, place, dueOn }, position) => {
      const old = id === null ? undefined : before.get(id);
      if (old) before.delete(old.id);
      return {
        id: old?.id ?? newId(),
        cycleId,
        position,
        who,
        what,
        place,
        dueOn,
        doneAt: old?.doneAt ?? null,
      };
    }),
  );
}
