import { expect, test } from 'vitest';
import { carriersOf, voteOf } from '~/practices/votes';
import { type StoryInput, type StoryVerdict, type StoryWorking, tellStory } from '~/stories/tell';

const working: StoryWorking = { concurrent: [], gap: null };

const aVerdict = (
  measure: string,
  verdict: StoryVerdict['verdict'],
  some: Partial<StoryVerdict> = {},
): StoryVerdict => ({
  measureId: measure,
  measure,
  type: 'outcome',
  verdict,
  method: 'run rules',
  working,
  openGain: null,
  ...some,
});

/** Told as the page tells it: the vote and what carries it by the one rule. */
function told(verdicts: readonly StoryVerdict[], some: Partial<StoryInput> = {}) {
  return tellStory({
    team: 'Attendance Network',
    community: 'Riverbend',
    aim: null,
    practice: { name: 'Text first', description: '', forWhom: '', sourceKind: null, sourceTier: null },
    tests: [],
    vote: voteOf(verdicts),
    verdicts,
    telling: carriersOf(verdicts),
    all: null,
    leaders: null,
    words: { whoBenefits: '', caveats: '' },
    today: '2026-11-26',
    ...some,
  });
}

test('an improvement is told of the outcome that improved, and where none did of the process', () => {
  const process = aVerdict('Texts sent', 'improved', { type: 'process' });
  const both = told([aVerdict('Grades', 'no signal'), process, aVerdict('Attendance', 'improved')]);
  expect(both.measureId).toBe('Attendance');
  expect(both.result).toBe('Attendance improved after the change, beyond what chance would do.');
  const one = told([aVerdict('Grades', 'no signal'), process]);
  expect(one.measureId).toBe('Texts sent');
  expect(one.result).toBe('Texts sent improved after the change, beyond what chance would do.');
});

test('a measure that was to stay as it is and got better carries no improvement, and none of its loss', () => {
  const better = aVerdict('Class size', 'improved', { type: 'balancing' });
  const process = aVerdict('Texts sent', 'improved', { type: 'process' });
  expect(told([better, process]).result).toMatch(/^Texts sent improved/);
  const silent = told([better, aVerdict('Attendance', 'no signal')]);
  expect(silent.measureId).toBe('Attendance');
  expect(silent.result).toBe('No longer a bright spot: Attendance shows no signal by now.');
  expect(told([better, aVerdict('Attendance', 'no clear change')]).result).toBe(
    'No longer a bright spot: Attendance shows no clear change by now.',
  );
  expect(told([better]).result).toBe(
    'No longer a bright spot: only Class size got better, and it was to stay as it is.',
  );
});

test('what got worse is named where the vote is worsened, also beside a balancing measure that got better', () => {
  const story = told([
    aVerdict('Class size', 'improved', { type: 'balancing' }),
    aVerdict('Grades', 'no signal'),
    aVerdict('Attendance', 'worsened', { type: 'process' }),
  ]);
  expect(story.measureId).toBe('Attendance');
  expect(story.result).toBe('No longer a bright spot: Attendance got worse.');
});

test('mixed names what improved and what got worse, whichever they are', () => {
  const story = told([
    aVerdict('Class size', 'worsened', { type: 'balancing' }),
    aVerdict('Grades', 'no signal'),
    aVerdict('Texts sent', 'improved', { type: 'process' }),
    aVerdict('Attendance', 'improved'),
  ]);
  expect(story.measureId).toBe('Attendance');
  expect(story.result).toBe('Mixed by now: Attendance and Texts sent improved, and Class size got worse.');
});

test('one measure that moved both ways is told so, and no other is said to have moved', () => {
  const both = aVerdict('Attendance', 'mixed');
  expect(told([both]).result).toBe('Mixed by now: Attendance moved both ways after the change.');
  const beside = told([aVerdict('Grades', 'improved'), both]);
  expect(beside.measureId).toBe('Attendance');
  expect(beside.result).toBe('Mixed by now: Attendance moved both ways after the change.');
});

test('what cannot be told yet is not told, and without a measure there is no chart', () => {
  const early = told([aVerdict('Grades', 'observed only', { method: 'none' }), aVerdict('A', 'too early')]);
  expect(early.measureId).toBe('A');
  expect(early.result).toBe('The numbers cannot tell at present.');
  expect(told([])).toMatchObject({ measureId: null, result: 'No measure tells of it any more.' });
});

test('that it helped and a gap got wider is said only where it helped', () => {
  const wider = {
    working: { ...working, gap: { focus: 'English learners', reference: 'White', word: 'widened' } },
  };
  const helped = told([aVerdict('Attendance', 'improved', wider)]);
  expect(helped.caveats).toContain('It helped, and a gap between groups got wider.');
  for (const verdict of ['no signal', 'worsened', 'mixed', 'too early'] as const) {
    const { caveats } = told([aVerdict('Attendance', verdict, wider)]);
    expect(caveats).toContain('A gap between groups got wider.');
    expect(caveats.join(' ')).not.toContain('It helped');
  }
});

test('a gain that is not held yet, or slips, is a word of caution', () => {
  const openGain =
    'Held so far: 7 of 12 points since it was adopted on Sep 30, 2026, without a signal the other way.';
  const story = told([aVerdict('Attendance', 'improved', { openGain }), aVerdict('Grades', 'improved')]);
  expect(story.caveats).toContain(`Attendance: ${openGain}`);
  expect(story.caveats.join(' ')).not.toContain('Grades');
});
