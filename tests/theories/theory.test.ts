import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { beliefChanges, changeIdeas, drivers, ideaDrivers, theoryMeasures } from '#db/schema/theories';
import { action as startCycle, loader as startPage } from '~/routes/cycles/new';
import { loader as cyclePage } from '~/routes/cycles/show';
import { loader as teamPage } from '~/routes/teams/show';
import { action as addLine } from '~/routes/theories/add-line';
import { action as archiveDriver } from '~/routes/theories/archive-driver';
import { action as archiveIdea } from '~/routes/theories/archive-idea';
import { action as bringBackDriver } from '~/routes/theories/bring-back-driver';
import { action as bringBackIdea } from '~/routes/theories/bring-back-idea';
import { loader as driverPage, action as rewriteDriver } from '~/routes/theories/driver';
import { action as believeDriver } from '~/routes/theories/driver-belief';
import { action as hang } from '~/routes/theories/hang-measure';
import { loader as ideaPage } from '~/routes/theories/idea';
import { action as believeIdea } from '~/routes/theories/idea-belief';
import { action as move } from '~/routes/theories/move';
import { action as nameLine } from '~/routes/theories/name-line';
import { action as newDriver } from '~/routes/theories/new-driver';
import { action as placeIdea } from '~/routes/theories/place-idea';
import { action as putUnder } from '~/routes/theories/put-under';
import { loader as theoryPage } from '~/routes/theories/show';
import { action as takeIdeaOff } from '~/routes/theories/take-idea-off';
import { action as takeMeasureOff } from '~/routes/theories/take-measure-off';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aDriver,
  aMeasure,
  anIdea,
  aPractice,
  points,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

async function theTeam() {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const teamId = cast.team.id;
  const at = (more: Record<string, string> = {}) => ({ cookie, params: { teamId, ...more } });
  const theory = async () => (await get(theoryPage, '/x', at())).data;
  return { cast, cookie, teamId, at, theory };
}

const deeds = async () =>
  (await db.select({ deed: history.deed }).from(history).orderBy(asc(history.at))).map(({ deed }) => deed);

test('a theory is written with plain forms: drivers, one under another, and ideas under both', async () => {
  const { teamId, at, theory } = await theTeam();
  const added = await post(newDriver, '/x', { name: 'Families hear' }, at());
  expect([added.status, added.location]).toEqual([302, `/teams/${teamId}/theory#outline-row`]);
  const [primary] = (await theory()).view.tree;
  await post(newDriver, '/x', { name: 'In their language', parentId: primary.id }, at());
  await post(placeIdea, '/x', { driverId: primary.id, newIdea: 'Text first' }, at());
  const { view, sentence } = await theory();
  const [{ drivers: under, ideaIds }] = view.tree;
  expect(view.drivers[under[0].id].name).toBe('In their language');
  expect(view.ideas[ideaIds[0]]).toMatchObject({
    name: 'Text first',
    state: 'untested',
    stateWords: 'Untested',
  });
  expect(sentence).toBe('One primary driver, one secondary driver and one change idea: one untested.');
  await post(placeIdea, '/x', { driverId: under[0].id, ideaId: ideaIds[0] }, at());
  expect((await theory()).view.tree[0].drivers[0].ideaIds).toEqual(ideaIds);
  expect(await deeds()).toEqual([
    'added the primary driver “Families hear”',
    'added the secondary driver “In their language”',
    'added the change idea “Text first”',
    'put “Text first” under the driver “Families hear”',
    'put “Text first” under the driver “In their language”',
  ]);
});

test('a form without its words is refused at the field', async () => {
  const { cast, at } = await theTeam();
  const driver = await aDriver(cast.team);
  const refused = async (action: Parameters<typeof post>[0], fields: Record<string, string>, more = {}) => {
    const { status, data } = await post(action, '/x', fields, at(more));
    return [status, data.error];
  };
  expect(await refused(newDriver, { name: ' ' })).toEqual([
    422,
    { name: ['Say in one line what has to change.'] },
  ]);
  expect(await refused(placeIdea, { driverId: driver.id })).toEqual([
    422,
    { newIdea: ['Choose one of your ideas, or name a new one.'] },
  ]);
  expect(await refused(hang, {})).toEqual([422, { measureId: ['Choose a measure.'] }]);
  expect(await refused(believeDriver, { isBelieved: 'no' }, { driverId: driver.id })).toEqual([
    422,
    { reason: ['Say why, in a sentence.'] },
  ]);
  expect(await refused(rewriteDriver, { name: '' }, { driverId: driver.id })).toEqual([
    422,
    { name: ['Say in one line what has to change.'] },
  ]);
});

test('what a form names must be of this team: drivers, ideas, measures and cycles of another are refused', async () => {
  const { cast, at } = await theTeam();
  const theirs = {
    driver: await aDriver(cast.otherTeam),
    idea: await anIdea(cast.otherTeam),
    measure: await aMeasure(cast.otherTeam),
    cycle: await aCycle(cast.otherTeam),
  };
  const driver = await aDriver(cast.team);
  const measure = await aMeasure(cast.team);
  const tries = [
    await post(newDriver, '/x', { name: 'A', parentId: theirs.driver.id }, at()),
    await post(placeIdea, '/x', { driverId: theirs.driver.id, newIdea: 'B' }, at()),
    await post(placeIdea, '/x', { driverId: driver.id, ideaId: theirs.idea.id }, at()),
    await post(hang, '/x', { measureId: theirs.measure.id, driverId: driver.id }, at()),
    await post(hang, '/x', { measureId: measure.id, driverId: theirs.driver.id }, at()),
    await post(
      believeDriver,
      '/x',
      { isBelieved: 'no', reason: 'No.', cycleIds: theirs.cycle.id },
      at({ driverId: driver.id }),
    ),
  ];
  expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
  expect((await get(driverPage, '/x', at({ driverId: theirs.driver.id }))).status).toBe(404);
  expect((await post(archiveDriver, '/x', {}, at({ driverId: theirs.driver.id }))).status).toBe(404);
  expect(
    (await post(nameLine, '/x', { driverId: theirs.driver.id, name: 'Ours', was: '' }, at())).status,
  ).toBe(404);
  const moved = await post(move, '/x', { driverId: theirs.driver.id, move: 'up', alive: 'yes' }, at());
  expect(JSON.parse(moved.data)).toEqual({ sentence: 'That line is not there any more.' });
  expect(await db.select().from(theoryMeasures)).toEqual([]);
  expect(await db.select().from(beliefChanges)).toEqual([]);
  expect(await db.select().from(drivers)).toHaveLength(2);
});

test('another team’s member reads the theory and writes nothing; another community sees nothing', async () => {
  const { cast, teamId } = await theTeam();
  const driver = await aDriver(cast.team);
  const idea = await anIdea(cast.team);
  const params = { teamId, driverId: driver.id, ideaId: idea.id };
  const other = { cookie: await signedIn(cast.otherMember.id), params };
  const page = await get(theoryPage, '/x', other);
  expect([page.status, page.data.mayWrite]).toEqual([200, false]);
  const writes = [
    newDriver,
    rewriteDriver,
    believeDriver,
    placeIdea,
    hang,
    move,
    nameLine,
    addLine,
    archiveDriver,
  ];
  for (const action of [...writes, archiveIdea, believeIdea, takeIdeaOff, takeMeasureOff, putUnder]) {
    expect((await post(action, '/x', { name: 'Mine' }, other)).status).toBe(403);
  }
  const stranger = { cookie: await signedIn(cast.stranger.id), params };
  for (const page of [theoryPage, driverPage, ideaPage])
    expect((await get(page, '/x', stranger)).status).toBe(404);
  expect((await post(newDriver, '/x', { name: 'Mine' }, stranger)).status).toBe(404);
});

test('a line that is written in the outline is added once, however often it is sent', async () => {
  const { at, theory } = await theTeam();
  const fields = { kind: 'primary', name: 'Families hear', formKey: 'k1' };
  const first = JSON.parse((await post(addLine, '/x', fields, at())).data);
  const again = JSON.parse((await post(addLine, '/x', fields, at())).data);
  expect(again.id).toBe(first.id);
  const below = { kind: 'primary', name: 'Buses run', afterId: first.id, formKey: 'k2' };
  await post(addLine, '/x', below, at());
  await post(addLine, '/x', { kind: 'primary', name: 'Between', afterId: first.id, formKey: 'k3' }, at());
  const { tree, drivers: named } = (await theory()).view;
  expect(tree.map(({ id }: { id: string }) => named[id].name)).toEqual([
    'Families hear',
    'Between',
    'Buses run',
  ]);
});

test('the name of an idea that the team has puts that idea there, and makes no second one', async () => {
  const { cast, at, theory } = await theTeam();
  const idea = await anIdea(cast.team, { name: 'Text first' });
  const driver = await aDriver(cast.team);
  await post(addLine, '/x', { kind: 'idea', name: 'text FIRST', underId: driver.id }, at());
  expect((await theory()).view.tree[0].ideaIds).toEqual([idea.id]);
  expect(await db.select().from(changeIdeas)).toHaveLength(1);
});

test('who names a line that somebody else named meanwhile is shown both, and nothing is lost', async () => {
  const { cast, at, theory } = await theTeam();
  const driver = await aDriver(cast.team, { name: 'Old' });
  await post(nameLine, '/x', { driverId: driver.id, name: 'Hers', was: 'Old' }, at());
  const mine = await post(nameLine, '/x', { driverId: driver.id, name: 'Mine', was: 'Old' }, at());
  expect(JSON.parse(mine.data)).toEqual({ savedAt: '', theirs: 'Hers' });
  expect((await theory()).view.drivers[driver.id].name).toBe('Hers');
  const over = await post(nameLine, '/x', { driverId: driver.id, name: 'Mine', was: 'Hers' }, at());
  expect(JSON.parse(over.data).theirs).toBeNull();
  expect((await theory()).view.drivers[driver.id].name).toBe('Mine');
});

test('the arrows of a plain form move a line, and say where it cannot go', async () => {
  const { cast, teamId, at, theory } = await theTeam();
  const [a, b] = [await aDriver(cast.team), await aDriver(cast.team)];
  const up = await post(move, '/x', { driverId: b.id, move: 'up' }, at());
  expect(up.location).toBe(`/teams/${teamId}/theory#outline-row`);
  expect((await theory()).view.tree.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id]);
  await post(move, '/x', { driverId: a.id, move: 'in' }, at());
  expect((await theory()).view.tree[0].drivers[0].id).toBe(a.id);
  const refused = await post(move, '/x', { driverId: b.id, move: 'up', alive: 'yes' }, at());
  expect(JSON.parse(refused.data).sentence).toBe('It is the first already.');
  await post(putUnder, '/x', { parentId: '' }, at({ driverId: a.id }));
  expect((await theory()).view.tree.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id]);
});

test('an idea moves from one driver to another, and is taken off', async () => {
  const { cast, at } = await theTeam();
  const [a, b] = [await aDriver(cast.team), await aDriver(cast.team)];
  const idea = await anIdea(cast.team);
  await post(placeIdea, '/x', { driverId: a.id, ideaId: idea.id }, at());
  await post(move, '/x', { driverId: a.id, ideaId: idea.id, move: 'down', alive: 'yes' }, at());
  const places = () => db.select({ driverId: ideaDrivers.driverId }).from(ideaDrivers);
  expect(await places()).toEqual([{ driverId: b.id }]);
  await post(takeIdeaOff, '/x', { driverId: b.id }, at({ ideaId: idea.id }));
  expect(await places()).toEqual([]);
});

test('measures hang on the aim, on a driver and on an idea, once each, with what their chart says', async () => {
  const { cast, teamId, at, theory } = await theTeam();
  const driver = await aDriver(cast.team);
  const idea = await anIdea(cast.team);
  const measure = await aMeasure(cast.team, { name: 'Days attended' });
  await points(measure.id, '2026-09-07', [80, 81, 82]);
  const places: Record<string, string>[] = [
    {},
    { driverId: driver.id },
    { ideaId: idea.id },
    { driverId: driver.id },
  ];
  for (const on of places) {
    await post(hang, '/x', { measureId: measure.id, ...on }, at());
  }
  const { view } = await theory();
  expect(view.aimMeasures).toMatchObject([
    {
      name: 'Days attended',
      word: 'Too few points to test',
      href: `/teams/${teamId}/measures/${measure.id}`,
    },
  ]);
  expect(view.drivers[driver.id].measures).toHaveLength(1);
  expect(view.ideas[idea.id].measures).toHaveLength(1);
  const { hungId } = view.drivers[driver.id].measures[0];
  const off = await post(takeMeasureOff, '/x', { hungId }, at());
  expect(off.location).toBe(`/teams/${teamId}/theory/drivers/${driver.id}`);
  expect((await theory()).view.drivers[driver.id].measures).toEqual([]);
});

test('ideas show where they stand: from their cycles, and from other teams that test the same practice', async () => {
  const { cast, theory } = await theTeam();
  const practice = await aPractice(cast.community.id);
  const [text, letter] = [
    await anIdea(cast.team, { practiceId: practice.id }),
    await anIdea(cast.team, { name: 'Letter' }),
  ];
  const cycle = await aCycle(cast.team, { ideaId: text.id, doStartedOn: '2026-09-08', sites: 1 });
  await aDecision(cycle.id, { decision: 'adopt', decidedOn: '2026-09-20' });
  expect((await theory()).view.ideas[text.id]).toMatchObject({
    state: 'adopted',
    stateWords: 'Adopted, 1 cycle',
  });
  expect((await theory()).view.ideas[letter.id].state).toBe('untested');
  const theirs = await anIdea(cast.otherTeam, { practiceId: practice.id });
  await aCycle(cast.otherTeam, { ideaId: theirs.id, doStartedOn: '2026-10-05' });
  expect((await theory()).view.ideas[text.id].state).toBe('spreading');
});

test('what a team stopped believing is kept with its reason and cycles, and believing again is another row', async () => {
  const { cast, at, theory } = await theTeam();
  const driver = await aDriver(cast.team, { name: 'Prizes work' });
  const cycle = await aCycle(cast.team, { number: 7 });
  const of = at({ driverId: driver.id });
  const no = { isBelieved: 'no', reason: 'Copied work went up.', cycleIds: cycle.id };
  expect((await post(believeDriver, '/x', no, of)).status).toBe(302);
  const twice = await post(believeDriver, '/x', no, of);
  expect([twice.status, twice.data.error]).toEqual([
    422,
    { '': ['You have said already that you no longer believe this.'] },
  ]);
  let page = await theory();
  expect(page.view.drivers[driver.id]).toMatchObject({ isBelieved: false });
  expect(page.beliefs).toMatchObject([
    {
      name: 'Prizes work',
      isBelieved: false,
      reason: 'Copied work went up.',
      cycles: [{ id: cycle.id, number: 7 }],
      who: cast.member.name,
    },
  ]);
  expect(page.sentence).toContain('We stopped believing one of them.');
  await post(believeDriver, '/x', { isBelieved: 'yes', reason: 'It did help in 8th grade.' }, of);
  page = await theory();
  expect(page.view.drivers[driver.id].isBelieved).toBe(true);
  expect(page.beliefs.map(({ isBelieved }: { isBelieved: boolean }) => isBelieved)).toEqual([true, false]);
  expect((await deeds()).slice(-2)).toEqual([
    'stopped believing in “Prizes work”',
    'believes again in “Prizes work”',
  ]);
});

test('an idea that is put away is offered nowhere, its cycles stay readable, and it comes back to its drivers', async () => {
  const { cast, cookie, teamId, at, theory } = await theTeam();
  const driver = await aDriver(cast.team);
  const idea = await anIdea(cast.team, { name: 'Letter home' });
  const cycle = await aCycle(cast.team, { ideaId: idea.id, number: 3 });
  await post(placeIdea, '/x', { driverId: driver.id, ideaId: idea.id }, at());
  await post(archiveIdea, '/x', {}, at({ ideaId: idea.id }));
  const page = await theory();
  expect(page.view.tree[0].ideaIds).toEqual([]);
  expect(page.away.ideas).toEqual([
    { id: idea.id, name: 'Letter home', cycles: [{ id: cycle.id, number: 3 }] },
  ]);
  expect(page.orphans.map(({ sentence }: { sentence: string }) => sentence)[0]).toBe(
    'Cycle 3 goes on, but its idea, “Letter home”, is put away.',
  );
  expect((await get(startPage, '/x', at())).data.ideas).toEqual([]);
  const fields = { ideaId: idea.id, question: 'Q?', prediction: 'P.', startsOn: '2026-12-01' };
  expect((await post(startCycle, '/x', fields, at())).status).toBe(422);
  expect((await get(cyclePage, '/x', { cookie, params: { teamId, cycleId: cycle.id } })).status).toBe(200);
  await post(bringBackIdea, '/x', {}, at({ ideaId: idea.id }));
  expect((await theory()).view.tree[0].ideaIds).toEqual([idea.id]);
});

test('a driver that is put away takes what is under it along, and brings it back', async () => {
  const { cast, at, theory } = await theTeam();
  const driver = await aDriver(cast.team);
  const under = await aDriver(cast.team, { parentId: driver.id });
  await post(archiveDriver, '/x', {}, at({ driverId: driver.id }));
  expect((await theory()).view.tree).toEqual([]);
  expect((await theory()).away.drivers).toHaveLength(1);
  await post(bringBackDriver, '/x', {}, at({ driverId: driver.id }));
  expect((await theory()).view.tree[0].drivers[0].id).toBe(under.id);
  const lines = (await theory()).lines.map(({ deed }: { deed: string }) => deed);
  expect(lines).toEqual([`brought back the driver “${driver.name}”`, `put away the driver “${driver.name}”`]);
});

test('a line of the outline that sends its name alone leaves the rest of a driver as it was', async () => {
  const { cast, teamId, at } = await theTeam();
  const driver = await aDriver(cast.team, { detail: 'What we mean.' });
  const answer = await post(
    rewriteDriver,
    '/x',
    { name: 'New', back: 'theory' },
    at({ driverId: driver.id }),
  );
  expect(answer.location).toBe(`/teams/${teamId}/theory`);
  expect(await db.select().from(drivers).where(eq(drivers.id, driver.id)).get()).toMatchObject({
    name: 'New',
    detail: 'What we mean.',
  });
});

test('the team’s page shows the theory in brief', async () => {
  const { cast, at } = await theTeam();
  const driver = await aDriver(cast.team, { name: 'Families hear' });
  const under = await aDriver(cast.team, { parentId: driver.id });
  const idea = await anIdea(cast.team, { name: 'Text first' });
  for (const { id } of [driver, under]) await post(placeIdea, '/x', { driverId: id, ideaId: idea.id }, at());
  const { theory } = (await get(teamPage, '/x', at())).data;
  expect(theory.drivers).toEqual([
    {
      id: driver.id,
      name: 'Families hear',
      isBelieved: true,
      ideas: [{ id: idea.id, name: 'Text first', state: 'untested', word: 'untested' }],
    },
  ]);
});
