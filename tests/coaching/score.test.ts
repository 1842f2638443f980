import { describe, expect, test } from 'vitest';
import {
  type CycleEvidence,
  type MeasureEvidence,
  type Score,
  scores,
  scoreWords,
  suggestedScore,
  type TeamEvidence,
  wayOf,
} from '~/coaching/score';

const measure = (some: Partial<MeasureEvidence> = {}): MeasureEvidence => ({
  ...{ name: 'Families reached', type: 'process', goal: 80, higherIsBetter: true },
  ...{ before: [], since: [], improvedSince: null, isWorse: false },
  ...some,
});
const cycle = (some: Partial<CycleEvidence> = {}): CycleEvidence => ({
  ...{ number: 1, isPastDo: true, decision: null, scale: 'few', decidedOn: null, files: 0 },
  ...some,
});
const days = (values: number[], first = 1) =>
  values.map((value, at) => ({ date: `2026-11-${String(first + at).padStart(2, '0')}`, value }));
const before = [40, 41, 39, 40];

/** A team that has all there is for a step, and nothing beyond it. */
function at(score: Score): TeamEvidence {
  const has = (from: Score) => score >= from;
  const level = has(5) ? 82 : has(4) ? 62 : has(3.5) ? 53 : has(3) ? 49 : 41;
  return {
    charterMissing: has(1) ? [] : ['by when'],
    meetings: has(1.5) ? 2 : 0,
    measures: has(1.5)
      ? [
          measure({
            goal: has(2.5) ? 80 : null,
            before: has(2) ? before : before.slice(0, 2),
            since: days(Array.from({ length: has(5) ? 12 : has(4.5) ? 8 : 4 }, () => level)),
            improvedSince: has(3.5) ? '2026-11-01' : null,
          }),
        ]
      : [],
    cycles: has(2.5)
      ? [
          cycle(),
          ...(has(4)
            ? [
                cycle({
                  ...{ number: 2, decision: 'adopt', scale: 'everyone', files: has(5) ? 1 : 0 },
                  decidedOn: has(4.5) ? '2026-11-02' : '2026-11-04',
                }),
              ]
            : []),
        ]
      : [],
  };
}

test.each(scores.map((score) => ({ score })))(
  'a team with the evidence of $score is suggested $score',
  ({ score }) => {
    const { score: suggested, next } = suggestedScore(at(score));
    expect(suggested).toBe(score);
    expect(next?.score ?? null).toBe(score === 5 ? null : score + 0.5);
  },
);

test('a step whose evidence is missing holds back all that come after it', () => {
  const { score, next, steps } = suggestedScore({ ...at(5), meetings: 0 });
  expect(score).toBe(1);
  expect(next?.sentence).toBe('The team has no meeting on record yet.');
  expect(steps.filter(({ isMet }) => isMet)).toHaveLength(8);
});

describe('the evidence is listed, and what is missing is said', () => {
  test('step by step', () => {
    const said = (score: Score) => suggestedScore(at(score)).next?.sentence;
    expect(said(0.5)).toBe('The charter is not complete. Not yet: by when.');
    expect(said(1)).toBe('The team has no measure and no meeting on record yet.');
    expect(said(1.5)).toBe('Families reached has 2 numbers from before the team’s first test; 3 are needed.');
    expect(said(2)).toBe('No cycle is past Do yet. No measure has a goal yet.');
    expect(said(2.5)).toBe(
      'Families reached is 2% of the way to its goal; a process measure 20% of the way, or a signal, is needed.',
    );
    expect(said(3)).toBe(
      'No measure has a signal of improvement that goes on. Families reached is 22% of the way to its goal; 30% is needed.',
    );
    expect(said(3.5)).toBe(
      'Families reached is 32% of the way to its goal; 50% is needed. No change is adopted for everyone yet.',
    );
    expect(said(4)).toBe('Families reached has 1 number since Cycle 2 was adopted; 6 are needed.');
    expect(said(4.5)).toBe(
      'No measure has been at its goal for 12 numbers. No adopted cycle has its standard work attached.',
    );
  });
});

describe('how far of the way', () => {
  test('is from the middle before the change to the goal, by the middle of the newest three', () => {
    expect(wayOf(measure({ before, since: days([40, 60, 50, 61]) }))).toBe(50);
  });

  test('falls where lower is better as it rises where higher is', () => {
    expect(wayOf(measure({ goal: 10, before: [50, 50, 50], since: days([30, 30, 30]) }))).toBe(50);
    expect(wayOf(measure({ goal: 10, before: [50, 50, 50], since: days([60, 60, 60]) }))).toBe(-25);
  });

  test('is not known without a goal, a way, or enough numbers', () => {
    expect(wayOf(measure({ goal: null, before, since: days([60, 60, 60]) }))).toBeNull();
    expect(wayOf(measure({ goal: 40, before, since: days([60, 60, 60]) }))).toBeNull();
    expect(wayOf(measure({ before: before.slice(0, 2), since: days([60, 60, 60]) }))).toBeNull();
    expect(wayOf(measure({ before, since: days([60, 60]) }))).toBeNull();
  });
});

test('a balancing measure is no improvement, and a signal of its own counts for nothing', () => {
  const only = (type: MeasureEvidence['type']) => ({
    ...at(3.5),
    measures: [{ ...(at(3.5).measures[0] ?? measure()), type }],
  });
  expect(suggestedScore(only('process')).score).toBe(3.5);
  expect(suggestedScore(only('balancing')).score).toBe(2.5);
});

test('a signal alone is a first improvement, on an outcome too', () => {
  const evidence = at(2.5);
  const [first] = evidence.measures;
  const outcome = measure({ ...first, type: 'outcome', improvedSince: '2026-11-01' });
  expect(suggestedScore({ ...evidence, measures: [outcome] }).score).toBe(3);
});

test('what is adopted at one site is not adopted for everyone', () => {
  const evidence = at(4);
  const cycles = evidence.cycles.map((one) => ({ ...one, scale: 'site' as const }));
  expect(suggestedScore({ ...evidence, cycles }).score).toBe(3.5);
});

test('a goal that is met and left again is not held', () => {
  const evidence = at(5);
  const measures = evidence.measures.map((one) => ({ ...one, isWorse: true }));
  expect(suggestedScore({ ...evidence, measures }).score).toBe(4.5);
});

test('one of the newest twelve short of the goal, and it has not been held for twelve', () => {
  const evidence = at(5);
  const values = [...Array.from({ length: 11 }, () => 82), 79];
  const measures = evidence.measures.map((one) => ({ ...one, since: days(values) }));
  expect(suggestedScore({ ...evidence, measures })).toMatchObject({
    score: 4.5,
    next: { sentence: 'No measure has been at its goal for 12 numbers.' },
  });
});

test('numbers from before the improvement began have held nothing', () => {
  const evidence = at(4.5);
  const measures = evidence.measures.map((one) => ({
    ...one,
    since: days(Array.from({ length: 20 }, () => 62)),
    improvedSince: '2026-11-18',
  }));
  expect(suggestedScore({ ...evidence, measures })).toMatchObject({
    score: 4,
    next: { sentence: 'Families reached has 3 numbers since Cycle 2 was adopted; 6 are needed.' },
  });
});

test('a score is said with one decimal', () => {
  expect(scoreWords(3)).toBe('3.0');
});
