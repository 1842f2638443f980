import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicatorLinks } from '#db/schema/measures';
import { loader as editEvent, action as rewriteEvent } from '~/routes/events/edit';
import { action as writeEvent } from '~/routes/events/new';
import { loader as leaders } from '~/routes/practices/overview';
import { aUse } from '../practices/scene';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDimension,
  anEvent,
  anIdea,
  anIndicator,
  anObservation,
  aPractice,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

test('everyone of the community reads the page for leaders; nobody else does', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Text first' });
  await aUse(cast.community.id, practice.id);
  for (const role of ['member', 'coach', 'leader'] as const) {
    const { data } = await get(leaders, '/leaders', { cookie: await signedIn(cast[role].id) });
    expect(data.rows.map(({ name, tier }: { name: string; tier: string }) => [name, tier])).toEqual([
      ['Text first', 'Tested'],
    ]);
    expect(data.gauges.results.improved).toBe(1);
  }
  expect((await get(leaders, '/leaders', { cookie: await signedIn(cast.stranger.id) })).data.rows).toEqual(
    [],
  );
  expect((await get(leaders, '/leaders')).location).toBe('/sign-in?next=%2Fleaders');
});

test('chains are told where they break first: at the practice, the measure, the indicator or the gap', async () => {
  const cast = await theCast();
  const startsOn = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const practice = await aPractice(cast.community.id);
  const begun = { startsOn, doStartedOn: startsOn };
  const bare = await aCycle(cast.team, begun);
  const unaimed = await aCycle(cast.team, {
    ...begun,
    ideaId: (await anIdea(cast.team, { practiceId: practice.id })).id,
  });
  const unfed = await aUse(cast.community.id, practice.id, {
    cycle: { startsOn, doStartedOn: startsOn, doEndedOn: null },
  });
  const flat = await aUse(cast.community.id, practice.id, {
    cycle: { startsOn, doStartedOn: startsOn, doEndedOn: null },
  });
  const whole = await aUse(cast.community.id, practice.id, {
    cycle: { startsOn, doStartedOn: startsOn, doEndedOn: null },
  });
  const one = await anIndicator(cast.community.id);
  const split = await anIndicator(cast.community.id);
  const { groups } = await aDimension(cast.community.id, 'Language', ['Spanish', 'English']);
  await anObservation(one.id, { period: '2015-16', value: 70 });
  await anObservation(split.id, { period: '2015-16', value: 60, subgroupId: groups.get('Spanish')?.id });
  await db.insert(indicatorLinks).values([
    { measureId: flat.measure.id, indicatorId: one.id, sign: 'same' },
    { measureId: whole.measure.id, indicatorId: split.id, sign: 'same' },
  ]);
  // Long over: it says nothing of how things are linked now.
  await aCycle(cast.team, { startsOn: '2020-01-01', doStartedOn: '2020-01-01' });
  // Planned, and not begun.
  await aCycle(cast.team, { startsOn });
  const { chains } = (await get(leaders, '/leaders', { cookie: await signedIn(cast.leader.id) })).data;
  expect([chains.cycles, chains.whole]).toEqual([5, 1]);
  expect(
    chains.breaks.map(({ link, some }: { link: string; some: { id: string }[] }) => [
      link,
      ...some.map(({ id }) => id),
    ]),
  ).toEqual([
    ['practice', bare.id],
    ['measure', unaimed.id],
    ['indicator', unfed.cycle.id],
    ['gap', flat.cycle.id],
  ]);
});

test('a team says that a barrier needs a leader; it stands on the page until its last day is written', async () => {
  const cast = await theCast();
  const member = await signedIn(cast.member.id);
  const params = { teamId: cast.team.id };
  const fields = { kind: 'barrier', onDate: '2026-10-05', title: 'No bus after four', needsLeader: 'on' };
  const wrong = await post(writeEvent, '/x', { ...fields, kind: 'event' }, { cookie: member, params });
  expect(wrong.status).toBe(422);
  expect(wrong.data.error.needsLeader).toEqual([
    'Only what stood in the way can need a leader. Choose that, or leave this open.',
  ]);
  await post(writeEvent, '/x', fields, { cookie: member, params });
  await anEvent(cast.otherTeam, { kind: 'barrier', title: 'A snow day', onDate: '2026-10-06' });
  await anEvent(cast.otherTeam, {
    kind: 'barrier',
    title: 'Strike',
    onDate: '2026-10-01',
    untilDate: '2099-01-01',
  });
  const read = async () =>
    (await get(leaders, '/leaders', { cookie: await signedIn(cast.leader.id) })).data.barriers as {
      id: string;
      title: string;
      needsLeader: boolean;
    }[];
  const barriers = await read();
  expect(barriers.map(({ title, needsLeader }) => [title, needsLeader])).toEqual([
    ['No bus after four', true],
    ['Strike', false],
  ]);
  const one = { cookie: member, params: { ...params, eventId: barriers[0]?.id ?? '' } };
  expect((await get(editEvent, '/x', one)).data.event.needsLeader).toBe(true);
  await post(rewriteEvent, '/x', { ...fields, untilDate: '2026-10-30' }, one);
  expect((await read()).map(({ title }) => title)).toEqual(['Strike']);
});

test('of cycles whose chain breaks a few are named, and all where all are asked for', async () => {
  const cast = await theCast();
  const doStartedOn = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  for (let made = 0; made < 8; made += 1) await aCycle(cast.team, { startsOn: doStartedOn, doStartedOn });
  const cookie = await signedIn(cast.leader.id);
  const named = async (place: string) => {
    const { chains, gauges } = (await get(leaders, place, { cookie })).data;
    expect([chains.cycles, chains.since]).toEqual([gauges.activity.cyclesBegun, gauges.since]);
    return chains.breaks[0].some.length;
  };
  expect(await named('/leaders')).toBe(6);
  expect(await named('/leaders?chains=all')).toBe(8);
});
