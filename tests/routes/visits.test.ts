import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { meetingLines, meetings } from '#db/schema/meetings';
import { visitNotes } from '#db/schema/visits';
import { loader as list } from '~/routes/meetings/list';
import { action as log } from '~/routes/meetings/log';
import { loader as charter } from '~/routes/teams/charter';
import { loader as teamHistory } from '~/routes/teams/history';
import { action as edit, loader as editPage } from '~/routes/visits/edit';
import { loader as visits } from '~/routes/visits/list';
import { action as write } from '~/routes/visits/new';
import { withDatabase } from '../support/database';
import { aMember, joinTeam, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const note = { onDate: '2026-11-19', text: 'They are tired of forms.', isShared: 'no' };

async function aScene() {
  const cast = await theCast();
  const other = await aMember(cast.community.id, 'coach');
  const colleague = await aMember(cast.community.id, 'coach');
  await joinTeam(cast.team.id, colleague.id, 'coach');
  const params = { teamId: cast.team.id };
  const seen = async (personId: string) =>
    (await get(visits, '/x', { params, cookie: await signedIn(personId) })).data.notes.map(
      ({ text }: { text: string }) => text,
    );
  return { cast, other, colleague, params, seen, coach: await signedIn(cast.coach.id) };
}

test('a private note is seen by the coaches of the team alone, in no list, page or history of others', async () => {
  const { cast, other, colleague, params, seen, coach } = await aScene();
  await post(write, '/x', note, { params, cookie: coach });
  for (const { id } of [cast.coach, colleague]) expect(await seen(id)).toEqual([note.text]);
  for (const { id } of [cast.member, cast.otherMember, cast.leader, cast.admin, other])
    expect(await seen(id)).toEqual([]);
  const line = async (personId: string) =>
    JSON.stringify((await get(teamHistory, '/x', { params, cookie: await signedIn(personId) })).data);
  // Not even that there is one.
  for (const { id } of [cast.member, cast.otherMember, cast.leader, cast.admin, other])
    expect(await line(id)).not.toContain('note of a visit');
  expect(await line(colleague.id)).toContain('wrote a note of a visit for coaches');
  expect(JSON.stringify(await db.select().from(history))).not.toContain('tired of forms');
});

test('a coach of other teams who is one of the team’s people reads and writes no private note', async () => {
  const { cast, other, params, seen, coach } = await aScene();
  await joinTeam(cast.team.id, other.id, 'member');
  await post(write, '/x', note, { params, cookie: coach });
  expect(await seen(other.id)).toEqual([]);
  const [row] = await db.select().from(visitNotes);
  const cookie = await signedIn(other.id);
  const at = { params: { ...params, noteId: row?.id ?? '' }, cookie };
  expect((await get(editPage, '/x', at)).status).toBe(403);
  expect((await post(edit, '/x', note, at)).status).toBe(403);
  expect((await post(write, '/x', note, { params, cookie })).status).toBe(403);
  expect(await db.select().from(visitNotes)).toHaveLength(1);
});

test('its writer shares it and takes that back; another coach reads it and cannot change it', async () => {
  const { cast, colleague, params, seen, coach } = await aScene();
  await post(write, '/x', note, { params, cookie: coach });
  const [row] = await db.select().from(visitNotes);
  const at = { params: { ...params, noteId: row?.id ?? '' }, cookie: coach };
  expect((await get(editPage, '/x', at)).data.values).toEqual(note);
  await post(edit, '/x', { ...note, isShared: 'yes' }, at);
  expect(await seen(cast.member.id)).toEqual([note.text]);
  const shared = await get(teamHistory, '/x', { params, cookie: await signedIn(cast.member.id) });
  expect(JSON.stringify(shared.data)).toContain('shared a note of a visit with the community');
  expect(await seen(cast.otherMember.id)).toEqual([note.text]);
  await post(edit, '/x', note, at);
  expect(await seen(cast.member.id)).toEqual([]);
  const theirs = { ...at, cookie: await signedIn(colleague.id) };
  expect((await post(edit, '/x', { ...note, text: 'Not so.' }, theirs)).status).toBe(422);
  for (const { id } of [cast.member, cast.leader, cast.admin])
    expect((await post(edit, '/x', note, { ...at, cookie: await signedIn(id) })).status).toBe(403);
  const elsewhere = { params: { teamId: cast.otherTeam.id, noteId: row?.id ?? '' }, cookie: coach };
  expect((await post(edit, '/x', note, elsewhere)).status).toBe(403);
});

test('nonsense comes back at its field', async () => {
  const { params, coach } = await aScene();
  const refused = async (fields: object) =>
    (await post(write, '/x', { ...note, ...fields }, { params, cookie: coach })).data.error;
  expect(await refused({ text: ' ' })).toEqual({ text: ['Write what you saw, or what you agreed on.'] });
  expect(await refused({ onDate: '2999-01-01' })).toHaveProperty('onDate');
  expect(await refused({ isShared: 'perhaps' })).toEqual({ isShared: ['Say who may read it.'] });
  expect(await db.select().from(visitNotes)).toEqual([]);
});

const logged = {
  onDate: '2026-11-19',
  present: 'Dana, Luis',
  decisions: '- We text in Spanish too\n\n• We stop on Fridays',
  notes: 'The bus was late',
  'promises[0].who': 'Luis Ortega',
  'promises[0].text': 'Call the bus company',
  'promises[0].byDate': '2026-12-03',
  'promises[1].who': '',
  'promises[1].text': '',
};

test('a meeting that is over is logged with its date, who came, decisions and promises', async () => {
  const { cast, params } = await aScene();
  const member = await signedIn(cast.member.id);
  const made = await post(log, '/x', logged, { params, cookie: member });
  const row = await db.select().from(meetings).get();
  expect(made.location).toBe(`/teams/${cast.team.id}/meetings/${row?.id}`);
  expect(row).toMatchObject({ onDate: '2026-11-19', present: 'Dana, Luis', startedBy: cast.member.id });
  expect(row?.endedAt).not.toBeNull();
  const lines = await db.select().from(meetingLines);
  expect(lines.map(({ kind, text, who, byDate }) => [kind, text, who, byDate])).toEqual([
    ['decision', 'We text in Spanish too', '', null],
    ['decision', 'We stop on Fridays', '', null],
    ['promise', 'Call the bus company', 'Luis Ortega', '2026-12-03'],
    ['note', 'The bus was late', '', null],
  ]);
  const page = (await get(list, '/x', { params, cookie: member })).data;
  expect(page.meetings[0]).toMatchObject({ present: 'Dana, Luis', decision: 2, promise: 1 });
  expect(page.promises).toMatchObject([{ who: 'Luis Ortega', text: 'Call the bus company' }]);
  expect((await db.select().from(history))[0]?.deed).toMatch(/^logged the meeting of Nov 19/);
});

test('what a log lacks is said at its field, a day is logged once, and other teams log nothing', async () => {
  const { cast, params } = await aScene();
  const member = await signedIn(cast.member.id);
  const refused = async (fields: object) =>
    (await post(log, '/x', { ...logged, ...fields }, { params, cookie: member })).data.error;
  expect(await refused({ 'promises[0].who': '' })).toEqual({
    'promises[0].who': ['Write who will do it.'],
  });
  expect(await refused({ 'promises[1].who': 'Dana' })).toEqual({
    'promises[1].text': ['Write it in a few words.'],
  });
  expect(await refused({ onDate: '2999-01-01' })).toHaveProperty('onDate');
  expect(await refused({ onDate: '' })).toHaveProperty('onDate');
  expect(await db.select().from(meetings)).toEqual([]);
  await post(log, '/x', logged, { params, cookie: member });
  expect(await refused({})).toEqual({
    onDate: ['A meeting of that day is logged already. Open it and add what is missing.'],
  });
  const stranger = { params, cookie: await signedIn(cast.otherMember.id) };
  expect((await post(log, '/x', logged, stranger)).status).toBe(403);
});

test('the charter of a new team says what is missing', async () => {
  const { cast, params } = await aScene();
  const page = await get(charter, '/x', { params, cookie: await signedIn(cast.otherMember.id) });
  const parts = page.data.parts as { key: string; isThere: boolean }[];
  expect(parts.filter(({ isThere }) => isThere).map(({ key }) => key)).toEqual(['people', 'coach']);
  expect(page.data.mayEdit).toBe(false);
});
