import { eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycles } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { recordWriting } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { StudyFields } from '../forms';
import {
  cycleRow,
  newestDecision,
  type QuestionRow,
  questionRows,
  replaceQuestions,
} from './cycle-rows.server';
import { withVersions } from './versions.server';

/** Keeps the Study as it is written now, whether or not Do has ended: a Study that came early is flagged, not refused. */
export async function writeStudy(access: TeamAccess, cycleId: string, fields: StudyFields): Promise<void> {
  await withVersions(access, cycleId, async () => {
    const cycle = await cycleRow(access, cycleId);
    const [questions, decision] = await Promise.all([questionRows(cycleId), newestDecision(cycleId)]);
    if (fields.learned === '' && decision) {
      throw new RuleBroken('This cycle is decided: what you learned cannot be empty.', 'learned');
    }
    const answers = new Map(fields.answers.map((answer) => [answer.id, answer]));
    const known = new Set(questions.map((row) => row.id));
    const lost = fields.answers.findIndex(({ id, whatHappened }) => !known.has(id) && whatHappened !== '');
    if (lost >= 0) {
      throw new RuleBroken(
        'Somebody has taken this question out of the Plan. Copy your words, then reload the page.',
        `answers[${lost}].whatHappened`,
      );
    }
    const answered = questions.map((row) => {
      const answer = answers.get(row.id);
      return answer ? { ...row, whatHappened: answer.whatHappened, cameTrue: answer.cameTrue } : row;
    });
    const detail = changedFrom(
      { learned: cycle.learned, workedFor: cycle.workedFor, answers: questions.map(inWords) },
      { learned: fields.learned, workedFor: fields.workedFor, answers: answered.map(inWords) },
    );
    if (!detail) return;
    await replaceQuestions(cycleId, answered);
    const studiedAt = fields.learned === '' ? null : (cycle.studiedAt ?? now());
    const { learned, workedFor } = fields;
    await db.update(cycles).set({ learned, workedFor, studiedAt }).where(eq(cycles.id, cycleId));
    await recordWriting(access, { deed: `wrote the Study of Cycle ${cycle.number}`, cycleId, detail });
  });
}

/** An answer as history keeps it. */
const inWords = ({ question, whatHappened, cameTrue }: QuestionRow) => ({ question, whatHappened, cameTrue });
