import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleDecisions, cycleNotes, cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { meetingLines, meetings } from '#db/schema/meetings';
import { teams } from '#db/schema/teams';
import { lineMark } from '~/meetings/record';
import { action as bringBack } from '~/routes/meetings/bring-back';
import { action as decide } from '~/routes/meetings/decide';
import { action as done } from '~/routes/meetings/done';
import { action as editLine, loader as editPage } from '~/routes/meetings/edit-line';
import { action as end } from '~/routes/meetings/end';
import { action as learned } from '~/routes/meetings/learned';
import { loader as listPage } from '~/routes/meetings/list';
import { action as newLine } from '~/routes/meetings/new-line';
import { action as present } from '~/routes/meetings/present';
import { loader as look, action as say } from '~/routes/meetings/record';
import { action as reopen } from '~/routes/meetings/reopen';
import { action as saw } from '~/routes/meetings/saw';
import { loader as meetingPage, action as start } from '~/routes/meetings/show';
import { loader as summaryPage } from '~/routes/meetings/summary';
import { action as takeOut } from '~/routes/meetings/take-out';
import { withDatabase } from '../support/database';
import { aCycle, aMeeting, aMeetingLine, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const note = { kind: 'note', text: 'Families answered in the evening.' };

async function aTeamThatMeets() {
  const cast = await theCast();
  const meeting = await aMeeting(cast.team, { startedBy: cast.member.id });
  const params = { teamId: cast.team.id, meetingId: meeting.id };
  const member = { params, cookie: await signedIn(cast.member.id) };
  const coach = { params, cookie: await signedIn(cast.coach.id) };
  return { cast, meeting, params, member, coach };
}

const recordSeen = async (one: { params: Record<string, string>; cookie: string }) =>
  JSON.parse((await get(look, '/x', one)).data);

test('whoever comes second joins the meeting that goes on, also when two start at once', async () => {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  const [member, coach] = [await signedIn(cast.member.id), await signedIn(cast.coach.id)];
  await Promise.all([
    post(start, '/x', {}, { params, cookie: member }),
    post(start, '/x', {}, { params, cookie: coach }),
  ]);
  await post(start, '/x', {}, { params, cookie: coach });
  expect(await db.select().from(meetings)).toHaveLength(1);
  expect(await db.select().from(history)).toHaveLength(1);
  const page = await get(meetingPage, '/x?step=cycles', { params, cookie: coach });
  expect(page.data).toMatchObject({ step: 'cycles', mayRecord: true, meeting: { record: { lines: [] } } });
});

test('what one writes, the other sees, and nothing is answered while nothing has changed', async () => {
  const { member, coach } = await aTeamThatMeets();
  const before = await recordSeen(coach);
  const same = await get(look, `/x?since=${before.mark}`, coach);
  expect([same.status, same.data]).toEqual([204, '']);
  const sent = await post(say, '/x', { ...note, formKey: 'k1' }, member);
  expect(sent.status).toBe(200);
  await post(say, '/x', { ...note, formKey: 'k1' }, member);
  await post(
    say,
    '/x',
    { kind: 'promise', who: 'Luis', text: 'Call', byDate: '2026-12-03', formKey: 'k2' },
    coach,
  );
  const seen = JSON.parse((await get(look, `/x?since=${before.mark}`, coach)).data);
  expect(seen.lines).toMatchObject([
    { ...note, isMine: false },
    { kind: 'promise', who: 'Luis', byDate: '2026-12-03', isMine: true },
  ]);
});

test('a line that lacks something is refused at its field, by either way', async () => {
  const { member } = await aTeamThatMeets();
  for (const send of [say, newLine]) {
    expect((await post(send, '/x', { kind: 'note', text: ' ' }, member)).data.error).toEqual({
      text: ['Write it in a few words.'],
    });
    const answer = await post(send, '/x', { kind: 'promise', text: 'Call' }, member);
    expect([answer.status, answer.data.error]).toEqual([422, { who: ['Write who will do it.'] }]);
    expect((await post(send, '/x', { kind: 'party', text: 'Hm' }, member)).status).toBe(422);
  }
  expect(await db.select().from(meetingLines)).toEqual([]);
});

test('without JavaScript a line is a form that leads back to its step', async () => {
  const { cast, member } = await aTeamThatMeets();
  const answer = await post(newLine, '/x', { ...note, step: 'numbers' }, member);
  expect(answer.location).toBe(`/teams/${cast.team.id}/meeting?step=numbers`);
});

test('one’s own line is written anew, nobody else’s, and history keeps the old words', async () => {
  const { cast, meeting, member, coach } = await aTeamThatMeets();
  const line = await aMeetingLine(meeting.id, { ...note, kind: 'note', writtenBy: cast.member.id });
  const mine = { ...member, params: { ...member.params, lineId: line.id } };
  const theirs = { ...coach, params: mine.params };
  expect((await get(editPage, '/x', mine)).data.line.text).toBe(note.text);
  expect((await get(editPage, '/x', theirs)).status).toBe(302);
  const was = lineMark((await get(editPage, '/x', mine)).data.line);
  const refused = await post(editLine, '/x', { ...note, text: 'Mine', was }, theirs);
  expect(refused.status).toBe(422);
  const promise = { kind: 'promise', text: 'Call in\nthe evening', who: 'Luis', byDate: '2026-12-03', was };
  expect((await post(editLine, '/x', promise, mine)).status).toBe(302);
  // A second device still shows the old words: it is told, and shown both.
  const late = await post(editLine, '/x', { ...note, text: 'Other', was }, mine);
  expect(late.data.error.text[0]).toMatch(/It is a promise now: “Luis: Call in\nthe evening, by Dec 3”/);
  expect(late.data.initialValue.text).toBe('Other');
  expect((await db.select().from(meetingLines))[0]?.text).toBe('Call in\nthe evening');
  expect((await db.select().from(history)).at(-1)?.detail).toMatchObject({ before: { text: note.text } });
  // Who changed only who does it is told too; sent again with what was shown, it is taken.
  const { was: shown } = late.data.initialValue;
  expect((await post(editLine, '/x', { ...promise, who: 'Ana', was: shown }, mine)).status).toBe(302);
  const again = await post(editLine, '/x', { ...promise, who: 'Eva', was: shown }, mine);
  expect(again.status).toBe(422);
  expect((await post(editLine, '/x', again.data.initialValue, mine)).status).toBe(302);
  expect((await db.select().from(meetingLines))[0]?.who).toBe('Eva');
});

test('a line is taken out and brought back; readers see only what stands', async () => {
  const { cast, meeting, member } = await aTeamThatMeets();
  const line = await aMeetingLine(meeting.id);
  const one = { ...member, params: { ...member.params, lineId: line.id } };
  const reader = { ...one, cookie: await signedIn(cast.leader.id) };
  await post(takeOut, '/x', {}, one);
  await post(takeOut, '/x', {}, one);
  expect((await recordSeen(one)).lines).toMatchObject([{ isOut: true }]);
  expect((await recordSeen(reader)).lines).toEqual([]);
  expect((await get(summaryPage, '/x', reader)).data.text).not.toContain(line.text);
  await post(bringBack, '/x', {}, one);
  expect((await recordSeen(reader)).lines).toHaveLength(1);
  expect(await db.select().from(history)).toHaveLength(2);
});

test('an earlier promise is due until it is done, and is marked from the next meeting', async () => {
  const { cast, member } = await aTeamThatMeets();
  const before = await aMeeting(cast.team, { onDate: '2026-11-24', endedAt: '2026-11-24T20:00:00.000Z' });
  const promise = await aMeetingLine(before.id, { kind: 'promise', who: 'Luis' });
  const due = async () => (await get(meetingPage, '/x', member)).data.promises;
  expect(await due()).toMatchObject([{ who: 'Luis', onDate: '2026-11-24' }]);
  const one = { ...member, params: { ...member.params, meetingId: before.id, lineId: promise.id } };
  expect((await post(done, '/x', { isDone: 'yes', from: 'due' }, one)).location).toMatch(/\/meeting$/);
  expect(await due()).toEqual([]);
  await post(done, '/x', { isDone: 'no' }, one);
  expect(await due()).toHaveLength(1);
  const noteLine = await aMeetingLine(before.id);
  const wrong = { ...one, params: { ...one.params, lineId: noteLine.id } };
  expect((await post(done, '/x', { isDone: 'yes' }, wrong)).status).toBe(422);
});

test('what was seen, learned and decided at the meeting stands on the cycle and in the record', async () => {
  const { cast, member, coach } = await aTeamThatMeets();
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-08', doEndedOn: '2026-09-18' });
  const one = { ...member, params: { ...member.params, cycleId: cycle.id } };
  await post(saw, '/x', { answer: 'Two rooms skipped a day.', formKey: 's1' }, one);
  await post(saw, '/x', { answer: 'Two rooms skipped a day.', formKey: 's1' }, one);
  expect(await db.select().from(cycleNotes)).toMatchObject([{ text: 'Two rooms skipped a day.' }]);
  await post(learned, '/x', { answer: 'Evenings work.', formKey: 'l1' }, one);
  await post(learned, '/x', { answer: 'Mornings do not.', formKey: 'l2' }, { ...coach, params: one.params });
  const [row] = await db.select().from(cycles).where(eq(cycles.id, cycle.id));
  expect(row?.learned).toBe('Evenings work.\n\nMornings do not.');
  expect(row?.studiedAt).not.toBeNull();
  const fields = { decision: 'adapt', reason: 'It worked for some.', nextStep: 'Send it in Somali.' };
  const answer = await post(decide, '/x', { ...fields, formKey: 'd1' }, one);
  expect(answer.location).toMatch(/\/meeting\?step=cycles#cycle-/);
  expect(await db.select().from(cycleDecisions)).toMatchObject([{ ...fields, decidedBy: cast.member.id }]);
  expect((await recordSeen(member)).lines.at(-1)).toMatchObject({
    kind: 'decision',
    text: 'Adapt. It worked for some. Next: Send it in Somali.',
    cycle: { id: cycle.id },
  });
  expect(await db.select().from(meetingLines)).toHaveLength(4);
});

test('a decision that the cycle refuses leaves no line in the record either', async () => {
  const { cast, member } = await aTeamThatMeets();
  const cycle = await aCycle(cast.team);
  const one = { ...member, params: { ...member.params, cycleId: cycle.id } };
  const answer = await post(decide, '/x', { decision: 'adopt', reason: 'It works.', formKey: 'd1' }, one);
  expect(answer.status).toBe(422);
  expect(await db.select().from(meetingLines)).toEqual([]);
  expect(await db.select().from(cycleDecisions)).toEqual([]);
});

test('ending the meeting keeps who was typed to be here, and ends nothing over somebody else’s words', async () => {
  const { member, coach } = await aTeamThatMeets();
  await post(present, '/x', { present: 'Dana', was: '' }, coach);
  const late = await post(present, '/x', { present: 'Dana, Luis', was: '', and: 'end' }, member);
  expect(late.status).toBe(422);
  expect((await db.select().from(meetings))[0]?.endedAt).toBeNull();
  const sent = { ...late.data.initialValue, present: 'Dana, Luis', and: 'end' };
  expect((await post(present, '/x', sent, member)).location).toMatch(/\/meetings\/[\w-]+$/);
  expect((await db.select().from(meetings))[0]).toMatchObject({
    present: 'Dana, Luis',
    endedAt: expect.any(String),
  });
});

test('who is here is not written over by who did not see it', async () => {
  const { member, coach } = await aTeamThatMeets();
  expect((await post(present, '/x', { present: 'Dana, Luis', was: '' }, member)).status).toBe(302);
  const late = await post(present, '/x', { present: 'Grace', was: '' }, coach);
  expect(late.data.error.present[0]).toMatch(/“Dana, Luis”/);
  expect(late.data.initialValue.present).toBe('Grace');
  expect((await post(present, '/x', late.data.initialValue, coach)).status).toBe(302);
  const [meeting] = await db.select().from(meetings);
  expect(meeting?.present).toBe('Grace');
  expect((await post(present, '/x', { present: '', was: 'Grace' }, coach)).status).toBe(302);
  const last = await post(present, '/x', { present: 'Dana', was: 'Grace' }, member);
  expect(last.data.error.present[0]).toMatch(/^Somebody took out meanwhile who was here/);
  expect((await post(present, '/x', last.data.initialValue, member)).status).toBe(302);
});

test('names on several lines are the same names, whichever line ends a browser sends', async () => {
  const { member, coach } = await aTeamThatMeets();
  const two = 'Dana\nLuis';
  expect((await post(present, '/x', { present: two, was: '' }, member)).status).toBe(302);
  const more = { present: 'Dana\r\nLuis\r\nGrace', was: 'Dana\r\nLuis' };
  expect((await post(present, '/x', more, coach)).status).toBe(302);
  expect((await db.select().from(meetings))[0]?.present).toBe('Dana\nLuis\nGrace');
});

test('a meeting ends into a summary, takes a late line, and goes on again unless another one does', async () => {
  const { cast, member, coach } = await aTeamThatMeets();
  await post(say, '/x', note, member);
  expect((await post(end, '/x', {}, member)).location).toMatch(/\/meetings\/[\w-]+$/);
  await post(end, '/x', {}, coach);
  expect((await get(listPage, '/x', member)).data.meetings).toMatchObject([{ note: 1, decision: 0 }]);
  expect((await post(say, '/x', { ...note, text: 'Too late?' }, coach)).status).toBe(200);
  const summary = (await get(summaryPage, '/x', member)).data;
  expect(summary.text).toContain('- Too late?');
  expect((await post(reopen, '/x', {}, member)).location).toMatch(/\/meeting\?step=record$/);
  await post(end, '/x', {}, member);
  await aMeeting(cast.team);
  expect((await post(reopen, '/x', {}, member)).location).toMatch(/\/meetings\/[\w-]+$/);
  expect((await db.select().from(history)).filter(({ deed }) => deed === 'ended the meeting')).toHaveLength(
    2,
  );
});

test('others read the record and write nothing; another team’s or community’s is not to be found', async () => {
  const { cast, meeting, params, member } = await aTeamThatMeets();
  const line = await aMeetingLine(meeting.id);
  const leader = { params: { ...params, lineId: line.id }, cookie: await signedIn(cast.leader.id) };
  expect((await get(look, '/x', leader)).status).toBe(200);
  expect((await post(say, '/x', note, leader)).status).toBe(403);
  expect((await post(takeOut, '/x', {}, leader)).status).toBe(403);
  const stranger = { params, cookie: await signedIn(cast.stranger.id) };
  expect((await get(look, '/x', stranger)).status).toBe(404);
  const other = {
    cookie: await signedIn(cast.otherMember.id),
    params: { ...params, teamId: cast.otherTeam.id },
  };
  for (const handler of [say, end, present, newLine]) {
    expect((await post(handler, '/x', note, other)).status).toBe(404);
  }
  const cycle = await aCycle(cast.otherTeam);
  const wrong = { ...member, params: { ...params, cycleId: cycle.id } };
  expect((await post(saw, '/x', { answer: 'Hm' }, wrong)).status).toBe(404);
});

test('in an archived team a meeting is read, and nothing is written', async () => {
  const { cast, member } = await aTeamThatMeets();
  await db.update(teams).set({ archivedAt: '2026-12-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  expect((await get(meetingPage, '/x', member)).data.mayRecord).toBe(false);
  expect((await post(say, '/x', note, member)).status).toBe(403);
  expect((await post(start, '/x', {}, member)).status).toBe(403);
});
