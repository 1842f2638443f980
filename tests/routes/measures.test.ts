import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { history } from '#db/schema/history';
import { measurePoints, measures } from '#db/schema/measures';
import { teams } from '#db/schema/teams';
import { loader as editPage, action as redefine } from '~/routes/measures/edit';
import { action as enter, loader as enterPage } from '~/routes/measures/enter';
import { action as link, loader as linkPage } from '~/routes/measures/link';
import { action as define, loader as newPage } from '~/routes/measures/new';
import { action as paste, loader as pastePage } from '~/routes/measures/paste';
import { loader as show } from '~/routes/measures/show';
import { action as unlink, loader as unlinkPage } from '~/routes/measures/unlink';
import { withDatabase } from '../support/database';
import { pointsSaid } from '../support/drawings';
import { aCycle, aMeasure, anIndicator, aPrediction, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const four = { name: 'School days attended', type: 'outcome', kind: 'proportion', direction: 'higher' };

async function aTeamWithMeasure(some: Parameters<typeof aMeasure>[1] = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended', ...some });
  return {
    cast,
    measure,
    params: { teamId: cast.team.id, measureId: measure.id },
    cookie: await signedIn(cast.member.id),
  };
}
const kept = (measureId: string) =>
  db
    .select({
      periodStart: measurePoints.periodStart,
      numerator: measurePoints.numerator,
      denominator: measurePoints.denominator,
      value: measurePoints.value,
    })
    .from(measurePoints)
    .where(eq(measurePoints.measureId, measureId))
    .orderBy(measurePoints.periodStart);
const reads = { show, unlinkPage };
const writes = { newPage, editPage, enterPage, pastePage, linkPage };
const actions = { define, redefine, enter, paste, link, unlink };

test('nobody outside the community sees a measure or writes to it', async () => {
  const { cast, params } = await aTeamWithMeasure();
  const cookie = await signedIn(cast.stranger.id);
  for (const [name, page] of Object.entries({ ...reads, ...writes })) {
    expect((await get(page, '/x', { params })).location, name).toBe('/sign-in?next=%2Fx');
    expect((await get(page, '/x', { params, cookie })).status, name).toBe(404);
  }
  for (const [name, action] of Object.entries(actions)) {
    expect((await post(action, '/x', four, { params })).location, name).toBe('/sign-in');
    expect((await post(action, '/x', four, { params, cookie })).status, name).toBe(404);
  }
});

test('another team’s member reads a measure and does not write to it', async () => {
  const { cast, params } = await aTeamWithMeasure();
  const cookie = await signedIn(cast.otherMember.id);
  const page = await get(show, '/x', { params, cookie });
  expect([page.data.mayWrite, page.data.mayLink]).toEqual([false, false]);
  for (const [name, loader] of Object.entries(writes)) {
    expect((await get(loader, '/x', { params, cookie })).status, name).toBe(403);
  }
  for (const [name, action] of Object.entries(actions)) {
    expect((await post(action, '/x', four, { params, cookie })).status, name).toBe(403);
  }
});

test('a measure under another team’s address is not there', async () => {
  const { cast, measure } = await aTeamWithMeasure();
  const cookie = await signedIn(cast.otherMember.id);
  const params = { teamId: cast.otherTeam.id, measureId: measure.id };
  const { newPage: _, ...ofOne } = writes;
  for (const [name, loader] of Object.entries({ ...reads, ...ofOne })) {
    expect((await get(loader, '/x', { params, cookie })).status, name).toBe(404);
  }
  const { define: __, ...onOne } = actions;
  for (const [name, action] of Object.entries(onOne)) {
    expect((await post(action, '/x', four, { params, cookie })).status, name).toBe(404);
  }
});

test('a measure of an archived team is read and not written', async () => {
  const { cast, params, cookie } = await aTeamWithMeasure();
  await db.update(teams).set({ archivedAt: '2026-11-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  expect((await get(show, '/x', { params, cookie })).data.mayWrite).toBe(false);
  for (const [name, action] of Object.entries(actions)) {
    expect((await post(action, '/x', four, { params, cookie })).status, name).toBe(403);
  }
});

test('four answers make a measure, weekly unless said otherwise', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const params = { teamId: cast.team.id };
  expect((await get(newPage, '/x', { params, cookie })).data.team.name).toBe('Attendance Action Team');
  const made = await post(define, '/x', four, { params, cookie });
  const measureId = made.location?.split('/').at(-1) ?? '';
  expect(made.location).toBe(`/teams/${cast.team.id}/measures/${measureId}`);
  const page = await get(show, '/x', { params: { ...params, measureId }, cookie });
  expect(page.data.measure).toMatchObject({
    ...four,
    frequency: 'weekly',
    dueLagDays: 7,
    ratePer: 1,
    goal: null,
  });
  expect(page.data.words.word).toBe('Too few points to test');
  expect(page.data.lines[0].deed).toBe('added the measure “School days attended”');
});

test('nonsense about a measure comes back at its field, and nothing is saved', async () => {
  const { params, cookie } = await aTeamWithMeasure();
  const send = (fields: Record<string, string>) =>
    post(redefine, '/x', { ...four, ...fields }, { params, cookie });
  for (const goal of ['1e309', 'NaN', '0x1F', '1,5', 'lots']) {
    expect((await send({ goal })).data.error.goal, goal).toEqual(['Write a number, such as 12 or 12.5.']);
  }
  expect((await send({ goal: '101' })).data.error.goal).toEqual([
    'A goal for a share is between 0 and 100 percent.',
  ]);
  const answer = await send({
    name: '',
    type: 'nice',
    kind: 'x',
    direction: '',
    frequency: 'hourly',
    ratePer: '0',
    dueLagDays: '1.5',
    ruleSet: 'mine',
    goalBy: '2026-02-30',
  });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.data.error).sort()).toEqual(
    ['name', 'type', 'kind', 'direction', 'frequency', 'ratePer', 'dueLagDays', 'ruleSet', 'goalBy'].sort(),
  );
  expect((await get(editPage, '/x', { params, cookie })).data.measure.name).toBe('School days attended');
});

test('a measure with numbers keeps its kind and its rhythm', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  await points(measure.id, '2026-10-12', [[266, 310]]);
  const send = (fields: Record<string, string>) =>
    post(redefine, '/x', { ...four, ...fields }, { params, cookie });
  expect((await send({ kind: 'count' })).data.error.kind[0]).toContain('Start a new measure.');
  expect((await send({ frequency: 'monthly' })).data.error.frequency[0]).toContain('every week');
  expect((await send({ definition: 'Half days count.' })).status).toBe(302);
  expect((await get(show, '/x', { params, cookie })).data.lines[0].deed).toBe(
    'changed how “School days attended” is counted',
  );
});

test('a measure with numbers keeps its unit and what a rate is out of', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure({
    kind: 'rate',
    ratePer: 100,
    unit: 'absences',
  });
  const same = { ...four, kind: 'rate', ratePer: '100', unit: 'absences' };
  const send = (fields: Record<string, string>) =>
    post(redefine, '/x', { ...same, ...fields }, { params, cookie });
  expect((await send({ ratePer: '1000' })).status).toBe(302);
  expect((await send({ ratePer: '100' })).status).toBe(302);
  await points(measure.id, '2026-10-12', [[26, 310]]);
  expect((await send({ ratePer: '1000' })).data.error).toEqual({
    ratePer: ['This measure has numbers for each 100 already. Start a new measure.'],
  });
  expect((await send({ unit: 'days' })).data.error).toEqual({
    unit: ['This measure has numbers in “absences” already. Start a new measure.'],
  });
  expect((await send({ goal: '4' })).status).toBe(302);
});

test('a measure with a prediction and no numbers keeps what the prediction was made in', async () => {
  const { cast, measure, params, cookie } = await aTeamWithMeasure({ kind: 'mean' });
  await aPrediction((await aCycle(cast.team)).id, measure.id);
  const send = (fields: Record<string, string>) =>
    post(redefine, '/x', { ...four, kind: 'mean', ...fields }, { params, cookie });
  expect((await send({ unit: 'minutes' })).data.error).toEqual({
    unit: ['This measure has predictions without a unit already. Start a new measure.'],
  });
  expect((await send({ kind: 'count' })).data.error).toHaveProperty('kind');
  expect((await send({ frequency: 'daily' })).data.error).toHaveProperty('frequency');
  expect((await send({})).status).toBe(302);
});

test('another direction of good is allowed, and history keeps the old one', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  await points(measure.id, '2026-10-12', [[266, 310]]);
  const send = () => post(redefine, '/x', { ...four, direction: 'lower' }, { params, cookie });
  expect((await send()).status).toBe(302);
  expect((await send()).status).toBe(302);
  const lines = await db.select().from(history).where(eq(history.thingId, measure.id));
  expect(lines.map(({ detail }) => detail)).toEqual([{ was: { direction: 'higher' } }]);
  const [kept] = await db.select().from(measures).where(eq(measures.id, measure.id));
  expect(kept?.direction).toBe('lower');
});

test('another first month of the school year does not split a year in two', async () => {
  const { cast, measure, params, cookie } = await aTeamWithMeasure({ frequency: 'yearly' });
  const send = (fields: Record<string, string>) => post(enter, '/x', fields, { params, cookie });
  await send({ period: '2023-10-01', numerator: '80', denominator: '100' });
  await send({ period: '2024-10-01', numerator: '81', denominator: '100' });
  await db.update(communities).set({ schoolYearFirstMonth: 8 }).where(eq(communities.id, cast.community.id));
  await send({ period: '2024-10-01', numerator: '82', denominator: '100' });
  const text = '2023-24\t79\t100';
  expect((await post(paste, '/x', { text, checked: 'yes' }, { params, cookie })).status).toBe(302);
  expect((await kept(measure.id)).map((row) => [row.periodStart, row.numerator])).toEqual([
    ['2023-07-01', 79],
    ['2024-07-01', 82],
  ]);
  const edit = await get(enterPage, '/x?period=2023-07-01', { params, cookie });
  expect(edit.data).toMatchObject({ open: { period: '2023-07-01' }, cell: { texts: { numerator: '79' } } });
  const next = await get(enterPage, '/x', { params, cookie });
  expect(next.data).toMatchObject({ open: { period: '2025-08-01' }, cell: { texts: { numerator: '' } } });
  await send({ period: next.data.open.period, numerator: '83', denominator: '100' });
  const page = await get(show, '/x', { params, cookie });
  expect(pointsSaid(page.data.drawing).map((words) => words.split(':')[0])).toEqual([
    'School year 2023–24',
    'School year 2024–25',
    'School year 2025–26',
  ]);
});

test('a number is entered, corrected, and history keeps both', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  const send = (fields: Record<string, string>) => post(enter, '/x', fields, { params, cookie });
  const first = await send({ period: '2025-10-14', numerator: '266', denominator: '310', after: 'next' });
  expect(first.location).toBe(`/teams/${params.teamId}/measures/${params.measureId}/enter`);
  const again = await send({ period: '2025-10-13', numerator: '276', denominator: '310', note: 'Late bus' });
  expect(again.location).toBe(`/teams/${params.teamId}/measures/${params.measureId}`);
  await send({ period: '2025-10-13', numerator: '276', denominator: '310', note: 'Late bus' });
  expect(await kept(measure.id)).toEqual([
    { periodStart: '2025-10-13', numerator: 276, denominator: 310, value: null },
  ]);
  const page = await get(show, '/x', { params, cookie });
  expect(page.data.lines.map((line: { deed: string }) => line.deed)).toEqual([
    'changed “School days attended” for the week of Oct 13, 2025 from 266 of 310 to 276 of 310',
    'entered “School days attended” for the week of Oct 13, 2025: 266 of 310',
  ]);
  const asked = await get(enterPage, '/x?period=2025-10-13', { params, cookie });
  expect(asked.data).toMatchObject({
    open: { period: '2025-10-13' },
    cell: { texts: { numerator: '276', note: 'Late bus' } },
  });
  const open = await get(enterPage, '/x?period=nonsense', { params, cookie });
  expect(open.data).toMatchObject({ open: { period: '2025-10-20' }, cell: { texts: { numerator: '' } } });
});

test('impossible numbers are refused at their field, and nothing is saved', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  const refusal = async (fields: Record<string, string>) => {
    const answer = await post(enter, '/x', { period: '2025-10-13', ...fields }, { params, cookie });
    expect(answer.status).toBe(422);
    return answer.data.error;
  };
  expect(await refusal({ numerator: '726', denominator: '310' })).toEqual({
    numerator: ['726 is more than the 310 it is out of.'],
  });
  expect(await refusal({ numerator: '-1', denominator: '310' })).toHaveProperty('numerator');
  expect(await refusal({ numerator: '1', denominator: '-310' })).toHaveProperty('denominator');
  expect(await refusal({ numerator: '266' })).toHaveProperty('denominator');
  expect(await refusal({ numerator: '2.5', denominator: '50' })).toEqual({
    numerator: ['A count is a whole number, and 2.5 is not.'],
  });
  expect(await refusal({ value: '101' })).toHaveProperty('value');
  expect(await refusal({})).toHaveProperty('numerator');
  for (const nonsense of ['1e309', 'NaN', '0x1F', '1,5', 'Infinity', '12x', '１２']) {
    expect(await refusal({ numerator: nonsense, denominator: '310' }), nonsense).toEqual({
      numerator: [`“${nonsense}” is not a number.`],
    });
  }
  for (const period of ['9999-01-04', '1949-12-26', '2025-02-30', '10/12/2025', '']) {
    expect(await refusal({ period, value: '80' }), period).toHaveProperty('period');
  }
  const future = await refusal({ period: '2099-01-05', value: '80' });
  expect(future.period[0]).toBe('The week of Jan 5, 2099 has not begun. Choose an earlier date.');
  expect(await kept(measure.id)).toEqual([]);
});

test('a paste is looked at first and saved second', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  await points(measure.id, '2025-10-13', [
    [266, 310],
    [260, 310],
  ]);
  const text = 'Week\tn\tof\n2025-10-13\t266\t310\n2025-10-20\t269\t310\n2025-10-29\t267\t310\n';
  expect((await get(pastePage, '/x', { params, cookie })).data.measure.id).toBe(measure.id);
  const looked = await post(paste, '/x', { text }, { params, cookie });
  const { preview } = JSON.parse(looked.data);
  expect(preview.changes.map((change: { change: string }) => change.change)).toEqual([
    'same',
    'changed',
    'added',
  ]);
  expect(preview.text).toContain('2025-10-29\t267');
  expect(await kept(measure.id)).toHaveLength(2);
  const saved = await post(paste, '/x', { text: preview.text, checked: 'yes' }, { params, cookie });
  expect(saved.location).toBe(`/teams/${params.teamId}/measures/${params.measureId}`);
  expect(await kept(measure.id)).toEqual([
    { periodStart: '2025-10-13', numerator: 266, denominator: 310, value: null },
    { periodStart: '2025-10-20', numerator: 269, denominator: 310, value: null },
    { periodStart: '2025-10-27', numerator: 267, denominator: 310, value: null },
  ]);
  const page = await get(show, '/x', { params, cookie });
  expect(page.data.lines[0].deed).toBe(
    'pasted numbers into “School days attended”: 1 new, 1 changed, 1 the same',
  );
  await post(paste, '/x', { text, checked: 'yes' }, { params, cookie });
  expect((await get(show, '/x', { params, cookie })).data.lines).toHaveLength(1);
});

test('a paste with one wrong cell saves nothing and names each', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  const text = '2025-10-13\t266\t310\n2025-10-20\t1e309\t310\n2025-10-27\t900\t310\n2025-10-15\t1\t2';
  const answer = await post(paste, '/x', { text, checked: 'yes' }, { params, cookie });
  expect(answer.status).toBe(422);
  expect(answer.data.error.text).toEqual([
    'Row 2: “1e309” is not a number.',
    'Row 3: 900 is more than the 310 it is out of.',
    'Rows 1 and 4 are both for the week of Oct 13, 2025. Keep one.',
  ]);
  expect(answer.data.initialValue.text).toBe(text);
  expect(await kept(measure.id)).toEqual([]);
  for (const nothing of ['', 'x'.repeat(500_001)]) {
    expect((await post(paste, '/x', { text: nothing }, { params, cookie })).status).toBe(422);
  }
});

test('a measure is linked to an indicator of its community, once, and unlinked', async () => {
  const { cast, params, cookie } = await aTeamWithMeasure();
  const indicator = await anIndicator(cast.community.id, { name: 'Chronic absence' });
  const foreign = await anIndicator(cast.elsewhere.id);
  const send = (fields: Record<string, string>) => post(link, '/x', fields, { params, cookie });
  const page = await get(linkPage, '/x', { params, cookie });
  expect(page.data.indicators).toEqual([{ value: indicator.id, label: 'Chronic absence' }]);
  expect((await send({ indicatorId: foreign.id, sign: 'same' })).data.error.indicatorId).toEqual([
    'Choose an indicator of your community.',
  ]);
  expect((await send({ indicatorId: indicator.id, sign: 'both', lag: '11' })).status).toBe(422);
  expect((await send({ indicatorId: indicator.id, sign: 'opposite', lag: '1' })).status).toBe(302);
  expect((await send({ indicatorId: indicator.id, sign: 'same' })).data.error.indicatorId).toEqual([
    'This measure feeds that indicator already.',
  ]);
  const [feed] = (await get(show, '/x', { params, cookie })).data.feeds;
  expect(feed).toMatchObject({ indicator: 'Chronic absence', sign: 'opposite', lag: 1 });
  const drop = (linkId: string) => post(unlink, '/x', { linkId }, { params, cookie });
  expect((await get(unlinkPage, '/x', { params, cookie })).status).toBe(302);
  expect((await drop('none')).status).toBe(404);
  expect((await drop('')).status).toBe(422);
  expect((await drop(feed.id)).status).toBe(302);
  const after = await get(show, '/x', { params, cookie });
  expect(after.data.feeds).toEqual([]);
  expect(after.data.lines.map((line: { deed: string }) => line.deed)).toEqual([
    'took back that “School days attended” feeds the indicator “Chronic absence”',
    'said that “School days attended” feeds the indicator “Chronic absence”',
  ]);
});

test('the page of a measure says in words what its chart shows', async () => {
  const { cast, measure, params, cookie } = await aTeamWithMeasure({ goal: 92 });
  await points(measure.id, '2025-07-07', [
    ...[84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83].map((n): [number, number] => [n, 100]),
    ...[88, 89, 87, 90, 88, 89, 91, 90].map((n): [number, number] => [n, 100]),
  ]);
  const cycle = await aCycle(cast.team, {
    number: 4,
    startsOn: '2025-09-29',
    doStartedOn: '2025-09-30',
  });
  await aPrediction(cycle.id, measure.id);
  const page = await get(show, '/x', { params, cookie: await signedIn(cast.coach.id) });
  expect(page.data.median).toBe('Median of 13 weeks, held still since Cycle 4 began so that change can show');
  expect(page.data.words).toMatchObject({ verdict: 'better', word: 'Improvement' });
  expect(page.data.lead).toContain('The latest week is 90%, which is 2 points short of the goal of 92%.');
  expect(page.data.rules[0]).toMatchObject({ name: 'Shift', isMet: true, verdict: 'better' });
  expect(page.data.points).toHaveLength(8);
  expect(page.data.cycles).toMatchObject([{ number: 4, stage: 'doing' }]);
  expect(page.data.drawing.match(/<title>Cycle 4: /g)).toHaveLength(2);
  expect(cookie).not.toBe('');
});
