import { verify } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { db, openDatabase, setDatabase } from '#db/client.server';
import { demoTables } from '#db/demo/rows';
import { communities, networks } from '#db/schema/communities';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { indicators, observations, subgroups } from '#db/schema/indicators';
import { measurePoints, measures } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import { demoAccounts, seedDemo } from '#db/seed';
import { phases } from '#db/vocabulary';
import { scheduleOf } from '~/cycles/stages';
import { database, withDatabase } from '../support/database';

withDatabase();

const tuesday = new Date('2026-12-01T15:20:00Z');

type Row = Record<string, unknown>;

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

async function everything(): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const [name, table] of Object.entries(demoTables)) all[name] = await db.select().from(table);
  return all;
}

/** Salted: the only value that may differ. */
const withoutHashes = (all: Record<string, Row[]>) => ({
  ...all,
  people: all.people?.map((row) => ({ ...row, passwordHash: typeof row.passwordHash })),
});

describe('seeding', () => {
  test('an empty database gets the demo once, and a second start changes nothing', async () => {
    expect(await seedDemo(tuesday)).toBe(true);
    const first = await everything();
    expect(await seedDemo(new Date('2026-12-02T15:20:00Z'))).toBe(false);
    expect(await everything()).toEqual(first);
  });

  test('a demo that was removed does not come back', async () => {
    await db.insert(networks).values({ id: 1, name: 'Ours', demoRemovedAt: '2026-11-30T10:00:00.000Z' });
    expect(await seedDemo(tuesday)).toBe(false);
    expect(await db.select().from(communities)).toEqual([]);
  });

  test('a database with a community is left alone', async () => {
    await db.insert(communities).values({ name: 'Hillside' });
    expect(await seedDemo(tuesday)).toBe(false);
    expect(await db.select().from(people)).toEqual([]);
  });

  test('a network that is there already keeps its name', async () => {
    await db.insert(networks).values({ id: 1, name: 'Ours' });
    expect(await seedDemo(tuesday)).toBe(true);
    expect(await db.select().from(networks)).toMatchObject([{ name: 'Ours' }]);
  });

  test('two databases seeded on one day, hours apart, have the same rows', async () => {
    await seedDemo(tuesday);
    const first = withoutHashes(await everything());
    const here = database();
    const other = await openDatabase(':memory:');
    setDatabase(other);
    try {
      await seedDemo(new Date('2026-12-01T23:59:00Z'));
      expect(withoutHashes(await everything())).toEqual(first);
    } finally {
      setDatabase(here);
      other.close();
    }
  });

  test('the printed accounts can sign in, and there is one of every role', async () => {
    await seedDemo(tuesday);
    const rolesSeen = new Set<string>();
    for (const { email, password } of demoAccounts) {
      expect(password.length).toBeGreaterThanOrEqual(12);
      expect(email).toMatch(/@(riverbend|lakeside)\.example$/);
      const person = await db.select().from(people).where(sql`email = ${email}`).get();
      expect(await verify(person?.passwordHash ?? '', password)).toBe(true);
      const own = await db.select().from(memberships).where(sql`person_id = ${person?.id}`);
      for (const { role } of own) rolesSeen.add(role);
    }
    expect([...rolesSeen].sort()).toEqual(['admin', 'coach', 'leader', 'member']);
  });
});

const days = [
  ['a Tuesday', '2026-12-01T15:20:00Z'],
  ['a Sunday', '2026-11-22T09:00:00Z'],
  ['a Saturday', '2026-05-30T02:00:00Z'],
  ['a leap day', '2028-02-29T12:00:00Z'],
  ['New Year’s Day', '2027-01-01T13:00:00Z'],
  ['New Year’s Eve in Riverbend, already the next year in UTC', '2027-01-01T02:00:00Z'],
  ['July 1', '2026-07-01T16:00:00Z'],
  ['a Monday in July', '2027-07-12T04:30:00Z'],
] as const;

/** No row refers to nothing, and nothing crosses from one community to the other. */
async function nothingStrays() {
  expect(await db.all(sql`pragma foreign_key_check`)).toEqual([]);
  const strays = await db.all(sql`
      select 'idea' from cycles c join change_ideas i on i.id = c.idea_id where i.team_id <> c.team_id
      union all select 'previous' from cycles c join cycles p on p.id = c.previous_id where p.team_id <> c.team_id
      union all select 'team' from cycles c join teams t on t.id = c.team_id where t.community_id <> c.community_id
      union all select 'practice' from change_ideas i join practices p on p.id = i.practice_id
        where p.community_id <> i.community_id
      union all select 'measure' from cycle_predictions p join measures m on m.id = p.measure_id
        join cycles c on c.id = p.cycle_id where m.team_id <> c.team_id
      union all select 'link' from indicator_links l join measures m on m.id = l.measure_id
        join indicators i on i.id = l.indicator_id where i.community_id <> m.community_id
      union all select 'owner' from measures m where m.owner_id is not null and not exists (
        select 1 from team_people tp where tp.team_id = m.team_id and tp.person_id = m.owner_id)
      union all select 'group' from measure_points p join measures m on m.id = p.measure_id
        where p.stratum <> '' and not exists (select 1 from json_each(m.strata) s where s.value = p.stratum)
      union all select 'event' from event_measures em join events e on e.id = em.event_id
        join measures m on m.id = em.measure_id where m.team_id <> e.team_id
      union all select 'partner' from teams t join partners p on p.id = t.home_partner_id
        where p.community_id <> t.community_id
      union all select 'person' from team_people tp join teams t on t.id = tp.team_id
        left join memberships m on m.person_id = tp.person_id and m.community_id = t.community_id where m.id is null`);
  expect(strays).toEqual([]);
}

/** The counts are as promised. */
async function countsAreAsPromised() {
  const all = await everything();
  const [riverbend, lakeside] = await db.select().from(communities).orderBy(sql`name desc`);
  expect([riverbend?.name, lakeside?.name]).toEqual(['Riverbend Cradle to Career', 'Lakeside Promise']);
  const counts = (communityId = '') =>
    ['teams', 'cycles', 'measures', 'indicators', 'practices', 'memberships', 'outcomes'].map(
      (name) => all[name]?.filter((row) => row.communityId === communityId && !row.archivedAt).length,
    );
  expect(counts(riverbend?.id)).toEqual([6, 35, 25, 53, 8, 21, 7]);
  expect(counts(lakeside?.id)).toEqual([1, 2, 2, 2, 1, 4, 7]);
  const ofEveryone = await db.select().from(measurePoints).where(sql`stratum = ''`);
  const pointsEach = grouped(ofEveryone, ({ measureId }) => measureId);
  expect(pointsEach.size).toBe(27);
  for (const { length } of pointsEach.values()) {
    expect(length).toBeGreaterThanOrEqual(12);
    expect(length).toBeLessThanOrEqual(60);
  }
  const shared = await db.all(sql`select person_id from memberships group by person_id having count(*) = 2`);
  expect(shared).toHaveLength(1);
}

/** The groups of a measure add up to its whole, week by week, and none is larger than itself. */
async function groupsOfMeasuresAddUp() {
  const rows = await db.select().from(measurePoints);
  const weeks = grouped(rows, ({ measureId, periodStart }) => `${measureId} ${periodStart}`);
  const kept = [...weeks.values()].filter((points) => points.length > 1);
  expect(kept.length).toBeGreaterThan(20);
  for (const points of kept) {
    const sum = (part: 'numerator' | 'denominator', isWhole: boolean) =>
      points
        .filter(({ stratum }) => (stratum === '') === isWhole)
        .reduce((all, one) => all + (one[part] ?? 0), 0);
    expect(sum('numerator', false)).toBe(sum('numerator', true));
    expect(sum('denominator', false)).toBe(sum('denominator', true));
    for (const { numerator, denominator } of points) {
      expect(numerator).toBeGreaterThanOrEqual(0);
      expect(numerator).toBeLessThanOrEqual(denominator ?? -1);
    }
  }
}

/** Cycles are in every phase, on time and late, and no date is impossible. */
async function cyclesAreInEveryPhase(now: Date) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(now);
  const decisions = new Map(
    (await db.select().from(cycleDecisions)).map((decision) => [decision.cycleId, decision]),
  );
  const all = await db.select().from(cycles);
  const holidays = (await db.select().from(communities).get())?.holidays ?? [];
  const seen = all.map((cycle) => {
    const decision = decisions.get(cycle.id);
    const { stage, isOverdue } = scheduleOf(
      { ...cycle, decision: decision?.decision ?? null },
      today,
      holidays,
    );
    const written = cycle.writtenAfterwards ? null : cycle.createdAt;
    const passed = [written, cycle.doStartedOn, cycle.doEndedOn, decision?.decidedOn].filter(
      (day) => day != null,
    );
    expect(passed, `${cycle.number}`).toEqual([...passed].sort());
    expect((passed.at(-1) ?? '').slice(0, 10) < today).toBe(true);
    if (stage === 'planned') expect(isOverdue || cycle.startsOn > today).toBe(true);
    const before = all.find(({ id }) => id === cycle.previousId);
    const decided = before && decisions.get(before.id);
    if (before) expect((decided?.createdAt ?? '~') <= cycle.createdAt, `after ${before.number}`).toBe(true);
    return `${stage}${isOverdue ? ' late' : ''}`;
  });
  expect(new Set(seen)).toEqual(new Set([...phases, 'planned late', 'doing late', 'studying late']));
  expect(new Set([...decisions.values()].map(({ decision }) => decision)).size).toBe(6);
  const early = all.filter(({ studiedAt, doEndedOn }) => studiedAt && doEndedOn && studiedAt < doEndedOn);
  expect(early).toHaveLength(1);
}

/** Nothing that is done lies in the future, and a cycle’s history begins with its plan. */
async function nothingDoneIsAhead(now: Date) {
  const latest = now.toISOString();
  const lines = await db.select().from(history);
  expect(lines.every(({ at }) => at < latest)).toBe(true);
  for (const cycle of await db.select().from(cycles)) {
    const own = lines.filter(({ cycleId }) => cycleId === cycle.id).map(({ at }) => at);
    expect(own.length).toBeGreaterThan(0);
    expect([...own].sort()[0]).toBe(cycle.createdAt);
  }
  for (const table of [measurePoints, observations]) {
    const entered: { enteredAt: string }[] = await db.select({ enteredAt: table.enteredAt }).from(table);
    expect(entered.every(({ enteredAt }) => enteredAt < latest)).toBe(true);
  }
  for (const table of [people, communities, teams, measures, indicators, changeIdeas]) {
    const made: { createdAt: string }[] = await db.select({ createdAt: table.createdAt }).from(table);
    expect(made.every(({ createdAt }) => createdAt < latest)).toBe(true);
  }
}

/** The member who signs in first has a Study to finish this week. */
async function danaHasAStudyToFinish(now: Date) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(now);
  const dana = await db.select().from(people).where(sql`email = 'dana@riverbend.example'`).get();
  const holidays =
    (await db.select().from(communities).where(sql`name like 'Riverbend%'`).get())?.holidays ?? [];
  const open = (await db.select().from(cycles).where(sql`led_by = ${dana?.id} and learned = ''`)).map(
    (cycle) => scheduleOf({ ...cycle, decision: null }, today, holidays),
  );
  expect(open).toMatchObject([{ stage: 'studying', isOverdue: false }]);
  const inDays = (Date.parse(open[0]?.dueOn ?? '') - Date.parse(today)) / 86_400_000;
  expect(inDays).toBeGreaterThanOrEqual(0);
  expect(inDays).toBeLessThanOrEqual(10);
}

/** Groups add up to everyone, small and suppressed cells are there. */
async function groupsAddUp(now: Date) {
  const rows = await db
    .select({ o: observations, dimensionId: subgroups.dimensionId })
    .from(observations)
    .leftJoin(subgroups, sql`${subgroups.id} = ${observations.subgroupId}`);
  const total = new Map(
    rows.filter(({ o }) => o.subgroupId === null).map(({ o }) => [`${o.indicatorId} ${o.period}`, o]),
  );
  const parts = grouped(
    rows.filter(({ o }) => o.subgroupId !== null),
    ({ o, dimensionId }) => `${o.indicatorId} ${o.period}|${dimensionId}`,
  );
  for (const [key, cells] of parts) {
    if (cells.some(({ o }) => o.isSuppressed || o.denominator === null)) continue;
    const all = total.get(key.split('|')[0] ?? '');
    expect(cells.reduce((sum, { o }) => sum + (o.denominator ?? 0), 0)).toBe(all?.denominator);
    expect(cells.reduce((sum, { o }) => sum + (o.numerator ?? 0), 0)).toBe(all?.numerator);
  }
  expect(rows.every(({ o }) => (o.numerator ?? 0) <= (o.denominator ?? 0))).toBe(true);
  expect(rows.filter(({ o }) => o.isSuppressed).length).toBeGreaterThan(10);
  expect(rows.filter(({ o }) => (o.denominator ?? 99) < 10).length).toBeGreaterThan(10);
  const each = await db.all(
    sql`select count(distinct period) from observations group by indicator_id having count(distinct period) <> 7`,
  );
  // Two are new this year: there is nothing to compare yet.
  expect(each).toEqual([[1], [1]]);
  expect(new Set(rows.map(({ o }) => o.period)).has(now.toISOString().slice(0, 4))).toBe(false);
}

test.each(days)('what is seeded on %s is whole', async (_name, instant) => {
  const now = new Date(instant);
  await seedDemo(now);
  await nothingStrays();
  await countsAreAsPromised();
  await groupsOfMeasuresAddUp();
  await cyclesAreInEveryPhase(now);
  await nothingDoneIsAhead(now);
  await danaHasAStudyToFinish(now);
  await groupsAddUp(now);
});
