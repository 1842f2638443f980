import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { partners } from '#db/schema/communities';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { teams } from '#db/schema/teams';
import { requireMemberHere } from '~/access/belongs.server';
import { requireCommunity } from '~/access/gate.server';
import { RuleBroken } from '~/http/errors';
import ArchiveTeam, { action as archive, loader as archivePage } from '~/routes/teams/archive';
import BringBackTeam, { action as bringBack, loader as bringBackPage } from '~/routes/teams/bring-back';
import { loader as editPage, action as rewrite } from '~/routes/teams/edit';
import { loader as historyPage } from '~/routes/teams/history';
import { loader as list } from '~/routes/teams/list';
import { loader as newPage, action as start } from '~/routes/teams/new';
import { action as choosePart, loader as peoplePage } from '~/routes/teams/people';
import { loader as show } from '~/routes/teams/show';
import { SettingUp } from '~/teams/setting-up';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  aMember,
  aPartner,
  aPrediction,
  joinTeam,
  points,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const fields = {
  name: 'Attendance Action Team',
  aimWhat: 'chronic absence',
  aimForWhom: '9th graders',
  aimFrom: '31',
  aimTo: '22',
  aimUnit: '%',
  aimBy: '2027-05-21',
};
const deeds = async (cookie: string, params: { teamId: string }) =>
  (await get(historyPage, '/x', { cookie, params })).data.lines.map((line: { deed: string }) => line.deed);

test('the list has each team once, with people, open cycles, home and coaches', async () => {
  const cast = await theCast();
  const home = await aPartner(cast.community.id, { name: 'Riverbend Schools' });
  await db.update(teams).set({ homePartnerId: home.id });
  const gone = await aMember(cast.community.id, 'member');
  await joinTeam(cast.team.id, gone.id);
  await db.insert(memberships).values({ personId: gone.id, communityId: cast.elsewhere.id, role: 'member' });
  await aCycle(cast.team);
  const done = await aCycle(cast.team, { learned: 'It works.' });
  await aDecision(done.id);
  await aDecision(done.id);
  await aCycle(cast.team, { archivedAt: '2026-10-01T00:00:00.000Z' });
  const seen = await get(list, '/teams', { cookie: await signedIn(cast.otherMember.id) });
  expect(seen.data.teams).toMatchObject([
    {
      name: 'Attendance Action Team',
      members: 3,
      openCycles: 1,
      homePartner: 'Riverbend Schools',
      coaches: [cast.coach.name],
    },
    { name: 'Summer Math Team', members: 1, openCycles: 0, coaches: [] },
  ]);
  expect(seen.data.own).toEqual([cast.otherTeam.id]);
});

test('nobody outside the community sees its teams', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const stranger = await signedIn(cast.stranger.id);
  expect((await get(list, '/teams', { cookie: stranger })).data.teams).toEqual([]);
  expect((await get(list, '/teams')).location).toBe('/sign-in?next=%2Fteams');
  for (const page of [show, editPage, peoplePage, historyPage, archivePage, bringBackPage]) {
    expect((await get(page, '/x', { params, cookie: stranger })).status).toBe(404);
    expect((await get(page, '/x', { params })).location).toBe('/sign-in?next=%2Fx');
    expect((await get(page, '/x', { params: { teamId: 'none' }, cookie: stranger })).status).toBe(404);
  }
  for (const action of [rewrite, choosePart, archive, bringBack]) {
    expect((await post(action, '/x', fields, { params, cookie: stranger })).status).toBe(404);
    expect((await post(action, '/x', fields, { params })).location).toBe('/sign-in');
  }
  expect((await post(start, '/teams/new', fields)).location).toBe('/sign-in');
});

test('another team’s member reads and does not write', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.otherMember.id);
  expect((await get(show, '/x', { params, cookie })).data.may).toEqual({
    edit: false,
    choosePeople: false,
    writeCycles: false,
    writeIdeas: false,
    writeMeasures: false,
    bringBack: false,
  });
  expect((await get(historyPage, '/x', { params, cookie })).status).toBe(200);
  for (const page of [editPage, peoplePage]) {
    expect((await get(page, '/x', { params, cookie })).status).toBe(403);
  }
  for (const action of [rewrite, choosePart, archive, bringBack]) {
    expect((await post(action, '/x', fields, { params, cookie })).status).toBe(403);
  }
});

test('a leader starts a team; a member and a coach do not', async () => {
  const cast = await theCast();
  for (const person of [cast.member, cast.coach]) {
    const cookie = await signedIn(person.id);
    expect((await get(newPage, '/teams/new', { cookie })).status).toBe(403);
    expect((await post(start, '/teams/new', fields, { cookie })).status).toBe(403);
  }
  const cookie = await signedIn(cast.leader.id);
  expect((await get(newPage, '/teams/new', { cookie })).status).toBe(200);
  const started = await post(start, '/teams/new', { ...fields, name: 'New Team' }, { cookie });
  const teamId = started.location?.split('/')[2] ?? '';
  expect(started.location).toBe(`/teams/${teamId}/people`);
  const page = await get(show, '/x', { cookie, params: { teamId } });
  expect(page.data.team).toMatchObject({ name: 'New Team', aimFrom: 31, aimTo: 22, aimBy: '2027-05-21' });
  expect(await deeds(cookie, { teamId })).toEqual(['started the team “New Team”']);
});

test('a team rewrites its own aim, and history says so', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.member.id);
  expect((await get(editPage, '/x', { params, cookie })).data.mayArchive).toBe(false);
  const rewritten = await post(rewrite, '/x', fields, { params, cookie });
  expect(rewritten.location).toBe(`/teams/${cast.team.id}`);
  await post(rewrite, '/x', fields, { params, cookie });
  await post(rewrite, '/x', { ...fields, about: '9th grade at three schools' }, { params, cookie });
  expect(await deeds(cookie, params)).toEqual(['changed what the team says of itself', 'rewrote the aim']);
});

test('nonsense in the form comes back at its field, and nothing is saved', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.leader.id);
  for (const nonsense of ['1e309', 'NaN', '0x1F', '1,5', 'many', 'Infinity']) {
    const answer = await post(rewrite, '/x', { ...fields, aimFrom: nonsense }, { params, cookie });
    expect(answer.status, nonsense).toBe(422);
    expect(answer.data.error.aimFrom, nonsense).toEqual(['Write a number, such as 12 or 12.5.']);
    expect(answer.data.initialValue.aimFrom).toBe(nonsense);
  }
  const answer = await post(
    rewrite,
    '/x',
    { ...fields, name: ' ', aimBy: '9999-01-01', homePartnerId: '../x' },
    { params, cookie },
  );
  expect(Object.keys(answer.data.error).sort()).toEqual(['aimBy', 'homePartnerId', 'name']);
  const foreign = await aPartner(cast.elsewhere.id);
  const other = await post(rewrite, '/x', { ...fields, homePartnerId: foreign.id }, { params, cookie });
  expect(other.data.error.homePartnerId).toEqual(['Choose an organization of your community.']);
  expect((await post(start, '/x', { name: '' }, { cookie })).status).toBe(422);
  expect((await get(editPage, '/x', { params, cookie })).data.team.aimWhat).toBe('');
});

test('people join, take another part and leave', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.coach.id);
  const join = (personId: string, part: string) =>
    post(choosePart, '/x', { personId, part }, { params, cookie });
  expect((await join(cast.otherMember.id, 'member')).status).toBe(302);
  expect((await join(cast.leader.id, 'member')).status).toBe(302);
  const colleague = await aMember(cast.community.id, 'coach');
  expect((await join(colleague.id, 'member')).status).toBe(302);
  expect((await join(colleague.id, 'coach')).status).toBe(302);
  expect((await join(cast.otherMember.id, '')).status).toBe(302);
  const page = await get(peoplePage, '/x', { params, cookie });
  expect(page.data.people.map((one: { name: string; part: string }) => [one.name, one.part])).toEqual(
    expect.arrayContaining([
      [colleague.name, 'coach'],
      [cast.leader.name, 'member'],
      [cast.member.name, 'member'],
      [cast.coach.name, 'coach'],
    ]),
  );
  expect(page.data.people).toHaveLength(4);
  expect(await deeds(cookie, params)).toEqual([
    `took ${cast.otherMember.name} out of the team`,
    `made ${colleague.name} a coach`,
    `added ${colleague.name} as a member`,
    `added ${cast.leader.name} as a member`,
    `added ${cast.otherMember.name} as a member`,
  ]);
});

test('only who has the list of a coach coaches a team; a stranger cannot join', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.leader.id);
  const join = (personId: string, part: string) =>
    post(choosePart, '/x', { personId, part }, { params, cookie });
  for (const [person, role] of [
    [cast.otherMember, 'a member'],
    [cast.leader, 'a leader'],
    [cast.admin, 'an admin'],
  ] as const) {
    const coach = await join(person.id, 'coach');
    expect(coach.status).toBe(422);
    expect(coach.data.error.part).toEqual([
      `${person.name} is ${role} of the community: reviews and asks for help would reach nobody. Choose somebody whose role is coach.`,
    ]);
  }
  // One chosen before keeps the part, and the page says what is missing.
  await joinTeam(cast.otherTeam.id, cast.leader.id, 'coach');
  const page = await get(peoplePage, '/x', { params: { teamId: cast.otherTeam.id }, cookie });
  expect(page.data.people).toMatchObject([
    { name: cast.leader.name, part: 'coach', mayCoach: false },
    { name: cast.otherMember.name, part: 'member', mayCoach: false },
  ]);
  expect((await join(cast.stranger.id, 'member')).data.error.personId).toEqual([
    'Choose somebody of your community.',
  ]);
  expect((await join(cast.otherMember.id, '')).data.error.personId).toEqual([
    'This person is not in the team.',
  ]);
  expect((await join('', 'member')).status).toBe(422);
  expect((await join(cast.otherMember.id, 'boss')).status).toBe(422);
  expect((await get(peoplePage, '/x', { params, cookie })).data.people).toHaveLength(2);
});

test('an archived team is read and not written, until a leader brings it back', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const leader = await signedIn(cast.leader.id);
  const member = await signedIn(cast.member.id);
  expect((await post(archive, '/x', {}, { params, cookie: member })).status).toBe(403);
  expect((await post(archive, '/x', {}, { params, cookie: leader })).location).toBe('/teams?archived=1');
  const seen = await get(list, '/teams?archived=1', { cookie: member });
  expect(seen.data.teams.map((team: { name: string }) => team.name)).toEqual(['Summer Math Team']);
  expect(seen.data.archived.map((team: { name: string }) => team.name)).toEqual(['Attendance Action Team']);
  expect(seen.data.isArchivedOpen).toBe(true);
  expect((await get(show, '/x', { params, cookie: member })).data.may.edit).toBe(false);
  for (const action of [rewrite, choosePart]) {
    expect((await post(action, '/x', fields, { params, cookie: member })).status).toBe(403);
    expect((await post(action, '/x', fields, { params, cookie: leader })).status).toBe(403);
  }
  expect((await get(archivePage, '/x', { params, cookie: member })).location).toBe(`/teams/${cast.team.id}`);
  expect((await post(bringBack, '/x', {}, { params, cookie: member })).status).toBe(403);
  expect((await post(bringBack, '/x', {}, { params, cookie: leader })).location).toBe(
    `/teams/${cast.team.id}`,
  );
  await post(bringBack, '/x', {}, { params, cookie: leader });
  expect((await get(show, '/x', { params, cookie: member })).data.may.edit).toBe(true);
  expect(await deeds(leader, params)).toEqual(['brought the team back', 'archived the team']);
});

test('the page of a team reads its charts and says what is next', async () => {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended' });
  await points(measure.id, '2026-07-06', [
    ...[84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83].map((n): [number, number] => [n, 100]),
    ...[88, 89, 87, 90, 88, 89, 91, 90].map((n): [number, number] => [n, 100]),
  ]);
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-28', startsOn: '2026-09-28' });
  await aPrediction(cycle.id, measure.id);
  const page = await get(show, '/x', {
    params: { teamId: cast.team.id },
    cookie: await signedIn(cast.member.id),
  });
  expect(page.data.tiles).toHaveLength(1);
  expect(page.data.tiles[0].words).toMatchObject({
    verdict: 'better',
    text: 'Shift: 8 points above the median since Sep 28',
  });
  expect(page.data.ramps).toHaveLength(1);
  const next = page.data.next.map((thing: { sentence: string }) => thing.sentence);
  expect(next[0]).toContain(`Cycle ${cycle.number}`);
});

test('a double click starts one team', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.leader.id);
  const { data } = await get(newPage, '/x', { cookie });
  const send = () => post(start, '/x', { name: 'Twice', formKey: data.formKey }, { cookie });
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.location).toBe(two.location);
  expect((await db.select().from(teams)).filter((team) => team.name === 'Twice')).toHaveLength(1);
});

test('a home organisation that was archived stays chosen when the team is edited', async () => {
  const cast = await theCast();
  const home = await aPartner(cast.community.id, { name: 'Old Clinic' });
  await db.update(teams).set({ homePartnerId: home.id });
  await db.update(partners).set({ archivedAt: '2026-10-01T00:00:00.000Z' });
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.member.id);
  const { data } = await get(editPage, '/x', { params, cookie });
  expect(data.partners).toEqual([{ value: home.id, label: 'Old Clinic (no longer active)' }]);
  const saved = await post(rewrite, '/x', { ...fields, homePartnerId: home.id }, { params, cookie });
  expect(saved.status).toBe(302);
  expect((await get(editPage, '/x', { params, cookie })).data.team.homePartner).toBe('Old Clinic');
});

test('a member does not choose who is on the team, nor sees the way there; its coach does', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const member = await signedIn(cast.member.id);
  expect((await get(peoplePage, '/x', { params, cookie: member })).status).toBe(403);
  const join = { personId: cast.otherMember.id, part: 'member' };
  expect((await post(choosePart, '/x', join, { params, cookie: member })).status).toBe(403);
  expect((await get(show, '/x', { params, cookie: member })).data.may).toMatchObject({
    edit: true,
    choosePeople: false,
  });
  const coach = await signedIn(cast.coach.id);
  expect((await get(show, '/x', { params, cookie: coach })).data.may.choosePeople).toBe(true);
  expect((await post(choosePart, '/x', join, { params, cookie: coach })).status).toBe(302);
});

test('a refusal to archive is the error page and not bare text: the route has a page', () => {
  // Remix answers a route without a component with the bare text of what it throws.
  expect([ArchiveTeam(), BringBackTeam()]).toEqual([null, null]);
});

test('history keeps what the team said of itself before', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.member.id);
  await post(rewrite, '/x', { ...fields, name: 'Renamed' }, { params, cookie });
  const [line] = await db.select({ detail: history.detail }).from(history);
  expect(line?.detail).toMatchObject({ before: { name: 'Attendance Action Team', aimWhat: '' } });
});

test('who has not said yes, or was deactivated, is offered nowhere, joins no team and is counted in none', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const cookie = await signedIn(cast.leader.id);
  const counts = async () => {
    const [team] = (await get(list, '/teams', { cookie })).data.teams;
    const page = await get(show, '/x', { params, cookie });
    return [team.members, page.data.team.people.length];
  };
  const before = await counts();
  const at = '2026-10-01T00:00:00.000Z';
  for (const state of [{ pendingSince: at }, { endedAt: at }]) {
    const away = await aMember(cast.community.id, 'coach');
    await db.update(memberships).set(state).where(eq(memberships.personId, away.id));
    const page = await get(peoplePage, '/x', { params, cookie });
    const offered = page.data.others.map((one: { value: string }) => one.value);
    expect(offered).not.toContain(away.id);
    const join = await post(choosePart, '/x', { personId: away.id, part: 'member' }, { params, cookie });
    expect(join.data.error.personId).toEqual(['Choose somebody of your community.']);
    await joinTeam(cast.team.id, away.id);
    expect(await counts()).toEqual(before);
    const there = (await get(peoplePage, '/x', { params, cookie })).data.people;
    expect(there.map((one: { personId: string }) => one.personId)).not.toContain(away.id);
    const access = await requireCommunity(new Request('http://localhost:3000/', { headers: { cookie } }));
    await expect(requireMemberHere(access, away.id, 'ownerId')).rejects.toThrow(RuleBroken);
  }
  expect(before[0]).toBe(before[1]);
});

test('the steps of a new team are links for who may do them, and the first of those is the button', () => {
  const setUp = { hasPeople: false, hasAim: false, hasMeasure: false, hasCycle: false };
  const ofLeader = { choosePeople: true, edit: true, writeMeasures: false, writeCycles: false };
  const draw = (some: Partial<typeof setUp>, may: typeof ofLeader) =>
    renderToStaticMarkup(createElement(SettingUp, { teamId: 't', setUp: { ...setUp, ...some }, may }));
  const addresses = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
  const [people, aim] = ['/teams/t/people', '/teams/t/edit#aim-row'];
  expect(addresses(draw({}, ofLeader))).toEqual([people, aim, people]);
  expect(addresses(draw({ hasPeople: true }, ofLeader))).toEqual([aim, aim]);
  expect(addresses(draw({ hasPeople: true, hasAim: true }, ofLeader))).toEqual([]);
  const ofMember = { choosePeople: false, edit: true, writeMeasures: true, writeCycles: true };
  expect(addresses(draw({ hasPeople: true, hasAim: true }, ofMember))).toEqual([
    '/teams/t/measures/new',
    '/teams/t/cycles/new',
    '/teams/t/measures/new',
  ]);
});
