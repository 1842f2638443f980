import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { loader as annual } from '~/routes/indicators/annual';
import { loader as annualCsv } from '~/routes/indicators/annual-csv';
import { loader as boardCsv } from '~/routes/indicators/board-csv';
import { loader as list } from '~/routes/indicators/list';
import { loader as numbersCsv } from '~/routes/indicators/numbers-csv';
import { loader as printBoard } from '~/routes/indicators/print-board';
import { loader as publicBoard } from '~/routes/indicators/public-board';
import { loader as publicIndicator } from '~/routes/indicators/public-indicator';
import { action as publish } from '~/routes/indicators/public-pages';
import { loader as show } from '~/routes/indicators/show';
import { carriedOver, recovered } from '../indicators/adversary';
import type { PlainTable } from '../indicators/readings';
import { withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

type Figure = [numerator: number, denominator: number];

async function aStage(years: Record<string, Record<string, Figure>>) {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id, { name: 'Graduated in four years' });
  const names = [...new Set(Object.values(years).flatMap((groups) => Object.keys(groups)))];
  const { dimension, groups } = await aDimension(cast.community.id, 'Race and ethnicity', names);
  for (const [period, figures] of Object.entries(years)) {
    const put = (name: string | null, [numerator, denominator]: Figure) =>
      anObservation(indicator.id, {
        period,
        subgroupId: name === null ? null : groups.get(name)?.id,
        numerator,
        denominator,
      });
    const all = Object.values(figures);
    const sum = (at: 0 | 1) => all.reduce((whole, figure) => whole + figure[at], 0);
    await put(null, [sum(0), sum(1)]);
    for (const [name, figure] of Object.entries(figures)) await put(name, figure);
  }
  const idOf = (name: string) => groups.get(name)?.id ?? '';
  return { ...cast, indicator, dimension, idOf, params: { indicatorId: indicator.id } };
}

/** Where the shapes of a drawing stand: a width of 42.9 is not a share. */
const geometry =
  / (?:x|y|dx|dy|x1|x2|y1|y2|cx|cy|r|width|height|d|points|transform|viewBox)=\\?"[^"\\]*\\?"|"(?:x|y|d|points|path)":"?[^",}]*"?/g;

test('no way out tells a member or a reader without an account a masked number', async () => {
  // 3 of 7, kept safe by 137 of 1,231: no other number looks like these, nor 42.9 % and 11.1 %.
  const year = (more: number): Record<string, Figure> => ({
    Native: [3, 7],
    Asian: [137, 1231],
    Black: [2000 + more, 4000],
    White: [3000 + more, 6000],
  });
  const stage = await aStage({ '2023-24': year(0), '2025-26': year(200) });
  const { params, dimension, idOf } = stage;
  const leader = await signedIn(stage.leader.id);
  const made = await post(
    publish,
    '/indicators/public',
    { label: 'Our web page', indicatorIds: [stage.indicator.id] },
    { cookie: leader },
  );
  const token: string = made.data.made.address.split('/').at(-1);
  const asked = `?dimension=${dimension.id}&focus=${idOf('Native')}&reference=${idOf('Asian')}`;
  const read = async (cookie: string) => ({
    show: await get(show, '/x', { cookie, params }),
    asked: await get(show, `/x${asked}`, { cookie, params }),
    csv: await get(numbersCsv, '/x', { cookie, params }),
    list: await get(list, '/indicators', { cookie }),
    print: await get(printBoard, '/indicators/print', { cookie }),
    board: await get(boardCsv, '/indicators/scoreboard.csv', { cookie }),
    annual: await get(annual, '/x', { cookie }),
    annualCsv: await get(annualCsv, '/x', { cookie }),
    publicBoard: await get(publicBoard, `/public/${token}`, { params: { token } }),
    publicPage: await get(publicIndicator, '/x', { params: { token, ...params } }),
  });
  const said = ({ data }: Awaited<ReturnType<typeof get>>) => JSON.stringify(data).replaceAll(geometry, '');
  const figures = /\b1,?231\b|\b137\b|42\.[89]|\b11\.1\b|\b3 of 7\b|"of":7\b/;
  const open = await read(leader);
  expect(said(open.csv)).toMatch(figures);
  expect(said(open.show)).toMatch(figures);
  for (const [way, answer] of Object.entries(await read(await signedIn(stage.member.id)))) {
    expect(answer.status, way).toBe(200);
    expect(said(answer).length, way).toBeGreaterThan(100);
    expect(said(answer), way).not.toMatch(figures);
  }
});

/** A small generator with a seed, so that a failure can be looked at again. */
function numbersFrom(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * (most + 1));
  };
}

test('from the CSV of ten years of small groups no masked cell can be recovered', async () => {
  const next = numbersFrom(20261126);
  const names = ['Native', 'Pacific', 'Asian', 'Two or more', 'Black', 'White'];
  const years = Object.fromEntries(
    Array.from({ length: 10 }, (_, year) => [
      `${2014 + year}-${15 + year}`,
      Object.fromEntries(
        names.map((name, size) => {
          const of = 3 + next(9) + size * 5;
          return [name, [1 + next(of - 2), of] as Figure];
        }),
      ),
    ]),
  );
  const stage = await aStage(years);
  const cookie = await signedIn(stage.member.id);
  const answer = await get(numbersCsv, '/x', { cookie, params: stage.params });
  const { data } = Papa.parse<Record<string, string>>(answer.data, { header: true, skipEmptyLines: true });
  const cell = (row: Record<string, string> | undefined) =>
    row?.Numerator
      ? { numerator: Number(row.Numerator), denominator: Number(row.Denominator) }
      : { masked: true as const };
  const periods = Object.keys(years);
  const seen = periods.map((period): PlainTable => {
    const rows = data.filter((row) => row.Period === period);
    return {
      threshold: 10,
      total: cell(rows.find((row) => row.Group === 'Everyone')),
      groups: names.map((name) => ({ name, ...cell(rows.find((row) => row.Group === name)) })),
    };
  });
  const real = Object.values(years).map(
    (groups): PlainTable => ({
      threshold: 10,
      groups: Object.entries(groups).map(([name, [numerator, denominator]]) => ({
        name,
        numerator,
        denominator,
      })),
    }),
  );
  const masked = seen.flatMap(({ groups }) => groups.filter((group) => group.masked));
  expect(masked.length).toBeGreaterThan(10);
  expect(masked.length).toBeLessThan(50);
  for (const [date, one] of seen.entries()) {
    expect(recovered(real[date] as PlainTable, one, false), periods[date]).toEqual([]);
  }
  expect(carriedOver(real, seen)).toEqual([]);
});
