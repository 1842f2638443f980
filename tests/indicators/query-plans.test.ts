import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { db } from '#db/client.server';
import { observations } from '#db/schema/indicators';
import { loader as annual } from '~/routes/indicators/annual';
import { loader as board } from '~/routes/indicators/list';
import { loader as publicBoard } from '~/routes/indicators/public-board';
import { loader as publicIndicator } from '~/routes/indicators/public-indicator';
import { action as publish } from '~/routes/indicators/public-pages';
import { loader as show } from '~/routes/indicators/show';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

/*
 * What pages of indicators ask the database for, and how it would find it. A network has seventy communities and a
 * million figures: a page of one of them may search by an index, and never look through all.
 */

withDatabase();

const compile = Sqlite.prototype.prepare;
const asked = new Set<string>();
let connection: Sqlite.Database | undefined;

/** From now on every query that is compiled is noted. A connection compiles each text once: each test has its own. */
function listen() {
  asked.clear();
  vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, text: string) {
    if (/^\s*(select|with)\b/i.test(text)) {
      asked.add(text);
      connection = this;
    }
    return compile.call(this, text);
  } as typeof compile);
}

/** The steps of the queries that look through a whole table or index. */
function scans(): string[] {
  return [...asked].flatMap((text) => {
    // What is asked for does not matter to the plan; a limit is a number.
    const plain = text.replace(/limit \?/g, 'limit 1').replace(/\?/g, "'x'");
    const plan = compile.call(connection as Sqlite.Database, `explain query plan ${plain}`);
    return ((plan as Sqlite.Statement<[]>).all() as { detail: string }[])
      .filter(({ detail }) => /^SCAN (?!CONSTANT|\()/.test(detail))
      .map(({ detail }) => `${detail}: ${text}`);
  });
}

async function aStage() {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id);
  const { groups } = await aDimension(cast.community.id, 'Gender', ['Girls', 'Boys']);
  for (const [index, period] of ['2021-22', '2022-23'].entries()) {
    for (const subgroupId of [null, ...[...groups.values()].map(({ id }) => id)]) {
      await anObservation(indicator.id, { period, subgroupId, numerator: 60 + index, denominator: 100 });
    }
  }
  return {
    ...cast,
    indicator,
    leaderCookie: await signedIn(cast.leader.id),
    low: await signedIn(cast.member.id),
  };
}

test('the scoreboard, of today and of a past day, looks through no table', async () => {
  const { low } = await aStage();
  listen();
  expect((await get(board, '/indicators', { cookie: low })).data.head.counts.improved).toBe(1);
  expect((await get(board, '/indicators?on=2026-06-30', { cookie: low })).status).toBe(200);
  expect(asked.size).toBeGreaterThan(10);
  expect(scans()).toEqual([]);
});

test('an indicator’s page looks through no table', async () => {
  const { low, indicator } = await aStage();
  listen();
  const params = { indicatorId: indicator.id };
  expect((await get(show, `/indicators/${indicator.id}`, { cookie: low, params })).status).toBe(200);
  expect(asked.size).toBeGreaterThan(5);
  expect(scans()).toEqual([]);
});

test('the annual figures and the public page look through no table', async () => {
  const { low, leaderCookie, indicator } = await aStage();
  const made = await post(
    publish,
    '/x',
    { label: 'All', indicatorIds: [indicator.id] },
    { cookie: leaderCookie },
  );
  const token = made.data.made.address.split('/').at(-1);
  listen();
  expect((await get(annual, '/indicators/annual', { cookie: low })).status).toBe(200);
  expect((await get(publicBoard, '/x', { params: { token } })).status).toBe(200);
  const params = { token, indicatorId: indicator.id };
  expect((await get(publicIndicator, '/x', { params })).status).toBe(200);
  expect(asked.size).toBeGreaterThan(10);
  expect(scans()).toEqual([]);
});

test('a query that looks through a table would be seen', async () => {
  await aStage();
  listen();
  await db.select({ period: observations.period }).from(observations).where(eq(observations.note, 'x'));
  expect(scans()).toEqual([expect.stringMatching(/^SCAN observations/)]);
});
