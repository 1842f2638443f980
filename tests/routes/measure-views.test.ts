import { expect, test } from 'vitest';
import { loader as show } from '~/routes/measures/show';
import { withDatabase } from '../support/database';
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
  expect(all.data.chart.window).toBeUndefined();
  expect(some.data.chart.window).toEqual({ from: '2026-09-07', to: '2026-10-11' });
  expect(some.data.chart.points).toEqual(all.data.chart.points);
  expect(some.data.chart.reading).toEqual(all.data.chart.reading);
  expect(some.data.rules).toEqual(all.data.rules);
  expect(some.data.daysWords).toContain('5 of 16 weeks');
});

test('days that cannot be shown are answered with a sentence on the page, with all of the chart', async () => {
  const { params, cookie } = await aSeries();
  const page = await get(show, '/x?from=soon&to=2026-10-11', { params, cookie });
  expect(page.status).toBe(200);
  expect(page.data.days.problems.from).toBe('Write a date that exists, such as 2026-09-08.');
  expect(page.data.chart.window).toBeUndefined();
});
