import { and, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cyclePredictions, cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { recordWriting } from '~/history/record.server';
import { RuleBroken, RulesBroken } from '~/http/errors';
import type { PlanFields } from '../forms';
import { checkProblem, impossible } from '../predictions';
import {
  cycleRow,
  freeIds,
  isOnTeam,
  type PredictionRow,
  predictionRows,
  questionRows,
  replaceQuestions,
  taskRows,
} from './cycle-rows.server';
import { withVersions } from './versions.server';

/** Keeps the whole Plan as it is written now. */
export async function writePlan(access: TeamAccess, cycleId: string, fields: PlanFields): Promise<void> {
  await withVersions(access, cycleId, async () => {
    const cycle = await cycleRow(access, cycleId);
    // Whoever leads it already may go on leading it after leaving the team.
    if (fields.ledBy !== null && fields.ledBy !== cycle.ledBy && !(await isOnTeam(access, fields.ledBy))) {
      throw new RuleBroken('Choose somebody of your team.', 'ledBy');
    }
    const { questions, predictions, tasks, ...plan } = fields;
    const before = { ...cycle, ...(await rowsInWords(cycleId)) };
    await db.update(cycles).set(plan).where(eq(cycles.id, cycleId));
    await writeQuestions(cycleId, questions);
    await writePredictions(access, cycleId, predictions, plan.startsOn);
    await writeTasks(cycleId, tasks);
    const detail = changedFrom(before, { ...plan, ...(await rowsInWords(cycleId)) });
    if (detail)
      await recordWriting(access, { deed: `wrote the Plan of Cycle ${cycle.number}`, cycleId, detail });
  });
}

/** The questions, predictions and tasks of a Plan as history keeps them. */
async function rowsInWords(cycleId: string) {
  const [questions, predictions, tasks] = await Promise.all([
    questionRows(cycleId),
    predictionRows(cycleId),
    taskRows(cycleId),
  ]);
  return {
    questions: questions.map(({ question, prediction, chancePercent }) => ({
      question,
      prediction,
      chancePercent,
    })),
    predictions: predictions.map(({ measureId, expected, low, high, checkOn }) => ({
      measureId,
      expected,
      low,
      high,
      checkOn,
    })),
    tasks: tasks.map(({ what, who, place, dueOn }) => ({ what, who, place, dueOn })),
  };
}

async function writeQuestions(cycleId: string, rows: PlanFields['questions']): Promise<void> {
  const before = new Map((await questionRows(cycleId)).map((row) => [row.id, row]));
  const free = await freeIds(cycleQuestions, rows);
  const written = rows.map(({ id, question, prediction, chancePercent }, position) => {
    const old = id === null ? undefined : before.get(id);
    if (old) before.delete(old.id);
    return {
      id: old?.id ?? free(id),
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

const numbers = ['expected', 'low', 'high', 'checkOn'] as const;
type Numbers = Pick<PredictionRow, 'measureId' | (typeof numbers)[number]>;

async function writePredictions(
  access: TeamAccess,
  cycleId: string,
  rows: PlanFields['predictions'],
  startsOn: string,
): Promise<void> {
  // The form has seen to it that none of these is missing.
  const filled = rows.flatMap(({ at, measureId, expected, low, high, checkOn }) =>
    measureId === null || expected === null || low === null || high === null || checkOn === null
      ? []
      : [{ at, measureId, expected, low, high, checkOn }],
  );
  const before = new Map((await predictionRows(cycleId)).map((row) => [row.measureId, row]));
  const ids = filled.map((row) => row.measureId);
  const ours =
    ids.length === 0
      ? []
      : await db
          .select({ id: measures.id, kind: measures.kind, archivedAt: measures.archivedAt })
          .from(measures)
          .where(and(inArray(measures.id, ids), eq(measures.teamId, access.teamId)));
  // A measure that was put away keeps the predictions it has, and gets no new ones.
  const kinds = new Map(
    ours
      .filter(({ id, archivedAt }) => archivedAt === null || before.has(id))
      .map((measure) => [measure.id, measure.kind]),
  );
  const wrong = new Map<string, string>();
  for (const { at, ...prediction } of filled) {
    const kind = kinds.get(prediction.measureId);
    if (!kind) throw new RuleBroken('Choose a measure of your team.', `predictions[${at}].measureId`);
    for (const { field, message } of impossible(prediction, kind)) {
      wrong.set(`predictions[${at}].${field}`, message);
    }
    // A day that was kept before, or that the cycle moved away from, holds up nothing.
    const isNewDay = before.get(prediction.measureId)?.checkOn !== prediction.checkOn;
    const late = isNewDay ? checkProblem(prediction.checkOn, startsOn) : null;
    if (late) wrong.set(`predictions[${at}].checkOn`, late);
  }
  if (wrong.size > 0) throw new RulesBroken(wrong);
  // One that says the same was made when it was first written.
  const madeAt = (one: Numbers) => {
    const old = before.get(one.measureId);
    const isOld = old && numbers.every((name) => old[name] === one[name]);
    return isOld ? old.createdAt : now();
  };
  await db.delete(cyclePredictions).where(eq(cyclePredictions.cycleId, cycleId));
  if (filled.length === 0) return;
  await db
    .insert(cyclePredictions)
    .values(
      filled.map(({ at: _, ...prediction }) => ({ ...prediction, cycleId, createdAt: madeAt(prediction) })),
    );
}

async function writeTasks(cycleId: string, rows: PlanFields['tasks']): Promise<void> {
  const before = new Map((await taskRows(cycleId)).map((row) => [row.id, row]));
  const free = await freeIds(cycleTasks, rows);
  await db.delete(cycleTasks).where(eq(cycleTasks.cycleId, cycleId));
  if (rows.length === 0) return;
  await db.insert(cycleTasks).values(
    rows.map(({ id, who, what, place, dueOn }, position) => {
      const old = id === null ? undefined : before.get(id);
      if (old) before.delete(old.id);
      return {
        id: old?.id ?? free(id),
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
