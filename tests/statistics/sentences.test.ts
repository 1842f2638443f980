import { expect, test } from 'vitest';
import { RULE_SET_NAMES, signalSentence } from '../../app/statistics/sentences';
import type { Signal } from '../../app/statistics/signals';

const days = ['October 5', 'October 12', 'October 19', 'October 26'];
const say = (signal: Partial<Signal>, centre: 'median' | 'mean' = 'median') =>
  signalSentence(
    {
      rule: 'shift',
      side: 'above',
      points: [1, 2, 3],
      completedAt: 3,
      count: 8,
      limit: 8,
      verdict: 'better',
      phase: 0,
      ...signal,
    },
    { centre, useful: 24, when: (point) => days[point] as string },
  );

test('every rule has its plain sentence', () => {
  expect(say({})).toBe('Shift: 8 points above the median since October 12');
  expect(say({ rule: 'trend', side: 'falling', count: 5 })).toBe('Trend: 5 points falling since October 12');
  expect(say({ rule: 'crossings', side: null, points: [], count: 3, limit: 8 })).toBe(
    'Unusual pattern: the line crosses the median 3 times in 24 points; chance gives 8 or more',
  );
  expect(say({ rule: 'crossings', side: null, points: [], count: 1, limit: 8 })).toMatch(/median 1 time in/);
  expect(say({ rule: 'too few runs', count: 4, limit: 8 })).toBe(
    'Unusual pattern: 4 runs in 24 points; chance gives 8 or more',
  );
  expect(say({ rule: 'too many runs', count: 20, limit: 18 })).toBe(
    'Unusual pattern: 20 runs in 24 points; chance gives 18 or fewer',
  );
  expect(say({ rule: 'beyond limits', points: [2] }, 'mean')).toBe('Beyond the upper limit: October 19');
  expect(say({ rule: 'beyond limits', side: 'below', points: [2] })).toBe(
    'Beyond the lower limit: October 19',
  );
  expect(say({ rule: 'two of three', count: 2 }, 'mean')).toBe(
    'Two of three: 2 points far above the mean between October 12 and October 26',
  );
  expect(say({ rule: 'four of five', side: 'below', count: 4 })).toMatch(
    /^Four of five: 4 points well below/,
  );
  expect(say({ rule: 'alternating', side: null, count: 14 })).toMatch(/14 points up and down by turns/);
  expect(say({ rule: 'close to the centre', side: null, count: 15 })).toMatch(
    /15 points close to the median/,
  );
  expect(say({ rule: 'away from the centre', side: null })).toMatch(/away from the median on both sides/);
  expect(say({ rule: 'another', points: [], completedAt: 0 })).toBe(
    'another: 8 points between October 5 and October 5',
  );
});

test('every rule set has a name', () => {
  expect(Object.values(RULE_SET_NAMES).every((name) => name.length > 0)).toBe(true);
});
