import Sqlite from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
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

/** Sixty-nine other communities of 53 indicators with a year of figures, and what the database then knows of its tables. */
async function otherCommunities() {
  const count = (most: number) =>
    sql.raw(
      `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most}) select i from n)`,
    );
  await db.run(sql`insert into communities (id, name, time_zone, created_at)
    select 'c' || c.i, 'Community ' || c.i, 'UTC', '2026-01-01' from ${count(69)} c`);
  await db.run(sql`insert into outcomes (id, community_id, position, name)
    select 'o' || c.i, 'c' || c.i, 1, 'Graduation' from ${count(69)} c`);
  await db.run(sql`insert into indicators (id, community_id, outcome_id, name, unit, direction, period_kind, created_at)
    select 'i' || c.i || '-' || n.i, 'c' || c.i, 'o' || c.i, 'Indicator ' || n.i, 'percent', 'higher', 'year', '2026-01-01'
    from ${count(69)} c, ${count(53)} n`);
  await db.run(sql`insert into observations (id, indicator_id, period, period_start, value, entered_at)
    select id, id, '2026', '2026-01-01', 70, '2026-01-01' from indicators where community_id <> ''
    and id not in (select indicator_id from observations)`);
  await db.run(sql`analyze`);
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
  expect(asked.size).toBeGreaterThan(8);
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

test('nor do they when the database has counted its rows: seventy communities of 53 indicators', async () => {
  const { low, indicator } = await aStage();
  await otherCommunities();
  listen();
  expect((await get(board, '/indicators', { cookie: low })).data.head.counts.improved).toBe(1);
  expect((await get(board, '/indicators?on=2026-06-30', { cookie: low })).status).toBe(200);
  const params = { indicatorId: indicator.id };
  expect((await get(show, `/indicators/${indicator.id}`, { cookie: low, params })).status).toBe(200);
  // Tables of a few rows in all may be read whole: what grows with the communities may not.
  const grows =
    /^SCAN (communities|outcomes|indicators|observations|indicator_pasts|measures|indicator_links|reference_groups)\b/;
  expect(scans().filter((step) => grows.test(step))).toEqual([]);
});

test('a query that looks through a table would be seen', async () => {
  await aStage();
  listen();
  await db.select({ period: observations.period }).from(observations).where(eq(observations.note, 'x'));
  expect(scans()).toEqual([expect.stringMatching(/^SCAN observations/)]);
});
