import { expect, test } from 'vitest';
import { changesOfForm } from '~/cycles/drawn';
import { kept } from '~/cycles/field-answers';
import {
  changesBetween,
  type Entry,
  entriesOf,
  fieldLabel,
  formOf,
  phaseOfField,
  textsOf,
} from '~/cycles/sheet-fields';

const plan = {
  objective: 'Text home.',
  scale: null,
  questions: [
    { id: 'q1', question: 'Do they answer?', prediction: 'Most.', chancePercent: 80 },
    { id: 'q2', question: 'How fast?', prediction: '', chancePercent: null },
  ],
  predictions: [{ measureId: 'm1', expected: 80, low: 70, high: 90, checkOn: '2026-10-02' }, {}],
  tasks: [{ id: 't1', what: 'Send', who: '', place: '', dueOn: null }],
};

test('a form becomes fields by the ids of its rows, and the same form again', () => {
  const texts = textsOf(entriesOf(plan));
  expect(texts.get('questions.q1.chancePercent')).toBe('80');
  expect(texts.get('predictions.m1.low')).toBe('70');
  expect(textsOf(formOf('plan', texts))).toEqual(
    new Map([...texts].concat([...textsOf(formOf('plan', texts))].filter(([field]) => !texts.has(field)))),
  );
});

test('a row keeps its fields when another comes before it', () => {
  const [first, second] = plan.questions;
  const moved = textsOf(entriesOf({ questions: [{ id: 'q0', question: 'New?' }, second, first] }));
  expect(moved.get('questions.q1.question')).toBe('Do they answer?');
});

test('a number without a measure is no field yet', () => {
  const entries: Entry[] = [
    ['predictions[0].measureId', ''],
    ['predictions[0].low', '3'],
  ];
  expect(textsOf(entries).size).toBe(0);
});

test('a measure that is gone from its form takes its numbers with it', () => {
  const before = textsOf(entriesOf(plan));
  const after = textsOf(entriesOf({ ...plan, predictions: [] }));
  expect([...changesBetween(before, after)]).toEqual([
    ['predictions.m1.expected', ''],
    ['predictions.m1.low', ''],
    ['predictions.m1.high', ''],
    ['predictions.m1.checkOn', ''],
  ]);
  expect(formOf('plan', new Map([...before, ...changesBetween(before, after)])).join()).not.toContain('m1');
});

test('a box that is not ticked says that its task is not done', () => {
  const texts = textsOf([
    ['tasksListed', 't1'],
    ['tasksListed', 't2'],
    ['tasksDone', 't2'],
  ]);
  expect([...texts]).toEqual([
    ['tasks.t1.done', ''],
    ['tasks.t2.done', 'yes'],
  ]);
});

test('every field belongs to one phase and has its question; what is no field has none', () => {
  expect(phaseOfField('questions.q1.question')).toBe('plan');
  expect(phaseOfField('questions.q1.whatHappened')).toBe('study');
  expect(phaseOfField('tasks.t1.done')).toBe('do');
  expect(phaseOfField('createdBy')).toBeNull();
  expect(phaseOfField('questions.q1.cycleId')).toBeNull();
  expect(fieldLabel('questions.q1.whatHappened')).toBe('What happened with the question?');
});

const formWith = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test('a whole form tells only what its person changed since it was drawn', () => {
  const drawn = JSON.stringify({ learned: [3, 'It works.'], workedFor: [0, ''] });
  const read = changesOfForm(formWith({ drawn, learned: 'It works.', workedFor: 'Most.\r\nNot all.' }));
  expect(read?.changes).toEqual([{ field: 'workedFor', text: 'Most.\nNot all.', version: 0 }]);
});

test('a form that does not say what it was drawn with is taken as it is written', () => {
  expect(changesOfForm(formWith({ learned: 'It works.' }))).toBeNull();
  expect(changesOfForm(formWith({ learned: 'It works.', drawn: '{"learned":"x"}' }))).toBeNull();
});

test('of two texts one stays, or both, theirs first', () => {
  const drawn = JSON.stringify({ learned: [1, 'Old.'] });
  const choose = (keep: string) =>
    changesOfForm(formWith({ drawn, learned: 'Mine.', keep, 'their learned': 'Theirs.' }))?.changes;
  expect(choose('mine learned 2')).toEqual([{ field: 'learned', text: 'Mine.', version: 2 }]);
  expect(choose('theirs learned 2')).toEqual([]);
  expect(choose('both learned 2')).toEqual([{ field: 'learned', text: 'Theirs.\n\nMine.', version: 2 }]);
  expect(kept('both', { theirs: '', mine: 'Mine.' })).toBe('Mine.');
});
