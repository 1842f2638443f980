import type { Decision, MeasureType, Scale } from '#db/vocabulary';
import { median } from '~/statistics/center';
import { shortDay } from '~/ui/dates';
import { listed, plural } from '~/ui/words';

/*
 * The progress score of a team: ten steps from 0.5 to 5.0, each of which asks for evidence (product rules, coaching). The
 * program suggests the highest step whose evidence is there and that of every step before it; people claim and settle.
 */

export const scores = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;
export type Score = (typeof scores)[number];

/** What each step means, in few words. */
export const scoreMeanings: Record<Score, string> = {
  0.5: 'A team has begun',
  1: 'The charter is complete',
  1.5: 'A measure is defined and a meeting is logged',
  2: 'Three numbers before the change',
  2.5: 'A cycle is past Do, and a goal is set',
  3: 'A first improvement',
  3.5: 'Improvement beyond chance',
  4: 'Half of the way, and one change for everyone',
  4.5: 'It holds after it was adopted',
  5: 'The goal is met, it holds, and it is how we work',
};

export interface MeasureEvidence {
  name: string;
  type: MeasureType;
  goal: number | null;
  higherIsBetter: boolean;
  /** Numbers that take part, oldest first: before the first change, and since. */
  before: readonly number[];
  /** A person chose the days of the baseline; else it is what came before the team's first test. */
  hasChosenBaseline?: boolean;
  since: readonly { date: string; value: number }[];
  /** The improvement that goes on: the day its run began. */
  improvedSince: string | null;
  /** A run in the wrong direction goes on. */
  isWorse: boolean;
}

export interface CycleEvidence {
  number: number;
  isPastDo: boolean;
  decision: Decision | null;
  scale: Scale | null;
  decidedOn: string | null;
  /** Files kept with it: standard work, a script, a form. */
  files: number;
}

export interface TeamEvidence {
  /** What the charter lacks, in words. */
  charterMissing: readonly string[];
  meetings: number;
  measures: readonly MeasureEvidence[];
  cycles: readonly CycleEvidence[];
}

export interface Step {
  score: Score;
  isMet: boolean;
  /** What is true, or what is missing. */
  sentence: string;
}

/** A level is the middle of so many newest numbers: one good week is no progress. */
const numbersInLevel = 3;
const fewestBefore = 3;
const firstWay = 20;
/** "At least 10 % more of the way" than the first improvement. */
const moreWay = 30;
const halfWay = 50;
const heldAfterAdopt = 6;
const heldAtGoal = 12;

/** How far of the way from where it was to its goal, in percent; null where there is no way to measure. */
export function wayOf({
  goal,
  before,
  since,
}: Pick<MeasureEvidence, 'goal' | 'before' | 'since'>): number | null {
  const from = median(before);
  if (goal === null || from === null || from === goal || before.length < fewestBefore) return null;
  if (since.length < numbersInLevel) return null;
  const level = median(since.slice(-numbersInLevel).map(({ value }) => value)) ?? from;
  return (100 * (level - from)) / (goal - from);
}

const met = (score: Score, sentence: string): Step => ({ score, isMet: true, sentence });
const missing = (score: Score, sentence: string): Step => ({ score, isMet: false, sentence });

/** The measure that is furthest on its way, with how far. */
function furthest(measures: readonly MeasureEvidence[]) {
  return measures
    .flatMap((measure) => {
      const way = wayOf(measure);
      return way === null ? [] : [{ name: measure.name, way }];
    })
    .reduce<{ name: string; way: number } | null>((a, b) => (a === null || b.way > a.way ? b : a), null);
}

const wayWords = ({ name, way }: { name: string; way: number }) =>
  `${name} is ${Math.max(0, Math.floor(way))}% of the way to its goal`;

/** Every step with its evidence, from the second on: a team that exists has the first. */
export function stepsOf(evidence: TeamEvidence): Step[] {
  const main = evidence.measures.filter(({ type }) => type !== 'balancing');
  const process = evidence.measures.filter(({ type }) => type === 'process');
  const improved = main.filter(({ improvedSince }) => improvedSince !== null);
  const adopted = evidence.cycles.filter(
    ({ decision, scale, decidedOn }) =>
      (decision === 'adopt' || decision === 'implement') && scale === 'everyone' && decidedOn !== null,
  );
  return [
    charter(evidence),
    measureAndMeeting(evidence),
    baseline(evidence.measures),
    cycleAndGoal(evidence),
    firstImprovement(furthest(process), improved),
    beyondChance(furthest(main), improved),
    halfOfTheWay(furthest(main), adopted),
    holds(improved, adopted),
    goalMet(main, evidence.cycles),
  ];
}

function charter({ charterMissing }: TeamEvidence): Step {
  if (charterMissing.length === 0) return met(1, 'The charter is complete.');
  return missing(1, `The charter is not complete. Not yet: ${listed(charterMissing)}.`);
}

function measureAndMeeting({ measures, meetings }: TeamEvidence): Step {
  const lacks = [measures.length === 0 ? 'measure' : '', meetings === 0 ? 'meeting on record' : ''].filter(
    Boolean,
  );
  if (lacks.length > 0) return missing(1.5, `The team has no ${lacks.join(' and no ')} yet.`);
  return met(1.5, `${plural(measures.length, 'measure')}, ${plural(meetings, 'meeting')} on record.`);
}

function baseline(measures: readonly MeasureEvidence[]): Step {
  const most = measures.reduce<MeasureEvidence | null>(
    (a, b) => (a === null || b.before.length > a.before.length ? b : a),
    null,
  );
  const count = most?.before.length ?? 0;
  // A measure's own median can rest on more: it is held from the first test of that measure on.
  const from = most?.hasChosenBaseline ? 'in its baseline' : 'from before the team’s first test';
  if (most && count >= fewestBefore) return met(2, `${most.name} has ${count} numbers ${from}.`);
  return missing(
    2,
    count === 0
      ? `No measure has a number from before the team’s first test; ${fewestBefore} are needed.`
      : `${most?.name} has ${plural(count, 'number')} ${from}; ${fewestBefore} are needed.`,
  );
}

function cycleAndGoal({ cycles, measures }: TeamEvidence): Step {
  const done = cycles.find(({ isPastDo }) => isPastDo);
  const aimed = measures.find(({ goal }) => goal !== null);
  if (done && aimed) return met(2.5, `Cycle ${done.number} is past Do, and ${aimed.name} has a goal.`);
  const lacks = [done ? '' : 'No cycle is past Do yet.', aimed ? '' : 'No measure has a goal yet.'];
  return missing(2.5, lacks.filter(Boolean).join(' '));
}

type Way = { name: string; way: number } | null;

function firstImprovement(way: Way, improved: readonly MeasureEvidence[]): Step {
  if (way && way.way >= firstWay) return met(3, `${wayWords(way)}.`);
  const [first] = improved;
  if (first) return met(3, signalWords(first));
  const far = way ? `${wayWords(way)}; ` : '';
  return missing(3, sentence(`${far}a process measure ${firstWay}% of the way, or a signal, is needed`));
}

const signalWords = ({ name, improvedSince }: MeasureEvidence) =>
  `${name} has a signal of improvement${improvedSince ? `, since ${shortDay(improvedSince)}` : ''}.`;

function beyondChance(way: Way, improved: readonly MeasureEvidence[]): Step {
  const [first] = improved;
  const isFar = way !== null && way.way >= moreWay;
  if (first && isFar) return met(3.5, `${signalWords(first)} ${wayWords(way)}.`);
  const lacks = [
    first ? '' : 'No measure has a signal of improvement that goes on.',
    isFar ? '' : `${way ? `${wayWords(way)}; ` : 'No measure is on its way; '}${moreWay}% is needed.`,
  ];
  return missing(3.5, lacks.filter(Boolean).join(' '));
}

function halfOfTheWay(way: Way, adopted: readonly CycleEvidence[]): Step {
  const [first] = adopted;
  const isFar = way !== null && way.way >= halfWay;
  if (first && isFar) return met(4, `${wayWords(way)}, and Cycle ${first.number} was adopted for everyone.`);
  const lacks = [
    isFar ? '' : `${way ? `${wayWords(way)}; ` : 'No measure is on its way; '}${halfWay}% is needed.`,
    first ? '' : 'No change is adopted for everyone yet.',
  ];
  return missing(4, lacks.filter(Boolean).join(' '));
}

function holds(improved: readonly MeasureEvidence[], adopted: readonly CycleEvidence[]): Step {
  const first = adopted
    .flatMap(({ number, decidedOn }) => (decidedOn === null ? [] : [{ number, decidedOn }]))
    .sort((a, b) => a.decidedOn.localeCompare(b.decidedOn))[0];
  if (!first) return missing(4.5, 'Nothing is adopted for everyone yet, so nothing can hold.');
  // What came before the improvement began has held nothing.
  const counts = improved.map(({ name, improvedSince, since }) => {
    const from = improvedSince !== null && improvedSince > first.decidedOn ? improvedSince : first.decidedOn;
    return { name, count: since.filter(({ date }) => date >= from).length };
  });
  const most = counts.reduce<{ name: string; count: number } | null>(
    (a, b) => (a === null || b.count > a.count ? b : a),
    null,
  );
  if (most && most.count >= heldAfterAdopt) {
    return met(
      4.5,
      `${most.name} has held for ${most.count} numbers since Cycle ${first.number} was adopted.`,
    );
  }
  return missing(
    4.5,
    most
      ? `${most.name} has ${plural(most.count, 'number')} since Cycle ${first.number} was adopted; ${heldAfterAdopt} are needed.`
      : `No signal of improvement goes on since Cycle ${first.number} was adopted.`,
  );
}

/** At or past the goal, in the direction that is good. */
function isAtGoal({ goal, higherIsBetter }: MeasureEvidence, level: number): boolean {
  return goal !== null && (higherIsBetter ? level >= goal : level <= goal);
}

function goalMet(main: readonly MeasureEvidence[], cycles: readonly CycleEvidence[]): Step {
  const held = main.find((measure) => {
    const newest = measure.since.slice(-heldAtGoal);
    return (
      newest.length >= heldAtGoal && newest.every(({ value }) => isAtGoal(measure, value)) && !measure.isWorse
    );
  });
  const standard = cycles.find(
    ({ decision, files }) => (decision === 'adopt' || decision === 'implement') && files > 0,
  );
  if (held && standard) {
    return met(
      5,
      `${held.name} has been at its goal for ${heldAtGoal} numbers; Cycle ${standard.number} keeps the standard work.`,
    );
  }
  const lacks = [
    held ? '' : `No measure has been at its goal for ${heldAtGoal} numbers.`,
    standard ? '' : 'No adopted cycle has its standard work attached.',
  ];
  return missing(5, lacks.filter(Boolean).join(' '));
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

export interface Suggestion {
  score: Score;
  steps: Step[];
  /** The first step whose evidence is missing; null at the top. */
  next: Step | null;
}

/** The highest step with its evidence and that of every step before it. */
export function suggestedScore(evidence: TeamEvidence): Suggestion {
  const steps = stepsOf(evidence);
  const next = steps.find(({ isMet }) => !isMet) ?? null;
  const reached = next === null ? steps : steps.slice(0, steps.indexOf(next));
  return { score: reached.at(-1)?.score ?? 0.5, steps, next };
}

/** "3.0" */
export const scoreWords = (score: number): string => score.toFixed(1);
