import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { imports } from '#db/schema/imports';
import { measureEntries, measurePoints, refusedCells } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { TypedChange } from '~/measures/cell-decision';
import { loader as cellsPage, action as sendCells } from '~/routes/measures/cells';
import { action as enter, loader as enterPage } from '~/routes/measures/enter';
import { action as fill, loader as fillPage } from '~/routes/measures/fill';
import { loader as numbersPage, action as saveNumbers } from '~/routes/measures/numbers';
import { action as paste } from '~/routes/measures/paste';
import { loader as show } from '~/routes/measures/show';
import { action as undo, loader as undoPage } from '~/routes/measures/undo';
import { withDatabase } from '../support/database';
import { pointsSaid } from '../support/drawings';
import { aMeasure, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const week = '2025-10-13';
const next = '2025-10-20';

async function aTeamWithMeasure(some: Parameters<typeof aMeasure>[1] = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, {
    name: 'School days attended',
    denominatorWords: 'Days possible',
    ...some,
  });
  const params = { teamId: cast.team.id, measureId: measure.id };
  const cookie = await signedIn(cast.member.id);
  const coach = await signedIn(cast.coach.id);
  const as = (who: string) => ({
    send: (...cells: TypedChange[]) =>
      post(sendCells, '/x', { cells: JSON.stringify(cells) }, { params, cookie: who }),
    undo: (entryId: string) => post(undo, '/x', { entryId }, { params, cookie: who }),
    page: (place = '/x') => get(numbersPage, place, { params, cookie: who }),
  });
  return { cast, measure, params, cookie, ...as(cookie), coach: as(coach) };
}

const typed = (
  field: TypedChange['field'],
  is: string,
  was: string | null = '',
  periodStart = week,
  stratum = '',
): TypedChange => ({ periodStart, stratum, field, was, is });
const both = (numerator: string, denominator: string, periodStart = week) => [
  typed('numerator', numerator, null, periodStart),
  typed('denominator', denominator, null, periodStart),
];
const kept = (measureId: string) =>
  db
    .select({
      periodStart: measurePoints.periodStart,
      stratum: measurePoints.stratum,
      numerator: measurePoints.numerator,
      denominator: measurePoints.denominator,
      value: measurePoints.value,
      note: measurePoints.note,
    })
    .from(measurePoints)
    .where(eq(measurePoints.measureId, measureId))
    .orderBy(asc(measurePoints.periodStart), asc(measurePoints.stratum));
const figures = async (measureId: string) =>
  (await kept(measureId)).map(({ periodStart, numerator, denominator, value }) => [
    periodStart,
    ...(value === null ? [numerator, denominator] : [value]),
  ]);
const held = (measureId: string) =>
  db.select().from(refusedCells).where(eq(refusedCells.measureId, measureId));
const deeds = async (measureId: string) =>
  (
    await db
      .select({ deed: history.deed })
      .from(history)
      .where(eq(history.thingId, measureId))
      .orderBy(writtenOrder(history))
  ).map(({ deed }) => deed);
const json = (answer: { data: unknown }) => JSON.parse(String(answer.data));

test('nobody else enters, fills or takes back, and these addresses have no page of their own', async () => {
  const { cast, params, cookie } = await aTeamWithMeasure();
  const actions = { sendCells, fill, undo, saveNumbers };
  const [stranger, other] = [await signedIn(cast.stranger.id), await signedIn(cast.otherMember.id)];
  for (const [name, action] of Object.entries(actions)) {
    expect((await post(action, '/x', {}, { params })).location, name).toBe('/sign-in');
    expect((await post(action, '/x', {}, { params, cookie: stranger })).status, name).toBe(404);
    expect((await post(action, '/x', {}, { params, cookie: other })).status, name).toBe(403);
    const astray = { teamId: cast.otherTeam.id, measureId: params.measureId };
    expect((await post(action, '/x', {}, { params: astray, cookie: other })).status, name).toBe(404);
    expect((await post(action, '/x', {}, { params, cookie })).status, name).toBe(422);
  }
  for (const page of [cellsPage, fillPage, undoPage]) {
    expect((await get(page, '/x', { params, cookie })).location).toBe(
      `/teams/${params.teamId}/measures/${params.measureId}`,
    );
  }
  expect((await get(numbersPage, '/x', { params, cookie: other })).status).toBe(403);
});

test('half a number waits, and with its other half it is one', async () => {
  const { measure, send } = await aTeamWithMeasure();
  const half = json(await send(typed('numerator', '276')));
  expect(half.cells).toMatchObject([
    { start: week, kept: '', texts: { numerator: '276' }, problem: { isWrong: false } },
  ]);
  expect(await kept(measure.id)).toEqual([]);
  const whole = json(await send(typed('denominator', '310')));
  expect(whole).toMatchObject({
    cells: [{ kept: '89.0%', problem: null, clashes: [] }],
    undo: { what: 'your last number' },
  });
  expect(whole.savedAt).toMatch(/^\d{1,2}:\d\d [ap]m$/);
  expect(await figures(measure.id)).toEqual([[week, 276, 310]]);
  expect(await held(measure.id)).toEqual([]);
  expect(await deeds(measure.id)).toEqual([
    'entered “School days attended” for the week of Oct 13, 2025: 276 of 310',
  ]);
});

test('an impossible value stays in its cell, the good ones beside it are saved, and the chart keeps the last good number', async () => {
  const { measure, send, params, cookie } = await aTeamWithMeasure();
  await send(...both('276', '310'));
  const answer = json(await send(typed('numerator', '726', '276'), ...both('110', '124', next)));
  expect(answer.cells).toMatchObject([
    {
      texts: { numerator: '726' },
      kept: '89.0%',
      problem: {
        field: 'numerator',
        sentence: '726 is more than the 310 days possible. The chart still uses 276.',
        isWrong: true,
      },
    },
    { kept: '88.7%', problem: null },
  ]);
  expect(await figures(measure.id)).toEqual([
    [week, 276, 310],
    [next, 110, 124],
  ]);
  const page = await get(show, '/x', { params, cookie });
  expect(pointsSaid(page.data.drawing)[0]).toContain('276 of 310');
  const row = page.data.numbers.grid.rows.find(({ start }: { start: string }) => start === week);
  expect(row.cells[0]).toMatchObject({ texts: { numerator: '726' }, problem: { isWrong: true } });
  const mended = json(await send(typed('numerator', '270', '726')));
  expect(mended.cells[0]).toMatchObject({ problem: null, kept: '87.1%' });
  expect(await held(measure.id)).toEqual([]);
});

test('a good number that comes later, as from a file, stands over what was typed before', async () => {
  const { measure, send, page } = await aTeamWithMeasure();
  await send(...both('726', '310'));
  await db.update(refusedCells).set({ createdAt: '2025-10-20T12:00:00.000Z' });
  await points(measure.id, week, [[266, 310]]);
  const { rows } = (await page()).data.grid;
  const row = rows.find(({ start }: { start: string }) => start === week);
  expect(row.cells[0]).toMatchObject({ texts: { numerator: '266' }, problem: null });
});

test('each kind of nonsense stays as typed and is no number', async () => {
  const { measure, send } = await aTeamWithMeasure();
  for (const nonsense of ['some', '1e309', '=1+1', '-3', '2.5', '<b>x</b>', 'x'.repeat(60)]) {
    const { cells } = json(await send(...both(nonsense, '310')));
    expect(cells[0], nonsense).toMatchObject({ texts: { numerator: nonsense }, problem: { isWrong: true } });
  }
  expect(await kept(measure.id)).toEqual([]);
  expect(await held(measure.id)).toHaveLength(1);
  expect(await deeds(measure.id)).toEqual([]);
});

test('a period that has not begun, one the measure does not have, and a group it does not have are refused', async () => {
  const { measure, send } = await aTeamWithMeasure({ strata: ['Lincoln'] });
  const refusal = async (cell: TypedChange) => {
    const answer = await send(...both('276', '310'), cell);
    expect(answer.status).toBe(422);
    return answer.data.error[''][0];
  };
  expect(await refusal(typed('numerator', '1', null, '2099-01-05'))).toBe(
    'The week of Jan 5, 2099 has not begun.',
  );
  expect(await refusal(typed('numerator', '1', null, '2025-10-15'))).toContain('has no week of Oct 15, 2025');
  expect(await refusal(typed('numerator', '1', null, week, 'Harbor'))).toContain('no group “Harbor”');
  expect(await kept(measure.id)).toEqual([]);
  expect((await send(typed('numerator', '1', null, week, 'Lincoln'))).status).toBe(200);
});

test('what is no list of cells is refused', async () => {
  const { params, cookie } = await aTeamWithMeasure();
  const one = typed('numerator', '1');
  for (const cells of [
    '',
    'x',
    '{}',
    '[{}]',
    JSON.stringify([{ ...one, field: 'id' }]),
    JSON.stringify([{ ...one, periodStart: '2025-13-01' }]),
    JSON.stringify([{ ...one, is: 5 }]),
    JSON.stringify([{ ...one, is: 'x'.repeat(1201) }]),
    JSON.stringify(Array(6001).fill(one)),
  ]) {
    expect((await post(sendCells, '/x', { cells }, { params, cookie })).status, cells.slice(0, 60)).toBe(422);
  }
});

test('two people in one cell: the second is told and shown both, and nothing of the first is lost', async () => {
  const { cast, measure, send, coach } = await aTeamWithMeasure();
  await db.update(people).set({ name: 'Luis Ortega' }).where(eq(people.id, cast.coach.id));
  await send(...both('266', '310'));
  await coach.send(typed('numerator', '272', '266'));
  const told = json(await send(typed('numerator', '276', '266'), typed('note', 'Late bus', '')));
  expect(told.cells[0]).toMatchObject({ texts: { numerator: '272', note: '' }, kept: '87.7%' });
  expect(told.cells[0].clashes).toMatchObject([{ field: 'numerator', theirs: '272', mine: '276' }]);
  expect(told.cells[0].clashes[0].sentence).toMatch(
    /^Luis Ortega wrote 272 at \d{1,2}:\d\d [ap]m\. You wrote 276\.$/,
  );
  expect(await figures(measure.id)).toEqual([[week, 272, 310]]);
  const chosen = json(await send(typed('numerator', '276', '272'), typed('note', 'Late bus', '')));
  expect(chosen.cells[0]).toMatchObject({ clashes: [], texts: { numerator: '276', note: 'Late bus' } });
  expect(await deeds(measure.id)).toEqual([
    'entered “School days attended” for the week of Oct 13, 2025: 266 of 310',
    'changed “School days attended” for the week of Oct 13, 2025 from 266 of 310 to 272 of 310',
    'changed “School days attended” for the week of Oct 13, 2025 from 272 of 310 to 276 of 310',
  ]);
});

test('two people in two fields of a row disturb nobody, and the same number twice is no clash', async () => {
  const { measure, send, coach } = await aTeamWithMeasure();
  await send(...both('266', '310'));
  await coach.send(typed('note', 'Late bus', ''));
  expect(json(await send(typed('numerator', '276', '266'))).cells[0].clashes).toEqual([]);
  expect(json(await coach.send(typed('numerator', '276', '266'))).cells[0].clashes).toEqual([]);
  expect(await kept(measure.id)).toMatchObject([{ numerator: 276, note: 'Late bus' }]);
  expect(await deeds(measure.id)).toHaveLength(3);
});

test('an emptied cell takes its number out: history says so, its note stays, and it comes back as it was', async () => {
  const { cast, measure, send, undo: takeBack } = await aTeamWithMeasure();
  const file = await db
    .insert(imports)
    .values({
      communityId: cast.community.id,
      forKind: 'measure',
      forId: measure.id,
      fileName: 'days.csv',
      contentHash: 'x',
    })
    .returning()
    .get();
  await points(measure.id, week, [[266, 310]]);
  const from = { importId: file.id, enteredBy: cast.coach.id, note: 'Late bus' };
  await db.update(measurePoints).set(from).where(eq(measurePoints.measureId, measure.id));
  const [before] = await db.select().from(measurePoints);
  const { undo: offer } = json(await send(typed('numerator', '', '266'), typed('denominator', '', '310')));
  expect(await kept(measure.id)).toEqual([]);
  expect(await held(measure.id)).toMatchObject([{ note: 'Late bus', numerator: '' }]);
  expect(await deeds(measure.id)).toEqual([
    'removed the number of “School days attended” for the week of Oct 13, 2025. It was 266 of 310',
  ]);
  expect((await takeBack(offer.id)).status).toBe(302);
  expect(await db.select().from(measurePoints)).toEqual([before]);
});

test('a number that is set aside is not emptied', async () => {
  const { measure, send } = await aTeamWithMeasure();
  await points(measure.id, week, [[266, 310]]);
  const aside = { ghostedAt: '2025-11-01T12:00:00.000Z', ghostReason: 'Strike' };
  await db.update(measurePoints).set({ ...aside, enteredAt: '2025-10-20T12:00:00.000Z' });
  const answer = json(await send(typed('numerator', '', '266'), typed('denominator', '', '310')));
  expect(answer.cells[0]).toMatchObject({
    setAside: 'Strike',
    problem: { sentence: 'This number is set aside. Take it back in to remove it.' },
  });
  expect(await figures(measure.id)).toEqual([[week, 266, 310]]);
});

test('a corrected number is its corrector’s, and a new note leaves the number with who entered it', async () => {
  const { cast, measure, send, coach, page } = await aTeamWithMeasure();
  await db.update(people).set({ name: 'Luis Ortega' }).where(eq(people.id, cast.coach.id));
  await coach.send(...both('266', '310'));
  await send(typed('note', 'Late bus', ''));
  const sources = (await page()).data.grid.sources;
  expect(sources).toMatchObject([{ who: 'Luis Ortega', figures: '266 of 310', file: null }]);
  await send(typed('numerator', '270', '266'));
  const [row] = await db.select().from(measurePoints).where(eq(measurePoints.measureId, measure.id));
  expect(row).toMatchObject({ enteredBy: cast.member.id, note: 'Late bus', numerator: 270 });
});

test('the last act is taken back as a whole, once, with a line in history', async () => {
  const { measure, params, cookie, undo: takeBack, page } = await aTeamWithMeasure();
  await points(measure.id, week, [[266, 310]]);
  const text = `${week}\t270\t310\n${next}\t110\t124`;
  await post(paste, '/x', { text, checked: 'yes' }, { params, cookie });
  const { undo: offer } = (await page()).data.grid;
  expect(offer.what).toBe('your 2 pasted numbers');
  expect((await takeBack(offer.id)).location).toBe(`/teams/${params.teamId}/measures/${measure.id}`);
  expect(await figures(measure.id)).toEqual([[week, 266, 310]]);
  expect((await deeds(measure.id)).at(-1)).toBe(
    'took back an entry in “School days attended”: 2 numbers are as before',
  );
  expect((await page()).data.grid.undo).toBeNull();
  await takeBack(offer.id);
  expect(await deeds(measure.id)).toHaveLength(2);
  expect((await takeBack('nothing')).status).toBe(404);
});

test('nothing is taken back where somebody changed a number since', async () => {
  const { measure, send, coach, undo: takeBack, page } = await aTeamWithMeasure();
  const first = json(await send(...both('266', '310'), ...both('110', '124', next))).undo;
  const second = json(await coach.send(typed('numerator', '272', '266'))).undo;
  expect(second.what).toBe('your last number');
  expect((await page()).data.grid.undo.what).toMatch(/’s last number$/);
  await takeBack(first.id);
  expect(await figures(measure.id)).toEqual([
    [week, 272, 310],
    [next, 110, 124],
  ]);
  await takeBack(second.id);
  await takeBack(first.id);
  expect(await figures(measure.id)).toEqual([]);
});

test('an act of more than a month ago is not offered and not taken back', async () => {
  const { measure, send, undo: takeBack, page } = await aTeamWithMeasure();
  const offer = json(await send(...both('266', '310'))).undo;
  await db.update(measureEntries).set({ createdAt: '2025-01-01T00:00:00.000Z' });
  expect((await page()).data.grid.undo).toBeNull();
  await takeBack(offer.id);
  expect(await figures(measure.id)).toEqual([[week, 266, 310]]);
});

test('another measure’s act is not there', async () => {
  const { cast, send, params, cookie } = await aTeamWithMeasure();
  const offer = json(await send(...both('266', '310'))).undo;
  const other = await aMeasure(cast.team);
  const astray = { ...params, measureId: other.id };
  expect((await post(undo, '/x', { entryId: offer.id }, { params: astray, cookie })).status).toBe(404);
});

const formOf = (texts: Record<string, string>, fields: Record<string, string>, groups = ['']) => ({
  drawn: JSON.stringify({ groups, texts }),
  ...fields,
});

test('the plain form saves every changed cell at once and says what it did', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  await points(measure.id, week, [[266, 310]]);
  const drawn = { [`c-${week}-numerator-0`]: '266', [`c-${week}-denominator-0`]: '310' };
  const answer = await post(
    saveNumbers,
    '/x',
    formOf(drawn, {
      ...drawn,
      [`c-${week}-numerator-0`]: '270',
      [`c-${next}-numerator-0`]: '726',
      [`c-${next}-denominator-0`]: '310',
      'c-2025-10-27-note-0': 'No school',
      back: '/teams/x#numbers-row',
    }),
    { params, cookie },
  );
  expect(answer.location).toBe('/teams/x#numbers-row');
  expect(await figures(measure.id)).toEqual([[week, 270, 310]]);
  expect((await held(measure.id)).map(({ numerator, note }) => numerator || note)).toEqual([
    '726',
    'No school',
  ]);
  const elsewhere = await post(saveNumbers, '/x', formOf({}, { back: 'https://evil.example/' }), {
    params,
    cookie,
  });
  expect(elsewhere.location).toBe('/');
});

test('the plain form comes back with both numbers where somebody else was faster', async () => {
  const { measure, params, cookie, coach } = await aTeamWithMeasure();
  await points(measure.id, week, [[266, 310]]);
  const drawn = { [`c-${week}-numerator-0`]: '266', [`c-${week}-denominator-0`]: '310' };
  await coach.send(typed('numerator', '272', '266'));
  const fields = { ...drawn, [`c-${week}-numerator-0`]: '276' };
  const answer = await post(saveNumbers, '/x', formOf(drawn, fields), { params, cookie });
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({
    typed: [{ is: '276' }],
    cells: [{ texts: { numerator: '272' }, clashes: [{ theirs: '272', mine: '276' }] }],
  });
  const seen = { ...drawn, [`c-${week}-numerator-0`]: '272' };
  expect((await post(saveNumbers, '/x', formOf(seen, fields), { params, cookie })).status).toBe(302);
  expect(await figures(measure.id)).toEqual([[week, 276, 310]]);
});

test('groups are columns, and a plain form knows them by their place when it was drawn', async () => {
  const { measure, params, cookie, page } = await aTeamWithMeasure({ strata: ['Lincoln', 'Harbor [9]'] });
  const grid = (await page()).data.grid;
  expect(grid.groups).toEqual(['', 'Lincoln', 'Harbor [9]']);
  expect((await page('/x?columns=Lincoln')).data.grid.groups).toEqual(['Lincoln']);
  expect((await page('/x?columns=nowhere')).data.grid.groups).toEqual(['']);
  const fields = { [`c-${week}-numerator-0`]: '5', [`c-${week}-denominator-0`]: '10' };
  await post(saveNumbers, '/x', formOf({}, fields, ['Harbor [9]']), { params, cookie });
  expect(await kept(measure.id)).toMatchObject([{ stratum: 'Harbor [9]', numerator: 5 }]);
  const many = await aTeamWithMeasure({ strata: ['a', 'b', 'c', 'd', 'e'] });
  expect((await many.page()).data.grid.groups).toEqual(['']);
  expect((await many.page('/x?columns=*')).data.grid.groups).toHaveLength(6);
});

test('one number on its own page meets the same rules: kept as typed, told of others, for its group', async () => {
  const { measure, params, cookie, coach } = await aTeamWithMeasure({ strata: ['Lincoln'] });
  const send = (fields: Record<string, string>) =>
    post(enter, '/x', { period: week, ...fields }, { params, cookie });
  const wrong = await send({ numerator: '726', denominator: '310' });
  expect(wrong.data.error.numerator).toEqual(['726 is more than the 310 days possible.']);
  const page = await get(enterPage, `/x?period=${week}`, { params, cookie });
  expect(page.data.cell).toMatchObject({ texts: { numerator: '726' }, problem: { isWrong: true } });
  await send({ numerator: '266', denominator: '310' });
  await coach.send(typed('numerator', '272', '266'));
  const drawn = JSON.stringify({
    period: week,
    texts: { numerator: '266', denominator: '310', value: '', note: '' },
  });
  const clash = await send({ numerator: '276', denominator: '310', drawn });
  expect(clash.data.error.numerator[0]).toMatch(
    /wrote 272 at .*\. You wrote 276\. Save again to keep yours\.$/,
  );
  const group = await send({ group: 'Lincoln', numerator: '5', denominator: '10', after: 'next' });
  expect(group.location).toBe(`/teams/${params.teamId}/measures/${measure.id}/enter?columns=Lincoln`);
  expect((await send({ group: 'Nobody', numerator: '5', denominator: '10' })).status).toBe(422);
  const emptied = await send({});
  expect(emptied.status).toBe(302);
  expect(await kept(measure.id)).toMatchObject([{ stratum: 'Lincoln' }]);
});

test('several values of a mean are kept with their average', async () => {
  const { measure, send, undo: takeBack } = await aTeamWithMeasure({ kind: 'mean', unit: 'minutes' });
  await send(typed('value', '20'));
  const answer = json(await send(typed('value', '12 14 10', '20')));
  expect(answer.cells[0]).toMatchObject({ texts: { value: '12 14 10' }, kept: '12 minutes' });
  const [row] = await db.select().from(measurePoints).where(eq(measurePoints.measureId, measure.id));
  expect(row).toMatchObject({ value: 12, rawValues: [12, 14, 10] });
  await takeBack(answer.undo.id);
  const [back] = await db.select().from(measurePoints).where(eq(measurePoints.measureId, measure.id));
  expect(back).toMatchObject({ value: 20, rawValues: null });
});

test('a paste into the grid is looked at first; saved, it is one act', async () => {
  const { measure, params, cookie, page } = await aTeamWithMeasure();
  await points(measure.id, week, [
    [266, 310],
    [110, 124],
  ]);
  const ask = (text: string, some: Record<string, string> = {}) =>
    post(
      fill,
      '/x',
      { text, start: week, field: 'numerator', stratum: '', groups: '[""]', ...some },
      { params, cookie },
    );
  const preview = json(
    await ask('Maya Ortiz\t266\t310\nLeon Hale\t111\t124\nAna Ruiz\t900\t300\nJo Hill\t9\t10'),
  );
  expect(preview.rows.map((row: { change: string }) => row.change)).toEqual([
    'The same',
    'Changed',
    'Not possible',
    'New',
  ]);
  expect(preview.rows[1]).toMatchObject({
    place: 'The week of Oct 20, 2025',
    now: '110 of 124',
    becomes: '111 of 124',
  });
  expect(preview.notes).toEqual(['Column 1 looks like names of people. It was left out.']);
  expect(await figures(measure.id)).toHaveLength(2);
  const cells = JSON.stringify(preview.changes);
  const saved = json(await post(sendCells, '/x', { cells, kind: 'paste' }, { params, cookie }));
  expect(saved.undo.what).toBe('your 2 pasted numbers');
  expect(await figures(measure.id)).toEqual([
    [week, 266, 310],
    [next, 111, 124],
    ['2025-11-03', 9, 10],
  ]);
  expect(await held(measure.id)).toMatchObject([{ periodStart: '2025-10-27', numerator: '900' }]);
  expect((await deeds(measure.id)).at(-1)).toBe(
    'pasted numbers into “School days attended”: 1 new, 1 changed, 1 the same',
  );
  expect((await page()).data.grid.rows.length).toBeGreaterThan(8);
  expect(json(await ask('1\n'.repeat(100_000))).problems).toEqual([
    'That is 100,000 rows. Paste at most 2,000 at a time.',
  ]);
  expect((await ask('x'.repeat(500_001))).status).toBe(422);
  expect((await ask('1', { field: 'id' })).status).toBe(422);
});

test('two thousand pasted rows are saved and taken back as one', async () => {
  const { measure, params, cookie, undo: takeBack } = await aTeamWithMeasure({ frequency: 'daily' });
  const day = (at: number) => new Date(Date.UTC(2018, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
  const cells = Array.from({ length: 2000 }, (_, at) => both('1', '2', day(at))).flat();
  const fields = { cells: JSON.stringify(cells), kind: 'paste' };
  const saved = json(await post(sendCells, '/x', fields, { params, cookie }));
  expect(await kept(measure.id)).toHaveLength(2000);
  await takeBack(saved.undo.id);
  expect(await kept(measure.id)).toEqual([]);
});

test('a reader sees a table, who entered each number, and no small count of what was entered and taken back', async () => {
  const { cast, params, send, undo: takeBack } = await aTeamWithMeasure();
  await db.update(people).set({ name: 'Luis Ortega' }).where(eq(people.id, cast.member.id));
  await send(...both('5', '7'));
  const removed = json(await send(typed('numerator', '', '5'), typed('denominator', '', '7')));
  await takeBack(removed.undo.id);
  await send(...both('6', '7'));
  const page = await get(show, '/x', { params, cookie: await signedIn(cast.otherMember.id) });
  expect(page.data.numbers.grid).toBeNull();
  expect(page.data.numbers.sources).toMatchObject([{ who: 'Luis Ortega', figures: '', file: null }]);
  expect(page.data.lines).toHaveLength(4);
  expect(JSON.stringify(page.data)).not.toMatch(/[56] of 7|"denominator":7/);
});

test('a number very far from those before it is asked about in its cell and on its page, and saved all the same', async () => {
  const { measure, params, cookie, send } = await aTeamWithMeasure();
  const usual = Array.from({ length: 12 }, (_, at): [number, number] => [266 + (at % 3), 305]);
  await points(measure.id, '2025-07-21', usual);
  const answer = await send(...both('26', '305'));
  const { cells } = JSON.parse(answer.data);
  expect(cells).toMatchObject([{ problem: null, question: 'Much lower than usual. Is it right?' }]);
  expect((await figures(measure.id)).at(-1)).toEqual([week, 26, 305]);
  const page = await get(enterPage, `/x?period=${week}`, { params, cookie });
  expect(page.data.cell.question).toBe('Much lower than usual. Is it right?');
  const { flags } = (await get(show, '/x', { params, cookie })).data;
  expect(flags.map(({ sentence }: { sentence: string }) => sentence)).toContainEqual(
    expect.stringContaining('Much lower than usual. Is it right?'),
  );
  // A note answers it.
  await send(typed('note', 'Two-day week'));
  const noted = await get(enterPage, `/x?period=${week}`, { params, cookie });
  expect(noted.data.cell.question).toBeNull();
});

test('two boxes that hold no number are both named on the page for one number', async () => {
  const { params, cookie } = await aTeamWithMeasure();
  const fields = { period: week, group: '', numerator: 'ten', denominator: 'all', value: '', note: '' };
  const { status, data } = await post(enter, '/x', fields, { params, cookie });
  expect(status).toBe(422);
  expect(data.error).toMatchObject({
    numerator: ['“ten” is not a number.'],
    denominator: ['“all” is not a number.'],
  });
});
