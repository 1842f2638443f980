import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { eventMeasures, events } from '#db/schema/events';
import { history } from '#db/schema/history';
import { teams } from '#db/schema/teams';
import { action as archiveAll } from '~/routes/community-events/archive';
import { action as bringBackAll } from '~/routes/community-events/bring-back';
import { action as editAll, loader as editAllPage } from '~/routes/community-events/edit';
import { loader as listAll } from '~/routes/community-events/list';
import { loader as newAllPage, action as writeAll } from '~/routes/community-events/new';
import { action as archive } from '~/routes/events/archive';
import { action as bringBack } from '~/routes/events/bring-back';
import { action as edit, loader as editPage } from '~/routes/events/edit';
import { loader as list } from '~/routes/events/list';
import { loader as newPage, action as write } from '~/routes/events/new';
import { loader as showMeasure } from '~/routes/measures/show';
import { withDatabase } from '../support/database';
import { aMeasure, anEvent, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const bus = { kind: 'event' as const, onDate: '2026-10-19', title: 'A new late bus began' };
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);

async function aTeamAtWork() {
  const cast = await theCast();
  const measure = await aMeasure(cast.team);
  return { cast, measure, params: { teamId: cast.team.id }, cookie: await signedIn(cast.member.id) };
}

test('what happened is written once, and shows on every chart of the team where it names none', async () => {
  const { cast, measure, params, cookie } = await aTeamAtWork();
  const other = await aMeasure(cast.team);
  expect((await get(newPage, '/x', { params, cookie })).data.measures).toHaveLength(2);
  const made = await post(write, '/x', { ...bus, untilDate: '2026-10-23' }, { params, cookie });
  expect(made.location).toBe(`/teams/${cast.team.id}/events`);
  for (const { id } of [measure, other]) {
    const page = await get(showMeasure, '/x', { params: { ...params, measureId: id }, cookie });
    expect(page.data.events).toMatchObject([{ ...bus, untilDate: '2026-10-23', measureIds: [] }]);
  }
  const [line] = await db.select().from(history);
  expect(line).toMatchObject({ personId: cast.member.id, teamId: cast.team.id, thing: 'event' });
  expect(line?.deed).toMatch(/^wrote “A new late bus began” on the time line, Oct 19.* to Oct 23/);
});

test('an event that names measures shows on theirs alone, and one leads back to the measure it came from', async () => {
  const { cast, measure, params, cookie } = await aTeamAtWork();
  const other = await aMeasure(cast.team);
  const place = `/x?measure=${measure.id}&kind=milestone&on=2026-11-02`;
  expect((await get(newPage, place, { params, cookie })).data.values).toEqual({
    kind: 'milestone',
    onDate: '2026-11-02',
    measureIds: [measure.id],
  });
  expect((await get(newPage, '/x?measure=x&kind=y&on=2026-02-99', { params, cookie })).data.values).toEqual({
    kind: 'event',
    measureIds: [],
  });
  const made = await post(write, place, { ...bus, measureIds: measure.id }, { params, cookie });
  expect(made.location).toBe(`/teams/${cast.team.id}/measures/${measure.id}#events-row`);
  const seen = async (measureId: string) =>
    (await get(showMeasure, '/x', { params: { ...params, measureId }, cookie })).data.events.length;
  expect([await seen(measure.id), await seen(other.id)]).toEqual([1, 0]);
});

test('nonsense comes back at its field, and nothing is saved', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const elsewhere = await aMeasure(cast.otherTeam);
  const refusal = async (fields: Record<string, string | string[]>) => {
    const answer = await post(write, '/x', { ...bus, ...fields }, { params, cookie });
    expect(answer.status).toBe(422);
    return answer.data.error;
  };
  expect(await refusal({ untilDate: '2026-10-18' })).toEqual({
    untilDate: ['The last day is before the first. Leave it empty for one day.'],
  });
  expect(await refusal({ title: ' ' })).toEqual({ title: ['Say in one line what happened.'] });
  expect(await refusal({ title: 'two\nlines' })).toHaveProperty('title');
  expect(await refusal({ onDate: '2026-02-30' })).toHaveProperty('onDate');
  expect(await refusal({ kind: 'party' })).toEqual({ kind: ['Choose what it was.'] });
  expect(await refusal({ measureIds: [elsewhere.id] })).toEqual({
    measureIds: ['Choose measures of your team.'],
  });
  expect(await db.select().from(events)).toEqual([]);
});

test('an event is rewritten, and history keeps the old words and measures', async () => {
  const { cast, measure, params, cookie } = await aTeamAtWork();
  const event = await anEvent(cast.team, bus, [measure.id]);
  const one = { params: { ...params, eventId: event.id }, cookie };
  expect((await get(editPage, '/x', one)).data.event).toMatchObject({ ...bus, measureIds: [measure.id] });
  expect((await post(edit, '/x', { ...bus, measureIds: measure.id }, one)).status).toBe(302);
  expect(await db.select().from(history)).toEqual([]);
  expect((await post(edit, '/x', { ...bus, title: 'A late bus ended', kind: 'barrier' }, one)).status).toBe(
    302,
  );
  expect(await db.select().from(eventMeasures)).toEqual([]);
  const [line] = await db.select().from(history);
  expect(line?.detail).toEqual({
    before: { kind: 'event', title: 'A new late bus began', measureIds: [measure.id] },
  });
});

test('an event goes off the charts and comes back, and a second click changes nothing', async () => {
  const { cast, measure, params, cookie } = await aTeamAtWork();
  const event = await anEvent(cast.team, bus);
  const one = { params: { ...params, eventId: event.id, measureId: measure.id }, cookie };
  const seen = async () => [
    (await get(list, '/x', one)).data.events.length,
    (await get(list, '/x', one)).data.archived.length,
    (await get(showMeasure, '/x', one)).data.events.length,
  ];
  await post(archive, '/x', {}, one);
  await post(archive, '/x', {}, one);
  expect(await seen()).toEqual([0, 1, 0]);
  await post(bringBack, '/x', {}, one);
  await post(bringBack, '/x', {}, one);
  expect(await seen()).toEqual([1, 0, 1]);
  expect((await db.select().from(history)).map(({ deed }) => deed)).toEqual([
    'took “A new late bus began” off the time line',
    'put “A new late bus began” back on the time line',
  ]);
});

test('another team’s member reads what happened and changes nothing; another team’s event is not there', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const event = await anEvent(cast.team, bus);
  const reader = await signedIn(cast.otherMember.id);
  const one = { params: { ...params, eventId: event.id } };
  const page = await get(list, '/x', { ...one, cookie: reader });
  expect([titles(page.data.events), page.data.mayWrite]).toEqual([[bus.title], false]);
  for (const action of [write, edit, archive, bringBack]) {
    expect((await post(action, '/x', bus, { ...one, cookie: reader })).status).toBe(403);
    expect((await post(action, '/x', bus, { ...one, cookie: await signedIn(cast.stranger.id) })).status).toBe(
      404,
    );
  }
  const theirs = { params: { teamId: cast.otherTeam.id, eventId: event.id }, cookie: reader };
  for (const action of [edit, archive, bringBack]) {
    expect((await post(action, '/x', bus, theirs)).status).toBe(404);
  }
  const nothing = { params: { ...params, eventId: 'nothing' }, cookie };
  for (const action of [edit, archive, bringBack])
    expect((await post(action, '/x', bus, nothing)).status).toBe(404);
});

test('nothing is written to the time line of an archived team', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const event = await anEvent(cast.team, bus);
  await db.update(teams).set({ archivedAt: '2026-11-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  const one = { params: { ...params, eventId: event.id }, cookie };
  expect((await get(list, '/x', one)).data).toMatchObject({
    mayWrite: false,
    events: [{ title: bus.title }],
  });
  for (const action of [write, edit, archive]) expect((await post(action, '/x', bus, one)).status).toBe(403);
});

test('a leader writes what happened to all, and it shows on the charts of every team of the community alone', async () => {
  const { cast, measure, params, cookie } = await aTeamAtWork();
  const leader = await signedIn(cast.leader.id);
  expect((await get(newAllPage, '/x', { cookie: leader })).status).toBe(200);
  expect((await post(writeAll, '/x', bus, { cookie: leader })).location).toBe('/events');
  const theirs = await aMeasure(cast.otherTeam);
  for (const [teamId, measureId] of [
    [cast.team.id, measure.id],
    [cast.otherTeam.id, theirs.id],
  ] as const) {
    const page = await get(showMeasure, '/x', { params: { teamId, measureId }, cookie });
    expect(titles(page.data.events)).toEqual([bus.title]);
  }
  expect(titles((await get(list, '/x', { params, cookie })).data.everybodys)).toEqual([bus.title]);
  const seen = await get(listAll, '/x', { cookie: await signedIn(cast.stranger.id) });
  expect(seen.data.events).toEqual([]);
  expect((await db.select().from(history))[0]).toMatchObject({ teamId: null, thing: 'event' });
});

test('what happened to all is rewritten, taken off and brought back by leaders, and by no team', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const event = await anEvent(cast.team, { ...bus, teamId: null });
  const one = { params: { eventId: event.id }, cookie: await signedIn(cast.leader.id) };
  expect((await get(editAllPage, '/x', one)).data.event.title).toBe(bus.title);
  await post(editAll, '/x', { ...bus, kind: 'barrier' }, one);
  await post(archiveAll, '/x', {}, one);
  expect((await get(listAll, '/x', one)).data).toMatchObject({ events: [], archived: [{ kind: 'barrier' }] });
  await post(bringBackAll, '/x', {}, one);
  expect((await get(listAll, '/x', one)).data.archived).toEqual([]);
  for (const action of [writeAll, editAll, archiveAll, bringBackAll]) {
    expect((await post(action, '/x', bus, { ...one, cookie })).status).toBe(403);
  }
  const asTeams = { params: { ...params, eventId: event.id }, cookie };
  for (const action of [edit, archive, bringBack])
    expect((await post(action, '/x', bus, asTeams)).status).toBe(404);
  const teams = await anEvent(cast.team);
  const asAll = { ...one, params: { eventId: teams.id } };
  for (const action of [editAll, archiveAll, bringBackAll])
    expect((await post(action, '/x', bus, asAll)).status).toBe(404);
});
