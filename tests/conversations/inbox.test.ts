import { expect, test } from 'vitest';
import { inboxThings, inboxTitle, type Told, whatHappened } from '~/conversations/inbox';
import { type Comment, openThreads, threadsOf } from '~/conversations/threads';

const told = (some: Partial<Told>): Told => ({
  id: 'a',
  thing: 'cycle',
  thingId: 'c1',
  name: 'Cycle 5: Text first, then call',
  teamId: 't1',
  team: 'Attendance Action Team',
  reason: 'mention',
  writer: 'Renee Castillo',
  body: 'Who writes it?',
  createdAt: '2026-11-20T10:00:00.000Z',
  rootId: 'r1',
  ...some,
});

test('an inbox has one entry a thing, and the thing talked about last comes first', () => {
  const things = inboxThings([
    told({}),
    told({ thing: 'measure', thingId: 'm1', name: 'Minutes', createdAt: '2026-11-21T10:00:00.000Z' }),
    told({
      reason: 'answer',
      writer: 'Luis Ortega',
      body: 'I do.',
      createdAt: '2026-11-22T10:00:00.000Z',
      rootId: 'r2',
    }),
  ]);
  expect(things.map(({ name, count }) => [name, count])).toEqual([
    ['Cycle 5: Text first, then call', 2],
    ['Minutes', 1],
  ]);
  expect(things[0]).toMatchObject({
    sentence: 'Renee Castillo mentioned you. Luis Ortega answered.',
    newest: { writer: 'Luis Ortega', body: 'I do.' },
    href: '/teams/t1/cycles/c1#comments-row',
    answer: { rootId: 'r2' },
  });
});

test('who did what is said once a deed, being named first', () => {
  expect(
    whatHappened([
      { reason: 'owner', writer: null },
      { reason: 'answer', writer: 'Luis' },
      { reason: 'answer', writer: 'Amina' },
      { reason: 'answer', writer: 'Luis' },
      { reason: 'mention', writer: 'Luis' },
    ]),
  ).toBe('Luis mentioned you. Luis and Amina answered. Somebody who left wrote a comment.');
  expect(inboxTitle(0)).toBe('Nothing waits for you');
  expect(inboxTitle(1)).toBe('1 thing waits for you');
  expect(inboxTitle(3)).toBe('3 things wait for you');
});

const comment = (some: Partial<Comment>): Comment => ({
  id: 'a',
  rootId: null,
  part: '',
  quote: '',
  body: 'Why?',
  writer: 'Dana',
  isMine: false,
  createdAt: '2026-11-20T10:00:00.000Z',
  isOut: false,
  resolvedAt: null,
  resolver: null,
  ...some,
});

test('what somebody took back is gone for others, but a thread with answers goes on', () => {
  const out = comment({ isOut: true });
  expect(threadsOf([out])).toEqual([]);
  expect(threadsOf([{ ...out, isMine: true }])).toHaveLength(1);
  const quoted = { ...out, quote: 'only in English' };
  const [thread] = threadsOf([quoted, comment({ id: 'b', rootId: 'a' })]);
  expect(thread?.answers.map(({ id }) => id)).toEqual(['b']);
  expect([thread?.body, thread?.quote]).toEqual(['', '']);
  const [own] = threadsOf([{ ...quoted, isMine: true }, comment({ id: 'b', rootId: 'a' })]);
  expect([own?.body, own?.quote]).toEqual(['Why?', 'only in English']);
  expect(threadsOf([comment({}), comment({ id: 'b', rootId: 'a', isOut: true })])[0]?.answers).toEqual([]);
  expect(openThreads(threadsOf([comment({ resolvedAt: '2026-11-21T10:00:00.000Z' })]))).toEqual([]);
});
