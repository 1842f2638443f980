import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { loader as account } from '~/routes/people/account';
import { action as signIn, loader as signInPage } from '~/routes/people/sign-in';
import { withDatabase } from '../support/database';
import { aMember, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';
import { cookiesOf, goodHash, goodPassword, trySignIn, withFreshLimits } from './signing-in';

withDatabase();
withFreshLimits();

test('signing in leads where one wanted to go, if that is here', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  const right = { email: person.email.toUpperCase(), password: goodPassword };
  expect((await trySignIn(right)).headers.get('location')).toBe('/');
  expect((await trySignIn({ ...right, next: '/teams?open=1' })).headers.get('location')).toBe(
    '/teams?open=1',
  );
  for (const next of ['//evil.example', '/\\evil.example', 'https:evil.example', 'javascript:alert(1)']) {
    expect((await trySignIn({ ...right, next })).headers.get('location')).toBe('/');
  }
});

test('a wrong password keeps the e-mail, never the password, and says one sentence', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  const answer = await trySignIn({ email: person.email, password: 'not this one at all' });
  expect(answer.status).toBe(422);
  expect(answer.error?.['']).toEqual(['That e-mail and password do not go together.']);
  expect(answer.body).toContain(person.email);
  expect(answer.body).not.toContain('not this one at all');
});

test('somebody deactivated everywhere is refused with the same words as a wrong password', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  await db
    .update(memberships)
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where(eq(memberships.personId, person.id));
  const answer = await trySignIn({ email: person.email, password: goodPassword });
  expect([answer.status, answer.error?.['']]).toEqual([
    422,
    ['That e-mail and password do not go together.'],
  ]);
});

test('signing in ends the session that the browser had, so that none can be planted', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  const planted = await signedIn(cast.member.id);
  const answer = await trySignIn({ email: person.email, password: goodPassword, cookie: planted });
  expect(cookiesOf(answer.headers)).not.toContain(planted);
  expect((await get(account, '/account', { cookie: planted })).location).toBe('/sign-in?next=%2Faccount');
});

test('the log says who signed in and who was refused, and no password', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  await trySignIn({ email: person.email, password: goodPassword, log });
  await trySignIn({ email: person.email, password: 'not this one at all', log });
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['signed in', 'sign-in refused']);
  expect(lines.every((line) => line.includes(person.id) && line.includes('10.0.0.1'))).toBe(true);
  expect(lines.join()).not.toMatch(/lanterns|not this one/);
});

test('the sign-in page sends who is signed in home, and an empty installation to set-up', async () => {
  expect((await get(signInPage, '/sign-in')).location).toBe('/setup');
  const cast = await theCast();
  expect((await get(signInPage, '/sign-in')).data).toEqual({ network: 'StriveTogether' });
  const cookie = await signedIn(cast.member.id);
  expect((await get(signInPage, '/sign-in', { cookie })).location).toBe('/');
});

test('hostile field names and repeated fields are no way in', async () => {
  const fields = { email: ['a@example.org', 'b@example.org'], password: 'x', '__proto__[polluted]': 'yes' };
  const answer = await post(signIn, '/sign-in', fields);
  expect(answer.status).toBe(422);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});
