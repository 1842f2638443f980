import { expect, test, vi } from 'vitest';
import { type Connection, patiently } from '~/ui/patient-reading';

const gone = () => Promise.reject(new TypeError('Failed to fetch'));
const answer = () => Promise.resolve(new Response('here'));

function away(isThere: boolean) {
  const nextTry = vi.fn<Connection['nextTry']>(async () => {});
  return { connection: { isThere: () => isThere, nextTry }, nextTry };
}

test('a page’s data waits for the connection, however long, and is then read', async () => {
  const ask = vi.fn<typeof fetch>(answer);
  for (let tries = 0; tries < 10; tries += 1) ask.mockImplementationOnce(gone);
  const { connection, nextTry } = away(false);
  const read = await patiently(ask, connection)('/teams/a/theory.data?_routes=x');
  expect(await read.text()).toBe('here');
  expect(nextTry).toHaveBeenCalledTimes(10);
});

test('where the connection is there and the server is not, it is tried three times and then said', async () => {
  const ask = vi.fn<typeof fetch>(gone);
  const { connection } = away(true);
  await expect(patiently(ask, connection)('/teams.data')).rejects.toThrow('Failed to fetch');
  expect(ask).toHaveBeenCalledTimes(3);
});

test('what writes is never sent twice, and no other address waits', async () => {
  const ask = vi.fn<typeof fetch>(gone);
  const { connection, nextTry } = away(false);
  await expect(patiently(ask, connection)('/teams.data', { method: 'POST' })).rejects.toThrow();
  await expect(patiently(ask, connection)('/assets/page.js')).rejects.toThrow();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(nextTry).not.toHaveBeenCalled();
});

test('a reading that was broken off is not tried again', async () => {
  const stop = new AbortController();
  const ask = vi.fn<typeof fetch>(() => {
    stop.abort();
    return Promise.reject(stop.signal.reason);
  });
  const { connection } = away(false);
  await expect(patiently(ask, connection)('/teams.data', { signal: stop.signal })).rejects.toThrow('aborted');
  expect(ask).toHaveBeenCalledTimes(1);
});

test('an answer that breaks off in the middle is asked for again', async () => {
  const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
  const ask = vi.fn<typeof fetch>(answer).mockImplementationOnce(async () => new Response(broken));
  const { connection } = away(false);
  expect(await (await patiently(ask, connection)('/teams.data')).text()).toBe('here');
});
