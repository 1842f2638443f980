import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { importMappings, imports } from '#db/schema/imports';
import { measurePoints, measures } from '#db/schema/measures';
import { action as bring, loader as bringPage } from '~/routes/measures/bring-file';
import { loader as preview, action as save } from '~/routes/measures/preview-import';
import { action as undo } from '~/routes/measures/undo-import';
import { withDatabase } from '../support/database';
import { aMeasure, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const weeks = ['Week of,Days attended,Days possible', '2026-09-07,266,310', '2026-09-14,269,310', ''].join(
  '\n',
);

async function theScene(some: Partial<typeof measures.$inferInsert> = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, some);
  const cookie = await signedIn(cast.member.id);
  const params = { teamId: cast.team.id, measureId: measure.id };
  const place = `/teams/${cast.team.id}/measures/${measure.id}`;
  const bringFile = async (text: string | Uint8Array, name = 'weeks.csv', who = cookie) => {
    const file = new File([text as BlobPart], name);
    return post(bring, `${place}/import`, { file }, { cookie: who, params });
  };
  const brought = async (text: string, name?: string) => {
    const answer = await bringFile(text, name);
    expect(answer.status, JSON.stringify(answer.data)).toBe(302);
    const importId = answer.location?.split('/').at(-1) ?? '';
    const there = { cookie, params: { ...params, importId } };
    const at = `${place}/imports/${importId}`;
    const look = async (search = '') => (await get(preview, `${at}${search}`, there)).data.file.preview;
    const keep = async (fields: Record<string, string> = {}) =>
      post(save, at, { choices: (await look()).address, ...fields }, there);
    const takeBack = () => post(undo, `${at}/undo`, {}, there);
    return { importId, look, keep, takeBack };
  };
  const series = () =>
    db
      .select()
      .from(measurePoints)
      .where(eq(measurePoints.measureId, measure.id))
      .orderBy(asc(measurePoints.stratum), asc(measurePoints.periodStart));
  return { ...cast, measure, cookie, params, place, bringFile, brought, series };
}

const counts = (points: { numerator: number | null; denominator: number | null }[]) =>
  points.map(({ numerator, denominator }) => [numerator, denominator]);

test('a file of weeks is looked at, saved, and the same file again changes nothing', async () => {
  const { brought, series, measure, member } = await theScene();
  const first = await brought(weeks);
  const seen = await first.look();
  expect(seen.problems).toEqual([]);
  expect(seen.rows.map((row: { line: number; is: string }) => [row.line, row.is])).toEqual([
    [2, '266 of 310'],
    [3, '269 of 310'],
  ]);
  expect(await series()).toEqual([]);
  expect((await first.keep()).status).toBe(302);
  const kept = await series();
  expect(counts(kept)).toEqual([
    [266, 310],
    [269, 310],
  ]);
  expect(kept.map(({ importId, enteredBy }) => [importId, enteredBy])).toEqual([
    [first.importId, member.id],
    [first.importId, member.id],
  ]);
  const lines = await db.select().from(history).where(eq(history.thingId, measure.id));
  expect(lines.map(({ deed }) => deed)).toEqual([`brought “weeks.csv” into “${measure.name}”: 2 new`]);

  const again = await brought(weeks);
  expect((await again.look()).counts).toMatchObject({ added: 0, changed: 0, same: 2 });
  await again.keep();
  expect(await series()).toEqual(kept);
});

test('an import is taken back as a whole, but a number that somebody changed since stays', async () => {
  const { brought, series, measure } = await theScene();
  await db.insert(measurePoints).values({
    measureId: measure.id,
    periodStart: '2026-09-07',
    numerator: 1,
    denominator: 300,
    enteredAt: '2026-09-15T12:00:00.000Z',
  });
  const file = await brought(`${weeks}2026-09-21,270,310\n`);
  await file.keep();
  expect(counts(await series())).toEqual([
    [266, 310],
    [269, 310],
    [270, 310],
  ]);
  await db
    .update(measurePoints)
    .set({ numerator: 271, importId: null })
    .where(and(eq(measurePoints.measureId, measure.id), eq(measurePoints.periodStart, '2026-09-21')));
  const answer = await file.takeBack();
  expect(answer.status).toBe(302);
  expect(counts(await series())).toEqual([
    [1, 300],
    [271, 310],
  ]);
  // Once more does nothing, and the same file can come again.
  expect((await file.takeBack()).status).toBe(302);
  expect(counts(await series())).toHaveLength(2);
  const row = await db.select().from(imports).where(eq(imports.id, file.importId)).get();
  expect(row?.undoneAt).not.toBeNull();
  const more = await brought(`${weeks}2026-09-21,270,310\n`);
  expect((await more.look()).counts).toMatchObject({ added: 1, changed: 2 });
});

test('two rows for one week are asked about, and the answer decides', async () => {
  const { brought, series } = await theScene();
  const file = await brought(`${weeks}2026-09-16,200,310\n`);
  const asked = await file.look();
  expect(asked.problems).toEqual([
    'Some rows give different numbers for the same period. Say which of them counts.',
  ]);
  expect(asked.repeats).toEqual([{ line: 4, before: 3, about: 'the week of Sep 14, 2026' }]);
  expect((await file.keep()).status).toBe(422);
  expect(await series()).toEqual([]);
  const { address } = asked;
  const [first, last, neither] = await Promise.all(
    ['first', 'last', 'neither'].map((answer) => file.look(`?${address}&repeats=${answer}`)),
  );
  const values = (seen: { rows: { is: string }[] }) => seen.rows.map(({ is }) => is);
  expect(values(first)).toEqual(['266 of 310', '269 of 310']);
  expect(values(last)).toEqual(['266 of 310', '200 of 310']);
  expect(values(neither)).toEqual(['266 of 310']);
  expect(neither.refusedCount).toBe(2);
  await file.keep({ choices: last.address });
  expect(counts(await series())).toEqual([
    [266, 310],
    [200, 310],
  ]);
});

test('a date that can be read two ways is asked about, never guessed', async () => {
  const { brought } = await theScene({ kind: 'count', frequency: 'daily' });
  const file = await brought('Date,Families\n03/04/2026,12\n05/06/2026,14\n');
  const seen = await file.look();
  expect(seen.rows).toEqual([]);
  expect(seen.refused[0].reason).toContain('can be');
  const chosen = await file.look(`?${seen.address}&dates=day+first`);
  expect(chosen.rows.map((row: { period: string }) => row.period)).toEqual(['Apr 3, 2026', 'Jun 5, 2026']);
});

test('groups in a file become groups of the measure; people never do', async () => {
  const { brought, series, measure } = await theScene({ strata: ['Eastside High'] });
  const text = [
    'School,Week of,Attended,Possible',
    'All students,2026-09-07,266,310',
    'eastside high,2026-09-07,100,120',
    'Harbor High,2026-09-07,80,100',
    '',
  ].join('\n');
  const file = await brought(text);
  expect((await file.look()).newStrata).toEqual(['Harbor High']);
  await file.keep();
  expect((await series()).map(({ stratum, numerator }) => [stratum, numerator])).toEqual([
    ['', 266],
    ['Eastside High', 100],
    ['Harbor High', 80],
  ]);
  const now = await db.select().from(measures).where(eq(measures.id, measure.id)).get();
  expect(now?.strata).toEqual(['Eastside High', 'Harbor High']);
});

test('what a file meant is remembered for the next file of its shape, and not for one with other columns', async () => {
  const { brought, cookie, params, place } = await theScene();
  const odd = (week: string, a: number, b: number) => `Week,A,B,C\n${week},5,${a},${b}\n`;
  const first = await brought(odd('2026-09-07', 266, 310));
  const { address } = await first.look();
  const chosen = new URLSearchParams(address);
  chosen.set('numerator', '2');
  chosen.set('denominator', '3');
  await first.keep({ choices: chosen.toString() });
  expect(await db.select().from(importMappings)).toHaveLength(1);
  const second = await brought(odd('2026-09-14', 269, 310));
  const answer = await get(preview, `${place}/imports/${second.importId}`, {
    cookie,
    params: { ...params, importId: second.importId },
  });
  expect(answer.data.file.rememberedAt).not.toBeNull();
  expect(answer.data.file.preview.rows[0].is).toBe('269 of 310');
});

test('a line that is left out stays out, and cells that cannot be read have to be let go', async () => {
  const { brought, series } = await theScene();
  const file = await brought(`${weeks}2026-09-21,many,310\n2026-09-28,400,310\n`);
  const seen = await file.look();
  expect(seen.refused.map(({ line }: { line: number }) => line)).toEqual([4, 5]);
  const without = `${seen.address}&without=2`;
  expect((await file.keep({ choices: without })).status).toBe(422);
  expect(await series()).toEqual([]);
  await file.keep({ choices: without, withoutRefused: 'on' });
  expect(counts(await series())).toEqual([[269, 310]]);
});

test.each([
  ['an empty file', '', /empty|no rows/i],
  ['a header without rows', 'Week of,Attended,Possible\n', /no rows under the header/],
  [
    'no number above its whole',
    'Week,Attended,Possible\n2026-09-07,311,310\n',
    /more were counted|is more than/,
  ],
  ['no count below zero', 'Week,Attended,Possible\n2026-09-07,-3,310\n', /below zero|below 0/],
  [
    'no year 9999',
    'Week,Attended,Possible\n9999-09-07,3,310\n9999-09-14,3,310\n2026-09-07,3,310\n2026-09-14,4,310\n',
    /outside the years/,
  ],
  ['no week to come', 'Week,Attended,Possible\n2099-09-07,3,310\n', /has not begun/],
  ['no formula', 'Week,Attended,Possible\n2026-09-07,=2+3,310\n2026-09-14,5,310\n', /is a formula/],
  ['no month where weeks are kept', 'Month,Attended,Possible\nOctober 2026,3,310\n', /number every week/],
])('%s: the answer is a sentence', async (_what, text, sentence) => {
  const { bringFile, brought } = await theScene();
  const answer = await bringFile(text);
  if (answer.status === 422) {
    expect(JSON.stringify(answer.data)).toMatch(sentence);
    return;
  }
  const seen = await (await brought(text)).look();
  expect(
    [...seen.problems, ...seen.refused.map(({ reason }: { reason: string }) => reason)].join(' '),
  ).toMatch(sentence);
});

test('only people who may write the measure bring files, look at them and take them back', async () => {
  const { brought, bringFile, otherMember, stranger, coach, params, place } = await theScene();
  const file = await brought(weeks);
  await file.keep();
  for (const [person, status] of [
    [otherMember, 403],
    [stranger, 404],
  ] as const) {
    const who = await signedIn(person.id);
    expect((await bringFile(weeks, 'weeks.csv', who)).status).toBe(status);
    expect((await get(bringPage, `${place}/import`, { cookie: who, params })).status).toBe(status);
    const taken = await post(
      undo,
      `${place}/imports/${file.importId}/undo`,
      {},
      {
        cookie: who,
        params: { ...params, importId: file.importId },
      },
    );
    expect(taken.status).toBe(status);
  }
  const page = await get(bringPage, `${place}/import`, { cookie: await signedIn(coach.id), params });
  expect(page.data.past).toMatchObject([{ fileName: 'weeks.csv', result: { added: 2 }, undoneAt: null }]);
});
