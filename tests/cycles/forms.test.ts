import { parseWithZod } from '@conform-to/zod/v4';
import { expect, test } from 'vitest';
import { doForm, planForm, startForm } from '~/cycles/forms';

const parse = (
  schema: typeof planForm | typeof doForm | typeof startForm,
  fields: Record<string, string>,
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return parseWithZod(form, { schema });
};
const errors = (schema: Parameters<typeof parse>[0], fields: Record<string, string>) =>
  parse(schema, fields).reply().error ?? {};
const plan = { kind: 'test', startsOn: '2026-11-02', 'questions[0].question': 'Do families answer?' };

test('an empty start says all that is missing at once', () => {
  expect(Object.keys(errors(startForm, {})).sort()).toEqual([
    'newIdea',
    'prediction',
    'question',
    'startsOn',
  ]);
});

test('an idea is chosen or named, not both', () => {
  const rest = { question: 'Q?', prediction: 'P.', startsOn: '2026-11-02' };
  expect(errors(startForm, { ...rest, ideaId: 'abc', newIdea: 'Text' })).toHaveProperty('newIdea');
  expect(errors(startForm, { ...rest, ideaId: 'abc', practiceId: 'def' })).toHaveProperty('practiceId');
  expect(parse(startForm, { ...rest, newIdea: 'Text', practiceId: 'def' }).status).toBe('success');
});

test('rows left empty are dropped', () => {
  const read = parse(planForm, {
    ...plan,
    'questions[1].question': '',
    'questions[1].id': '',
    'predictions[0].measureId': '',
    'predictions[0].low': '',
    'tasks[0].what': ' ',
    'tasks[1].what': 'Send the text',
  });
  expect(read.status).toBe('success');
  if (read.status !== 'success') return;
  const value = read.value as { questions: unknown[]; predictions: unknown[]; tasks: { at: number }[] };
  expect([value.questions.length, value.predictions.length]).toEqual([1, 0]);
  expect(value.tasks.map((task) => task.at)).toEqual([1]);
});

test('a range has the expected number inside it', () => {
  const row = {
    'predictions[0].measureId': 'm1',
    'predictions[0].expected': '80',
    'predictions[0].low': '85',
    'predictions[0].high': '75',
    'predictions[0].checkOn': '2026-11-30',
  };
  expect(Object.keys(errors(planForm, { ...plan, ...row }))).toEqual([
    'predictions[0].low',
    'predictions[0].high',
  ]);
});

test('a half-written prediction names each part that is missing', () => {
  expect(Object.keys(errors(planForm, { ...plan, 'predictions[0].expected': '80' })).sort()).toEqual([
    'predictions[0].checkOn',
    'predictions[0].high',
    'predictions[0].low',
    'predictions[0].measureId',
  ]);
});

test('one measure has one prediction', () => {
  const row = (at: number) => ({
    [`predictions[${at}].measureId`]: 'm1',
    [`predictions[${at}].expected`]: '80',
    [`predictions[${at}].low`]: '70',
    [`predictions[${at}].high`]: '90',
    [`predictions[${at}].checkOn`]: '2026-11-30',
  });
  expect(Object.keys(errors(planForm, { ...plan, ...row(0), ...row(1) }))).toEqual([
    'predictions[1].measureId',
  ]);
});

test('the Plan keeps at least one question, and its last day is not before its first', () => {
  expect(errors(planForm, { ...plan, 'questions[0].question': '' })).toHaveProperty('questions[0].question');
  expect(errors(planForm, { ...plan, endsOn: '2026-11-01' })).toHaveProperty('endsOn');
  expect(parse(planForm, { ...plan, endsOn: '2026-11-02' }).status).toBe('success');
});

test('a prediction or a task without its first words says so', () => {
  expect(errors(planForm, { ...plan, 'questions[1].prediction': 'Most will.' })).toHaveProperty(
    'questions[1].question',
  );
  expect(errors(planForm, { ...plan, 'tasks[0].who': 'Dana' })).toHaveProperty('tasks[0].what');
});

test('Do cannot have ended before it started, nor without having started', () => {
  expect(errors(doForm, { doStartedOn: '2026-11-02', doEndedOn: '2026-11-01' })).toHaveProperty('doEndedOn');
  expect(errors(doForm, { doEndedOn: '2026-11-01' })).toHaveProperty('doStartedOn');
  expect(parse(doForm, { doStartedOn: '2028-02-29', doEndedOn: '2028-02-29' }).status).toBe('success');
  expect(errors(doForm, { doStartedOn: '2027-02-29' })).toHaveProperty('doStartedOn');
});
