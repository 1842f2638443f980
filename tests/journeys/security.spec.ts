import { demo, expect, password, test } from './support';

/** What the running server answers, asked as somebody outside would. */

test('every page carries a policy with a fresh nonce, and says nothing of what it is made of', async ({
  request,
}) => {
  const nonces = new Set<string>();
  for (const place of ['/sign-in', '/nowhere', '/sign-in', '/forgot-password']) {
    const answer = await request.get(place);
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16);
    nonces.add(nonce);
    const html = await answer.text();
    for (const [script] of html.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
    expect(answer.headers()['referrer-policy']).toBe('same-origin');
    expect(answer.headers()['cross-origin-opener-policy']).toBe('same-origin');
    expect(answer.headers()['x-powered-by']).toBeUndefined();
    expect(answer.headers()['cache-control']).toBe('no-store');
  }
  expect(nonces.size).toBe(4);
});

test('a shared chart alone may stand in other sites’ pages, and may do nothing there', async ({
  request,
}) => {
  const token = 'x'.repeat(43);
  for (const place of [`/embed/${token}`, `/embed/${token}/chart.svg`, `/embed/${token}/chart.png`]) {
    const answer = await request.get(place);
    expect(answer.status(), place).toBe(404);
    const headers = answer.headers();
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';img-src 'self';base-uri 'none';form-action 'none';frame-ancestors *",
    );
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(await answer.text()).not.toContain('<script');
  }
  for (const place of ['/embed', `/embed/${token}/more`, `/embed/${token}.data`, '/embed/a/b/c', '/teams']) {
    const headers = (await request.get(place, { maxRedirects: 0 })).headers();
    expect(headers['content-security-policy'], place).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options'], place).toBe('DENY');
  }
});

test('a form that another site sends is refused', async ({ playwright, baseURL }) => {
  const forgeries: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Cookie: 'upcurve=x' },
  ];
  const places = ['/sign-in', '/sign-out', '/teams/new', '/settings', '/settings/remove-demo', '/people/new'];
  for (const headers of forgeries) {
    const outsider = await playwright.request.newContext({ baseURL, extraHTTPHeaders: headers });
    for (const place of places) {
      const answer = await outsider.post(place, { form: { email: demo.member, password }, maxRedirects: 0 });
      expect(answer.status(), `${place} ${JSON.stringify(headers)}`).toBe(403);
    }
    await outsider.dispose();
  }
});

test('other methods, files of the program and paths out of the folder are not to be had', async ({
  request,
}) => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH']) {
    expect((await request.fetch('/teams', { method })).status(), method).toBe(405);
  }
  for (const place of [
    '/.git/config',
    '/.env',
    '/build/server/main.js',
    '/assets/',
    '/package.json',
    '/metrics',
  ]) {
    expect((await request.get(place)).status(), place).toBe(404);
  }
});

test('too large a form is refused before it is read whole', async ({ request }) => {
  const answer = await request.post('/sign-in', {
    form: { email: 'x'.repeat(1_100_000), password: 'x' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(413);
});

test('the cookie is HttpOnly and SameSite=Lax, and its token is in no page', async ({
  playwright,
  baseURL,
}) => {
  const somebody = await playwright.request.newContext({ baseURL });
  const answer = await somebody.post('/sign-in', { form: { email: demo.coach, password }, maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  const cookie = answer
    .headersArray()
    .find((one) => /^set-cookie$/i.test(one.name) && one.value.startsWith('upcurve='));
  expect(cookie?.value).toMatch(/HttpOnly/);
  expect(cookie?.value).toMatch(/SameSite=Lax/);
  expect(cookie?.value).toMatch(/Path=\//);
  const token = cookie?.value.match(/^upcurve=([^;]+)/)?.[1] ?? '';
  const page = await (await somebody.get('/account')).text();
  expect(page).toContain('Renee Castillo');
  expect(page).not.toContain(decodeURIComponent(token));
  await somebody.dispose();
});
