import { expect, test } from 'vitest';
import type { Figure } from '~/indicators/cells';
import { movementOf } from '~/indicators/change';
import { aRule } from './readings';

const figure = (value: number, some: Partial<Figure> = {}): Figure => ({
  state: 'figure',
  value,
  counts: null,
  margin: null,
  of: null,
  ...some,
});
const share = (count: number, of: number) => figure((100 * count) / of, { counts: { count, of }, of });

test('an indicator improved, held, worsened or has no data since its baseline', () => {
  const status = (baseline: number | null, latest: number | null, minimumMovement = 0) =>
    movementOf(
      baseline === null ? null : figure(baseline),
      latest === null ? null : figure(latest),
      aRule({ direction: 'lower', minimumMovement }),
    ).status;
  expect(status(20, 15)).toBe('improved');
  expect(status(20, 25)).toBe('worsened');
  expect(status(20, 20)).toBe('held');
  expect(status(20, 19, 1)).toBe('held');
  expect(status(null, 20)).toBe('no data');
  expect(status(20, null)).toBe('no data');
});

test('a change is beyond chance where the interval of the difference leaves out zero', () => {
  const judge = (first: number, second: number, of: number) =>
    movementOf(share(first, of), share(second, of), aRule());
  expect(judge(500, 600, 1000).beyondChance).toBe(true);
  expect(judge(600, 500, 1000).beyondChance).toBe(true);
  expect(judge(5, 6, 10).beyondChance).toBe(false);
  expect(judge(500, 600, 1000).change).toBeCloseTo(10, 12);
  expect(movementOf(figure(1), figure(2), aRule()).beyondChance).toBeNull();
});

test('where neither way is better, nothing improves or gets worse', () => {
  const rule = aRule({ direction: 'neither' });
  expect(movementOf(share(5, 10), share(600, 1000), rule).status).toBe('held');
  expect(movementOf(figure(50), figure(60), rule)).toMatchObject({ status: 'held', change: 10 });
});
