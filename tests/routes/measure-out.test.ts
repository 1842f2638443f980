import { eq } from 'drizzle-orm';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import { measurePoints } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import { loader as pngOf } from '~/routes/measures/chart-png';
import { loader as svgOf } from '~/routes/measures/chart-svg';
import { loader as csvOf } from '~/routes/measures/numbers-csv';
import { pixelsOf } from '../exports/png-pixels';
import { aTeamWithChart } from '../measures/exported';
import { withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { get, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

async function bytesOf(
  loader: typeof pngOf,
  place: string,
  { params, cookie }: { params: Record<string, string>; cookie: string },
): Promise<Uint8Array> {
  const request = new Request(`http://localhost:3000${place}`, { headers: { cookie } });
  return new Uint8Array(await (await loader({ request, params, context: {} as never })).arrayBuffer());
}

const files = { svgOf, pngOf, csvOf };

test('nobody outside the community takes a chart out; another team’s member does', async () => {
  const { cast, params } = await aTeamWithChart();
  const stranger = await signedIn(cast.stranger.id);
  const neighbour = await signedIn(cast.otherMember.id);
  for (const [name, file] of Object.entries(files)) {
    expect((await get(file, '/x', { params })).location, name).toBe('/sign-in?next=%2Fx');
    expect((await get(file, '/x', { params, cookie: stranger })).status, name).toBe(404);
    expect((await get(file, '/x', { params, cookie: neighbour })).status, name).toBe(200);
    const elsewhere = { ...params, teamId: cast.otherTeam.id };
    expect((await get(file, '/x', { params: elsewhere, cookie: neighbour })).status, name).toBe(404);
  }
});

test('a chart of an archived team can still be taken out by its people', async () => {
  const { cast, params, cookie } = await aTeamWithChart();
  await db.update(teams).set({ archivedAt: '2026-11-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  for (const file of Object.values(files)) {
    expect((await get(file, '/x', { params, cookie })).status).toBe(200);
  }
});

test('the SVG says what is measured, what it shows, how it is read, from where and as of when', async () => {
  const { params, cookie } = await aTeamWithChart();
  const { data, headers } = await get(svgOf, '/x', { params, cookie });
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(headers.get('content-disposition')).toMatch(
    /^inline; filename="School days attended \d{4}-\d\d-\d\d\.svg"/,
  );
  expect(data).toContain('<title id="title">School days attended</title>');
  expect(data).toMatch(/<desc id="desc">Improvement\. Shift: 8 points above the median/);
  const drawn = [...data.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
  expect(drawn).toContain('School days attended');
  expect(drawn).toContain('Source: Daily attendance export from the district.');
  expect(drawn.some((words) => /^For \d+ points, a shift is \d+/.test(words))).toBe(true);
  expect(drawn.some((words) => /^Attendance Action Team, .* As of \w+ \d+, \d{4}\.$/.test(words))).toBe(true);
  expect(data).toContain('Mr. Ortiz was on leave');
});

test('the PNG is that drawing at twice its size', async () => {
  const { params, cookie } = await aTeamWithChart();
  const svg = await get(svgOf, '/x', { params, cookie });
  expect((await get(pngOf, '/x', { params, cookie })).headers.get('content-type')).toBe('image/png');
  const picture = pixelsOf(await bytesOf(pngOf, '/x', { params, cookie }));
  expect(picture.width).toBe(2 * Number(/width="(\d+)"/.exec(svg.data)?.[1]));
  expect(picture.counts().get('18,95,179,255')).toBeGreaterThan(500);
});

test('a file is asked about again each time, and sent again only where it changed', async () => {
  const { measure, params, cookie } = await aTeamWithChart();
  for (const [name, file] of Object.entries(files)) {
    const first = await get(file, '/x', { params, cookie });
    expect(first.headers.get('cache-control'), name).toBe('private, no-cache');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await get(file, '/x', { params, cookie, headers });
    expect([again.status, again.data], name).toEqual([304, '']);
  }
  const before = await get(csvOf, '/x', { params, cookie });
  await db.update(measurePoints).set({ numerator: 1 }).where(eq(measurePoints.measureId, measure.id));
  const headers = { 'if-none-match': before.headers.get('etag') ?? '' };
  expect((await get(csvOf, '/x', { params, cookie, headers })).status).toBe(200);
});

test('the address asks for a chart and for days, as that of the page does', async () => {
  const { params, cookie } = await aTeamWithChart();
  const ask = async (query: string) => (await get(svgOf, `/x${query}`, { params, cookie })).data as string;
  expect(await ask('?chart=p')).toContain('Mean');
  expect(await ask('')).toContain('Median');
  const some = await ask('?from=2025-09-01&to=2025-10-31');
  expect(some).toContain('Shown: Sep 1, 2025 to Oct 31, 2025.');
  expect(some).not.toContain('Week of Jul 7');
  const rows = await readCsv(await get(csvOf, '/x?from=2025-09-01&to=2025-09-30', { params, cookie }));
  expect(rows.map((row) => row['Period start'])).toEqual([
    '2025-09-01',
    '2025-09-08',
    '2025-09-15',
    '2025-09-22',
    '2025-09-29',
  ]);
  expect(await ask('?chart=<script>&from=x&to=9999-99-99')).toContain('Median');
});

type CsvRow = Record<string, string>;
async function readCsv(answer: { data: string }): Promise<CsvRow[]> {
  const { data, errors } = Papa.parse<CsvRow>(answer.data, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

test('the CSV read back is the data, with where each number came from and what the chart says of it', async () => {
  const { cast, measure, params, cookie } = await aTeamWithChart();
  const file = await db
    .insert(imports)
    .values({
      communityId: cast.community.id,
      forKind: 'measure',
      forId: measure.id,
      fileName: '=cmd|rates.csv',
      contents: Buffer.from('x'),
      contentHash: 'x',
      broughtBy: cast.member.id,
    })
    .returning()
    .get();
  const [first, second, third] = await db
    .select()
    .from(measurePoints)
    .where(eq(measurePoints.measureId, measure.id))
    .orderBy(measurePoints.periodStart);
  const change = (id: string | undefined, values: Partial<typeof measurePoints.$inferInsert>) =>
    db
      .update(measurePoints)
      .set(values)
      .where(eq(measurePoints.id, id ?? ''));
  await change(first?.id, {
    note: '=HYPERLINK("http://evil.example"), "quoted"\nand more',
    enteredBy: cast.member.id,
    importId: file.id,
  });
  await change(second?.id, {
    ghostedAt: '2025-08-01T10:00:00.000Z',
    ghostReason: '-2 weeks of snow',
    ghostedBy: cast.member.id,
  });
  await change(third?.id, { numerator: null, denominator: null, value: 66.125 });
  await db.update(people).set({ name: '@Dana' }).where(eq(people.id, cast.member.id));

  const answer = await get(csvOf, '/x', { params, cookie });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="School days attended/);
  const rows = await readCsv(answer);
  const kept = await db
    .select()
    .from(measurePoints)
    .where(eq(measurePoints.measureId, measure.id))
    .orderBy(measurePoints.periodStart);
  const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);
  expect(
    rows.map((row) => [row['Period start'], numberOf(row.Numerator), numberOf(row.Denominator)]),
  ).toEqual(kept.map((point) => [point.periodStart, point.numerator, point.denominator]));
  expect(rows.map((row) => numberOf(row.Value))).toEqual(
    kept.map((point) => point.value ?? (100 * (point.numerator ?? 0)) / (point.denominator ?? 1)),
  );
  expect(rows[0]).toMatchObject({
    Period: 'Week of Jul 7, 2025',
    Unit: '%',
    Note: '\'=HYPERLINK("http://evil.example"), "quoted"\nand more',
    'Entered by': "'@Dana",
    'Entered at (UTC)': '2026-12-01T12:00:00.000Z',
    'Import file': "'=cmd|rates.csv",
    'Set aside': '',
    'Lower limit': '',
  });
  expect(rows[1]).toMatchObject({ 'Set aside': 'yes', Reason: "'-2 weeks of snow", Signal: 'Left out' });
  expect(rows.at(-1)).toMatchObject({ Signal: 'Part of the shift' });
  expect(Number(rows.at(-1)?.['Center line'])).toBeGreaterThan(80);
});

test('on a control chart the CSV has the limits at each point', async () => {
  const { params, cookie } = await aTeamWithChart();
  const rows = await readCsv(await get(csvOf, '/x?chart=p', { params, cookie }));
  for (const row of rows) {
    const [lower, center, upper] = ['Lower limit', 'Center line', 'Upper limit'].map((name) =>
      Number(row[name]),
    );
    expect(lower).toBeLessThan(center ?? 0);
    expect(center).toBeLessThan(upper ?? 0);
  }
});

test('for Excel the CSV begins with the mark of UTF-8', async () => {
  const { params, cookie } = await aTeamWithChart();
  const beginning = async (place: string) =>
    Buffer.from(await bytesOf(csvOf, place, { params, cookie })).toString('latin1', 0, 9);
  expect(await beginning('/x?excel=1')).toBe('\u00EF\u00BB\u00BFPeriod');
  expect(await beginning('/x')).toBe('Period st');
});

test('groups stand in the CSV; small counts and what would give them away are hidden from who may not edit', async () => {
  const { cast, measure, params, cookie } = await aTeamWithChart({
    strata: ['Lincoln', 'Roosevelt', 'Grant'],
  });
  const at = '2025-12-01';
  const row = (stratum: string, numerator: number, denominator: number, note = '') => ({
    measureId: measure.id,
    periodStart: at,
    stratum,
    numerator,
    denominator,
    note,
    enteredAt: '2026-12-01T12:00:00.000Z',
  });
  await db
    .insert(measurePoints)
    .values([
      row('', 71, 100),
      row('Lincoln', 3, 7, 'three of seven'),
      row('Roosevelt', 30, 43),
      row('Grant', 38, 50),
    ]);
  const of = async (who: string) => {
    const rows = await readCsv(await get(csvOf, '/x', { params, cookie: who }));
    return rows.filter((one) => one['Period start'] === at);
  };
  const cells = (rows: CsvRow[]) => rows.map((one) => [one.Group, one.Numerator, one.Hidden]);
  expect(cells(await of(cookie))).toEqual([
    ['Everyone', '71', ''],
    ['Grant', '38', ''],
    ['Lincoln', '3', ''],
    ['Roosevelt', '30', ''],
  ]);
  const reader = await of(await signedIn(cast.otherMember.id));
  expect(cells(reader)).toEqual([
    ['Everyone', '71', ''],
    ['Grant', '38', ''],
    ['Lincoln', '', 'Hidden: fewer than 10'],
    ['Roosevelt', '', 'Hidden: fewer than 10'],
  ]);
  expect(JSON.stringify(reader)).not.toContain('three of seven');
});

test('a small count is in no file of somebody who may not edit it', async () => {
  const { cast, measure, params, cookie } = await aTeamWithChart();
  await db
    .update(measurePoints)
    .set({ numerator: 7, denominator: 9, note: 'seven of nine' })
    .where(eq(measurePoints.periodStart, '2025-11-10'));
  const reader = await signedIn(cast.otherMember.id);
  const share = String((100 * 7) / 9);
  for (const [who, isSeen] of [
    [cookie, true],
    [reader, false],
  ] as const) {
    const svg: string = (await get(svgOf, '/x', { params, cookie: who })).data;
    const csv: string = (await get(csvOf, '/x', { params, cookie: who })).data;
    expect(svg.includes('(7 of 9)')).toBe(isSeen);
    expect(svg.includes('77.8%')).toBe(isSeen);
    expect(csv.includes(share)).toBe(isSeen);
    expect(csv.includes('seven of nine')).toBe(isSeen);
  }
  expect(measure.name).toBe('School days attended');
});

test('who takes out file after file is asked to wait, and nobody else is', async () => {
  const { cast, params, cookie } = await aTeamWithChart();
  const statuses = [];
  for (let n = 0; n < 121; n += 1) statuses.push((await get(csvOf, '/x', { params, cookie })).status);
  expect(statuses).toEqual([...Array(120).fill(200), 429]);
  const late = await get(svgOf, '/x', { params, cookie });
  expect([late.status, late.headers.get('content-type')]).toEqual([429, 'text/plain; charset=utf-8']);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3000);
  expect(late.data).toMatch(/^You took out many files in a short time\. Wait \d+ minutes, then try again\.$/);
  expect((await get(csvOf, '/x', { params, cookie: await signedIn(cast.coach.id) })).status).toBe(200);
});
