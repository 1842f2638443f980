import { z } from 'zod';
import { cycleKinds, decisions, fidelities, scales } from '#db/vocabulary';
import { personProblem } from '~/access/looks-like-person';
import {
  choice,
  day,
  id,
  line,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalWhole,
  text,
} from '~/http/fields';
import { countProblem, isCounted } from './counts';

/** Rows that people left empty are dropped; each keeps its place in the form, where its errors belong. */
const rowsOf = <Row extends object>(row: z.ZodType<Row>, most: number, isFilled: (row: Row) => boolean) =>
  z
    .array(row)
    .max(most, `Keep this to ${most} rows.`)
    .transform((rows) => rows.map((one, at) => ({ ...one, at })).filter(isFilled));

const notKnown = 'Reload the page: this row is not known.';

/** Asked even where another field is wrong, so that all that is missing is said at once. */
const always = { when: () => true };

/** The change idea is chosen or named. */
const whichIdea = {
  ideaId: optionalId(),
  /** The idea that the page had chosen: it gives way to a new one that is named. */
  suggestedId: optionalId(),
  newIdea: optionalLine(160),
  practiceId: optionalId(),
};

interface IdeaFields {
  ideaId: string | null;
  suggestedId: string | null;
  newIdea: string;
  practiceId: string | null;
}

/** A form in which an idea is chosen or named, and only one of the two. */
const withAnIdea = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object({ ...whichIdea, ...shape })
    .refine((fields) => isIdea(fields).isChosen || isIdea(fields).isNew, {
      path: ['newIdea'],
      message: 'Choose a change idea, or name a new one.',
      ...always,
    })
    .refine((fields) => !(isIdea(fields).isChosen && isIdea(fields).isNew), {
      path: ['newIdea'],
      message: 'You chose an idea of the list as well. Keep one of the two.',
      ...always,
    })
    .refine((fields) => !(isIdea(fields).isChosen && isIdea(fields).hasPractice && !isIdea(fields).isNew), {
      path: ['practiceId'],
      message: 'A practice goes with a new idea. Clear it here, or name a new idea.',
      ...always,
    });

function isIdea(fields: object) {
  const { ideaId, suggestedId, newIdea, practiceId } = fields as Partial<IdeaFields>;
  const isNew = Boolean(newIdea);
  return {
    isNew,
    isChosen: Boolean(ideaId) && !(isNew && ideaId === suggestedId),
    hasPractice: Boolean(practiceId),
  };
}

/** The idea that was chosen; null where a new one is named. */
export const chosenIdea = (fields: IdeaFields): string | null =>
  fields.newIdea === '' ? fields.ideaId : null;

/** The four fields that start a cycle. */
export const startForm = withAnIdea({
  question: text('Write what you want to find out.', 500),
  prediction: text('Write what you think will happen.', 1000),
  startsOn: day('Choose the day it starts.'),
});
export type StartFields = z.output<typeof startForm>;

/** A test that is over, in one short page. */
export const finishedForm = withAnIdea({
  question: text('Write what you wanted to find out.', 500),
  prediction: text('Write what you expected.', 1000),
  startedOn: day('Choose the day it began.'),
  endedOn: day('Choose the day it ended.'),
  whatHappened: text('Write what happened.'),
  learned: text('Write what you learned.'),
  decision: choice(decisions, 'Choose what you did with this change.'),
  reason: text('Write why: the next team will read it.', 3000),
}).refine(({ startedOn, endedOn }) => endedOn >= startedOn, {
  path: ['endedOn'],
  message: 'It cannot have ended before it began.',
});
export type FinishedFields = z.output<typeof finishedForm>;

/** What it takes to start with the plan of another team. */
export const usePlanForm = z.object({
  teamId: id('Choose your team.'),
  idea: line('Say in one line what you will try.', 160),
  adaptation: optionalText(2000),
  startsOn: day('Choose the day it starts.'),
});
export type UsePlanFields = z.output<typeof usePlanForm>;

const questionRow = z
  .object({
    id: optionalId(),
    question: optionalText(500),
    prediction: optionalText(1000),
    chancePercent: optionalNumber(0, 100),
  })
  .superRefine((row, context) => {
    if (row.question === '' && (row.prediction !== '' || row.chancePercent !== null)) {
      context.addIssue({ code: 'custom', path: ['question'], message: 'Write the question this predicts.' });
    }
  });

const predictionRow = z
  .object({
    measureId: optionalId(),
    expected: optionalNumber(),
    low: optionalNumber(),
    high: optionalNumber(),
    checkOn: optionalDay(),
  })
  .superRefine((row, context) => {
    if (!isPrediction(row)) return;
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (row.measureId === null) say('measureId', 'Choose the measure this is about.');
    if (row.expected === null) say('expected', 'Write the number you expect.');
    if (row.low === null) say('low', 'Write the low end of the range.');
    if (row.high === null) say('high', 'Write the high end of the range.');
    if (row.checkOn === null) say('checkOn', 'Choose the day you will check it.');
    if (row.low !== null && row.expected !== null && row.low > row.expected) {
      say('low', 'The low end cannot be above the number you expect.');
    }
    if (row.high !== null && row.expected !== null && row.high < row.expected) {
      say('high', 'The high end cannot be below the number you expect.');
    }
  });
const isPrediction = (row: {
  measureId: string | null;
  expected: number | null;
  low: number | null;
  high: number | null;
  checkOn: string | null;
}) => [row.measureId, row.expected, row.low, row.high, row.checkOn].some((value) => value !== null);

const taskRow = z
  .object({
    id: optionalId(),
    what: optionalLine(300),
    who: optionalLine(120),
    place: optionalLine(120),
    dueOn: optionalDay(),
  })
  .superRefine((row, context) => {
    if (row.what === '' && (row.who !== '' || row.place !== '' || row.dueOn !== null)) {
      context.addIssue({ code: 'custom', path: ['what'], message: 'Write what is to be done.' });
    }
  });

export const planForm = z
  .object({
    objective: optionalText(2000),
    kind: choice(cycleKinds, 'Choose what kind of cycle this is.'),
    scale: optionalChoice(scales),
    people: optionalWhole(),
    sites: optionalWhole(0, 10_000),
    focusGroup: optionalLine(200),
    dataPlan: optionalText(3000),
    ledBy: optionalId(),
    startsOn: day('Choose the day it starts.'),
    endsOn: optionalDay(),
    questions: rowsOf(questionRow, 20, (row) => row.question !== ''),
    predictions: rowsOf(predictionRow, 12, isPrediction),
    tasks: rowsOf(taskRow, 40, (row) => row.what !== ''),
  })
  .superRefine((plan, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (plan.endsOn !== null && plan.endsOn < plan.startsOn) {
      say(['endsOn'], 'The last day cannot be before the first.');
    }
    if (plan.questions.length === 0) {
      say(['questions', 0, 'question'], 'Keep at least one question.');
    }
    const seen = new Set<string>();
    for (const { measureId, at } of plan.predictions) {
      if (measureId === null) continue;
      if (seen.has(measureId)) {
        say(['predictions', at, 'measureId'], 'This measure has a prediction already. Change that one.');
      }
      seen.add(measureId);
    }
  });
export type PlanFields = z.output<typeof planForm>;

const noteRow = z.object({ id: id(notKnown), onDate: optionalDay(), text: optionalText(3000) });

const countRow = z
  .object({
    id: id(notKnown),
    group: optionalLine(60),
    identified: optionalWhole(),
    reached: optionalWhole(),
    completed: optionalWhole(),
  })
  .superRefine((row, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const [group, count] = [personProblem(row.group), countProblem(row)];
    if (group) say('group', group);
    if (count) say(count.field, count.message);
  });

export const doForm = z
  .object({
    notes: z.array(noteRow).max(100, 'Keep this to 100 notes.'),
    counts: z.array(countRow).max(20, 'Keep this to 20 groups.'),
    doStartedOn: optionalDay(),
    doEndedOn: optionalDay(),
    ranAsPlanned: optionalChoice(fidelities),
    whatDiffered: optionalText(3000),
    observations: optionalText(),
    surprises: optionalText(),
    /** Ids of the tasks that are done; the others are not. */
    tasksDone: z.array(id('Choose tasks of the list.')).max(40, 'Choose tasks of the list.'),
  })
  .superRefine(({ doStartedOn, doEndedOn, counts }, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const groups = counts.filter(isCounted).map(({ group }) => group.toLowerCase());
    const twice = groups.findIndex((group, at) => groups.indexOf(group) < at);
    if (twice >= 0) {
      const at = counts.findLastIndex((row) => row.group.toLowerCase() === groups[twice]);
      context.addIssue({
        code: 'custom',
        path: ['counts', at, 'group'],
        message: 'This group is there already. Change that one.',
      });
    }
    if (doEndedOn === null) return;
    if (doStartedOn === null) say('doStartedOn', 'Write the day it started as well.');
    else if (doEndedOn < doStartedOn) say('doEndedOn', 'It cannot have ended before it started.');
  });
export type DoFields = z.output<typeof doForm>;

export const studyForm = z.object({
  answers: z
    .array(
      z.object({
        id: id('Reload the page: this question is not known.'),
        whatHappened: optionalText(3000),
        cameTrue: optionalChoice(fidelities),
      }),
    )
    .max(20, 'Keep this to 20 rows.'),
  workedFor: optionalText(3000),
  learned: optionalText(),
});
export type StudyFields = z.output<typeof studyForm>;

export const decisionForm = z.object({
  decision: choice(decisions, 'Choose what you will do with this change.'),
  reason: text('Write why: the next team will read it.', 3000),
  nextStep: optionalText(1000),
  decidedOn: day('Choose the day you decided.'),
});
export type DecisionFields = z.output<typeof decisionForm>;

/** What is written towards a decision before it can be made. */
export const towardsForm = z.object({
  decision: optionalChoice(decisions),
  reason: optionalText(3000),
  nextStep: optionalText(1000),
  decidedOn: optionalDay(),
});

export const nextForm = z.object({
  scale: choice(scales, 'Choose how big the next cycle will be.'),
  startsOn: day('Choose the day it starts.'),
  /** A branch leaves the ramp, which can go on without it. */
  startsBranch: optionalChoice(['yes', 'no']).transform((answer) => answer === 'yes'),
});
export type NextFields = z.output<typeof nextForm>;

/** One answer at a meeting: what was seen, or what was learned. */
export const sawForm = z.object({ answer: text('Write what you saw.', 3000) });
export const learnedForm = z.object({ answer: text('Write what you learned.') });
/** The decision at a meeting is of the day. */
export const decideForm = decisionForm.omit({ decidedOn: true });
