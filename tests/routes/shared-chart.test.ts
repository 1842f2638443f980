import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { chartLinks, measurePoints, measures } from '#db/schema/measures';
import { sessions } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import { loader as linksPage, action as share } from '~/routes/measures/chart-links';
import { action as revoke, loader as revokePage } from '~/routes/measures/revoke-chart-link';
import { loader as shared } from '~/routes/measures/shared';
import { loader as sharedPng } from '~/routes/measures/shared-png';
import { loader as sharedSvg } from '~/routes/measures/shared-svg';
import { loader as show } from '~/routes/measures/show';
import { aTeamWithChart } from '../measures/exported';
import { withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { points } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

async function aSharedChart(some: Parameters<typeof aTeamWithChart>[0] = {}, fields = {}) {
  const scene = await aTeamWithChart(some);
  const { params, cookie } = scene;
  const made = await post(share, '/x', { label: 'the school board', ...fields }, { params, cookie });
  const address: string = made.data.made.address;
  const token = address.split('/').at(-1) ?? '';
  const open = (query = '', headers = {}) => get(shared, `/x${query}`, { params: { token }, headers });
  return { ...scene, made, address, token, open };
}

test('a link is shown once: 256 random bits of which only the hash is kept', async () => {
  const { params, cookie, measure, made, address, token } = await aSharedChart();
  expect(made.data.made).toEqual({ label: 'the school board', address });
  expect(address).toMatch(/^http:\/\/localhost:3000\/embed\/[\w-]{43}$/);
  const [row] = await db.select().from(chartLinks);
  expect(row).toMatchObject({ measureId: measure.id, label: 'the school board', untilOn: null });
  expect(JSON.stringify(row)).not.toContain(token);
  const page = await get(linksPage, '/x', { params, cookie });
  expect(JSON.stringify(page.data)).not.toContain(token);
  expect(page.data.links).toMatchObject([{ label: 'the school board', revokedAt: null }]);
  const history = (await get(show, '/x', { params, cookie })).data.lines;
  expect(history[0].deed).toBe('made a link to the chart of “School days attended” for the school board');
  expect(JSON.stringify(history)).not.toContain(token);
});

test('whoever has the link reads one chart without an account, and nothing is set or asked of them', async () => {
  const { open } = await aSharedChart();
  const before = await db.select().from(sessions);
  const { status, data, headers } = await open();
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(data).toMatch(/^<!doctype html><html lang="en">/);
  expect(data).toContain('<h1>School days attended</h1>');
  expect(data).toContain('<p>Improvement. Shift: 8 points above the median');
  expect(data).toContain('<th scope="row">Week of Nov 17</th>');
  expect(data).toContain('Source: Daily attendance export from the district.');
  expect(data).toMatch(/For \d+ points, a shift is [^.]*\(Anhøj rules\)/);
  expect(data).toMatch(/As of \w+ \d+, \d{4}\./);
  expect(data).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(data).not.toMatch(/<script|<form|<input| style=|<style| on\w+=|javascript:/);
  expect(data.match(/<svg/g)).toHaveLength(3);
  const ids = [...data.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await db.select().from(sessions)).toEqual(before);
});

test('a shared chart of sixty points and eight cycles weighs at most 15 kB with its stylesheet', async () => {
  const { measure, open } = await aSharedChart();
  await db.delete(measurePoints).where(eq(measurePoints.measureId, measure.id));
  await points(
    measure.id,
    '2025-07-07',
    Array.from({ length: 60 }, (_, n): [number, number] => [700 + ((n * 37) % 90), 1000 + ((n * 53) % 40)]),
  );
  const { readFileSync } = await import('node:fs');
  const weight = gzipSync((await open()).data).length + gzipSync(readFileSync('app/ui/embed.css')).length;
  expect(weight).toBeLessThan(15_000);
});

test('no person, note, idea or event is named on a shared chart', async () => {
  const { cast, measure, open, token } = await aSharedChart();
  await db
    .update(measurePoints)
    .set({ note: 'Ask Mrs. Vega', enteredBy: cast.member.id })
    .where(eq(measurePoints.measureId, measure.id));
  const svg = (await get(sharedSvg, '/x', { params: { token } })).data;
  for (const words of [(await open()).data, svg]) {
    for (const name of [
      'Grace Lin',
      'Vega',
      'Ortiz',
      'tardies',
      'Call after two absences',
      cast.member.name,
    ]) {
      expect(words).not.toContain(name);
    }
    expect(words).toContain('Cycle 4: a test of a change');
    expect(words).toContain('We count it another way');
    expect(words).not.toContain('href="/teams');
  }
});

test('small counts are hidden on every shared chart, whoever made the link', async () => {
  const { measure, open, token } = await aSharedChart();
  await db
    .update(measurePoints)
    .set({ numerator: 7, denominator: 9 })
    .where(eq(measurePoints.periodStart, '2025-11-10'));
  const svg = (await get(sharedSvg, '/x', { params: { token } })).data;
  for (const words of [(await open()).data, svg]) expect(words).not.toMatch(/77\.8|7 of 9/);
  await db.update(communities).set({ maskingThreshold: 0 });
  expect((await open()).data).toContain('77.8%');
  expect(measure.kind).toBe('proportion');
});

test('the drawing and the picture of a shared chart have addresses of their own', async () => {
  const { token } = await aSharedChart();
  for (const [loader, type] of [
    [sharedSvg, 'image/svg+xml; charset=utf-8'],
    [sharedPng, 'image/png'],
  ] as const) {
    const { status, headers } = await get(loader, '/x', { params: { token } });
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const again = await get(loader, '/x', {
      params: { token },
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  }
});

test('who has the newest of a shared chart gets 304', async () => {
  const { open, measure } = await aSharedChart();
  const headers = { 'if-none-match': (await open()).headers.get('etag') ?? '' };
  expect((await open('', headers)).status).toBe(304);
  await db.update(measures).set({ name: 'Days at school' }).where(eq(measures.id, measure.id));
  expect((await open('', headers)).status).toBe(200);
});

test('a link that was taken back, ran out, never was, or whose team or measure is archived opens the same nothing', async () => {
  const { cast, measure, params, cookie, token, open } = await aSharedChart();
  const never = await get(shared, '/x', { params: { token: 'x'.repeat(43) } });
  expect([never.status, never.headers.get('x-robots-tag')]).toEqual([404, 'noindex, nofollow']);
  expect(never.data).toContain('<h1>There is no chart here</h1>');
  expect(never.headers.get('cache-control')).toBeNull();
  const isNothing = async () => {
    const answer = await open();
    expect([answer.status, answer.data]).toEqual([404, never.data]);
    for (const loader of [sharedSvg, sharedPng]) {
      expect((await get(loader, '/x', { params: { token } })).status).toBe(404);
    }
  };
  const archived = '2026-11-01T00:00:00.000Z';
  await db.update(teams).set({ archivedAt: archived }).where(eq(teams.id, cast.team.id));
  await isNothing();
  await db.update(teams).set({ archivedAt: null }).where(eq(teams.id, cast.team.id));
  await db.update(measures).set({ archivedAt: archived }).where(eq(measures.id, measure.id));
  await isNothing();
  await db.update(measures).set({ archivedAt: null }).where(eq(measures.id, measure.id));
  await db.update(chartLinks).set({ untilOn: '2025-01-01' });
  await isNothing();
  await db.update(chartLinks).set({ untilOn: '2099-12-31' });
  expect((await open()).status).toBe(200);
  const [link] = (await get(linksPage, '/x', { params, cookie })).data.links;
  const back = await post(revoke, '/x', { linkId: link.id }, { params, cookie });
  expect(back.location).toBe(`/teams/${params.teamId}/measures/${params.measureId}/links`);
  await isNothing();
  for (const odd of ['', '%00', "' or 1=1 --", token.slice(0, 42), token.toUpperCase()]) {
    expect((await get(shared, '/x', { params: { token: odd } })).status, odd).toBe(404);
  }
});

test('a link taken back stays in the list with who and when, and cannot be taken back twice', async () => {
  const { cast, params, cookie } = await aSharedChart();
  const [link] = (await get(linksPage, '/x', { params, cookie })).data.links;
  const coach = await signedIn(cast.coach.id);
  await post(revoke, '/x', { linkId: link.id }, { params, cookie: coach });
  expect((await get(linksPage, '/x', { params, cookie })).data.links).toMatchObject([
    { id: link.id, madeBy: cast.member.name, revokedBy: cast.coach.name },
  ]);
  expect((await post(revoke, '/x', { linkId: link.id }, { params, cookie })).status).toBe(404);
  expect((await post(revoke, '/x', { linkId: 'none' }, { params, cookie })).status).toBe(404);
  expect((await post(revoke, '/x', {}, { params, cookie })).status).toBe(422);
  const deeds = (await get(show, '/x', { params, cookie })).data.lines.map(
    (line: { deed: string }) => line.deed,
  );
  expect(deeds.slice(0, 2)).toEqual([
    'took back the link to the chart of “School days attended” for the school board',
    'made a link to the chart of “School days attended” for the school board',
  ]);
});

test('nobody but the team’s own people makes, sees or takes back links', async () => {
  const { cast, params } = await aSharedChart();
  const [row] = await db.select().from(chartLinks);
  const linkId = row?.id ?? '';
  for (const [who, status] of [
    [cast.stranger, 404],
    [cast.otherMember, 403],
    [cast.leader, 403],
  ] as const) {
    const cookie = await signedIn(who.id);
    expect((await get(linksPage, '/x', { params, cookie })).status).toBe(status);
    expect((await post(share, '/x', { label: 'me' }, { params, cookie })).status).toBe(status);
    expect((await post(revoke, '/x', { linkId }, { params, cookie })).status).toBe(status);
  }
  expect((await get(revokePage, '/x', { params })).location).toBe('/sign-in?next=%2Fx');
  const elsewhere = { ...params, teamId: cast.otherTeam.id };
  const cookie = await signedIn(cast.otherMember.id);
  expect((await post(share, '/x', { label: 'me' }, { params: elsewhere, cookie })).status).toBe(404);
  expect((await post(revoke, '/x', { linkId }, { params: elsewhere, cookie })).status).toBe(404);
  expect((await db.select().from(chartLinks)).map((one) => one.revokedAt)).toEqual([null]);
});

test('whom it is for must be said, and its last day must be to come', async () => {
  const { params, cookie } = await aTeamWithChart();
  const send = (fields: Record<string, string>) => post(share, '/x', fields, { params, cookie });
  expect((await send({})).data.error).toEqual({ label: ['Say whom it is for.'] });
  expect((await send({ label: 'x'.repeat(101) })).status).toBe(422);
  const past = await send({ label: 'the board', untilOn: '2025-01-01' });
  expect(past.data.error).toEqual({ untilOn: ['That day is over. Choose today or a later day.'] });
  expect(past.data.initialValue.label).toBe('the board');
  expect((await send({ label: 'the board', untilOn: '2026-02-30' })).status).toBe(422);
  expect(await db.select().from(chartLinks)).toEqual([]);
});

test('a form sent twice makes one link', async () => {
  const { params, cookie } = await aTeamWithChart();
  const send = () => post(share, '/x', { label: 'the board', formKey: 'k'.repeat(20) }, { params, cookie });
  expect((await send()).data.made.label).toBe('the board');
  expect((await send()).location).toBe(`/teams/${params.teamId}/measures/${params.measureId}/links`);
  expect(await db.select().from(chartLinks)).toHaveLength(1);
});

test('one address may ask 120 times a minute, whether its links work or not', async () => {
  const { open } = await aSharedChart();
  const statuses = [];
  for (let n = 0; n < 119; n += 1) {
    statuses.push((await get(shared, '/x', { params: { token: `${n}` } })).status);
  }
  expect(new Set(statuses)).toEqual(new Set([404]));
  expect((await open()).status).toBe(200);
  const late = await open();
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  expect(late.data).toContain('Please wait a little');
});
