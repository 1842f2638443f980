import { expect, test } from 'vitest';
import { ceilingOf, effectOf } from '~/indicators/ceiling';

/** The example of the rule: 300 of 1,250 reached, a measure that moved by at most 4.2 points. */
const input = (some: {
  reach?: number | null;
  eligible?: number | null;
  change?: number | null;
  low?: number;
  high?: number;
  sign?: 'same' | 'opposite';
  direction?: 'higher' | 'lower' | 'neither';
  unit?: 'percent' | 'rate' | 'count' | 'mean' | 'money';
  kind?: 'proportion' | 'mean' | 'count';
}) => ({
  reach: some.reach === undefined ? 300 : some.reach,
  eligible: some.eligible === undefined ? 1250 : some.eligible,
  measure: {
    kind: some.kind ?? 'proportion',
    sign: some.sign ?? 'same',
    effect: { low: some.low ?? 1.1, high: some.high ?? 4.2 },
  },
  indicator: {
    unit: some.unit ?? 'percent',
    direction: some.direction ?? 'higher',
    change: some.change === undefined ? 4.2 : some.change,
  },
});
const said = (some: Parameters<typeof input>[0]) => ceilingOf(input(some))?.sentence ?? null;

test('reach ÷ eligible × the upper limit of the effect is the most of the change', () => {
  // 300 ÷ 1250 × 4.2 = 1.008
  expect(ceilingOf(input({}))?.most).toBeCloseTo(1.008, 9);
  expect(said({})).toBe('At most 1.0 of the 4.2 points.');
});

test('it is never more than the change itself, and never below nothing', () => {
  expect(said({ reach: 1250, high: 30 })).toBe('At most all of the 4.2 points.');
  expect(said({ reach: 5000, high: 3 })).toBe('At most 3.0 of the 4.2 points.');
  expect(said({ reach: 1250, high: 4.17 })).toBe('At most all of the 4.2 points.');
  expect(said({ reach: 1250, high: 4.14 })).toBe('At most 4.1 of the 4.2 points.');
});

test('where lower is better, and where the link’s sign is opposite, the limit on the good side counts', () => {
  // Attendance goes up by up to 4.2 points; chronic absence fell by 5.
  expect(said({ direction: 'lower', sign: 'opposite', change: -5 })).toBe('At most 1.0 of the 5.0 points.');
  expect(said({ direction: 'lower', sign: 'same', change: -5, low: -8, high: 1 })).toBe(
    'At most 1.9 of the 5.0 points.',
  );
  expect(said({ direction: 'higher', sign: 'opposite', low: -8, high: 1 })).toBe(
    'At most 1.9 of the 4.2 points.',
  );
});

test('where the indicator got worse, no part of that is claimed', () => {
  expect(said({ change: -3 })).toBe(
    'At most 1.0 points the good way, while the indicator got 3.0 points worse.',
  );
});

test('a part that would be read as 0.0 is less than 0.1, and no part is said of a change that would', () => {
  expect(said({ low: -9, high: -2 })).toBe('Less than 0.1 of the 4.2 points.');
  expect(said({ reach: 12, high: 4.2 })).toBe('Less than 0.1 of the 4.2 points.');
  expect(said({ reach: 12, change: -2 })).toBe(
    'Less than 0.1 points the good way, while the indicator got 2.0 points worse.',
  );
  expect(said({ change: 0.04 })).toBeNull();
  expect(said({ change: -0.04, direction: 'lower' })).toBeNull();
});

test('where lower is better a rise is worse, and no part of it is claimed', () => {
  expect(said({ direction: 'lower', sign: 'opposite', change: 2 })).toBe(
    'At most 1.0 points the good way, while the indicator got 2.0 points worse.',
  );
});

test('where units differ, or something is not known, it is not shown', () => {
  expect(said({ unit: 'rate' })).toBeNull();
  expect(said({ unit: 'mean' })).toBeNull();
  expect(said({ kind: 'mean' })).toBeNull();
  expect(said({ direction: 'neither' })).toBeNull();
  expect(said({ reach: null })).toBeNull();
  expect(said({ eligible: null })).toBeNull();
  expect(said({ eligible: 0 })).toBeNull();
  expect(said({ change: null })).toBeNull();
  expect(said({ change: 0 })).toBeNull();
  expect(ceilingOf({ ...input({}), measure: { kind: 'proportion', sign: 'same', effect: null } })).toBeNull();
});

test('the effect is Newcombe’s interval of the pooled shares, in points; too few points have none', () => {
  // Newcombe 1998, method 10, example (a): 56/70 and 48/80, difference 20, interval 5.24 to 33.39; as three points each
  // with no more scatter than chance.
  const before = [
    { count: 16, of: 27 },
    { count: 16, of: 27 },
    { count: 16, of: 26 },
  ];
  const after = [
    { count: 19, of: 23 },
    { count: 18, of: 23 },
    { count: 19, of: 24 },
  ];
  const effect = effectOf(before, after);
  expect(effect?.low).toBeCloseTo(5.24, 2);
  expect(effect?.high).toBeCloseTo(33.39, 2);
  expect(effectOf(before.slice(1), after)).toBeNull();
});
