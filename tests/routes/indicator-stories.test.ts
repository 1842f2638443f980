import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { factorVotes, storyVersions } from '#db/schema/indicator-stories';
import { teams } from '#db/schema/teams';
import { drivers } from '#db/schema/theories';
import { loader as actionPage, action as rewriteAction } from '~/routes/indicators/action';
import { action as actionAway } from '~/routes/indicators/action-away';
import { action as actionDone } from '~/routes/indicators/action-done';
import { loader as factorPage, action as rewriteFactor } from '~/routes/indicators/factor';
import { action as factorAway } from '~/routes/indicators/factor-away';
import { action as vote } from '~/routes/indicators/factor-vote';
import { action as addAction } from '~/routes/indicators/new-action';
import { action as addFactor } from '~/routes/indicators/new-factor';
import { action as addPartner, loader as partnerForm } from '~/routes/indicators/new-partner';
import { loader as partnerPage, action as rewritePartner } from '~/routes/indicators/partner';
import { action as partnerAway } from '~/routes/indicators/partner-away';
import { loader as show } from '~/routes/indicators/show';
import { loader as storyPage, action as write } from '~/routes/indicators/story';
import { action as restore, loader as versionsPage } from '~/routes/indicators/story-versions';
import { loader as driverPage } from '~/routes/theories/driver';
import { action as makeDriver, loader as makeDriverPage } from '~/routes/theories/from-factor';
import { withDatabase } from '../support/database';
import { aDriver, aFactor, aLink, aMeasure, anIndicator, aPartner, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

/** The cast's team works on the indicator; the other team does not. */
async function aStage() {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id, { name: 'FAFSA completed' });
  await aLink((await aMeasure(cast.team)).id, indicator.id);
  const params = { indicatorId: indicator.id };
  return { ...cast, indicator, params, cookie: await signedIn(cast.member.id) };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

const pageOf = async ({ params }: Pick<Stage, 'params'>, cookie: string) =>
  (await get(show, '/x', { cookie, params })).data;

const deedsOf = async (thingId: string) =>
  (await db.select().from(history).where(eq(history.thingId, thingId))).map(({ deed }) => deed);

/** The id of what a form has just made: the newest row on the page. */
const newest = async (stage: Stage, list: 'partners' | 'actions' | 'factors') =>
  (await pageOf(stage, stage.cookie))[list].at(-1).id as string;

test('whoever works on the indicator writes its story; everyone in the community reads it with author and date', async () => {
  const stage = await aStage();
  const { cookie, params, member, otherMember, leader, stranger, indicator } = stage;
  const typed = { pushesUp: 'Class time', holdsDown: 'Help is in English only', unknown: '' };
  const answer = await post(write, '/x', typed, { cookie, params });
  expect(answer.location).toBe(`/indicators/${indicator.id}`);
  const reader = await signedIn(otherMember.id);
  const page = await pageOf(stage, reader);
  expect(page.told.story['pushes up']).toMatchObject({ text: 'Class time', who: member.name });
  expect(page.told.story['pushes up'].at).toMatch(/^20\d\d-/);
  expect(page.told.story.unknown).toBeUndefined();
  expect(page.mayWrite).toBe(false);
  expect(page.lines.map(({ deed }: { deed: string }) => deed)).toEqual([
    'wrote “What holds it down” in the story',
    'wrote “What pushes it up” in the story',
  ]);
  expect((await get(storyPage, '/x', { cookie: reader, params })).status).toBe(403);
  expect((await post(write, '/x', typed, { cookie: reader, params })).status).toBe(403);
  expect((await post(write, '/x', typed, { cookie: await signedIn(stranger.id), params })).status).toBe(404);
  expect((await get(storyPage, '/x', { cookie: await signedIn(leader.id), params })).status).toBe(200);
});

test('a team that was archived works on nothing any more', async () => {
  const { team, cookie, params } = await aStage();
  expect((await get(storyPage, '/x', { cookie, params })).status).toBe(200);
  await db.update(teams).set({ archivedAt: '2026-12-01T00:00:00.000Z' }).where(eq(teams.id, team.id));
  expect((await get(storyPage, '/x', { cookie, params })).status).toBe(403);
});

test('the second of two who change one part is shown both texts, and nothing of theirs is saved', async () => {
  const { cookie, params, leader } = await aStage();
  await post(write, '/x', { pushesUp: 'Class time' }, { cookie, params });
  const { was } = (await get(storyPage, '/x', { cookie, params })).data;
  const other = await signedIn(leader.id);
  await post(write, '/x', { ...was, pushesUp: 'Class time and lists' }, { cookie: other, params });
  const mine = { ...was, pushesUp: 'Class hours', unknown: 'Who enrolls' };
  const refused = await post(write, '/x', mine, { cookie, params });
  expect(refused.status).toBe(422);
  expect(refused.data.error.pushesUp[0]).toMatch(/It says now: “Class time and lists”/);
  expect(refused.data.initialValue.pushesUp).toBe('Class hours');
  expect(await db.select().from(storyVersions)).toHaveLength(2);
  // The refused form itself says what was shown: sent again, it is taken.
  expect((await post(write, '/x', refused.data.initialValue, { cookie, params })).status).toBe(302);
  expect(await db.select().from(storyVersions)).toHaveLength(4);
});

test('every part that was changed meanwhile is shown at once, and what comes after that is shown again', async () => {
  const { cookie, params, leader } = await aStage();
  const other = await signedIn(leader.id);
  await post(write, '/x', { pushesUp: 'Theirs', works: 'Letters' }, { cookie: other, params });
  const refused = await post(write, '/x', { pushesUp: 'Mine', works: 'Calls' }, { cookie, params });
  expect(refused.data.error.pushesUp[0]).toMatch(/“Theirs”/);
  expect(refused.data.error.works[0]).toMatch(/“Letters”/);
  const { was } = (await get(storyPage, '/x', { cookie: other, params })).data;
  await post(write, '/x', { ...was, pushesUp: 'Theirs again', works: 'Letters' }, { cookie: other, params });
  const again = await post(write, '/x', refused.data.initialValue, { cookie, params });
  expect(again.data.error).toEqual({ pushesUp: [expect.stringContaining('“Theirs again”')] });
  expect((await post(write, '/x', again.data.initialValue, { cookie, params })).status).toBe(302);
});

test('a part written often hides no other part, nor the version that somebody changed it from', async () => {
  const stage = await aStage();
  const { cookie, params, indicator, member } = stage;
  const row = (text: string, second: number) => ({
    indicatorId: indicator.id,
    writtenBy: member.id,
    part: second === 0 ? ('works' as const) : ('pushes up' as const),
    text,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  });
  const rows = Array.from({ length: 521 }, (_, second) => row(`Version ${second}`, second));
  await db.insert(storyVersions).values(rows);
  expect((await pageOf(stage, cookie)).told.story).toMatchObject({
    works: { text: 'Version 0' },
    'pushes up': { text: 'Version 520' },
  });
  const { was, values } = (await get(storyPage, '/x', { cookie, params })).data;
  expect(values).toMatchObject({ works: 'Version 0', pushesUp: 'Version 520' });
  expect((await post(write, '/x', { ...was, ...values }, { cookie, params })).status).toBe(302);
  expect(await db.select().from(storyVersions)).toHaveLength(521);
  const oldest = (await db.select().from(storyVersions)).find(({ text }) => text === 'Version 1');
  expect((await post(restore, '/x', { versionId: oldest?.id ?? '' }, { cookie, params })).status).toBe(302);
  expect((await pageOf(stage, cookie)).told.story['pushes up'].text).toBe('Version 1');
});

test('every version can be read, and brought back as the newest', async () => {
  const stage = await aStage();
  const { cookie, params, otherMember } = stage;
  await post(write, '/x', { works: 'Letters' }, { cookie, params });
  const { was } = (await get(storyPage, '/x', { cookie, params })).data;
  await post(write, '/x', { ...was, works: 'Class time' }, { cookie, params });
  const reader = await signedIn(otherMember.id);
  const { versions } = (await get(versionsPage, '/x', { cookie: reader, params })).data;
  expect(versions.map(({ text, isNewest }: { text: string; isNewest: boolean }) => [text, isNewest])).toEqual(
    [
      ['Class time', true],
      ['Letters', false],
    ],
  );
  const back = { versionId: versions[1].id };
  expect((await post(restore, '/x', back, { cookie: reader, params })).status).toBe(403);
  expect((await post(restore, '/x', back, { cookie, params })).status).toBe(302);
  expect((await pageOf(stage, cookie)).told.story.works.text).toBe('Letters');
  expect((await post(restore, '/x', { versionId: 'nothing' }, { cookie, params })).status).toBe(404);
  expect((await post(restore, '/x', {}, { cookie, params })).status).toBe(422);
});

test('a partner of the community gets one role, which changes with its history, goes and comes back', async () => {
  const stage = await aStage();
  const { cookie, params, community, elsewhere, member, otherMember } = stage;
  const library = await aPartner(community.id, { name: 'Public Library' });
  const foreign = await aPartner(elsewhere.id);
  const fields = { partnerId: library.id, role: 'Opens the lab' };
  expect((await post(addPartner, '/x', fields, { cookie, params })).location).toMatch(/#partners-head$/);
  const roleId = await newest(stage, 'partners');
  expect((await pageOf(stage, cookie)).partners).toMatchObject([
    { partner: 'Public Library', role: 'Opens the lab', who: member.name },
  ]);
  expect((await get(partnerForm, '/x', { cookie, params })).data.partners).toEqual([]);
  const again = await post(addPartner, '/x', fields, { cookie, params });
  expect(again.data.error.partnerId[0]).toMatch(/^This partner has a role already/);
  const theirs = await post(addPartner, '/x', { ...fields, partnerId: foreign.id }, { cookie, params });
  expect(theirs.data.error.partnerId).toEqual(['Choose an organization of your community.']);
  const bare = await post(addPartner, '/x', { partnerId: library.id }, { cookie, params });
  expect(bare.data.error.role).toEqual(['Say in one line what they do, or could do.']);

  const own = { ...params, roleId };
  await post(rewritePartner, '/x', { role: 'Opens the lab twice' }, { cookie, params: own });
  await post(partnerAway, '/x', { isAway: 'yes' }, { cookie, params: own });
  expect((await pageOf(stage, cookie)).partners).toEqual([]);
  await post(addPartner, '/x', { ...fields, role: 'Lends laptops' }, { cookie, params });
  const reader = await signedIn(otherMember.id);
  const page = (await get(partnerPage, '/x', { cookie: reader, params: own })).data;
  expect(page.role).toMatchObject({ role: 'Lends laptops', takenOutAt: null });
  expect(page.lines.map(({ deed }: { deed: string }) => deed)).toEqual([
    'gave Public Library a role: “Lends laptops”',
    'took off Public Library as a partner',
    'changed the role of Public Library from “Opens the lab” to “Opens the lab twice”',
    'gave Public Library a role: “Opens the lab”',
  ]);
  expect((await post(rewritePartner, '/x', { role: 'x' }, { cookie: reader, params: own })).status).toBe(403);
});

test('an action has somebody and a day, is done and not done, and keeps its history', async () => {
  const stage = await aStage();
  const { cookie, params, otherMember } = stage;
  const refused = await post(addAction, '/x', { what: '', byDate: '2026-02-30' }, { cookie, params });
  expect(refused.status).toBe(422);
  expect(refused.data.error).toEqual({
    what: ['Say in one line what will be done.'],
    byDate: ['Write a date that exists, such as 2026-09-08.'],
  });
  const fields = { what: 'Ask for an aid officer', who: 'Keisha', byDate: '2026-12-04' };
  await post(addAction, '/x', fields, { cookie, params });
  const own = { ...params, actionId: await newest(stage, 'actions') };
  await post(rewriteAction, '/x', { ...fields, who: 'Marcus' }, { cookie, params: own });
  await post(actionDone, '/x', { isDone: 'yes' }, { cookie, params: own });
  expect((await pageOf(stage, cookie)).actions).toMatchObject([
    {
      what: 'Ask for an aid officer',
      responsible: 'Marcus',
      byDate: '2026-12-04',
      doneAt: expect.any(String),
    },
  ]);
  await post(actionDone, '/x', { isDone: 'no' }, { cookie, params: own });
  await post(actionAway, '/x', { isAway: 'yes' }, { cookie, params: own });
  expect((await pageOf(stage, cookie)).actions).toEqual([]);
  await post(actionAway, '/x', { isAway: 'no' }, { cookie, params: own });
  const reader = await signedIn(otherMember.id);
  const page = (await get(actionPage, '/x', { cookie: reader, params: own })).data;
  expect(page.lines.map(({ deed }: { deed: string }) => deed)).toEqual([
    'put back the action “Ask for an aid officer”',
    'took off the action “Ask for an aid officer”',
    'marked as not done: “Ask for an aid officer”',
    'marked as done: “Ask for an aid officer”',
    'rewrote the action “Ask for an aid officer”',
    'wrote the action “Ask for an aid officer”',
  ]);
  expect((await post(actionDone, '/x', { isDone: 'maybe' }, { cookie, params: own })).status).toBe(422);
  expect((await post(actionDone, '/x', { isDone: 'yes' }, { cookie: reader, params: own })).status).toBe(403);
});

test('a form sent twice makes one row', async () => {
  const stage = await aStage();
  const { cookie, params } = stage;
  const fields = { formKey: 'key-of-the-form', name: 'No bus before first period' };
  await post(addFactor, '/x', fields, { cookie, params });
  await post(addFactor, '/x', fields, { cookie, params });
  expect((await pageOf(stage, cookie)).factors).toHaveLength(1);
});

test('everyone in the community has one vote for a root cause, and can take it back', async () => {
  const stage = await aStage();
  const { cookie, params, member, otherMember, stranger, indicator } = stage;
  await post(addFactor, '/x', { name: 'No bus', evidence: 'Absences doubled' }, { cookie, params });
  const factor = { ...params, factorId: await newest(stage, 'factors') };
  const reader = await signedIn(otherMember.id);
  for (const who of [cookie, reader, reader]) {
    const answer = await post(vote, '/x', { isFor: 'yes' }, { cookie: who, params: factor });
    expect(answer.location).toBe(`/indicators/${indicator.id}#factors-row`);
  }
  const seen = (await pageOf(stage, reader)).factors;
  expect(seen).toMatchObject([{ name: 'No bus', votes: 2, isMine: true, evidence: 'Absences doubled' }]);
  await post(vote, '/x', { isFor: 'no' }, { cookie: reader, params: factor });
  await post(vote, '/x', { isFor: 'no' }, { cookie: reader, params: factor });
  expect((await pageOf(stage, reader)).factors).toMatchObject([{ votes: 1, isMine: false }]);
  expect(await deedsOf(factor.factorId)).toEqual([
    'added the root cause “No bus”',
    'voted for “No bus”',
    'voted for “No bus”',
    'took back the vote for “No bus”',
  ]);
  const foreign = await post(
    vote,
    '/x',
    { isFor: 'yes' },
    { cookie: await signedIn(stranger.id), params: factor },
  );
  expect(foreign.status).toBe(404);
  expect((await post(vote, '/x', {}, { cookie: reader, params: factor })).status).toBe(422);
  expect(await db.select().from(factorVotes)).toMatchObject([{ personId: member.id }]);
});

test('the root causes stand by their votes, and one of another indicator is not found', async () => {
  const stage = await aStage();
  const { cookie, params, community, indicator, coach } = stage;
  const first = await aFactor(indicator.id, { name: 'First' });
  const second = await aFactor(indicator.id, { name: 'Second' });
  await post(vote, '/x', { isFor: 'yes' }, { cookie, params: { ...params, factorId: second.id } });
  expect((await pageOf(stage, cookie)).factors.map(({ name }: { name: string }) => name)).toEqual([
    'Second',
    'First',
  ]);
  const other = await aFactor((await anIndicator(community.id)).id);
  expect((await get(factorPage, '/x', { cookie, params: { ...params, factorId: other.id } })).status).toBe(
    404,
  );
  const own = { ...params, factorId: first.id };
  await post(rewriteFactor, '/x', { name: 'First', evidence: 'A survey' }, { cookie, params: own });
  await post(factorAway, '/x', { isAway: 'yes' }, { cookie: await signedIn(coach.id), params: own });
  const refused = await post(vote, '/x', { isFor: 'yes' }, { cookie, params: own });
  expect(refused.data.error['']).toEqual(['This root cause was taken off the list.']);
  await post(factorAway, '/x', { isAway: 'no' }, { cookie, params: own });
  const page = (await get(factorPage, '/x', { cookie, params: own })).data;
  expect(page.factor).toMatchObject({ evidence: 'A survey', archivedAt: null });
});

test('a root cause becomes a driver of one’s own team, under a primary one, and each leads to the other', async () => {
  const stage = await aStage();
  const { cookie, team, otherTeam, indicator, elsewhere } = stage;
  const factor = await aFactor(indicator.id, { name: 'Help is only in English' });
  const primary = await aDriver(team, { name: 'Seniors finish the form' });
  const own = { teamId: team.id, factorId: factor.id };
  const form = await get(makeDriverPage, '/x', { cookie, params: own });
  expect(form.data.factor.name).toBe('Help is only in English');
  const name = 'Families get help in their language';
  const made = await post(makeDriver, '/x', { name, parentId: primary.id }, { cookie, params: own });
  const driver = await db
    .select()
    .from(drivers)
    .where(and(eq(drivers.teamId, team.id), eq(drivers.name, name)))
    .get();
  expect(driver?.parentId).toBe(primary.id);
  expect(made.location).toBe(`/teams/${team.id}/theory/drivers/${driver?.id}`);
  expect((await pageOf(stage, cookie)).factors[0].drivers).toMatchObject([
    { team: team.name, driver: name, driverId: driver?.id },
  ]);
  const page = await get(driverPage, '/x', {
    cookie,
    params: { teamId: team.id, driverId: driver?.id ?? '' },
  });
  expect(page.data.factors).toMatchObject([{ name: 'Help is only in English', indicator: indicator.name }]);
  expect(await deedsOf(factor.id)).toEqual([
    `made the root cause “Help is only in English” a driver of ${team.name}`,
  ]);

  const refused = await post(makeDriver, '/x', { name: ' ' }, { cookie, params: own });
  expect(refused.data.error.name).toEqual(['Say in one line what has to change.']);
  const wrong = await post(makeDriver, '/x', { name: 'A', parentId: 'nobody' }, { cookie, params: own });
  expect(wrong.data.error.parentId).toEqual(['Choose a primary driver of your team.']);
  const notMine = { teamId: otherTeam.id, factorId: factor.id };
  expect((await post(makeDriver, '/x', { name }, { cookie, params: notMine })).status).toBe(403);
  const theirs = await aFactor((await anIndicator(elsewhere.id)).id);
  const foreign = { ...own, factorId: theirs.id };
  expect((await post(makeDriver, '/x', { name }, { cookie, params: foreign })).status).toBe(404);
});

test('the same root cause in other letters is told at its field; another wording and a new try are not', async () => {
  const { cookie, params, indicator } = await aStage();
  await aFactor(indicator.id, { name: 'The form is only in English' });
  const gone = await aFactor(indicator.id, { name: 'No bus', archivedAt: '2026-11-02T12:00:00.000Z' });
  const told = 'This root cause is on the list already. Vote for it, or write there what speaks for it.';
  const again = await post(addFactor, '/x', { name: 'the  form is only in ENGLISH' }, { cookie, params });
  expect([again.status, again.data.error]).toEqual([422, { name: [told] }]);
  expect(again.data.initialValue.name).toBe('the  form is only in ENGLISH');
  expect((await post(addFactor, '/x', { name: gone.name }, { cookie, params })).status).toBe(302);
  const other = await aFactor(indicator.id, { name: 'Nobody explains it' });
  const at = { cookie, params: { ...params, factorId: other.id } };
  expect((await post(rewriteFactor, '/x', { name: 'No Bus' }, at)).data.error).toEqual({ name: [told] });
  expect((await post(rewriteFactor, '/x', { name: 'Nobody Explains it' }, at)).status).toBe(302);
});
