import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicatorLinks } from '#db/schema/measures';
import { requireCommunity } from '~/access/gate.server';
import { linksOfMeasures, stateOf } from '~/indicators/links.server';
import { withDatabase } from '../support/database';
import { aDimension, aMeasure, anIndicator, anObservation, theCast } from '../support/factories';
import { signedIn } from '../support/requests';

withDatabase();

const accessOf = async (personId: string) =>
  requireCommunity(new Request('http://localhost:3000/', { headers: { cookie: await signedIn(personId) } }));

test('a measure’s links tell the indicator’s latest figure, its widest gap and the state of the link', async () => {
  const { community, team, member, stranger } = await theCast();
  const indicator = await anIndicator(community.id, { name: 'Graduated in four years' });
  const { groups } = await aDimension(community.id, 'Race and ethnicity', ['Black', 'White']);
  const years = {
    '2021-22': [600, 960, 1560],
    '2022-23': [620, 955, 1575],
    '2023-24': [840, 984, 1824],
  } as const;
  for (const [period, [black, white, all]] of Object.entries(years)) {
    const id = (name: string) => groups.get(name)?.id ?? null;
    await anObservation(indicator.id, {
      period,
      subgroupId: id('Black'),
      numerator: black,
      denominator: 1200,
    });
    await anObservation(indicator.id, {
      period,
      subgroupId: id('White'),
      numerator: white,
      denominator: 1200,
    });
    await anObservation(indicator.id, { period, numerator: all, denominator: 2400 });
  }
  const measure = await aMeasure(team);
  const unlinked = await aMeasure(team);
  await db
    .insert(indicatorLinks)
    .values({ measureId: measure.id, indicatorId: indicator.id, sign: 'same', lag: 0 });

  const links = await linksOfMeasures(await accessOf(member.id), [measure.id, unlinked.id]);
  expect([...links.keys()]).toEqual([measure.id]);
  const link = links.get(measure.id)?.[0] as NonNullable<ReturnType<typeof links.get>>[number];
  expect(link).toMatchObject({
    indicatorId: indicator.id,
    name: 'Graduated in four years',
    sign: 'same',
    lag: 0,
    latest: '76% in 2023–24',
    movement: 'Improved 11 points since 2021–22, beyond chance.',
    gap: 'Gap narrowed: 30.0 points in 2021–22, 12.0 points in 2023–24. Race and ethnicity: Black and White.',
  });
  expect(stateOf(link, { date: '2023-10-02', movement: 'up' }, '2026-12-01').state).toBe('signal in window');
  expect(stateOf(link, { date: '2023-10-02', movement: 'down' }, '2026-12-01').state).toBe('opposite');
  expect(stateOf(link, null, '2026-12-01').state).toBe('too early');

  expect(await linksOfMeasures(await accessOf(stranger.id), [measure.id])).toEqual(new Map());
  expect(await linksOfMeasures(await accessOf(member.id), [])).toEqual(new Map());
});
