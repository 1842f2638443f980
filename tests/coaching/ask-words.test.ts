import { expect, test } from 'vitest';
import { asksInBrief } from '~/coaching/ask-words';

const ask = (hoursLater: number | null) =>
  ({
    createdAt: '2026-11-26T10:00:00.000Z',
    closedAt: null,
    answers:
      hoursLater === null
        ? []
        : [{ createdAt: new Date(Date.UTC(2026, 10, 26, 10) + hoursLater * 3_600_000).toISOString() }],
  }) as unknown as Parameters<typeof asksInBrief>[0][number];

test('how soon help came is told in whole sentences', () => {
  expect(asksInBrief([])).toBe('Nobody has asked for help yet.');
  expect(asksInBrief([ask(0.5)])).toContain(' One is answered, within an hour.');
  expect(asksInBrief([ask(0.2), ask(0.5), ask(30)])).toContain(
    ' 3 are answered. Half of the answers came within an hour.',
  );
  expect(asksInBrief([ask(0.2), ask(5), ask(30)])).toContain('Half of the answers came within 5 hours.');
});
