import { afterEach, expect, test, vi } from 'vitest';
import { readFlash, redirectSaying } from '~/http/flash.server';

afterEach(() => vi.unstubAllEnvs());

const cookieOf = async () => (await redirectSaying('/', 'Saved.')).headers.get('set-cookie') ?? '';

test('over https another host’s page can plant what a page says: the cookie is __Host- and Secure', async () => {
  expect(await cookieOf()).toMatch(/^upcurve-says=/);
  vi.stubEnv('PUBLIC_URL', 'https://upcurve.example.org');
  const cookie = await cookieOf();
  expect(cookie).toMatch(/^__Host-upcurve-says=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const request = new Request('http://localhost', { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(await readFlash(request)).toEqual({ sentence: 'Saved.', undo: null });
});
