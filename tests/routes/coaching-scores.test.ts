import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { progressScores } from '#db/schema/coaching';
import { history } from '#db/schema/history';
import { indicatorLinks } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { action as claim } from '~/routes/coaching/claim-score';
import { loader as portfolio } from '~/routes/coaching/portfolio';
import { loader as progress } from '~/routes/coaching/progress';
import { loader as queue } from '~/routes/coaching/queue';
import { action as settle, loader as settlePage } from '~/routes/coaching/settle-score';
import { loader as showTeam } from '~/routes/teams/show';
import { queriesOf, withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  aMeeting,
  anIndicator,
  aPartner,
  aPerson,
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

/** A team with a whole charter, a meeting on record, and numbers that went up and stayed. */
async function aTeamThatImproved() {
  const { id: communityId } = cast.community;
  const partner = await aPartner(communityId);
  const team = await aTeam(communityId, {
    ...{ name: 'Early Literacy Network', aimWhat: 'reading at grade level', aimForWhom: 'third graders' },
    ...{ aimFrom: 40, aimTo: 60, aimBy: '2027-05-21', homePartnerId: partner.id },
    about: 'First-grade teachers and a reading coach.',
  });
  for (const partnerId of [partner.id, (await aPartner(communityId)).id]) {
    const person = await aPerson();
    await db.insert(memberships).values({ personId: person.id, communityId, role: 'member', partnerId });
    await joinTeam(team.id, person.id);
  }
  const outcome = await aMeasure(team, { name: 'Reading scores', kind: 'mean', type: 'outcome' });
  const indicator = await anIndicator(communityId);
  await db.insert(indicatorLinks).values({ measureId: outcome.id, indicatorId: indicator.id, sign: 'same' });
  await joinTeam(team.id, cast.member.id);
  await joinTeam(team.id, cast.coach.id, 'coach');
  await aMeeting(team, { endedAt: '2026-09-14T12:00:00.000Z' });
  const measure = await aMeasure(team, { name: 'Letter sounds', kind: 'mean', type: 'process', goal: 60 });
  await points(measure.id, '2026-01-05', [
    ...Array.from({ length: 12 }, (_, week) => 40 + (week % 3)),
    ...Array.from({ length: 12 }, (_, week) => 48 + (week % 3)),
  ]);
  const cycle = await aCycle(team, {
    ...{ number: 1, startsOn: '2026-03-30', doStartedOn: '2026-03-30', doEndedOn: '2026-05-01' },
    ...{ learned: 'It works.', scale: 'site' },
  });
  await aDecision(cycle.id, { decision: 'adopt', decidedOn: '2026-05-04' });
  return team;
}

describe('a progress score', () => {
  test('is suggested from what is there, with its evidence and what the next step needs', async () => {
    const team = await aTeamThatImproved();
    const { data } = await get(progress, '/x', { cookie: member, params: { teamId: team.id } });
    expect(data.suggestion.score).toBe(3.5);
    expect(data.suggestion.next.sentence).toBe(
      'Letter sounds is 42% of the way to its goal; 50% is needed. No change is adopted for everyone yet.',
    );
    expect(data.suggestion.steps[0].sentence).toBe('The charter is complete.');
    const begun = await get(progress, '/x', { cookie: member, params: { teamId: cast.team.id } });
    expect(begun.data.suggestion).toMatchObject({ score: 0.5, next: { score: 1 } });
  });

  test('is claimed by the team and settled by its coach, each with a reason; all three stay over time', async () => {
    const team = await aTeamThatImproved();
    const params = { teamId: team.id };
    const claimed = { score: '4', reason: 'Everyone asks for it.', formKey: 'c' };
    await post(claim, '/x', claimed, { cookie: member, params });
    await post(claim, '/x', claimed, { cookie: member, params });
    await post(settle, '/x', { score: '3.5', reason: 'Not yet for everyone.' }, { cookie: coach, params });
    const { data } = await get(progress, '/x', { cookie: member, params });
    expect(data).toMatchObject({ claimed: 4, settled: 3.5 });
    expect(data.given).toMatchObject([
      { kind: 'claimed', score: 4, suggested: 3.5, who: cast.member.name },
      { kind: 'settled', score: 3.5, suggested: 3.5, reason: 'Not yet for everyone.' },
    ]);
    expect(data.given[1].evidence).toHaveLength(9);
    const page = await get(showTeam, '/x', { cookie: member, params });
    expect(page.data.progress).toMatchObject({
      claimed: 4,
      settled: 3.5,
      may: { claim: true, settle: false },
    });
    expect((await db.select().from(history)).map(({ deed }) => deed)).toEqual(
      expect.arrayContaining(['claimed a progress score of 4.0', 'settled a progress score of 3.5']),
    );
  });

  test('that is claimed waits on the list of the team’s coach until it is settled, the newest claim alone', async () => {
    const params = { teamId: cast.team.id };
    const waiting = async (cookie: string) => (await get(queue, '/coaching', { cookie })).data.shown;
    await post(claim, '/x', { score: '1.5', reason: 'We met twice.' }, { cookie: member, params });
    await post(claim, '/x', { score: '4', reason: 'Everyone asks for it.' }, { cookie: member, params });
    const other = { cookie: await signedIn(cast.otherMember.id), params: { teamId: cast.otherTeam.id } };
    await post(claim, '/x', { score: '2', reason: 'Three numbers.' }, other);
    expect(await waiting(coach)).toMatchObject([
      {
        ...{ part: 'waiting', team: cast.team.name, act: 'Settle the score' },
        why: 'Says it stands at 4.0. You settle the score',
        context: `Claimed today by ${cast.member.name}. “Everyone asks for it.”`,
        href: `/teams/${cast.team.id}/progress/settle#give-row`,
      },
    ]);
    const page = await get(settlePage, '/x', { cookie: coach, params });
    expect(page.data.claim).toMatchObject({
      score: 4,
      reason: 'Everyone asks for it.',
      who: cast.member.name,
    });
    await post(settle, '/x', { score: '3.5', reason: 'Not yet for everyone.' }, { cookie: coach, params });
    expect(await waiting(coach)).toEqual([]);
    expect((await get(settlePage, '/x', { cookie: coach, params })).data.claim).toBeNull();
  });

  test('needs a score of the ladder and a reason, and keeps what was typed', async () => {
    const params = { teamId: cast.team.id };
    const refused = await post(settle, '/x', { score: '3.7', reason: '' }, { cookie: coach, params });
    expect(refused.status).toBe(422);
    expect(refused.data.error).toEqual({
      score: ['Choose one of the list.'],
      reason: ['Write why, in a sentence or two.'],
    });
    expect(
      (await post(settle, '/x', { reason: 'Good.' }, { cookie: coach, params })).data.error.score,
    ).toEqual(['Choose a score.']);
    expect(await db.select().from(progressScores)).toEqual([]);
  });

  test('is settled by nobody but a coach of the team', async () => {
    const params = { teamId: cast.team.id };
    for (const cookie of [member, await signedIn(cast.leader.id), await signedIn(cast.admin.id)]) {
      expect((await get(settlePage, '/x', { cookie, params })).status).toBe(403);
    }
    const other = { teamId: cast.otherTeam.id };
    expect((await get(settlePage, '/x', { cookie: coach, params: other })).status).toBe(403);
  });
});

describe('the portfolio', () => {
  test('has every team with its three scores, its stage and its signal, by name', async () => {
    const team = await aTeamThatImproved();
    await post(settle, '/x', { score: '3', reason: 'Good.' }, { cookie: coach, params: { teamId: team.id } });
    await aCycle(team, { number: 2, startsOn: '2026-09-07', doStartedOn: '2026-09-07' });
    for (const person of [cast.coach, cast.leader, cast.admin]) {
      const { data } = await get(portfolio, '/x', { cookie: await signedIn(person.id) });
      expect(data.teams.map(({ name }: { name: string }) => name)).toEqual([
        'Attendance Action Team',
        'Early Literacy Network',
        'Summer Math Team',
      ]);
      expect(data.teams[1]).toMatchObject({
        ...{ settled: 3, claimed: null, suggested: 3.5, stage: 'Do', signal: 'improving' },
        cycle: { number: 2 },
      });
      expect(data.teams[1].said).toMatch(/^Letter sounds\. Shift: 13 points above the median since Mar 23/);
      expect(data.teams[2]).toMatchObject({ settled: null, stage: 'No open cycle', signal: 'none' });
    }
  });

  test('asks a fixed number of queries, however many teams', async () => {
    const leader = await signedIn(cast.leader.id);
    const count = () => queriesOf(() => get(portfolio, '/x', { cookie: leader }));
    await points((await aMeasure(cast.team)).id, '2026-01-05', [70, 71]);
    await aCycle(cast.team, { number: 1 });
    const few = await count();
    for (let one = 0; one < 12; one += 1) {
      const team = await aTeam(cast.community.id);
      await points((await aMeasure(team)).id, '2026-01-05', [70, 71]);
      await aCycle(team, { number: 1 });
    }
    expect(few).toBeGreaterThan(5);
    expect(await count()).toBe(few);
  });

  test('is a page at a time; what is no page is the first', async () => {
    for (let one = 0; one < 60; one += 1) await aTeam(cast.community.id, { name: `Team ${100 + one}` });
    const at = (search: string) => get(portfolio, `/coaching/portfolio${search}`, { cookie: coach });
    expect((await at('?page=2')).data).toMatchObject({ page: 2, pages: 2, count: 62 });
    expect((await at('?page=2')).data.teams).toHaveLength(2);
    expect((await at('?page=x&by=everything')).data).toMatchObject({ page: 1, order: 'name' });
  });
});
