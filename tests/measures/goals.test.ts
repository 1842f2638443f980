import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measureGoals } from '#db/schema/measures';
import { requireTeam } from '~/access/gate.server';
import { goalOn, goalsByDay } from '~/measures/goals';
import { goalStepsOf } from '~/measures/goals.server';
import { findMeasure, measuresOfTeam } from '~/measures/queries.server';
import { withDatabase } from '../support/database';
import { aMeasure, theCast } from '../support/factories';
import { signedIn } from '../support/requests';

withDatabase();

const steps = [
  { fromOn: '2027-01-04', goal: 94 },
  { fromOn: '2026-09-07', goal: 90 },
];

test('the goal of a day is that of the newest step whose day has come', () => {
  expect(goalOn(85, steps, '2026-09-06')).toBe(85);
  expect(goalOn(85, steps, '2026-09-07')).toBe(90);
  expect(goalOn(null, steps, '2028-01-01')).toBe(94);
  expect(goalOn(null, [], '2028-01-01')).toBeNull();
});

test('a chart draws the goal it began with from its first day, and each step from its own', () => {
  expect(goalsByDay(85, steps, '2026-08-03')).toEqual([
    { from: '2026-08-03', goal: 85 },
    { from: '2026-09-07', goal: 90 },
    { from: '2027-01-04', goal: 94 },
  ]);
  expect(goalsByDay(85, steps, '2026-10-05').map(({ goal }) => goal)).toEqual([90, 94]);
  expect(goalsByDay(null, steps, '2026-08-03')[0]).toEqual({ from: '2026-09-07', goal: 90 });
  expect(goalsByDay(85, [], '2026-08-03')).toEqual([]);
});

test('wherever a measure is read, its goal is the one of today', async () => {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { goal: 85 });
  const other = await aMeasure(cast.team, { goal: 40 });
  await db.insert(measureGoals).values([
    { measureId: measure.id, fromOn: '2020-01-06', goal: 88 },
    { measureId: measure.id, fromOn: '2021-01-04', goal: 90 },
    { measureId: measure.id, fromOn: '2099-01-05', goal: 99 },
  ]);
  const headers = { cookie: await signedIn(cast.member.id) };
  const team = await requireTeam(new Request('http://localhost:3000/', { headers }), {
    teamId: cast.team.id,
  });
  expect((await findMeasure(team, measure.id)).goal).toBe(90);
  expect((await measuresOfTeam(team)).map(({ goal }) => goal)).toEqual([90, 40]);
  expect((await findMeasure(team, other.id)).goal).toBe(40);
  expect(await goalStepsOf(team, measure.id)).toMatchObject({
    first: 85,
    steps: [{ goal: 88 }, { goal: 90 }, { goal: 99 }],
  });
});
