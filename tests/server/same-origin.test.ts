import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameOrigin } from '~/server/same-origin';

let server: Server;
let base: string;
beforeAll(async () => {
  const app = express();
  app.use(sameOrigin(undefined));
  app.all('*', (_request, response) => void response.send('taken'));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const form = 'application/x-www-form-urlencoded';
const send = async (headers: Record<string, string>, type = form) =>
  (await fetch(base, { method: 'POST', body: 'a=1', headers: { 'content-type': type, ...headers } })).status;

test('a form of our own page is taken', async () => {
  expect(await send({ origin: base, cookie: 'upcurve=x' })).toBe(200);
  expect(await send({ 'sec-fetch-site': 'same-origin', cookie: 'upcurve=x' })).toBe(200);
});

test.each([
  ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
  ['another Origin', { origin: 'https://evil.example' }],
  ['Origin: null', { origin: 'null' }],
  ['no Origin but a cookie', { cookie: 'upcurve=x' }],
])('%s is refused', async (_name, headers) => {
  expect(await send(headers as Record<string, string>)).toBe(403);
});

test('a body that is no form is refused', async () => {
  expect(await send({ origin: base }, 'text/plain')).toBe(403);
  expect(await send({ origin: base }, 'application/json')).toBe(403);
});

test('pages are read from anywhere', async () => {
  const answer = await fetch(base, { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(answer.status).toBe(200);
});
