import { expect, test } from 'vitest';
import { openLimits, setLimits } from '~/people/limits.server';
import { withDatabase } from '../support/database';
import { aCommunity, aMember } from '../support/factories';
import { cookiesOf, goodHash, goodPassword, limitsFile, trySignIn, withFreshLimits } from './signing-in';

withDatabase();
withFreshLimits();

async function anOwner() {
  const community = await aCommunity();
  return aMember(community.id, 'member', { email: 'owner@example.org', passwordHash: await goodHash() });
}

/** A stranger's tries, each from another address. */
async function guess(email: string, times: number) {
  const answers = [];
  for (let n = 0; n < times; n += 1) answers.push(await trySignIn({ email, address: `10.1.0.${n}` }));
  return answers.map((answer) => answer.status);
}

test('the eleventh wrong try for an account in 15 minutes is refused, from wherever it comes', async () => {
  await anOwner();
  expect(await guess('owner@example.org', 11)).toEqual([...Array(10).fill(422), 429]);
  const late = await trySignIn({ email: 'owner@example.org', address: '10.9.9.9' });
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  expect(late.error?.['']).toEqual(['Too many tries. Wait 15 minutes, then try again.']);
});

test('a stranger cannot lock the owner out of a device that they have signed in on', async () => {
  await anOwner();
  const before = await trySignIn({ email: 'owner@example.org', password: goodPassword });
  expect(before.status).toBe(302);
  const cookie = cookiesOf(before.headers);
  await guess('owner@example.org', 12);
  const elsewhere = { email: 'owner@example.org', password: goodPassword };
  expect((await trySignIn(elsewhere)).status).toBe(429);
  expect((await trySignIn({ ...elsewhere, cookie })).status).toBe(302);
});

test('a known device has its own ten tries, and is known for its own people only', async () => {
  const owner = await anOwner();
  const community = await aCommunity();
  await aMember(community.id, 'member', { email: 'other@example.org', passwordHash: await goodHash() });
  const before = await trySignIn({ email: owner.email, password: goodPassword });
  const cookie = cookiesOf(before.headers);
  const tries = [];
  for (let n = 0; n < 11; n += 1)
    tries.push(await trySignIn({ email: owner.email, cookie, address: `10.2.0.${n}` }));
  expect(tries.map((answer) => answer.status)).toEqual([...Array(10).fill(422), 429]);
  await guess('other@example.org', 10);
  const other = await trySignIn({ email: 'other@example.org', password: goodPassword, cookie });
  expect(other.status).toBe(429);
});

test('a forged device cookie makes nobody known', async () => {
  const owner = await anOwner();
  await guess(owner.email, 10);
  const value = Buffer.from(JSON.stringify({ id: 'x', people: [owner.id] })).toString('base64');
  const forged = await trySignIn({
    email: owner.email,
    password: goodPassword,
    cookie: `upcurve-device=${encodeURIComponent(`${value}.c2lnbmF0dXJl`)}`,
  });
  expect(forged.status).toBe(429);
});

test('an e-mail that nobody has is refused in the same way and after as many tries', async () => {
  await anOwner();
  const known = await trySignIn({ email: 'owner@example.org' });
  const unknown = await trySignIn({ email: 'nobody@example.org' });
  expect(unknown.status).toBe(known.status);
  expect(unknown.body.replace('nobody@', 'owner@')).toBe(known.body);
  expect(await guess('nobody@example.org', 10)).toEqual([...Array(9).fill(422), 429]);
});

test('the 51st wrong try from one address in 15 minutes is refused, whoever it is for', async () => {
  const statuses = [];
  for (let n = 0; n < 51; n += 1) {
    statuses.push((await trySignIn({ email: `somebody${n}@example.org` })).status);
  }
  expect(statuses.slice(0, 50).every((status) => status === 422)).toBe(true);
  expect(statuses[50]).toBe(429);
});

test('twenty tries at once count as twenty', async () => {
  const tries = Array.from({ length: 20 }, (_, n) =>
    trySignIn({ email: 'nobody@example.org', address: `10.3.0.${n}` }),
  );
  const statuses = (await Promise.all(tries)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test('signing in right uses up no tries', async () => {
  await anOwner();
  for (let n = 0; n < 12; n += 1) {
    const answer = await trySignIn({ email: 'owner@example.org', password: goodPassword });
    expect(answer.status).toBe(302);
  }
});

test('tries are remembered over a restart, and the file names nobody', async () => {
  const file = limitsFile();
  const first = openLimits(file);
  setLimits(first);
  await guess('owner@example.org', 10);
  first.close();
  setLimits(openLimits(file));
  expect(await guess('owner@example.org', 1)).toEqual([429]);
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(file).toString('latin1') + readFileSync(`${file}-wal`).toString('latin1');
  expect(bytes).not.toContain('owner@example.org');
  expect(bytes).not.toContain('10.1.0.');
});
