import { type CycleKind, type Decision, type Scale, scales, scaleWords } from '#db/vocabulary';
import { longDay, shortDay } from '~/ui/dates';
import { listed, plural } from '~/ui/words';
import { stageOf, studyCameEarly } from './stages';

/*
 * Seven checks of a cycle's discipline (product rules, cycles), each answered from what is written and dated. The
 * published rates come from a review of 421 begun cycles in 39 teams.
 */

export interface CheckedCycle {
  id: string;
  number: number;
  previousId: string | null;
  ideaId: string;
  kind: CycleKind;
  scale: Scale | null;
  people: number | null;
  startsOn: string;
  doStartedOn: string | null;
  doEndedOn: string | null;
  learned: string;
  decision: Decision | null;
  /** The day the Study was first written. */
  studiedOn: string | null;
  writtenAfterwards: boolean;
  /** The day on which the cycle was begun here. */
  writtenOn?: string;
  /** Is there a question, or what will be tried? */
  hasPlan: boolean;
  /** Is there a word of what happened in Do? */
  hasDo: boolean;
  /** A predicted answer, or a predicted number. */
  hasPrediction: boolean;
}

export const checkKeys = ['stages', 'order', 'test', 'prediction', 'series', 'scale', 'data'] as const;
export type CheckKey = (typeof checkKeys)[number];

/** Where the field is that would meet a check. */
export interface Mend {
  words: string;
  place: 'plan' | 'do' | 'study' | 'act' | 'numbers';
  /** Name of the field on its form. */
  field: string;
  /** For numbers: of which measure. */
  measureId?: string;
  /** Of another cycle of the series; not there: of this one. */
  cycleId?: string;
}

export interface CheckAnswer {
  key: CheckKey;
  state: 'met' | 'not met' | 'not yet';
  sentence: string;
  mend: Mend | null;
}

export const checkNames: Record<CheckKey, string> = {
  stages: 'All four stages are written',
  order: 'The Study came after Do',
  test: 'It is a test, or finds something out',
  prediction: 'We predicted before we tried',
  series: 'It is part of a series',
  scale: 'The series grows',
  data: 'The series uses data over time',
};

/** How often published cycles met each; nothing was published for a check without words. */
export const baseRates: Record<CheckKey, string> = {
  stages: '71% of 421 begun cycles were fully written',
  order: '15% of Studies were written before anything happened',
  test: '',
  prediction: '12% of those predicted',
  series: '54% belonged to a series',
  scale: '30% of the series grew',
  data: '45% used regular data over time',
};

/** A number of a measure that a series is linked to, by the first day of its period. */
export interface DatedPoint {
  measureId: string;
  date: string;
}

export interface SeriesData {
  /** The measures that the cycles of the series predicted, or that hang on their idea. */
  measureIds: readonly string[];
  points: readonly DatedPoint[];
}

/** The cycles that led to this one, oldest first, itself the last. A link that runs in a circle ends it. */
export function seriesTo<Cycle extends Pick<CheckedCycle, 'id' | 'previousId'>>(
  cycle: Cycle,
  all: ReadonlyMap<string, Cycle>,
): Cycle[] {
  const series: Cycle[] = [];
  const seen = new Set<string>();
  for (let one: Cycle | undefined = cycle; one && !seen.has(one.id); ) {
    seen.add(one.id);
    series.unshift(one);
    one = one.previousId === null ? undefined : all.get(one.previousId);
  }
  return series;
}

/** The seven answers for a cycle. `series`: the cycles that led to it, itself the last. */
export function checksOf(
  cycle: CheckedCycle,
  series: readonly CheckedCycle[],
  data: SeriesData,
  today: string,
): CheckAnswer[] {
  return [
    { key: 'stages', ...stagesWritten(cycle) },
    { key: 'order', ...studyAfterDo(cycle) },
    { key: 'test', ...isTest(cycle) },
    { key: 'prediction', ...predicted(cycle) },
    { key: 'series', ...inSeries(series) },
    { key: 'scale', ...grows(series) },
    { key: 'data', ...dataOverTime(cycle, series, data, today) },
  ];
}

type Answer = Omit<CheckAnswer, 'key'>;
const met = (sentence: string): Answer => ({ state: 'met', sentence, mend: null });
const notMet = (sentence: string, mend: Mend | null): Answer => ({ state: 'not met', sentence, mend });
const notYet = (sentence: string, mend: Mend | null = null): Answer => ({ state: 'not yet', sentence, mend });

const stageOrder = { planned: 0, doing: 1, studying: 2, deciding: 3, done: 4 } as const;

function stagesWritten(cycle: CheckedCycle): Answer {
  const stages: { name: string; isWritten: boolean; mend: Mend }[] = [
    {
      name: 'Plan',
      isWritten: cycle.hasPlan,
      mend: { words: 'Write the Plan', place: 'plan', field: 'objective' },
    },
    {
      name: 'Do',
      isWritten: cycle.doStartedOn !== null && cycle.doEndedOn !== null && cycle.hasDo,
      mend: { words: 'Write what happened in Do', place: 'do', field: 'observations' },
    },
    {
      name: 'Study',
      isWritten: cycle.learned.trim() !== '',
      mend: { words: 'Write the Study', place: 'study', field: 'learned' },
    },
    {
      name: 'Act',
      isWritten: cycle.decision !== null,
      mend: { words: 'Write the decision', place: 'act', field: 'decision' },
    },
  ];
  const missing = stages.filter(({ isWritten }) => !isWritten);
  if (missing.length === 0) return met('Plan, Do, Study and Act are all written.');
  const names = listed(missing.map(({ name }) => name));
  const sentence = `${names} ${missing.length === 1 ? 'is' : 'are'} not written yet.`;
  // What the cycle has come past should be there; what is ahead of it cannot be.
  const at = stageOrder[stageOf(cycle)];
  const behind = missing.find((stage) => stages.indexOf(stage) < at);
  if (behind) return notMet(sentence, behind.mend);
  return notYet(sentence, missing[0]?.mend ?? null);
}

function studyAfterDo(cycle: CheckedCycle): Answer {
  if (cycle.learned.trim() === '') return notYet('The Study is not written yet.');
  if (!studyCameEarly(cycle, cycle.studiedOn)) return met('The Study was written after Do ended.');
  if (cycle.doEndedOn === null) {
    return notMet('The Study is written, and Do has not ended.', {
      ...{ words: 'Say when Do ended', place: 'do', field: 'doEndedOn' },
    });
  }
  const day = cycle.studiedOn === null ? '' : ` on ${shortDay(cycle.studiedOn)}`;
  return notMet(`The Study was written${day}, before Do ended on ${shortDay(cycle.doEndedOn)}.`, {
    ...{ words: 'Read the Study again', place: 'study', field: 'learned' },
  });
}

function isTest({ kind }: CheckedCycle): Answer {
  if (kind === 'test') return met('It tests a change.');
  if (kind === 'learn') return met('It finds something out before a change is made.');
  return notMet('It makes a change how we work: nothing is tested any more.', {
    ...{ words: 'Change what kind of cycle it is', place: 'plan', field: 'kind' },
  });
}

function predicted(cycle: CheckedCycle): Answer {
  if (cycle.writtenAfterwards) {
    return notMet('It was written down afterwards, so nothing counts as predicted.', null);
  }
  const { hasPrediction, writtenOn = '', doStartedOn } = cycle;
  if (hasPrediction && doStartedOn !== null && writtenOn > doStartedOn) {
    return met(
      `What we expect is written. The cycle was begun here on ${shortDay(writtenOn)}, after Do began.`,
    );
  }
  if (hasPrediction) return met('What we expect to happen is written.');
  return notMet('Nobody wrote what they expect to happen.', {
    ...{ words: 'Write what you predict', place: 'plan', field: 'questions[0].prediction' },
  });
}

const firstOfRamp = 'This is the first cycle of its ramp. It applies from the second on.';

function inSeries(series: readonly CheckedCycle[]): Answer {
  if (series.length < 2) return notYet(firstOfRamp);
  const before = series.slice(0, -1).map(({ number }) => number);
  return met(
    before.length === 1
      ? `It builds on Cycle ${before[0]}.`
      : `It builds on ${plural(before.length, 'cycle')}, the first of them Cycle ${before[0]}.`,
  );
}

const isBigger = (a: CheckedCycle, b: CheckedCycle): boolean => {
  if (a.scale === null || b.scale === null) return false;
  const step = scales.indexOf(a.scale) - scales.indexOf(b.scale);
  return step > 0 || (step === 0 && a.people !== null && b.people !== null && a.people > b.people);
};

function grows(series: readonly CheckedCycle[]): Answer {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last || series.length < 2) return notYet(firstOfRamp);
  const grown = series.slice(1).find((one) => isBigger(one, first));
  if (grown) return met(`It grew: ${sizeOf(grown)} in Cycle ${grown.number}, after ${sizeOf(first)}.`);
  const mend: Mend = { words: 'Say how big this test is', place: 'plan', field: 'scale' };
  if (last.scale === null) return notMet('Nobody wrote how big this test is.', mend);
  if (first.scale === null) {
    return notMet(`Nobody wrote how big Cycle ${first.number} was.`, {
      ...{ words: `Say how big Cycle ${first.number} was`, place: 'plan', field: 'scale', cycleId: first.id },
    });
  }
  if (first.scale === 'everyone') return notYet('It began with everyone, so it cannot grow.');
  const more: Mend = { words: 'Test it with more people or places', place: 'plan', field: 'scale' };
  if (isBigger(first, last)) {
    return notMet(`It is smaller than Cycle ${first.number}: ${sizeOf(last)}, after ${sizeOf(first)}.`, more);
  }
  return notMet(`No cycle was bigger than Cycle ${first.number}: ${sizeOf(first)}.`, more);
}

const sizeOf = ({ scale, people }: CheckedCycle) =>
  [
    scale === null ? '' : scaleWords[scale].toLowerCase(),
    people === null ? '' : plural(people, 'person', 'people'),
  ]
    .filter(Boolean)
    .join(', ');

/** So many dated points of one measure are data over time. */
const enoughPoints = 3;

function dataOverTime(
  cycle: CheckedCycle,
  series: readonly CheckedCycle[],
  { measureIds, points }: SeriesData,
  today: string,
): Answer {
  const first = series[0];
  if (!first || series.length < 2) return notYet(firstOfRamp);
  if (measureIds.length === 0) {
    return notMet('No cycle of the series predicts a number of a measure.', {
      ...{
        words: 'Choose a measure and predict its number',
        place: 'plan',
        field: 'predictions[0].measureId',
      },
    });
  }
  const from = first.doStartedOn ?? first.startsOn;
  const until = cycle.doEndedOn ?? today;
  const counts = new Map<string, number>(measureIds.map((id) => [id, 0]));
  for (const { measureId, date } of points) {
    const count = counts.get(measureId);
    if (count !== undefined && from <= date && date <= until) counts.set(measureId, count + 1);
  }
  const [measureId, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most >= enoughPoints)
    return met(`A linked measure has ${most} dated numbers since Cycle ${first.number} began.`);
  const has = most === 0 ? 'no dated number' : plural(most, 'dated number');
  const sentence = `A linked measure has ${has} since ${longDay(from)}. It needs ${enoughPoints}.`;
  return notMet(sentence, { words: 'Enter numbers', place: 'numbers', field: '', measureId });
}

export interface Fidelity {
  met: number;
  applicable: number;
  cycles: number;
  byCheck: Record<CheckKey, { met: number; applicable: number }>;
}

/** Met ÷ applicable, over finished cycles. */
export function fidelityOf(finished: readonly (readonly CheckAnswer[])[]): Fidelity {
  const byCheck = Object.fromEntries(
    checkKeys.map((key) => {
      const answers = finished.flatMap((cycle) =>
        cycle.filter((answer) => answer.key === key && answer.state !== 'not yet'),
      );
      const isMet = answers.filter(({ state }) => state === 'met');
      return [key, { met: isMet.length, applicable: answers.length }];
    }),
  ) as Fidelity['byCheck'];
  const sum = (part: 'met' | 'applicable') => checkKeys.reduce((total, key) => total + byCheck[key][part], 0);
  return { met: sum('met'), applicable: sum('applicable'), cycles: finished.length, byCheck };
}

/** "38 of 44 checks met (86%) in this team’s 8 finished tests"; whose: "this team’s", "its". */
export function fidelityWords({ met: isMet, applicable, cycles }: Fidelity, whose: string): string {
  if (cycles === 0 || applicable === 0) return 'No test is finished yet, so nothing is counted.';
  const percent = Math.round((100 * isMet) / applicable);
  const tests = cycles === 1 ? `${whose} one finished test` : `${whose} ${cycles} finished tests`;
  return `${isMet} of ${plural(applicable, 'check')} met (${percent}%) in ${tests}`;
}

/** "5 of 6 checks met so far. 1 does not apply yet." */
export function checksWords(answers: readonly CheckAnswer[]): string {
  const isMet = answers.filter(({ state }) => state === 'met').length;
  const later = answers.filter(({ state }) => state === 'not yet').length;
  const applicable = answers.length - later;
  const said = `${isMet} of ${plural(applicable, 'check')} met.`;
  if (later === 0) return said;
  return `${said} ${later} ${later === 1 ? 'does' : 'do'} not apply yet.`;
}
