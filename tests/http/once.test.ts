import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicators } from '#db/schema/indicators';
import { measures } from '#db/schema/measures';
import { sentKey } from '~/http/once.server';
import { action as defineIndicator, loader as indicatorPage } from '~/routes/indicators/new';
import { action as defineMeasure, loader as measurePage } from '~/routes/measures/new';
import { withDatabase } from '../support/database';
import { anOutcome, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

test('a double click adds one measure', async () => {
  const cast = await theCast();
  const to = { cookie: await signedIn(cast.member.id), params: { teamId: cast.team.id } };
  const { formKey } = (await get(measurePage, '/x', to)).data;
  const fields = { name: 'Texts', type: 'process', kind: 'count', direction: 'higher', formKey };
  const answers = await Promise.all([1, 2, 3].map(() => post(defineMeasure, '/x', fields, to)));
  expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
  expect(answers[0]?.status).toBe(302);
  expect(await db.select().from(measures)).toHaveLength(1);
});

test('a double click defines one indicator', async () => {
  const cast = await theCast();
  const outcome = await anOutcome(cast.community.id);
  const to = { cookie: await signedIn(cast.leader.id) };
  const { formKey } = (await get(indicatorPage, '/x', to)).data;
  const about = { name: 'Graduation', outcomeId: outcome.id, unit: 'percent', direction: 'higher' };
  const fields = { ...about, periodKind: 'school year', formKey };
  const answers = await Promise.all([1, 2, 3].map(() => post(defineIndicator, '/x', fields, to)));
  expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
  expect(answers[0]?.status).toBe(302);
  expect(await db.select().from(indicators)).toHaveLength(1);
});

test('what is no key of ours is no key', () => {
  const keyOf = (value: string | null) => {
    const form = new FormData();
    if (value !== null) form.set('formKey', value);
    return sentKey(form);
  };
  expect([null, '', '<b>', 'x'.repeat(41), 'abc_DEF-1'].map(keyOf)).toEqual([
    ...[null, null, null, null],
    'abc_DEF-1',
  ]);
});
