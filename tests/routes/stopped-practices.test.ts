import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicatorLinks } from '#db/schema/measures';
import { WhyStopped } from '~/practices/stopped';
import { UseIt } from '~/practices/use-it';
import { loader as indicatorPage } from '~/routes/indicators/show';
import { action as decide, loader as decidePage } from '~/routes/practices/decide';
import { loader as show } from '~/routes/practices/show';
import { loader as usePage } from '~/routes/practices/use';
import { loader as working } from '~/routes/practices/working';
import { aUse } from '../practices/scene';
import { withDatabase } from '../support/database';
import { anIndicator, anObservation, aPractice, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let leader: string;
let member: string;
beforeEach(async () => {
  cast = await theCast();
  leader = await signedIn(cast.leader.id);
  member = await signedIn(cast.member.id);
});

const stop = { decision: 'stop', reason: 'It cost more than it brought.', reviewOn: '2099-03-10' };

test('a stopped practice says who stopped it: the teams that gave it up, or a leader, and never both', async () => {
  const practice = await aPractice(cast.community.id, { name: 'Letter home' });
  await aUse(cast.community.id, practice.id, { decision: 'abandon', says: 'no signal', name: 'Team A' });
  const params = { practiceId: practice.id };
  const page = async () => (await get(show, '/x', { cookie: leader, params })).data;
  expect((await page()).stop).toMatchObject({
    by: 'teams',
    givenUp: [{ team: 'Team A', reason: 'Nobody had the time.' }],
  });
  const whyTier = async () => (await get(working, '/x', { cookie: leader, params })).data.tier.join(' ');
  expect(await whyTier()).toContain('Stopped: every team that tried it gave it up.');
  expect(await whyTier()).not.toContain('leader');
  await post(decide, '/x', stop, { cookie: leader, params });
  expect((await page()).stop).toMatchObject({
    by: 'leader',
    decision: { reason: stop.reason, decidedBy: cast.leader.name },
  });
  expect(await whyTier()).toMatch(new RegExp(`Stopped by a leader: ${cast.leader.name} decided it on `));
  expect(await whyTier()).not.toContain('gave it up');
  const words = renderToStaticMarkup(
    createElement(WhyStopped, {
      stop: (await page()).stop,
      timeZone: 'America/New_York',
      today: '2026-11-26',
    }),
  );
  expect(words).toContain('Stopped by a leader.</b> It cost more than it brought.');
  expect(words).toContain(`Decision: ${cast.leader.name} decided it on `);
  // A practice that is not stopped says nothing of it.
  await post(decide, '/x', { ...stop, decision: 'study' }, { cookie: leader, params });
  expect((await page()).stop).toMatchObject({ by: 'teams' });
  const other = await aPractice(cast.community.id);
  await aUse(cast.community.id, other.id);
  expect((await get(show, '/x', { cookie: leader, params: { practiceId: other.id } })).data.stop).toBeNull();
});

test('a stopped practice is not listed as in use beside an indicator', async () => {
  const [used, stopped] = [
    await aPractice(cast.community.id, { name: 'Text first' }),
    await aPractice(cast.community.id, { name: 'Letter home' }),
  ];
  const indicator = await anIndicator(cast.community.id);
  await anObservation(indicator.id, { period: '2015-16', value: 70 });
  for (const practice of [used, stopped]) {
    const decision = practice === stopped ? ('abandon' as const) : ('adopt' as const);
    const { measure } = await aUse(cast.community.id, practice.id, { decision });
    await db
      .insert(indicatorLinks)
      .values({ measureId: measure.id, indicatorId: indicator.id, sign: 'same' });
  }
  const { data } = await get(indicatorPage, '/x', { cookie: leader, params: { indicatorId: indicator.id } });
  const teams: { practices: { practice: string }[] }[] = data.work.teams;
  expect(teams.flatMap(({ practices }) => practices.map(({ practice }) => practice))).toEqual(['Text first']);
});

const drawn = (props: Parameters<typeof UseIt>[0]) => renderToStaticMarkup(createElement(UseIt, props));

test('“use this practice” is the main button for who has a team; who has none reads whom to ask', async () => {
  const practice = await aPractice(cast.community.id);
  const { team } = await aUse(cast.community.id, practice.id, { name: 'Uses it already' });
  const params = { practiceId: practice.id };
  const mine = (await get(show, '/x', { cookie: member, params })).data;
  expect(mine.hasTeam).toBe(true);
  const { hasTeam, mayUse } = (await get(show, '/x', { cookie: leader, params })).data;
  expect(hasTeam).toBe(false);
  expect(mayUse.teams.map(({ id }: { id: string }) => id)).not.toContain(team.id);
  const some = { practiceId: practice.id, isStopped: false, mayUse };
  expect(drawn({ ...some, hasTeam: true })).toContain('class="btn"');
  const words = drawn({ ...some, hasTeam: false });
  expect(words).toContain(`Teams that may use it: <span><a href="/teams/${cast.team.id}">`);
  expect(words).not.toContain('btn');
  const form = (await get(usePage, '/x', { cookie: leader, params })).data;
  expect([form.teams, form.mayUse.teams.length, form.stop]).toEqual([[], 2, null]);
});

test('of a stopped practice the button is not the main one, and the form says why before', async () => {
  const practice = await aPractice(cast.community.id);
  const params = { practiceId: practice.id };
  await post(decide, '/x', stop, { cookie: leader, params });
  const button = drawn({
    ...{ practiceId: practice.id, isStopped: true, hasTeam: true },
    mayUse: { teams: [], hasMore: false },
  });
  expect(button).toContain('class="btn text"');
  expect((await get(usePage, '/x', { cookie: member, params })).data.stop).toMatchObject({ by: 'leader' });
});

test('changing a decision begins with the one that holds', async () => {
  const practice = await aPractice(cast.community.id);
  const params = { practiceId: practice.id };
  expect((await get(decidePage, '/x', { cookie: leader, params })).data.values).toEqual({});
  await post(decide, '/x', stop, { cookie: leader, params });
  expect((await get(decidePage, '/x', { cookie: leader, params })).data.values).toEqual(stop);
});
