import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicators, observations, referenceGroups } from '#db/schema/indicators';
import { indicatorPasts } from '#db/schema/scoreboard';
import { definitionThen } from '~/indicators/known-then';
import { withDatabase } from '../support/database';
import { aCommunity, aDimension, anIndicator, anObservation } from '../support/factories';

withDatabase();

const pasts = () =>
  db
    .select({
      kind: indicatorPasts.kind,
      cell: indicatorPasts.cell,
      was: indicatorPasts.was,
      knownFrom: indicatorPasts.knownFrom,
      knownUntil: indicatorPasts.knownUntil,
    })
    .from(indicatorPasts)
    .orderBy(asc(indicatorPasts.id));

test('what a figure was is kept when it is changed and when it is taken out, with until when', async () => {
  const indicator = await anIndicator((await aCommunity()).id);
  const enteredAt = '2026-02-03T12:00:00.000Z';
  const one = await anObservation(indicator.id, {
    period: '2021-22',
    numerator: 3,
    denominator: 4,
    enteredAt,
  });
  const isOne = eq(observations.id, one.id);
  await db.update(observations).set({ source: 'The same from elsewhere', note: 'Seen' }).where(isOne);
  expect(await pasts()).toEqual([]);

  const started = new Date(Date.now() - 1000).toISOString();
  await db.update(observations).set({ numerator: 5, enteredAt: started }).where(isOne);
  await db.delete(observations).where(isOne);
  const kept = await pasts();
  expect(kept).toMatchObject([
    {
      kind: 'figure',
      cell: '2021-22 ',
      was: { numerator: 3, denominator: 4, subgroupId: null },
      knownFrom: enteredAt,
    },
    { kind: 'figure', cell: '2021-22 ', was: { numerator: 5, denominator: 4 }, knownFrom: started },
  ]);
  for (const { knownUntil } of kept) {
    expect(knownUntil >= started && knownUntil <= new Date(Date.now() + 1000).toISOString()).toBe(true);
    expect(knownUntil).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }
});

test('a figure brought back days after it was taken out was not known in between', async () => {
  const indicator = await anIndicator((await aCommunity()).id);
  const one = await anObservation(indicator.id, {
    period: '2021-22',
    value: 70,
    enteredAt: '2026-02-03T12:00:00.000Z',
  });
  await db.delete(observations).where(eq(observations.id, one.id));
  await db.update(indicatorPasts).set({ knownUntil: '2026-03-01T12:00:00.000Z' });
  await db.insert(observations).values(one);
  expect((await pasts()).slice(1)).toMatchObject([
    { cell: '2021-22 ', was: null, knownFrom: '2026-03-01T12:00:00.000Z' },
  ]);
});

test('what a definition and a group to compare with were is kept when they change', async () => {
  const { id: communityId } = await aCommunity();
  const indicator = await anIndicator(communityId, { baselinePeriod: '2021-22', minimumMovement: 2 });
  const isIt = eq(indicators.id, indicator.id);
  await db.update(indicators).set({ definition: 'Other words for the same' }).where(isIt);
  await db.update(indicators).set({ baselinePeriod: '2022-23', isCore: false }).where(isIt);
  const { dimension, groups } = await aDimension(communityId, 'Gender', ['Girls', 'Boys']);
  const [girls, boys] = [...groups.values()].map(({ id }) => id) as [string, string];
  const reference = { indicatorId: indicator.id, dimensionId: dimension.id };
  await db.insert(referenceGroups).values({ ...reference, subgroupId: girls });
  await db.update(referenceGroups).set({ subgroupId: boys });
  await db.delete(referenceGroups);
  expect(await pasts()).toMatchObject([
    {
      kind: 'definition',
      cell: '',
      was: {
        baselinePeriod: '2021-22',
        minimumMovement: 2,
        isCore: 1,
        direction: 'higher',
        archivedAt: null,
      },
      knownFrom: indicator.createdAt,
    },
    { kind: 'reference', cell: dimension.id, was: { subgroupId: girls } },
    { kind: 'reference', cell: dimension.id, was: { subgroupId: boys } },
  ]);
});

test('a break in the definition that is written down later was not known before', async () => {
  const first = { period: '2020-21', what: 'A new test' };
  const indicator = await anIndicator((await aCommunity()).id, { revisions: [first] });
  const isIt = eq(indicators.id, indicator.id);
  const before = indicator.createdAt;
  const revisions = [first, { period: '2024-25', what: 'Counts charter schools' }];
  await db.update(indicators).set({ revisions }).where(isIt);
  expect(await pasts()).toMatchObject([{ kind: 'definition', was: { revisions: [first] } }]);
  const now = await db.select().from(indicators).where(isIt).get();
  const kept = await db.select().from(indicatorPasts);
  await db.update(indicators).set({ name: 'Renamed' }).where(isIt);
  expect(now && definitionThen(now, kept, before)?.revisions).toEqual([first]);
  expect((await pasts())[1]).toMatchObject({ was: { revisions } });
});
