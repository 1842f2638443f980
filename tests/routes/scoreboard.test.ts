import { eq } from 'drizzle-orm';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicators, observations } from '#db/schema/indicators';
import { indicatorLinks } from '#db/schema/measures';
import { indicatorPasts } from '#db/schema/scoreboard';
import { loader as csv } from '~/routes/indicators/board-csv';
import { loader as board } from '~/routes/indicators/list';
import { loader as print } from '~/routes/indicators/print-board';
import { action as choose } from '~/routes/indicators/reference';
import { withDatabase } from '../support/database';
import { aDimension, aMeasure, anIndicator, anObservation, anOutcome, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

type Cast = Awaited<ReturnType<typeof theCast>>;
const shares = (from: number, to: number, of: number) => [
  { period: '2021-22', numerator: (from * of) / 100, denominator: of },
  { period: '2025-26', numerator: (to * of) / 100, denominator: of },
];

/** Figures of one community: improved beyond chance, improved perhaps by chance, held, worsened, and none. */
async function aBoard(cast: Cast) {
  const reading = await anOutcome(cast.community.id, { name: 'Early grade reading', position: 1 });
  const work = await anOutcome(cast.community.id, { name: 'Employment', position: 2 });
  const add = async (
    name: string,
    outcomeId: string,
    figures: { period: string }[],
    some: Partial<typeof indicators.$inferInsert> = {},
  ) => {
    const indicator = await anIndicator(cast.community.id, { name, outcomeId, ...some });
    for (const figure of figures) await anObservation(indicator.id, figure);
    return indicator;
  };
  return {
    reading,
    work,
    read: await add('Reads on level', reading.id, shares(40, 60, 1000)),
    growth: await add('Grew over summer', reading.id, shares(40, 41, 100)),
    held: await add('Second graders on pace', reading.id, shares(50, 51, 100), { minimumMovement: 2 }),
    absent: await add('Chronic absence', work.id, shares(20, 30, 1000), { direction: 'lower' }),
    none: await add('Earns a living wage', work.id, [], {}),
    extra: await add('Owns books', work.id, shares(10, 90, 1000), { isCore: false }),
    cookie: await signedIn(cast.leader.id),
    low: await signedIn(cast.member.id),
  };
}

const asRows = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data;

test('the scoreboard counts core indicators by its rule, and says so with its day', async () => {
  const stage = await aBoard(await theCast());
  const { data } = await get(board, '/indicators', { cookie: stage.low });
  expect(data.head.sentence).toMatch(
    /^2 of 4 improved \(50 %\), 1 beyond chance; 1 without data, as of \w+ \d+, \d{4}\.$/,
  );
  const areas = data.head.areas as { name: string; marks: string[] }[];
  expect(areas.map(({ name, marks }) => [name, ...marks.sort()])).toEqual([
    ['Early grade reading', 'better', 'better', 'none'],
    ['Employment', 'early', 'worse'],
  ]);
  expect(data.head.counts).toMatchObject({ improved: 2, held: 1, worsened: 1, noData: 1, proofPoint: false });
  expect(data.rows).toContain('contributing, not counted');
  expect(data.rows).toContain('Improved 20 points since 2021–22, beyond chance.');
  expect(data.rows).toContain('may be chance');
});

test('what is shown stands in the address', async () => {
  const cast = await theCast();
  const stage = await aBoard(cast);
  const measure = await aMeasure(cast.team);
  await db.insert(indicatorLinks).values({ measureId: measure.id, indicatorId: stage.read.id, sign: 'same' });
  const named = async (search: string) => {
    const answer = await get(csv, `/indicators/scoreboard.csv${search}`, { cookie: stage.low });
    return asRows(answer.data).map((row) => row.Indicator);
  };
  expect(await named('?show=worsened')).toEqual(['Chronic absence']);
  expect(await named('?show=improved')).toEqual(['Grew over summer', 'Reads on level', 'Owns books']);
  expect(await named('?show=no-data')).toEqual(['Earns a living wage']);
  expect(await named('?show=team')).toEqual(['Reads on level']);
  expect(await named(`?outcome=${stage.work.id}`)).toEqual([
    'Chronic absence',
    'Earns a living wage',
    'Owns books',
  ]);
  expect(await named(`?outcome=${stage.work.id}&show=improved`)).toEqual(['Owns books']);
  expect(await named('?show=everything')).toHaveLength(6);
  const page = await get(board, '/indicators?show=worsened', { cookie: stage.low });
  expect(page.data.rows).toContain('Chronic absence');
  expect(page.data.rows).not.toContain('Reads on level');
  // The count at the top is of the whole board.
  expect(page.data.head.sentence).toMatch(/^2 of 4 improved/);
  expect(page.data.shown).toMatchObject({ all: 6, improved: 3, worsened: 1, held: 1, 'no-data': 1, team: 1 });
  const printed = await get(print, '/indicators/print?show=worsened', { cookie: stage.low });
  expect(printed.data.rows).toContain('Chronic absence');
});

test('the scoreboard of a past day is worked out from what was known then', async () => {
  const cast = await theCast();
  const stage = await aBoard(cast);
  const at = (day: string) => `${day}T15:00:00.000Z`;
  const isLatest = (id: string) => eq(observations.indicatorId, id);
  await db.update(observations).set({ enteredAt: at('2025-01-10') });
  await db
    .update(indicators)
    .set({ createdAt: at('2025-01-01') })
    .where(eq(indicators.communityId, cast.community.id));
  // Revised since: first reported as a fall, corrected a year later.
  const latest = await db
    .select()
    .from(observations)
    .where(isLatest(stage.read.id))
    .all()
    .then((rows) => rows.find(({ period }) => period === '2025-26'));
  await db
    .update(observations)
    .set({ numerator: 300 })
    .where(eq(observations.id, latest?.id ?? ''));
  await db
    .update(observations)
    .set({ numerator: 600 })
    .where(eq(observations.id, latest?.id ?? ''));
  await db.update(indicators).set({ minimumMovement: 30 }).where(eq(indicators.id, stage.growth.id));
  await db.delete(indicatorPasts).where(eq(indicatorPasts.id, 1));
  await db
    .update(indicatorPasts)
    .set({ knownFrom: at('2025-01-10'), knownUntil: at('2026-02-10') })
    .where(eq(indicatorPasts.kind, 'figure'));
  await db
    .update(indicatorPasts)
    .set({ knownUntil: at('2026-02-10') })
    .where(eq(indicatorPasts.kind, 'definition'));

  const on = async (day: string) => (await get(board, `/indicators?on=${day}`, { cookie: stage.low })).data;
  expect((await on('2026-02-09')).head.sentence).toBe(
    '1 of 4 improved (25 %), 0 beyond chance; 1 without data, as of Feb 9, 2026.',
  );
  expect((await on('2026-02-10')).head.sentence).toBe(
    '1 of 4 improved (25 %), 1 beyond chance; 1 without data, as of Feb 10, 2026.',
  );
  expect((await on('2025-01-09')).head.sentence).toBe(
    'No indicator has a baseline and a later figure, as of Jan 9, 2025.',
  );
  expect((await on('2024-12-31')).head.areas).toEqual([]);
  const now = await get(board, '/indicators', { cookie: stage.low });
  expect(now.data.head.sentence).toMatch(/^1 of 4 improved \(25 %\), 1 beyond chance/);

  const file = await get(csv, '/indicators/scoreboard.csv?on=2026-02-09', { cookie: stage.low });
  expect(asRows(file.data).find((row) => row.Indicator === 'Reads on level')).toMatchObject({
    'As of': '2026-02-09',
    'Since baseline': 'worsened',
    'Beyond chance': 'yes',
    Latest: '30',
    Change: '-10',
  });
});

test('a day that is none or still to come is told at the field, with what was typed', async () => {
  const stage = await aBoard(await theCast());
  const asked = async (on: string) =>
    (await get(board, `/indicators?on=${encodeURIComponent(on)}`, { cookie: stage.low })).data.asked;
  expect(await asked('2026-02-30')).toMatchObject({
    typed: '2026-02-30',
    on: null,
    problem: 'Write a date that exists, such as 2026-06-30.',
  });
  expect((await asked('<b>')).problem).toBe('Write a date that exists, such as 2026-06-30.');
  expect((await asked('2999-01-01')).problem).toBe(
    'That day is still to come. Choose today or an earlier day.',
  );
});

test('a figure that changes shows at once, and only to its own community', async () => {
  const cast = await theCast();
  const stage = await aBoard(cast);
  const first = await get(board, '/indicators', { cookie: stage.low });
  expect(first.data.head.counts.improved).toBe(2);
  await db.update(observations).set({ numerator: 10 }).where(eq(observations.indicatorId, stage.read.id));
  const changed = await get(board, '/indicators', { cookie: stage.low });
  expect(changed.data.head.counts).toMatchObject({ improved: 1, held: 2 });
  await db.delete(observations).where(eq(observations.indicatorId, stage.read.id));
  const without = await get(board, '/indicators', { cookie: stage.low });
  expect(without.data.head.counts).toMatchObject({ improved: 1, noData: 2 });
  await db.update(indicators).set({ name: 'Reads well' }).where(eq(indicators.id, stage.read.id));
  expect((await get(board, '/indicators', { cookie: stage.low })).data.rows).toContain('Reads well');
  const other = await get(board, '/indicators', { cookie: await signedIn(cast.stranger.id) });
  expect(other.data.head.areas).toEqual([]);
});

test('the widest gap stands in the row with its verdict, masked for whoever may not edit', async () => {
  const cast = await theCast();
  const stage = await aBoard(cast);
  const { dimension, groups } = await aDimension(cast.community.id, 'Family income', ['Low', 'Not low']);
  const put = async (name: string, counts: [number, number][], of: number[]) => {
    for (const [index, period] of ['2021-22', '2025-26'].entries()) {
      await anObservation(stage.read.id, {
        period,
        subgroupId: groups.get(name)?.id,
        numerator: counts[index]?.[0],
        denominator: of[index],
      });
    }
  };
  await put(
    'Low',
    [
      [200, 0],
      [300, 0],
    ],
    [600, 500],
  );
  await put(
    'Not low',
    [
      [200, 0],
      [300, 0],
    ],
    [400, 500],
  );
  const rowOf = async (cookie: string) =>
    asRows((await get(csv, '/indicators/scoreboard.csv', { cookie })).data).find(
      (row) => row.Indicator === 'Reads on level',
    );
  expect(await rowOf(stage.low)).toMatchObject({
    'Largest gap by': 'Family income',
    Group: 'Low',
    'Compared with': 'Not low',
    Gap: 'Closing',
    'Gap at baseline': '16.7',
    'Gap now': '0',
    Verdict: 'Improved for all, and the gap between Low and Not low narrowed.',
  });
  // Compared with the other group, it is the same gap from the other side.
  const params = { indicatorId: stage.read.id };
  const reference = { dimensionId: dimension.id, subgroupId: groups.get('Low')?.id ?? '' };
  await post(choose, '/x', reference, { cookie: stage.cookie, params });
  expect(await rowOf(stage.low)).toMatchObject({ Group: 'Not low', 'Compared with': 'Low' });

  // Under the threshold, the group is seen by whoever may edit and by nobody else.
  await db
    .update(observations)
    .set({ numerator: 3, denominator: 5 })
    .where(eq(observations.subgroupId, groups.get('Low')?.id ?? ''));
  expect((await rowOf(stage.cookie))?.['Largest gap by']).toBe('Family income');
  expect((await rowOf(stage.low))?.['Largest gap by']).toBe('');
});
