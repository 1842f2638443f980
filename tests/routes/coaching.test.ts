import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { coachNotes, helpAnswers, reviews, snoozes } from '#db/schema/coaching';
import { cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { action as answer, loader as askPage } from '~/routes/coaching/answer-ask';
import { action as answerComment } from '~/routes/coaching/answer-comment';
import { action as askHelp, loader as askHelpPage } from '~/routes/coaching/ask-help';
import { action as askReview } from '~/routes/coaching/ask-review';
import { action as closeAsk } from '~/routes/coaching/close-ask';
import { loader as helpPage } from '~/routes/coaching/help';
import { action as openReview } from '~/routes/coaching/open-review';
import { loader as queue } from '~/routes/coaching/queue';
import { action as decide, loader as reviewPage } from '~/routes/coaching/review';
import { action as snooze } from '~/routes/coaching/snooze';
import { action as takeBack } from '~/routes/coaching/take-review-back';
import { action as wake } from '~/routes/coaching/wake';
import { loader as notePage, action as writeNote } from '~/routes/coaching/write-note';
import { loader as showCycle } from '~/routes/cycles/show';
import { loader as home } from '~/routes/home';
import { loader as teamHistory } from '~/routes/teams/history';
import { queriesOf, withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aHelpAsk,
  aMeasure,
  aMember,
  aReview,
  aReviewComment,
  aTeam,
  joinTeam,
  points,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
let coach: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
  coach = await signedIn(cast.coach.id);
});

async function aDone(number: number) {
  const cycle = await aCycle(cast.team, {
    ...{ number, startsOn: '2026-09-07', doStartedOn: '2026-09-07', doEndedOn: '2026-09-18' },
    ...{ observations: 'Nine answered.', learned: 'It works.', studiedAt: '2026-09-21T15:00:00.000Z' },
  });
  // Today: so soon after it, nobody is without a cycle for too long.
  await aDecision(cycle.id, { decision: 'abandon', decidedOn: new Date().toISOString().slice(0, 10) });
  return cycle;
}
/** The Monday so many weeks ago. */
function weeksAgo(weeks: number): string {
  const today = new Date();
  const back = ((today.getUTCDay() + 6) % 7) + 7 * weeks;
  return new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10);
}

const lines = (data: { shown: { why: string; team: string }[] }) => data.shown.map(({ why }) => why);
const theQueue = (cookie: string, at = '/coaching') => get(queue, at, { cookie });

describe('the list', () => {
  test('holds what waits, what stands still and what to celebrate, of the teams that one coaches alone', async () => {
    const cycle = await aDone(7);
    await aReview(cast.team, cycle.id, { begunBy: cast.member.id });
    await aHelpAsk(cast.team, { askedBy: cast.member.id });
    await aCycle(cast.team, { number: 8, startsOn: '2025-09-08', scale: 'few' });
    const measure = await aMeasure(cast.team);
    await points(measure.id, weeksAgo(20), [
      ...Array.from({ length: 12 }, (_, week) => 70 + (week % 3)),
      ...Array.from({ length: 8 }, (_, week) => 85 + (week % 3)),
    ]);
    await aCycle(cast.otherTeam, { number: 1, startsOn: '2025-09-08' });
    const { data } = await theQueue(coach);
    expect(data.shown.map(({ part }: { part: string }) => part)).toEqual([
      'waiting',
      'waiting',
      'stuck',
      'celebrate',
    ]);
    expect(lines(data)).toContain('Cycle 7 is ready for review');
    expect(lines(data)).toContain('Asks for help');
    expect(lines(data)[2]).toMatch(/^Cycle 8 has been waiting to start \d+ days; 14 days is usual$/);
    expect(lines(data)[3]).toMatch(/^Shift: 8 points above the median since/);
    expect(new Set(data.shown.map(({ team }: { team: string }) => team))).toEqual(new Set([cast.team.name]));
  });

  test('is empty when it is done, and names the teams that move along', async () => {
    const { data } = await theQueue(coach);
    expect(data.shown).toEqual([]);
    expect(data.caseload).toMatchObject([{ name: cast.team.name, stage: 'No open cycle', lines: 0 }]);
  });

  test('holds a team without an open cycle for longer than is usual, until it plans one or waits for its coach', async () => {
    const cycle = await aCycle(cast.team, {
      ...{ number: 4, startsOn: '2026-01-05', doStartedOn: '2026-01-05', doEndedOn: '2026-01-16' },
      ...{ learned: 'It works.', studiedAt: '2026-01-19T15:00:00.000Z', scale: 'site' },
    });
    await aDecision(cycle.id, { decision: 'abandon', decidedOn: '2026-01-20' });
    const [line] = (await theQueue(coach)).data.shown;
    expect(line).toMatchObject({
      ...{ part: 'stuck', cycleId: cycle.id, act: 'Write to the team' },
      wheel: { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' },
    });
    expect(line.why).toMatch(/^No open cycle for \d+ days; 14 days is usual$/);
    expect(line.context).toMatch(/^Cycle 4 ended with “Abandon”: .* No next step is planned\.$/);
    const at = `/x?line=${encodeURIComponent(line.key)}`;
    const params = { teamId: cast.team.id };
    expect((await get(notePage, at, { cookie: coach, params })).data.line.key).toBe(line.key);

    await aReview(cast.team, cycle.id);
    expect(lines((await theQueue(coach)).data)).toEqual(['Cycle 4 is ready for review']);
    await db.update(reviews).set({ takenBackAt: '2026-01-21T10:00:00.000Z' });
    await post(writeNote, at, { text: 'What is next?' }, { cookie: coach, params });
    const after = (await theQueue(coach)).data;
    expect([after.shown, after.asleep.length]).toEqual([[], 1]);
    // Archived ones aside, a planned cycle is an open one.
    await aCycle(cast.team, { number: 5, startsOn: '2099-01-05' });
    expect((await theQueue(coach)).data.asleep).toEqual([]);
  });

  test('calls nothing late that the team has time for, however fast it was before', async () => {
    for (const number of [1, 2, 3]) {
      const done = await aCycle(cast.team, {
        ...{ number, startsOn: '2026-09-07', doStartedOn: '2026-09-07', doEndedOn: '2026-09-18' },
        ...{ learned: 'It works.', studiedAt: '2026-09-18T15:00:00.000Z' },
      });
      await aDecision(done.id, { decision: 'abandon', decidedOn: '2026-09-18' });
    }
    const sixDaysAgo = new Date(Date.now() - 6 * 86_400_000).toISOString().slice(0, 10);
    const cycle = await aCycle(cast.team, {
      ...{ number: 4, startsOn: '2026-10-05', doStartedOn: '2026-10-05', doEndedOn: sixDaysAgo },
      observations: 'Nine answered.',
    });
    const [line] = (await theQueue(coach)).data.shown;
    expect(line).toMatchObject({ part: 'slow', cycleId: cycle.id });
    expect(line.why).toMatch(
      /^Cycle 4 has been waiting for its Study \d days; this team usually takes less than a day$/,
    );
    const mine = await get(home, '/', { cookie: member });
    expect(mine.data.waiting[0]).toMatchObject({ isLate: false, why: `${line.why}.` });
  });

  test('a filter stands in the address', async () => {
    const second = await aTeam(cast.community.id);
    await joinTeam(second.id, cast.coach.id, 'coach');
    await aHelpAsk(cast.team);
    await aHelpAsk(second);
    await aCycle(second, { number: 1, startsOn: '2025-09-08' });
    expect(lines((await theQueue(coach, `/coaching?team=${second.id}`)).data)).toHaveLength(2);
    expect(lines((await theQueue(coach, '/coaching?show=stuck')).data)).toHaveLength(1);
    const one = await theQueue(coach, `/coaching?show=waiting&team=${second.id}`);
    expect(lines(one.data)).toHaveLength(1);
    expect(one.data.shown[0].href).toContain(`?show=waiting&team=${second.id}`);
  });

  test('a fixed number of queries, however many cycles', async () => {
    const count = () => queriesOf(() => theQueue(coach));
    await aCycle(cast.team, { number: 1, startsOn: '2025-09-08' });
    await aHelpAsk(cast.team);
    const measure = await aMeasure(cast.team);
    await points(measure.id, '2026-01-05', [70, 71]);
    const few = await count();
    for (let number = 2; number < 40; number += 1) {
      const cycle = await aCycle(cast.team, { number, startsOn: '2025-09-08' });
      if (number < 20) await aReview(cast.team, cycle.id);
    }
    for (let one = 0; one < 6; one += 1) await points((await aMeasure(cast.team)).id, '2026-01-05', [70, 71]);
    expect(few).toBeGreaterThan(5);
    expect(await count()).toBe(few);
  });
});

describe('a review', () => {
  const params = (cycleId: string) => ({ teamId: cast.team.id, cycleId });
  const ofReview = (reviewId: string) => ({ teamId: cast.team.id, reviewId });

  test('is asked for once, shows the cycle with its checks prefilled, and leads to the next in the list', async () => {
    const [first, second] = [await aDone(1), await aDone(2)];
    for (const cycle of [first, first, second]) {
      const asked = await post(
        askReview,
        '/x',
        { words: 'Ready?' },
        { cookie: member, params: params(cycle.id) },
      );
      expect(asked.location).toBe(`/teams/${cast.team.id}/cycles/${cycle.id}#review-row`);
    }
    const rows = await db.select().from(reviews);
    expect(rows).toHaveLength(2);
    const [one, two] = [first, second].map(({ id }) => rows.find(({ cycleId }) => cycleId === id)?.id ?? '');
    const page = await get(reviewPage, '/x', { cookie: coach, params: ofReview(one ?? '') });
    expect(page.data.sheet.checks).toHaveLength(7);
    expect(page.data.sheet.checks[1]).toMatchObject({ key: 'order', state: 'met' });
    const sent = await post(
      decide,
      '/x',
      {
        outcome: 'returned',
        reason: 'Say who was missed.',
        'checks.order': 'not yet',
        'comments.learned': 'How did English learners do?',
      },
      { cookie: coach, params: ofReview(one ?? '') },
    );
    expect(sent.location).toBe(`/coaching/teams/${cast.team.id}/reviews/${two}#panel`);
    const last = await post(
      decide,
      '/x',
      { outcome: 'approved', reason: 'Well tested.' },
      { cookie: coach, params: ofReview(two ?? '') },
    );
    expect(last.location).toBe('/coaching');
    const decided = await db
      .select()
      .from(reviews)
      .where(eq(reviews.id, one ?? ''))
      .get();
    expect(decided?.checks).toContainEqual({ key: 'order', was: 'met', is: 'not yet' });
    const sheet = await get(showCycle, '/x', { cookie: member, params: params(first.id) });
    expect(sheet.data.reviews).toMatchObject([
      {
        ...{ outcome: 'returned', reason: 'Say who was missed.', decidedBy: cast.coach.name },
        comments: [{ field: 'learned', text: 'How did English learners do?', answers: [] }],
      },
    ]);
    expect((await db.select().from(history)).map(({ deed }) => deed)).toEqual(
      expect.arrayContaining([
        'asked for a review of Cycle 1',
        'sent Cycle 1 back for a change',
        'approved Cycle 2',
      ]),
    );
  });

  test('the team answers in place, asks again, and what was said before stays', async () => {
    const cycle = await aDone(1);
    const review = await aReview(cast.team, cycle.id, {
      ...{ outcome: 'returned', reason: 'Say more.', decidedAt: '2026-10-01T12:00:00.000Z' },
      decidedBy: cast.coach.id,
    });
    const comment = await aReviewComment(review, { writtenBy: cast.coach.id });
    const at = { cookie: member, params: { ...ofReview(review.id), remarkId: comment.id } };
    expect((await post(answerComment, '/x', { text: '' }, at)).status).toBe(422);
    await post(answerComment, '/x', { text: 'Half of them came.', formKey: 'k1' }, at);
    await post(answerComment, '/x', { text: 'Half of them came.', formKey: 'k1' }, at);
    await post(askReview, '/x', {}, { cookie: member, params: params(cycle.id) });
    const { data } = await get(showCycle, '/x', { cookie: member, params: params(cycle.id) });
    expect(data.reviews).toHaveLength(2);
    expect(data.reviews[0].outcome).toBeNull();
    expect(data.reviews[1].comments[0].answers).toMatchObject([{ text: 'Half of them came.' }]);
    expect(lines((await theQueue(coach)).data)).toEqual(['Cycle 1 is ready for review']);
  });

  test('needs its reason; what was typed stays, and nothing is half kept', async () => {
    const review = await aReview(cast.team, (await aDone(1)).id);
    const at = { cookie: coach, params: ofReview(review.id) };
    const refused = await post(decide, '/x', { outcome: 'approved', 'comments.learned': 'Good.' }, at);
    expect(refused.status).toBe(422);
    expect(refused.data.error.reason).toEqual(['Write why, in a sentence or two. The team reads it first.']);
    expect(refused.data.initialValue.comments.learned).toBe('Good.');
    expect((await db.select().from(reviews).get())?.outcome).toBeNull();
    const strange = await post(decide, '/x', { outcome: 'burned', reason: 'x', 'checks.order': 'maybe' }, at);
    expect(strange.status).toBe(422);
  });

  test('what is written for later is seen by nobody else, and is gone once it is sent', async () => {
    const cycle = await aDone(1);
    const review = await aReview(cast.team, cycle.id);
    const at = { cookie: coach, params: ofReview(review.id) };
    const kept = {
      outcome: 'later',
      reason: 'Half a thought',
      'comments.learned': 'Who?',
      'checks.order': 'yes',
    };
    expect((await post(decide, '/x', kept, at)).location).toContain(`/reviews/${review.id}`);
    const mine = await get(reviewPage, '/x', at);
    expect(mine.data.draft).toEqual({
      reason: 'Half a thought',
      checks: { order: 'yes' },
      comments: { learned: 'Who?' },
    });
    const theirs = await get(showCycle, '/x', { cookie: member, params: params(cycle.id) });
    expect(JSON.stringify(theirs.data)).not.toContain('Half a thought');
    await post(decide, '/x', { outcome: 'approved', reason: 'Good.' }, at);
    expect((await get(reviewPage, '/x', at)).location).toContain(`/cycles/${cycle.id}`);
  });

  test('two coaches decide at once: the second is told and loses no words', async () => {
    const review = await aReview(cast.team, (await aDone(1)).id);
    const at = { cookie: coach, params: ofReview(review.id) };
    await post(decide, '/x', { outcome: 'approved', reason: 'Good.' }, at);
    const second = await post(decide, '/x', { outcome: 'returned', reason: 'Wait.' }, at);
    expect(second.status).toBe(422);
    expect(second.data.error[''][0]).toMatch(/decided this meanwhile/);
    expect(second.data.initialValue.reason).toBe('Wait.');
  });

  test('what another coach has begun to write stays theirs to read when the review is decided', async () => {
    const second = await aMember(cast.community.id, 'coach');
    await joinTeam(cast.team.id, second.id, 'coach');
    const theirs = await signedIn(second.id);
    const cycle = await aDone(1);
    const review = await aReview(cast.team, cycle.id);
    const params = ofReview(review.id);
    await post(decide, '/x', { outcome: 'later', reason: 'Long words' }, { cookie: theirs, params });
    await post(decide, '/x', { outcome: 'approved', reason: 'Good.' }, { cookie: coach, params });
    const page = await get(reviewPage, '/x', { cookie: theirs, params });
    expect(page.data).toMatchObject({ isOver: true, draft: { reason: 'Long words' } });
    expect((await get(reviewPage, '/x', { cookie: coach, params })).location).toContain(
      `/cycles/${cycle.id}`,
    );
  });

  test('a team without a coach is told so; what was taken back is on nobody’s list', async () => {
    const cycle = await aDone(1);
    const review = await aReview(cast.team, cycle.id, { begunBy: cast.member.id });
    await post(takeBack, '/x', {}, { cookie: member, params: ofReview(review.id) });
    expect((await theQueue(coach)).data.shown).toEqual([]);
    const alone = await aCycle(cast.otherTeam, { number: 1, startsOn: '2026-09-07' });
    const theirs = {
      cookie: await signedIn(cast.otherMember.id),
      params: { teamId: cast.otherTeam.id, cycleId: alone.id },
    };
    const asked = await post(askReview, '/x', {}, theirs);
    expect(asked.data.error[''][0]).toMatch(/^This team has no coach yet/);
    // A leader has no list on which it would arrive.
    await joinTeam(cast.otherTeam.id, cast.leader.id, 'coach');
    const still = await post(askReview, '/x', {}, theirs);
    expect(still.data.error[''][0]).toMatch(/^This team has no coach yet/);
  });

  test('a coach opens one unasked, and a team’s member cannot', async () => {
    const cycle = await aDone(1);
    const opened = await post(openReview, '/x', {}, { cookie: coach, params: params(cycle.id) });
    expect(opened.location).toMatch(/^\/coaching\/teams\/.+\/reviews\//);
    expect(lines((await theQueue(coach)).data)).toEqual(['You began to review Cycle 1']);
    expect((await post(openReview, '/x', {}, { cookie: member, params: params(cycle.id) })).status).toBe(403);
  });

  test('a review of another team is not there', async () => {
    const theirs = await aReview(cast.otherTeam, (await aCycle(cast.otherTeam)).id);
    const at = { cookie: coach, params: ofReview(theirs.id) };
    expect((await get(reviewPage, '/x', at)).status).toBe(404);
    expect((await post(decide, '/x', { outcome: 'approved', reason: 'x' }, at)).status).toBe(404);
  });
});

describe('an ask for help', () => {
  test('carries its cycle to the coach, is answered, and then is off the list', async () => {
    const cycle = await aDone(3);
    const at = { cookie: member, params: { teamId: cast.team.id } };
    const page = await get(askHelpPage, `/x?cycle=${cycle.id}`, at);
    expect(page.data.about).toBe('Cycle 3');
    const asked = await post(askHelp, `/x?cycle=${cycle.id}`, { words: 'What next?', formKey: 'k' }, at);
    expect(
      (await post(askHelp, `/x?cycle=${cycle.id}`, { words: 'What next?', formKey: 'k' }, at)).location,
    ).toBe(asked.location);
    const [line] = (await theQueue(coach)).data.shown;
    expect(line).toMatchObject({ why: 'Asks for help with Cycle 3', act: 'Answer', cycleId: cycle.id });
    const askId = line.thingId as string;
    const ofAsk = { cookie: coach, params: { teamId: cast.team.id, askId } };
    expect((await get(askPage, '/x', ofAsk)).data.ask.words).toBe('What next?');
    expect((await post(answer, '/x', { text: ' ' }, ofAsk)).status).toBe(422);
    // Sent twice at once, it is one answer.
    const words = { text: 'One more week.', formKey: 'a' };
    expect((await post(answer, '/x', words, ofAsk)).location).toBe('/coaching');
    expect((await post(answer, '/x', words, ofAsk)).location).toBe('/coaching');
    expect((await theQueue(coach)).data.shown).toEqual([]);
    expect(await db.select().from(helpAnswers)).toHaveLength(1);
    const mine = await get(helpPage, '/x', at);
    expect(mine.data.asks).toMatchObject([{ about: 'Cycle 3', answers: [{ text: 'One more week.' }] }]);
  });

  test('is about a thing of this team or it is not there, and is for those concerned alone', async () => {
    const theirs = await aMeasure(cast.otherTeam);
    const at = { cookie: member, params: { teamId: cast.team.id } };
    expect((await get(askHelpPage, `/x?measure=${theirs.id}`, at)).status).toBe(404);
    expect((await post(askHelp, `/x?measure=${theirs.id}`, { words: 'x' }, at)).status).toBe(404);
    const leader = { cookie: await signedIn(cast.leader.id), params: { teamId: cast.team.id } };
    expect((await get(helpPage, '/x', leader)).status).toBe(403);
  });

  test('how long it waited is in no history but that of those concerned', async () => {
    const cycle = await aDone(3);
    const at = { cookie: member, params: { teamId: cast.team.id } };
    await post(askHelp, `/x?cycle=${cycle.id}`, { words: 'What next?' }, at);
    const [line] = (await theQueue(coach)).data.shown;
    const ofAsk = { cookie: coach, params: { teamId: cast.team.id, askId: line.thingId as string } };
    await post(answer, '/x', { text: 'One more week.' }, ofAsk);
    const seen = async (personId: string) => {
      const cookie = await signedIn(personId);
      const ofTeam = await get(teamHistory, '/x', { cookie, params: { teamId: cast.team.id } });
      const ofCycle = await get(showCycle, '/x', {
        cookie,
        params: { teamId: cast.team.id, cycleId: cycle.id },
      });
      return [ofTeam, ofCycle].map(
        (page) => JSON.stringify(page.data).match(/(ed|an ask) for help/g)?.length ?? 0,
      );
    };
    expect(await seen(cast.member.id)).toEqual([2, 2]);
    expect(await seen(cast.coach.id)).toEqual([2, 2]);
    for (const { id } of [cast.otherMember, cast.leader, cast.admin]) expect(await seen(id)).toEqual([0, 0]);
  });

  test('that is no longer needed is closed, and cannot be answered any more', async () => {
    const ask = await aHelpAsk(cast.team);
    const params = { teamId: cast.team.id, askId: ask.id };
    await post(closeAsk, '/x', {}, { cookie: member, params });
    expect((await theQueue(coach)).data.shown).toEqual([]);
    const late = await post(answer, '/x', { text: 'One more week.' }, { cookie: coach, params });
    expect(late.status).toBe(422);
    expect(late.data.initialValue.text).toBe('One more week.');
  });
});

describe('later, and a note', () => {
  test('a line sleeps until its day with its reason, and is taken up again', async () => {
    await aHelpAsk(cast.team);
    const [line] = (await theQueue(coach)).data.shown;
    const at = `/coaching/snooze?line=${encodeURIComponent(line.key)}`;
    const past = await post(snooze, at, { untilOn: '2020-01-01', reason: 'Busy' }, { cookie: coach });
    expect(past.data.error.untilOn).toEqual(['Choose a day that is still to come.']);
    expect((await post(snooze, at, { untilOn: '2099-01-04' }, { cookie: coach })).status).toBe(422);
    await post(snooze, at, { untilOn: '2099-01-04', reason: 'They meet then' }, { cookie: coach });
    const asleep = (await theQueue(coach)).data;
    expect(asleep.shown).toEqual([]);
    expect(asleep.asleep).toMatchObject([{ snooze: { reason: 'They meet then', untilOn: '2099-01-04' } }]);
    await post(wake, '/x', { line: line.key }, { cookie: coach });
    expect((await theQueue(coach)).data.shown).toHaveLength(1);
    const another = await signedIn(cast.member.id);
    expect((await post(snooze, at, { untilOn: '2099-01-04', reason: 'x' }, { cookie: another })).status).toBe(
      403,
    );
  });

  test('a note is not lost when its line is gone meanwhile', async () => {
    const cycle = await aCycle(cast.team, { number: 1, startsOn: '2025-09-08' });
    const [line] = (await theQueue(coach)).data.shown;
    await db.update(cycles).set({ archivedAt: '2026-01-01T12:00:00.000Z' }).where(eq(cycles.id, cycle.id));
    const place = `/x?line=${encodeURIComponent(line.key)}`;
    const at = { cookie: coach, params: { teamId: cast.team.id } };
    const sent = await post(writeNote, place, { text: 'Twenty lines.', formKey: 'n' }, at);
    expect(sent.status).toBe(422);
    expect(sent.data.initialValue.text).toBe('Twenty lines.');
    expect(sent.data.error[''][0]).toMatch(/dealt with meanwhile/);
    expect((await get(notePage, place, at)).data).toMatchObject({ line: null, team: cast.team.name });
    expect(await db.select().from(coachNotes)).toEqual([]);
  });

  test('a note about what stands still is on the cycle’s page, and the line sleeps for a working week', async () => {
    const cycle = await aCycle(cast.team, { number: 1, startsOn: '2025-09-08' });
    const [line] = (await theQueue(coach)).data.shown;
    const place = `/x?line=${encodeURIComponent(line.key)}`;
    const at = { cookie: coach, params: { teamId: cast.team.id } };
    await post(writeNote, place, { text: 'What holds you up?', formKey: 'n' }, at);
    await post(writeNote, place, { text: 'What holds you up?', formKey: 'n' }, at);
    expect(await db.select().from(coachNotes)).toMatchObject([{ cycleId: cycle.id }]);
    expect(await db.select().from(snoozes)).toHaveLength(1);
    const deeds = await db.select({ deed: history.deed, teamId: history.teamId }).from(history);
    expect(deeds.filter(({ teamId }) => teamId === cast.team.id).map(({ deed }) => deed)).toEqual([
      'wrote a note to the team',
    ]);
    const sheet = await get(showCycle, '/x', {
      cookie: member,
      params: { teamId: cast.team.id, cycleId: cycle.id },
    });
    expect(sheet.data.notes).toMatchObject([{ text: 'What holds you up?', who: cast.coach.name }]);
    expect((await theQueue(coach)).data.shown).toEqual([]);
  });
});
