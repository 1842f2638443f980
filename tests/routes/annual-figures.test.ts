import type { LoaderFunctionArgs } from '@remix-run/node';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { indicators, observations, subgroups } from '#db/schema/indicators';
import { openArchive } from '~/imports/archive.server';
import { fileTable } from '~/imports/file-table.server';
import { loader as annual, action as freeze } from '~/routes/indicators/annual';
import { loader as csv } from '~/routes/indicators/annual-csv';
import { loader as xlsx } from '~/routes/indicators/annual-xlsx';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, anOutcome, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

async function aStage() {
  const cast = await theCast();
  const graduation = await anOutcome(cast.community.id, { name: 'High school graduation', position: 4 });
  const work = await anOutcome(cast.community.id, { name: 'Employment', position: 7 });
  const graduated = await anIndicator(cast.community.id, {
    name: 'Graduated in four years',
    outcomeId: graduation.id,
    source: '=State file',
  });
  const working = await anIndicator(cast.community.id, {
    name: 'Working',
    outcomeId: work.id,
    periodKind: 'year',
  });
  await anIndicator(cast.community.id, { name: 'Not core', outcomeId: work.id, isCore: false });
  const { groups } = await aDimension(cast.community.id, 'Race and ethnicity', [
    'Black',
    'White',
    'Native',
    'Asian',
  ]);
  const put = (period: string, name: string | null, numerator: number, denominator: number) =>
    anObservation(graduated.id, {
      period,
      subgroupId: name === null ? null : groups.get(name)?.id,
      numerator,
      denominator,
    });
  await put('2024-25', null, 604, 1000);
  await put('2024-25', 'Black', 260, 450);
  await put('2024-25', 'White', 320, 510);
  await put('2024-25', 'Asian', 24, 40);
  await put('2025-26', null, 651, 1000);
  await put('2025-26', 'Black', 283, 450);
  await put('2025-26', 'White', 368, 543);
  await put('2025-26', 'Native', 0, 7);
  await anObservation(working.id, { period: '2025', value: 86.3, marginOfError: 2 });
  return {
    ...cast,
    graduated,
    groups,
    cookie: await signedIn(cast.leader.id),
    low: await signedIn(cast.member.id),
  };
}

/** As a file for oneself; whoever may not edit gets the same as to hand on. */
const tableOf = async (cookie: string, search = '', forWhom = 'every=1') =>
  Papa.parse<Record<string, string>>((await get(csv, `/x${search || '?'}&${forWhom}`, { cookie })).data, {
    header: true,
    skipEmptyLines: true,
  });
const graduated = (table: Awaited<ReturnType<typeof tableOf>>, group: string) =>
  table.data.find((one) => one.Indicator === 'Graduated in four years' && one.Group === group);
const row = (table: Awaited<ReturnType<typeof tableOf>>, group: string) =>
  table.data.find((one) => one.Group === group);

test('the core indicators by year and group, newest first, zero counts blank', async () => {
  const stage = await aStage();
  const table = await tableOf(stage.cookie);
  expect(table.meta.fields).toEqual([
    'Outcome',
    'Indicator',
    'Unit',
    'Split by',
    'Group',
    ...['2025–26', '2025', '2024–25'].flatMap((year) =>
      ['numerator', 'denominator', 'value'].map((part) => `${year} ${part}`),
    ),
    'Source',
  ]);
  expect(table.data.map((one) => `${one.Indicator}: ${one.Group}`)).toEqual([
    'Graduated in four years: Everyone',
    'Graduated in four years: Black',
    'Graduated in four years: White',
    'Graduated in four years: Native',
    'Graduated in four years: Asian',
    'Working: Everyone',
  ]);
  expect(row(table, 'Everyone')).toMatchObject({
    Outcome: 'High school graduation',
    '2025–26 numerator': '651',
    '2025–26 denominator': '1000',
    '2024–25 numerator': '604',
    '2025 value': '',
    // Words that a spreadsheet would work out are kept from it.
    Source: "'=State file",
  });
  expect(row(table, 'Native')).toMatchObject({ '2025–26 numerator': '', '2025–26 denominator': '7' });
  expect(table.data.at(-1)).toMatchObject({
    Outcome: 'Employment',
    '2025 value': '86.3',
    '2025 numerator': '',
  });
});

test.each([
  ['whoever may not edit', 'low', 'every=1'],
  ['a file to hand on, also of one who may edit,', 'cookie', 'x=1'],
] as const)(
  '%s gets small groups hidden, with the one that would give them away',
  async (_, who, forWhom) => {
    const stage = await aStage();
    const table = await tableOf(stage[who], '', forWhom);
    for (const group of ['Native', 'Black']) {
      expect(row(table, group)).toMatchObject({ '2025–26 numerator': 'hidden', '2025–26 denominator': '' });
    }
    expect(row(table, 'White')).toMatchObject({ '2025–26 numerator': '368', '2025–26 denominator': '543' });
  },
);

test('a copy is kept as it was, dated, and masked for whoever may not edit', async () => {
  const stage = await aStage();
  // One with no small group, for the day on which the threshold is raised.
  const enrolled = await anIndicator(stage.community.id, {
    name: 'Enrolled',
    outcomeId: stage.graduated.outcomeId,
  });
  for (const [name, numerator, denominator] of [
    ['Black', 260, 450],
    ['White', 320, 510],
    ['Asian', 24, 40],
  ] as const) {
    const subgroupId = stage.groups.get(name)?.id;
    await anObservation(enrolled.id, { period: '2024-25', subgroupId, numerator, denominator });
  }
  const asian = async (search: string) =>
    (await tableOf(stage.low, search)).data.find(
      (one) => one.Indicator === 'Enrolled' && one.Group === 'Asian',
    );
  const kept = await post(freeze, '/x', { label: 'Handed in, fall 2026' }, { cookie: stage.cookie });
  expect(kept.location).toMatch(/^\/indicators\/annual\?snapshot=[\w-]+$/);
  const search = kept.location?.slice(kept.location.indexOf('?')) ?? '';
  // Five more students were found, all in the small group: it is small no more.
  const revise = (subgroup: SQL, counts: { numerator: number; denominator: number }) =>
    db
      .update(observations)
      .set(counts)
      .where(and(eq(observations.period, '2025-26'), subgroup));
  await revise(isNull(observations.subgroupId), { numerator: 656, denominator: 1005 });
  await revise(eq(observations.subgroupId, stage.groups.get('Native')?.id ?? ''), {
    numerator: 5,
    denominator: 12,
  });
  await db.update(indicators).set({ name: 'Renamed' });
  expect(
    (await tableOf(stage.cookie)).data.find((one) => one['2025–26 denominator'] === '1005'),
  ).toMatchObject({
    Group: 'Everyone',
    Indicator: 'Renamed',
    '2025–26 denominator': '1005',
  });
  expect(
    (await tableOf(stage.cookie, search)).data.find((one) => one['2025–26 numerator'] === '651'),
  ).toMatchObject({
    Group: 'Everyone',
    Indicator: 'Graduated in four years',
  });
  expect(row(await tableOf(stage.low, search), 'Native')?.['2025–26 numerator']).toBe('hidden');
  expect((await asian(search))?.['2024–25 numerator']).toBe('24');
  // Of a year that was changed since, the copy and today's table would give each other's hidden groups away.
  expect(graduated(await tableOf(stage.low, search), 'White')?.['2025–26 numerator']).toBe('hidden');
  expect(graduated(await tableOf(stage.cookie, search), 'White')?.['2025–26 numerator']).toBe('368');
  // A threshold raised since holds for what was kept before, too.
  await db.update(communities).set({ maskingThreshold: 50 });
  expect((await asian(search))?.['2024–25 numerator']).toBe('hidden');

  const page = await get(annual, `/indicators/annual${search}`, { cookie: stage.low });
  expect(page.data.snapshot.label).toBe('Handed in, fall 2026');
  expect(page.data.snapshots).toMatchObject([{ label: 'Handed in, fall 2026', takenBy: stage.leader.name }]);
  expect(page.data.mayFreeze).toBe(false);
  const other = await signedIn(stage.stranger.id);
  expect((await get(annual, `/x${search}`, { cookie: other })).status).toBe(404);
  expect((await get(csv, `/x${search}`, { cookie: other })).status).toBe(404);
  expect((await get(xlsx, `/x${search}`, { cookie: other })).status).toBe(404);
  expect((await post(freeze, '/x', { label: 'Mine' }, { cookie: stage.low })).status).toBe(403);
  expect((await post(freeze, '/x', { label: '' }, { cookie: stage.cookie })).data.error.label).toEqual([
    'Say what you keep them for.',
  ]);
});

/** A split of two groups over two years, kept as a copy; then a third, small group becomes known of the second year. */
async function aCopyBeforeASmallGroup() {
  const cast = await theCast();
  const { id: indicatorId } = await anIndicator(cast.community.id, { name: 'Reads on level' });
  const { dimension, groups } = await aDimension(cast.community.id, 'Language', ['A', 'B']);
  const put = (
    period: string,
    subgroupId: string | null | undefined,
    numerator: number,
    denominator: number,
  ) => anObservation(indicatorId, { period, subgroupId, numerator, denominator });
  const [a, b] = [groups.get('A')?.id, groups.get('B')?.id];
  await put('2024-25', null, 51, 80);
  await put('2024-25', a, 40, 60);
  await put('2024-25', b, 11, 20);
  const [cookie, low] = [await signedIn(cast.leader.id), await signedIn(cast.member.id)];
  const kept = await post(freeze, '/x', { label: 'Before' }, { cookie });
  const search = kept.location?.slice(kept.location.indexOf('?')) ?? '';
  const c = await db
    .insert(subgroups)
    .values({ dimensionId: dimension.id, name: 'C', position: 2 })
    .returning({ id: subgroups.id })
    .get();
  await put('2025-26', null, 60, 85);
  await put('2025-26', a, 45, 60);
  await put('2025-26', b, 12, 20);
  await put('2025-26', c.id, 3, 5);
  const shown = async (at: string) => {
    const table = await tableOf(low, at);
    return ['A', 'B'].map((group) => row(table, group)?.['2024–25 numerator']);
  };
  return { ...cast, indicatorId, cookie, low, search, shown };
}

test('a group that was added since hides in the copy what it hides now: page, file and workbook', async () => {
  const { shown, search, low, cookie } = await aCopyBeforeASmallGroup();
  expect(await shown('')).toEqual(['hidden', 'hidden']);
  expect(await shown(search)).toEqual(['hidden', 'hidden']);
  const page = JSON.stringify((await get(annual, `/indicators/annual${search}`, { cookie: low })).data);
  expect(page).toContain('hidden');
  expect(page).not.toMatch(/"numerator":(40|11)\b/);
  const request = new Request(`http://localhost:3000/x${search}`, { headers: { cookie: low } });
  const answer = (await xlsx({ request, params: {} } as unknown as LoaderFunctionArgs)) as Response;
  const cells = (await fileTable(Buffer.from(await answer.arrayBuffer()))).rows.map((one) => one.cells);
  expect(cells.flat()).not.toContain('40');
  expect(cells.flat()).not.toContain('11');
  // Whoever may edit still sees what was kept.
  expect(row(await tableOf(cookie, search), 'A')?.['2024–25 numerator']).toBe('40');
});

test('what is hidden now is hidden in the copy, also of an indicator that left the core or was archived', async () => {
  const { shown, search, indicatorId } = await aCopyBeforeASmallGroup();
  const isIt = eq(indicators.id, indicatorId);
  await db.update(indicators).set({ isCore: false }).where(isIt);
  expect(await shown(search)).toEqual(['hidden', 'hidden']);
  await db.update(indicators).set({ isCore: true, archivedAt: '2026-12-01T00:00:00.000Z' }).where(isIt);
  expect(await shown(search)).toEqual(['hidden', 'hidden']);
});

test('the workbook holds the same table, numbers as numbers, with what its signs mean', async () => {
  const stage = await aStage();
  const request = new Request('http://localhost:3000/x', { headers: { cookie: stage.low } });
  const answer = (await xlsx({ request, params: {} } as unknown as LoaderFunctionArgs)) as Response;
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const table = await fileTable(bytes);
  const text = await tableOf(stage.low);
  expect(table.sheets).toEqual(['Annual figures', 'About']);
  expect(table.headers).toEqual(text.meta.fields);
  expect(table.rows).toHaveLength(text.data.length);
  const everyone = table.rows[0]?.cells ?? [];
  expect(everyone.slice(0, 7)).toEqual([
    'High school graduation',
    'Graduated in four years',
    'percent',
    '',
    'Everyone',
    '651',
    '1000',
  ]);
  expect(everyone.at(-1)).toBe('=State file');
  const sheet = await part(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<c r="F2"(?![^>]* t=)[^>]*><v>651<\/v>/);
  expect(sheet).not.toContain('<f>');
});

async function part(bytes: Buffer, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of (await openArchive(bytes)).pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

test('one outcome at a time on the page', async () => {
  const stage = await aStage();
  const first = await get(annual, '/indicators/annual', { cookie: stage.low });
  expect(first.data.area.name).toBe('High school graduation');
  const second = first.data.areas[1];
  const page = await get(annual, `/indicators/annual?outcome=${second.id}`, { cookie: stage.low });
  expect(page.data.area.name).toBe('Employment');
  const count = await db.select().from(indicators).where(eq(indicators.communityId, stage.community.id));
  expect(count).toHaveLength(3);
});
