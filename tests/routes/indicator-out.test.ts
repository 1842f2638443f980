import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { loader as csvOf } from '~/routes/indicators/numbers-csv';
import { withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

async function anIndicatorWithGroups() {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id, { name: 'Graduated in four years' });
  const { groups } = await aDimension(cast.community.id, 'Race and ethnicity', ['=Asian', 'Black', 'White']);
  const add = (period: string, group: string | null, numerator: number, denominator: number) =>
    anObservation(indicator.id, {
      source: 'State report card',
      note: `${numerator} counted by hand`,
      period,
      subgroupId: group === null ? null : (groups.get(group)?.id ?? ''),
      numerator,
      denominator,
    });
  await add('2024-25', null, 160, 200);
  await add('2024-25', '=Asian', 4, 6);
  await add('2024-25', 'Black', 60, 84);
  await add('2024-25', 'White', 96, 110);
  await add('2023-24', null, 150, 200);
  await anObservation(indicator.id, {
    period: '2023-24',
    subgroupId: groups.get('Black')?.id ?? '',
    isSuppressed: true,
  });
  return { cast, params: { indicatorId: indicator.id } };
}

async function read(cookie: string, params: Record<string, string>) {
  const answer = await get(csvOf, '/x', { cookie, params });
  expect(answer.status).toBe(200);
  const { data, errors } = Papa.parse<Record<string, string>>(answer.data, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return { data, answer };
}

test('the CSV of an indicator has its figures by period and group, with their counts', async () => {
  const { cast, params } = await anIndicatorWithGroups();
  const { data, answer } = await read(await signedIn(cast.leader.id), params);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="Graduated in four years /,
  );
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  expect(data.map((row) => [row.Period, row['Split by'], row.Group, row.Value, row.Denominator])).toEqual([
    ['2023-24', '', 'Everyone', '75', '200'],
    ['2023-24', 'Race and ethnicity', 'Black', '', ''],
    ['2024-25', '', 'Everyone', '80', '200'],
    ['2024-25', 'Race and ethnicity', "'=Asian", String((100 * 4) / 6), '6'],
    ['2024-25', 'Race and ethnicity', 'Black', String((100 * 60) / 84), '84'],
    ['2024-25', 'Race and ethnicity', 'White', String((100 * 96) / 110), '110'],
  ]);
  expect(data[1]?.['Not shown']).toBe('Held back by whoever publishes the numbers');
  expect(data[2]).toMatchObject({
    'Period start': '2024-07-01',
    Unit: '%',
    Numerator: '160',
    'Not shown': '',
  });
});

test('small groups, and one that would give a small one away, are hidden in the CSV of who may not edit', async () => {
  const { cast, params } = await anIndicatorWithGroups();
  const { data } = await read(await signedIn(cast.member.id), params);
  const newest = data.filter((row) => row.Period === '2024-25');
  expect(newest.map((row) => [row.Group, row.Value !== '', row.Denominator])).toEqual([
    ['Everyone', true, '200'],
    ["'=Asian", false, ''],
    ['Black', false, ''],
    ['White', true, '110'],
  ]);
  // What somebody noted at a number may tell it.
  expect(newest.map((row) => row.Note)).toEqual(['160 counted by hand', '', '', '96 counted by hand']);
  expect(newest.map((row) => row.Source)).toEqual(['State report card', '', '', 'State report card']);
});

test('nobody outside the community takes an indicator’s figures out', async () => {
  const { cast, params } = await anIndicatorWithGroups();
  expect((await get(csvOf, '/x', { params })).location).toBe('/sign-in?next=%2Fx');
  expect((await get(csvOf, '/x', { params, cookie: await signedIn(cast.stranger.id) })).status).toBe(404);
});
