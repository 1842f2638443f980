import type { ActValues } from './act-sheet';
import type { DoValues } from './do-sheet';
import { planValues } from './plan-values';
import type { CycleInFull } from './queries.server';
import { type Entry, entriesOf, textsOf } from './sheet-fields';
import { rowId } from './sheet-props';
import type { StudyValues } from './study-sheet';

/** Do as its form shows it. */
export function doValues(cycle: CycleInFull): DoValues {
  const { doStartedOn, doEndedOn, ranAsPlanned, whatDiffered, observations, surprises } = cycle;
  return {
    ...{ doStartedOn, doEndedOn, ranAsPlanned, whatDiffered, observations, surprises },
    notes: cycle.notes.map(({ id, onDate, text }) => ({ id, onDate, text })),
    counts: cycle.counts.map(({ id, group, identified, reached, completed }) => ({
      ...{ id, group, identified, reached, completed },
    })),
    tasksDone: cycle.tasks.filter((task) => task.doneAt !== null).map((task) => task.id),
  };
}

/** The same with a note to begin, and counts of everyone and of one group. */
export function doToWrite(cycle: CycleInFull, fresh: string, today: string): DoValues {
  const values = doValues(cycle);
  const [notes = [], counts = []] = [values.notes, values.counts];
  const everyone = counts.some(({ group }) => group === '') ? [] : [{ id: rowId(fresh, 90), group: '' }];
  const blank = { id: rowId(fresh, notes.length), onDate: today, text: '' };
  return { ...values, notes: [...notes, blank], counts: [...everyone, ...counts] };
}

export function studyValues({ questions, learned, workedFor }: CycleInFull): StudyValues {
  return {
    answers: questions.map(({ id, whatHappened, cameTrue }) => ({ id, whatHappened, cameTrue })),
    workedFor,
    learned,
  };
}

/** The decision as it stands; while there is none, what was written towards one. */
export function actValues({ decision, reason, nextStep, decidedOn }: Partial<ActValues>): ActValues {
  return { decision, reason, nextStep, decidedOn };
}

/** Every field of the worksheet with what stands in it. `towards`: what was written for a decision not yet made. */
export function cycleTexts(cycle: CycleInFull, towards: Partial<ActValues> = {}): Map<string, string> {
  const act = cycle.decision ? cycle : towards;
  const entries: Entry[] = [
    ...entriesOf(planValues(cycle)),
    ...entriesOf(doValues(cycle)),
    ...cycle.tasks.map((task): Entry => ['tasksListed', task.id]),
    ...entriesOf(studyValues(cycle)),
    ...entriesOf(actValues(act)),
  ];
  return textsOf(entries);
}
