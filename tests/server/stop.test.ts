import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stopServer } from '~/server/stop';

async function aServer(answerAfter: number) {
  const server = createServer(async (_request, response) => {
    await wait(answerAfter);
    response.end('answered');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a letter that a mail server never takes does not keep the program from stopping', async () => {
  const { server } = await aServer(0);
  const began = Date.now();
  await stopServer(server, () => new Promise(() => {}), 200);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(server.listening).toBe(false);
});

test('nor does an answer that does not come', async () => {
  const { server, address } = await aServer(60_000);
  const asked = fetch(address).catch(() => 'cut off');
  await wait(100);
  await stopServer(server, async () => {}, 200);
  expect(await asked).toBe('cut off');
});

test('an answer and a letter under way are waited for', async () => {
  const { server, address } = await aServer(300);
  let isSent = false;
  const asked = fetch(address).then((answer) => answer.text());
  await wait(100);
  await stopServer(server, async () => {
    await wait(400);
    isSent = true;
  });
  expect(isSent).toBe(true);
  expect(await asked).toBe('answered');
});
