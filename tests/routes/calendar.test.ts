import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { calendarLinks, events } from '#db/schema/events';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { hashOf } from '~/access/session.server';
import { withoutTokens } from '~/http/log';
import { action as edit } from '~/routes/calendar/edit';
import { loader as feed } from '~/routes/calendar/feed';
import { action as link, loader as links } from '~/routes/calendar/links';
import { loader as calendar } from '~/routes/calendar/list';
import { action as write } from '~/routes/calendar/new';
import { action as off } from '~/routes/calendar/off';
import { action as revoke } from '~/routes/calendar/revoke-link';
import { action as writeEvent } from '~/routes/events/new';
import { loader as showMeasure } from '~/routes/measures/show';
import { withDatabase } from '../support/database';
import { aMeasure, anEvent, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const session = {
  ...{ kind: 'learning session', title: 'Learning session 2', onDate: '2027-01-21' },
  ...{ startsAt: '09:00', endsAt: '15:30', place: 'Library' },
};
const period = {
  kind: 'action period',
  title: 'Action period 2',
  onDate: '2026-11-10',
  untilDate: '2027-01-20',
};

async function aScene() {
  const cast = await theCast();
  const cookies = { leader: await signedIn(cast.leader.id), member: await signedIn(cast.member.id) };
  return { cast, cookies };
}

test('a leader puts sessions and periods on the calendar, and they show on the charts of every team', async () => {
  const { cast, cookies } = await aScene();
  for (const fields of [session, period])
    expect((await post(write, '/x', fields, { cookie: cookies.leader })).location).toBe('/calendar');
  const page = (await get(calendar, '/x', { cookie: cookies.member })).data;
  expect(
    page.ahead
      .concat(page.over)
      .map(({ title }: { title: string }) => title)
      .sort(),
  ).toEqual([...['Action period 2', 'Learning session 2']]);
  expect(page.mayWrite).toBe(false);
  for (const team of [cast.team, cast.otherTeam]) {
    const measure = await aMeasure(team);
    const shown = await get(showMeasure, '/x', {
      params: { teamId: team.id, measureId: measure.id },
      cookie: cookies.member,
    });
    expect(
      shown.data.events.map(({ kind, untilDate }: { kind: string; untilDate: string | null }) => [
        kind,
        untilDate,
      ]),
    ).toEqual([
      ['action period', '2027-01-20'],
      ['learning session', null],
    ]);
  }
  const elsewhere = await get(calendar, '/x', { cookie: await signedIn(cast.stranger.id) });
  expect(elsewhere.data.ahead.concat(elsewhere.data.over)).toEqual([]);
  expect((await db.select().from(history))[0]?.deed).toMatch(/^put “Learning session 2” on the calendar/);
});

test('one is changed, taken off and put back, by leaders alone; another event is none of the calendar', async () => {
  const { cast, cookies } = await aScene();
  await post(write, '/x', session, { cookie: cookies.leader });
  const row = await db.select().from(events).get();
  const params = { eventId: row?.id ?? '' };
  await post(edit, '/x', { ...session, place: 'Town hall' }, { params, cookie: cookies.leader });
  await post(off, '/x', { isOff: 'yes' }, { params, cookie: cookies.leader });
  await post(off, '/x', { isOff: 'yes' }, { params, cookie: cookies.leader });
  const page = (await get(calendar, '/x', { cookie: cookies.leader })).data;
  expect([page.ahead.length, page.off[0].place]).toEqual([0, 'Town hall']);
  await post(off, '/x', { isOff: 'no' }, { params, cookie: cookies.leader });
  expect((await get(calendar, '/x', { cookie: cookies.leader })).data.ahead).toHaveLength(1);
  expect((await db.select().from(history)).map(({ deed }) => deed.split(' ')[0])).toEqual([
    ...['put', 'changed', 'took', 'put'],
  ]);
  for (const action of [edit, off])
    expect(
      (await post(action, '/x', { ...session, isOff: 'yes' }, { params, cookie: cookies.member })).status,
    ).toBe(403);
  const snow = await anEvent(cast.team, { teamId: null });
  const other = { params: { eventId: snow.id }, cookie: cookies.leader };
  for (const action of [edit, off])
    expect((await post(action, '/x', { ...session, isOff: 'yes' }, other)).status).toBe(404);
});

test('a team writes no learning session on its own time line', async () => {
  const { cast, cookies } = await aScene();
  const answer = await post(writeEvent, '/x', session, {
    params: { teamId: cast.team.id },
    cookie: cookies.member,
  });
  expect([answer.status, answer.data.error]).toEqual([422, { kind: ['Choose what it was.'] }]);
});

test('a calendar program reads the feed by a link that is shown once, kept as a hash, and taken back', async () => {
  const { cast, cookies } = await aScene();
  await post(write, '/x', session, { cookie: cookies.leader });
  const made = await post(link, '/x', { label: 'My phone', formKey: 'k1' }, { cookie: cookies.member });
  const token = (made.data.made.address as string).split('/').at(-2) ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  const [row] = await db.select().from(calendarLinks);
  expect([row?.tokenHash, JSON.stringify(row).includes(token)]).toEqual([hashOf(token), false]);
  expect(withoutTokens(`/calendar/feed/${token}/upcurve.ics`)).toBe('/calendar/feed/…/upcurve.ics');

  const read = () => get(feed, '/x', { params: { token } });
  const answer = await read();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(answer.data).toContain('SUMMARY:Learning session 2');
  const again = await get(feed, '/x', {
    params: { token },
    headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  // Sent twice, the form makes one link, and does not show it again.
  expect(
    (await post(link, '/x', { label: 'My phone', formKey: 'k1' }, { cookie: cookies.member })).status,
  ).toBe(302);
  expect(await db.select().from(calendarLinks)).toHaveLength(1);

  const linkId = row?.id ?? '';
  expect((await post(revoke, '/x', { linkId }, { cookie: cookies.leader })).status).toBe(404);
  expect((await read()).status).toBe(200);
  await post(revoke, '/x', { linkId }, { cookie: cookies.member });
  expect((await read()).status).toBe(404);
  expect((await get(links, '/x', { cookie: cookies.member })).data.links[0].revokedAt).toMatch(/^20/);
  expect((await get(links, '/x', { cookie: cookies.leader })).data.links).toEqual([]);
  for (const bad of ['nothing', '', 'x'.repeat(43)])
    expect((await get(feed, '/x', { params: { token: bad } })).status).toBe(404);

  // Whoever left the community reads no more of it.
  const other = await post(link, '/x', { label: 'Desk' }, { cookie: cookies.member });
  const second = (other.data.made.address as string).split('/').at(-2) ?? '';
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-01T10:00:00.000Z' })
    .where(eq(memberships.personId, cast.member.id));
  expect((await get(feed, '/x', { params: { token: second } })).status).toBe(404);
});
