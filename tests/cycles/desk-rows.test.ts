import { expect, test } from 'vitest';
import { fieldsInError } from '~/cycles/commands/fields-in-error';
import { afterSaving, keptWords, shownWrong, stillWrong } from '~/cycles/desk-wrong';
import { withKeptRows } from '~/cycles/kept-rows';
import { type Entry, unnamedOf } from '~/cycles/sheet-fields';

const row: Entry[] = [
  ['predictions[0].measureId', 'm1'],
  ['predictions[0].expected', '500'],
  ['predictions[0].low', ''],
  ['predictions[0].checkOn', '2026-10-02'],
];
const [expected, low, checkOn] = ['predictions.m1.expected', 'predictions.m1.low', 'predictions.m1.checkOn'];

test('what is missing in a row is said where it is missing, and what was written in the row waits', () => {
  const { sentences, held } = fieldsInError(row, { 'predictions[0].low': ['Write the low end.'] }, [
    expected,
    checkOn,
    'objective',
  ]);
  expect([...sentences]).toEqual([[low, 'Write the low end.']]);
  expect([...held]).toEqual([expected, checkOn]);
});

test('a field that is wrong by itself holds up no other of its row', () => {
  const { sentences, held } = fieldsInError(row, { 'predictions[0].expected': ['Not a percent.'] }, [
    expected,
    checkOn,
  ]);
  expect([...sentences]).toEqual([[expected, 'Not a percent.']]);
  expect(held.size).toBe(0);
});

test('what is wrong with a row’s name is said at its name, and what belongs to no changed field at all of them', () => {
  const name = fieldsInError(row, { 'predictions[0].measureId': ['Not yours.'] }, [expected]);
  expect([...name.sentences]).toEqual([['predictions.m1.measureId', 'Not yours.']]);
  const whole = fieldsInError(row, { '': ['Archived.'] }, ['objective', expected]);
  expect([...whole.sentences.keys()]).toEqual(['objective', expected]);
});

test('what is missing in the row in hand is told once the row is left; what is wrong is told at once', () => {
  const wrong = afterSaving(
    {},
    [
      { field: expected, state: 'wrong', sentence: 'Not a percent.' },
      { field: low, state: 'wrong', sentence: 'Write the low end.' },
      { field: checkOn, state: 'held' },
    ],
    new Set([expected, checkOn]),
  );
  expect(shownWrong(wrong, 'predictions.m1')).toEqual({ [expected]: 'Not a percent.' });
  expect(Object.keys(shownWrong(wrong, null))).toEqual([expected, low]);
});

test('a sentence goes with what was typed in its row; a number without a measure is asked for one', () => {
  const wrong = { [low]: { sentence: 'Write the low end.', isMissing: true } };
  expect(stillWrong(wrong, new Map([[expected, '77']]))).toBe(wrong);
  expect(stillWrong(wrong, new Map([['objective', 'Text home.']]))).toEqual({});
  expect(shownWrong(stillWrong({}, new Map([['predictions.+2.expected', '90']])), null)).toEqual({
    'predictions.+2.measureId': 'Choose the measure this is about.',
  });
});

test('the bar counts what needs a look', () => {
  expect(keptWords(0)).toBe('Kept on this device until this row is whole');
  expect(keptWords(1)).toBe('Kept on this device: one answer needs a look');
  expect(keptWords(3)).toBe('Kept on this device: 3 answers need a look');
});

test('a number without a measure is known by its place, and an empty one is not known', () => {
  const entries: Entry[] = [
    ['predictions[2].measureId', ''],
    ['predictions[2].expected', '90'],
    ['predictions[2].low', ''],
  ];
  expect([...unnamedOf(entries)]).toEqual([['predictions.+2.expected', '90']]);
});

const kept = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text, version: 0 }]));

test('rows that wait on the device are drawn again, in the place of an empty one', () => {
  const plan = { predictions: [{}], tasks: [{ id: 'new_0' }], questions: [{ id: 'q1', question: 'Why?' }] };
  const words = kept({
    'predictions.m1.expected': '77',
    'predictions.+1.expected': '90',
    'tasks.old_0.who': 'Luis',
    'questions.q1.prediction': 'Most.',
  });
  expect(withKeptRows('plan', plan, words)).toEqual({
    predictions: [{ measureId: 'm1' }, { expected: '90' }],
    tasks: [{ id: 'old_0' }],
    questions: plan.questions,
  });
  expect(withKeptRows('plan', plan, kept({ objective: 'Text home.' }))).toBe(plan);
});

test('counts of everyone come back as those, and groups after them', () => {
  const doing = {
    counts: [{ id: 'new_90', group: '' }],
    notes: [{ id: 'new_0', onDate: '2026-11-26', text: '' }],
  };
  expect(withKeptRows('do', doing, kept({ 'counts.old_90.reached': 'x' })).counts).toEqual([
    { id: 'old_90', group: '' },
  ]);
  const groups = kept({ 'counts.old_51.group': 'Somali', 'counts.old_51.reached': '9' });
  expect(withKeptRows('do', doing, groups).counts).toEqual([
    { id: 'new_90', group: '' },
    { id: 'old_51', group: 'Somali' },
  ]);
});
