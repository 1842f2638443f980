import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measurePoints, type measures } from '#db/schema/measures';
import { action as bring } from '~/routes/measures/bring-file';
import { loader as csvOf } from '~/routes/measures/numbers-csv';
import { loader as preview, action as save } from '~/routes/measures/preview-import';
import { withDatabase } from '../support/database';
import { aMeasure, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

/** What one measure writes into a CSV, another of the same kind reads by the way that files of anybody take. */
async function outAndIn(
  some: Partial<typeof measures.$inferInsert>,
  rows: Partial<typeof measurePoints.$inferInsert>[],
  query = '',
) {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const [from, to] = [await aMeasure(cast.team, some), await aMeasure(cast.team, some)];
  await db.insert(measurePoints).values(
    rows.map((row) => ({
      measureId: from.id,
      periodStart: '2026-01-05',
      enteredAt: '2026-12-01T12:00:00.000Z',
      ...row,
    })),
  );
  const at = (measureId: string) => ({ cookie, params: { teamId: cast.team.id, measureId } });
  const csv = await get(csvOf, `/x${query}`, at(from.id));
  const brought = await post(bring, '/x', { file: new File([csv.data], 'numbers.csv') }, at(to.id));
  expect(brought.status, JSON.stringify(brought.data)).toBe(302);
  const importId = brought.location?.split('/').at(-1) ?? '';
  const there = { cookie, params: { ...at(to.id).params, importId } };
  const { file } = (await get(preview, '/x', there)).data;
  expect(file.preview.problems).toEqual([]);
  const saved = await post(save, '/x', { choices: file.preview.address }, there);
  expect(saved.status, JSON.stringify(saved.data)).toBe(302);
  const numbers = async (measureId: string) =>
    (
      await db
        .select()
        .from(measurePoints)
        .where(eq(measurePoints.measureId, measureId))
        .orderBy(asc(measurePoints.stratum), asc(measurePoints.periodStart))
    ).map(({ periodStart, stratum, numerator, denominator, value }) => ({
      periodStart,
      stratum,
      numerator,
      denominator,
      value,
    }));
  return { was: await numbers(from.id), is: await numbers(to.id) };
}

const weeks = Array.from({ length: 30 }, (_, n) =>
  new Date(Date.parse('2026-01-05') + n * 7 * 86_400_000).toISOString().slice(0, 10),
);

test.each(['', '?excel=1', '?chart=p'])('shares go out and come in the same%s', async (query) => {
  const { was, is } = await outAndIn(
    {},
    weeks.map((periodStart, n) => ({
      periodStart,
      numerator: 250 + ((n * 7) % 40),
      denominator: 310 + (n % 3),
    })),
    query,
  );
  expect(is).toEqual(was);
  expect(is).toHaveLength(30);
});

test('counts, rates and averages go out and come in the same', async () => {
  const counts = weeks.map((periodStart, n) => ({ periodStart, value: (n * 13) % 30 }));
  const first = await outAndIn({ kind: 'count', unit: 'families' }, counts);
  expect(first.is).toEqual(first.was);
  const rates = weeks.map((periodStart, n) => ({ periodStart, numerator: n % 9, denominator: 97.5 + n }));
  const second = await outAndIn({ kind: 'rate', ratePer: 1000, unit: '' }, rates);
  expect(second.is).toEqual(second.was);
  const averages = weeks.map((periodStart, n) => ({ periodStart, value: -2.5 + n / 3 }));
  const third = await outAndIn({ kind: 'mean', unit: 'minutes' }, averages);
  expect(third.is).toEqual(third.was);
});

test('groups go out and come in the same', async () => {
  const rows = weeks.slice(0, 6).flatMap((periodStart, n) => [
    { periodStart, stratum: '', numerator: 60 + n, denominator: 100 },
    { periodStart, stratum: 'Lincoln', numerator: 20 + n, denominator: 40 },
    { periodStart, stratum: 'Roosevelt, north', numerator: 40, denominator: 60 },
  ]);
  const { was, is } = await outAndIn({ strata: ['Lincoln', 'Roosevelt, north'] }, rows);
  expect(is).toEqual(was);
  expect(is).toHaveLength(18);
});
