import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { db } from '#db/client.server';
import type { indicators } from '#db/schema/indicators';
import { subgroups } from '#db/schema/indicators';
import { loader as scoreboardCsv } from '~/routes/indicators/board-csv';
import { action as bring } from '~/routes/indicators/bring-file';
import { loader as board } from '~/routes/indicators/list';
import { loader as preview, action as save } from '~/routes/indicators/preview-import';
import { action as choose } from '~/routes/indicators/reference';
import { withDatabase } from '../support/database';
import { anIndicator, anOutcome, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';
import { asFile } from './files';

/* What happened in real places, entered as a leader would, by bringing the file in which it is published. */

withDatabase();

async function aStage() {
  const cast = await theCast();
  const outcome = await anOutcome(cast.community.id, { name: 'High school graduation' });
  return { ...cast, outcome, cookie: await signedIn(cast.leader.id), low: await signedIn(cast.member.id) };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

const define = (stage: Stage, some: Partial<typeof indicators.$inferInsert>) =>
  anIndicator(stage.community.id, { outcomeId: stage.outcome.id, ...some });

/** Brings a file, looks at it and saves it as it is read, but for what `chosen` changes on the page. */
async function enter(
  { cookie }: Stage,
  indicatorId: string,
  file: File,
  chosen: Record<string, string> = {},
) {
  const at = { indicatorId };
  const brought = await post(bring, '/x', { file }, { cookie, params: at });
  expect([brought.status, brought.data?.error]).toEqual([302, undefined]);
  const place = brought.location ?? '';
  const params = { ...at, importId: place.split('/').at(-1) ?? '' };
  const page = await get(preview, place, { cookie, params });
  const choices = new URLSearchParams(page.data.file.preview.address);
  for (const [name, value] of Object.entries(chosen)) choices.set(name, value);
  const saved = await post(save, place, { choices: choices.toString() }, { cookie, params });
  expect([saved.status, saved.data?.error]).toEqual([302, undefined]);
}

const csvFile = (name: string, rows: (string | number)[][]) =>
  asFile(rows.map((row) => row.join(',')).join('\r\n'), name);

/** The row of the scoreboard, as a member reads it. */
async function rowOf({ low }: Stage, name: string) {
  const { data } = await get(scoreboardCsv, '/x', { cookie: low });
  const rows = Papa.parse<Record<string, string>>(data, { header: true, skipEmptyLines: true }).data;
  return rows.find((row) => row.Indicator === name);
}

const sentence = async ({ low }: Stage) =>
  (await get(board, '/indicators', { cookie: low })).data.head.sentence as string;

async function compareWith({ cookie }: Stage, indicatorId: string, name: string) {
  const group = (await db.select().from(subgroups)).find((one) => one.name === name);
  const fields = { dimensionId: group?.dimensionId ?? '', subgroupId: group?.id ?? '' };
  const answer = await post(choose, '/x', fields, { cookie, params: { indicatorId } });
  expect(answer.status).toBe(302);
}

const tacoma = [
  ['Race/Ethnicity', 'Year', 'Graduation rate'],
  ['All students', 2010, '55%'],
  ['All students', 2016, '86%'],
  ['Black', 2016, '92%'],
  ['White', 2016, '89%'],
];

describe('Tacoma', () => {
  test('improved overall; the group ahead now has no earlier figures, whichever is compared with which', async () => {
    const stage = await aStage();
    const indicator = await define(stage, { name: 'Graduated', periodKind: 'year' });
    await enter(stage, indicator.id, csvFile('tacoma.csv', tacoma));
    const says = {
      'Since baseline': 'improved',
      Baseline: '55',
      Latest: '86',
      Change: '31',
      Gap: '',
      'Gap at baseline': '',
      'Gap now': '3',
      Verdict: 'Black: ahead now (92 vs 89 %), no earlier figures.',
    };
    expect(await rowOf(stage, 'Graduated')).toMatchObject(says);
    await compareWith(stage, indicator.id, 'White');
    expect(await rowOf(stage, 'Graduated')).toMatchObject({
      ...says,
      Group: 'Black',
      'Compared with': 'White',
    });
    const page = await get(board, '/indicators', { cookie: stage.low });
    expect(page.data.rows).not.toMatch(/Closing|Reversed|narrowed/);
    expect(await sentence(stage)).toMatch(/^1 of 1 improved \(100 %\), 0 beyond chance/);
  });

  test('with groups in 2010 in which Black students were behind, the gap reads reversed', async () => {
    const stage = await aStage();
    const indicator = await define(stage, { name: 'Graduated', periodKind: 'year' });
    const rows = [...tacoma, ['Black', 2010, '45%'], ['White', 2010, '60%']];
    await enter(stage, indicator.id, csvFile('tacoma.csv', rows));
    expect(await rowOf(stage, 'Graduated')).toMatchObject({
      'Since baseline': 'improved',
      Group: 'Black',
      'Compared with': 'White',
      Gap: 'Reversed',
      'Gap at baseline': '15',
      'Gap now': '3',
      Verdict: 'Reversed: Black are now ahead of White (without counts).',
    });
  });
});

test('53 rows of which 34 improve read as StrivePartnership counted them, above the 60 % line', async () => {
  const stage = await aStage();
  for (let index = 0; index < 53; index += 1) {
    const indicator = await define(stage, { name: `Indicator ${index}`, periodKind: 'year' });
    // 34 rise, 12 fall, 7 stay; of those that rise, 21 by far more than chance.
    const after = index < 21 ? 600 : index < 34 ? 501 : index < 46 ? 450 : 500;
    const file = csvFile(`${index}.csv`, [
      ['Group', 'Year', 'Reached', 'Students'],
      ['All students', 2012, 500, 1000],
      ['All students', 2016, after, 1000],
    ]);
    await enter(stage, indicator.id, file);
  }
  expect(await sentence(stage)).toMatch(
    /^34 of 53 improved \(64 %\), 21 beyond chance, as of \w{3} \d+, \d{4}\.$/,
  );
  const { data } = await get(board, '/indicators', { cookie: stage.low });
  expect(data.head.counts).toMatchObject({ improved: 34, held: 7, worsened: 12, proofPoint: true });
  expect(data.head.counts.share).toBeCloseTo(0.642, 3);
  expect(data.head.areas[0].marks).toHaveLength(53);
});

const shared = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
const published = (name: string) => asFile(readFileSync(shared(name)), name);
const isThere = existsSync(shared('new-haven-graduation-by-race.csv'));

describe.runIf(isThere)('New Haven, from the files as they are published', () => {
  test('graduation by race: up for Black and Hispanic students, down for white ones', async () => {
    const stage = await aStage();
    const indicator = await define(stage, { name: 'Graduated' });
    await enter(stage, indicator.id, published('new-haven-graduation-all.csv'));
    await enter(stage, indicator.id, published('new-haven-graduation-by-race.csv'));
    expect(await rowOf(stage, 'Graduated')).toMatchObject({
      'Since baseline': 'improved',
      'Beyond chance': '',
      'Baseline period': '2011–12',
      Baseline: '70.9',
      Latest: '77.5',
      Group: 'Hispanic',
      'Compared with': 'White',
      Gap: 'Closing',
      'Gap at baseline': '21.3',
      'Gap now': '11.6',
      Verdict: 'Only Hispanic improved (without counts).',
    });
  });

  test('chronic absence by grade, lower is better', async () => {
    const stage = await aStage();
    const indicator = await define(stage, { name: 'Chronic absence', direction: 'lower' });
    await enter(stage, indicator.id, published('new-haven-chronic-absence-by-grade.csv'), {
      newDimension: 'Grade',
      // The district, not the state that stands first.
      'only-3': 'NHPS',
    });
    expect(await rowOf(stage, 'Chronic absence')).toMatchObject({
      Better: 'lower',
      // The file has grades and no total.
      'Since baseline': 'no data',
      'Largest gap by': 'Grade',
      Group: 'Kindergarten',
      'Compared with': 'Grade 3',
      Gap: 'Widening',
      'Gap at baseline': '7.7',
      'Gap now': '7.8',
      Verdict: 'Only Grade 3 improved (without counts).',
    });
  });

  test('health trends: goals are no figures, and the gap to the region narrowed', async () => {
    const stage = await aStage();
    const indicator = await define(stage, {
      name: 'Not enough food',
      direction: 'lower',
      periodKind: 'year',
    });
    await enter(stage, indicator.id, published('new-haven-health-trends.csv'), { newDimension: 'Place' });
    expect(await rowOf(stage, 'Not enough food')).toMatchObject({
      'Since baseline': 'no data',
      Group: 'New Haven',
      'Compared with': 'GNH',
      Gap: 'Closing',
      'Gap at baseline': '11',
      'Gap now': '8',
      Verdict: 'Improved for all, and the gap between New Haven and GNH narrowed (without counts).',
    });
  });
});
