import { expect, test } from 'vitest';
import { z } from 'zod';
import { RuleBroken } from '~/http/errors';
import * as fields from '~/http/fields';
import { formLimit, submit } from '~/http/form.server';

const schema = z.object({
  name: fields.line('Write a name.'),
  count: fields.optionalNumber(0, 100),
  on: fields.optionalDay(),
});

const send = (body: string | URLSearchParams) =>
  new Request('http://localhost/x', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

async function answer(body: string | Record<string, string>, work = async () => new Response('saved')) {
  const request = send(typeof body === 'string' ? body : new URLSearchParams(body));
  try {
    const result = await submit(request, schema, work, { secret: ['name'] });
    return result instanceof Response
      ? { status: result.status, reply: null }
      : { status: result.init?.status ?? 200, reply: result.data };
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, reply: null };
    throw thrown;
  }
}

test('a good form does its work', async () => {
  expect((await answer({ name: 'Ana', count: '12', on: '2024-02-29' })).status).toBe(200);
});

test.each([
  [{ name: '' }, 'name', 'Write a name.'],
  [{ name: 'Ana', count: 'many' }, 'count', 'Write a number, such as 12 or 12.5.'],
  [{ name: 'Ana', count: '1e309' }, 'count', 'Write a number, such as 12 or 12.5.'],
  [{ name: 'Ana', count: '0x10' }, 'count', 'Write a number, such as 12 or 12.5.'],
  [{ name: 'Ana', count: '1,5' }, 'count', 'Write a number, such as 12 or 12.5.'],
  [{ name: 'Ana', count: 'NaN' }, 'count', 'Write a number, such as 12 or 12.5.'],
  [{ name: 'Ana', count: '140' }, 'count', 'The most this can be is 100.'],
  [{ name: 'Ana', on: '2023-02-29' }, 'on', 'Write a date that exists, such as 2026-09-08.'],
  [{ name: 'Ana', on: '9999-01-01' }, 'on', 'Write a date between 1950 and 2100.'],
  [{ name: 'x'.repeat(1000) }, 'name', 'Keep this under 200 characters.'],
] as [Record<string, string>, string, string][])(
  '%j: a sentence at its field',
  async (body, field, sentence) => {
    const { status, reply } = await answer(body);
    expect(status).toBe(422);
    expect(reply?.error?.[field]).toEqual([sentence]);
  },
);

test('a thousands comma and a percent sign are forgiven', async () => {
  const seen: unknown[] = [];
  const wide = z.object({ count: fields.number('Write it.') });
  await submit(send(new URLSearchParams({ count: ' 1,234.5 % ' })), wide, async (value) => {
    seen.push(value.count);
    return new Response();
  });
  expect(seen).toEqual([1234.5]);
});

test('a broken rule comes back on the form, what was typed kept but for what is secret', async () => {
  const refused = await answer({ name: 'Ana', count: '7' }, async () => {
    throw new RuleBroken('Not today.');
  });
  expect(refused.status).toBe(422);
  expect(refused.reply?.error).toEqual({ '': ['Not today.'] });
  expect(refused.reply?.initialValue).toEqual({ count: '7' });
});

test.each([
  ['an unknown intent', '__intent__=x&name=Ana'],
  ['an intent that is no object', '__intent__=null&name=Ana'],
  ['an intent of no known kind', `__intent__=${encodeURIComponent('{"type":"x"}')}&name=Ana`],
  ['a broken state', '__state__=x&name=Ana'],
  ['a row far beyond the last', 'a[3000000]=1&name=Ana'],
  ['thousands of fields', Array.from({ length: 2500 }, (_, at) => `f${at}=1`).join('&')],
])('%s is no form of ours', async (_name, body) => {
  expect((await answer(body)).status).toBe(400);
});

test.each([
  '__proto__[polluted]=1',
  '__proto__.polluted=1',
  'a.constructor.prototype.polluted=1',
  'constructor[x]=1',
])('%s is left out', async (field) => {
  expect((await answer(`${field}&name=Ana`)).status).toBe(200);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('arrays for single values are refused at their field, not taken', async () => {
  const { status, reply } = await answer('name=Ana&name=Ben');
  expect(status).toBe(422);
  expect(reply?.error?.name).toBeDefined();
});

test('a body over the limit is refused', async () => {
  expect((await answer(`name=${'x'.repeat(formLimit)}`)).status).toBe(413);
});

test('a body over the limit is answered at its field where the form says how, and none of it is kept', async () => {
  const chunk = new Uint8Array(1_000_000);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 40) return controller.close();
      sent += 1;
      controller.enqueue(chunk);
    },
  });
  const request = new Request('http://localhost/x', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-length': '40000000' },
  } as RequestInit);
  const heard: number[] = [];
  const result = await submit(request, schema, async () => new Response('saved'), {
    tooLarge: (bytes) => ({ name: [`${bytes} is too much.`] }),
    heard: (done) => heard.push(done),
  });
  if (result instanceof Response) throw new Error('It was taken.');
  expect(result.init?.status).toBe(413);
  expect(result.data.error).toEqual({ name: ['40000000 is too much.'] });
  expect(heard.at(-1)).toBe(40_000_000);
});
