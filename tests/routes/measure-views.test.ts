import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import { loader as compare } from '~/routes/measures/compare';
import { loader as groups } from '~/routes/measures/groups';
import { loader as list } from '~/routes/measures/list';
import { loader as print } from '~/routes/measures/print';
import { loader as show } from '~/routes/measures/show';
import { loader as table } from '~/routes/measures/table';
import { withDatabase } from '../support/database';
import { pointsSaid, scaleOf } from '../support/drawings';
import { aMeasure, points, theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();

async function aSeries() {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended', goal: 92 });
  await points(
    measure.id,
    '2026-08-03',
    Array.from({ length: 16 }, (_, n) => [80 + (n % 5), 100]),
  );
  return {
    cast,
    measure,
    params: { teamId: cast.team.id, measureId: measure.id },
    cookie: await signedIn(cast.member.id),
  };
}

test('an address shows some days of a chart, and every rule still uses all of it', async () => {
  const { params, cookie } = await aSeries();
  const all = await get(show, '/x', { params, cookie });
  const some = await get(show, '/x?from=2026-09-07&to=2026-10-11', { params, cookie });
  expect(pointsSaid(all.data.drawing)).toHaveLength(16);
  expect(pointsSaid(some.data.drawing)).toEqual(pointsSaid(all.data.drawing).slice(5, 10));
  expect(some.data.sentence).toEqual(all.data.sentence);
  expect(some.data.rules).toEqual(all.data.rules);
  expect(some.data.daysWords).toContain('5 of 16 weeks');
});

test('days that cannot be shown are answered with a sentence on the page, with all of the chart', async () => {
  const { params, cookie } = await aSeries();
  const page = await get(show, '/x?from=soon&to=2026-10-11', { params, cookie });
  expect(page.status).toBe(200);
  expect(page.data.days.problems.from).toBe('Write a date that exists, such as 2026-09-08.');
  expect(pointsSaid(page.data.drawing)).toHaveLength(16);
});

const views = { list, print, groups, compare, table };

test('nobody outside the community sees a team’s measures by any of these addresses', async () => {
  const { cast, params } = await aSeries();
  const cookie = await signedIn(cast.stranger.id);
  for (const [name, view] of Object.entries(views)) {
    expect((await get(view, '/x', { params })).location, name).toBe('/sign-in?next=%2Fx');
    expect((await get(view, '/x', { params, cookie })).status, name).toBe(404);
  }
});

test('a measure under another team’s address has no groups and no comparison there', async () => {
  const { cast, measure } = await aSeries();
  const cookie = await signedIn(cast.otherMember.id);
  const params = { teamId: cast.otherTeam.id, measureId: measure.id };
  for (const view of [groups, compare]) expect((await get(view, '/x', { params, cookie })).status).toBe(404);
  for (const view of [list, print]) {
    expect(JSON.stringify((await get(view, '/x', { params, cookie })).data)).not.toContain(measure.id);
  }
});

async function withGroups() {
  const scene = await aSeries();
  const { measure } = scene;
  const entered = { measureId: measure.id, enteredAt: '2026-12-01T12:00:00.000Z', periodStart: '2026-08-03' };
  await db.insert(measurePoints).values([
    { ...entered, stratum: 'Lincoln', numerator: 40, denominator: 53 },
    { ...entered, stratum: 'Harbor', numerator: 30, denominator: 40 },
    { ...entered, stratum: 'Annex', numerator: 5, denominator: 7 },
  ]);
  return scene;
}

test('each group has its chart on one scale, the whole first, and a column in the table', async () => {
  const { params, cookie } = await withGroups();
  const { data } = await get(groups, '/x', { params, cookie });
  const names = data.charts.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['All together', 'Annex', 'Harbor', 'Lincoln']);
  expect(scaleOf(data.charts[0].drawing)).toEqual(scaleOf(data.charts[3].drawing));
  expect(data.rows[0].cells).toEqual(['80%', '71.4%', '75%', '75.5%']);
});

test('who may not edit the numbers gets no small group, nor a way to work it out', async () => {
  const { cast, params } = await withGroups();
  const { data } = await get(groups, '/x', { params, cookie: await signedIn(cast.otherMember.id) });
  expect(data.rows[0].cells).toEqual(['80%', 'Hidden: fewer than 10', 'Hidden: fewer than 10', '75.5%']);
  expect(JSON.stringify(data)).not.toMatch(/71\.4|"denominator":(7|40)\b/);
});

test('a team’s measures are a list, and their charts share a scale when the address asks for it', async () => {
  const { cast, params, cookie } = await aSeries();
  const other = await aMeasure(cast.team, { name: 'Families reached', goal: null });
  await points(other.id, '2026-08-03', [
    [10, 100],
    [20, 100],
  ]);
  const own = await get(list, '/x', { params, cookie });
  const shared = await get(list, '/x?scale=shared', { params, cookie });
  expect(own.data.list.map(({ name, latest }: { name: string; latest: string }) => [name, latest])).toEqual([
    ['School days attended', '80.0%'],
    ['Families reached', '20.0%'],
  ]);
  const scales = ({ data }: typeof own) =>
    data.tiles.map(({ drawing }: { drawing: string }) => scaleOf(drawing));
  expect(scales(own)[0]).not.toEqual(scales(own)[1]);
  expect(scales(shared)[0]).toEqual(scales(shared)[1]);
  expect(shared.data.scaleWords).toBe('2 charts in percent share a scale.');
});

test('what is printed has its sentence, its method and its source', async () => {
  const { cast, params, cookie } = await aSeries();
  await aMeasure(cast.team, { name: 'Without numbers' });
  const { data } = await get(print, '/x', { params, cookie });
  expect(data.charts).toHaveLength(1);
  expect(data.charts[0]).toMatchObject({ name: 'School days attended', source: '' });
  expect(data.charts[0].sentence).not.toBe('');
  expect(data.charts[0].drawing).toContain('<svg');
  expect(data.charts[0].method).toContain('(Anhøj rules)');
});

test('the form without script becomes an address that can be kept', async () => {
  const { params, cookie } = await aSeries();
  const sent = '/x?aFrom=2026-08-03&aTo=2026-09-20&bFrom=2026-09-21&bTo=';
  const answer = await get(compare, sent, { params, cookie });
  expect(answer.location).toBe(
    `/teams/${params.teamId}/measures/${params.measureId}/compare?a=2026-08-03..2026-09-20&b=2026-09-21..`,
  );
});

test('two stretches are drawn on one scale, with words and a table', async () => {
  const { params, cookie } = await aSeries();
  const { data } = await get(compare, '/x?a=2026-08-03..2026-09-20&b=2026-09-21..', { params, cookie });
  const drawings: string[] = data.charts.map(({ drawing }: { drawing: string }) => drawing);
  expect(drawings.map((drawing) => drawing.match(/class="p-/g)?.length)).toEqual([2 * 7, 2 * 9]);
  expect(scaleOf(drawings[0] ?? '')).toEqual(scaleOf(drawings[1] ?? ''));
  expect(data.words.sentence).toMatch(/^Cannot tell\./);
  expect(data.rows[0]).toEqual({ name: 'Numbers', first: '7', second: '9' });
});

test('stretches that cannot be compared are answered with a sentence at the field', async () => {
  const { params, cookie } = await aSeries();
  const { data, status } = await get(compare, '/x?a=soon..&b=2026-09-21..', { params, cookie });
  expect(status).toBe(200);
  expect(data.asked.first.problems.from).toBe('Write a date that exists, such as 2026-09-08.');
  expect([data.words, data.rows, data.charts]).toEqual([null, null, []]);
});

test('a measure without numbers has nothing to compare', async () => {
  const { cast, cookie } = await aSeries();
  const empty = await aMeasure(cast.team);
  const params = { teamId: cast.team.id, measureId: empty.id };
  const { data } = await get(compare, '/x', { params, cookie });
  expect([data.asked, data.words]).toEqual([null, null]);
});
