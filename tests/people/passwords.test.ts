import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '~/people/passwords.server';

test('a password is kept as argon2id with 19 MiB and two passes', async () => {
  expect(await hashPassword('four lanterns over harbor')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('two passwords that are equal in their first 72 bytes are different', async () => {
  const long = 'x'.repeat(72);
  const stored = await hashPassword(`${long}one`);
  expect(await isPassword(stored, `${long}one`)).toBe(true);
  expect(await isPassword(stored, `${long}two`)).toBe(false);
});

test('the same letters typed on another device are the same password', async () => {
  expect(await isPassword(await hashPassword('caf\u00e9 lantern harbor'), 'cafe\u0301 lantern harbor')).toBe(
    true,
  );
});

test('nobody has the password of an account without one', async () => {
  expect(await isPassword(null, '')).toBe(false);
  expect(await isPassword(null, 'four lanterns over harbor')).toBe(false);
});
