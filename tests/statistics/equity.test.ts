import { expect, test } from 'vitest';
import { aheadNow, type EquityClass, equitySentence, equityVerdict } from '../../app/statistics/equity';
import { movedBeyond, movement, scoreboard, scoreboardSentence } from '../../app/statistics/movement';

type Four = [
  focusThen: number | null,
  focusNow: number | null,
  referenceThen: number | null,
  referenceNow: number | null,
];

const TOLD = { low: 1, high: 9 };
const classOf = ([f1, f2, r1, r2]: Four, more: Partial<Parameters<typeof equityVerdict>[0]> = {}) =>
  equityVerdict({
    focus: { baseline: f1, latest: f2 },
    reference: { baseline: r1, latest: r2 },
    better: 'up',
    interval: TOLD,
    ...more,
  }).class;

test('without two periods of both groups there is no data', () => {
  expect(classOf([null, 60, 80, 85])).toBe('no data');
  expect(classOf([50, null, 80, 85])).toBe('no data');
  expect(classOf([50, 60, null, 85])).toBe('no data');
  expect(classOf([50, 60, 80, null])).toBe('no data');
});

test('a gap whose change may be chance is unclear', () => {
  expect(classOf([50, 60, 80, 82], { interval: { low: -1, high: 9 } })).toBe('unclear');
  expect(classOf([50, 60, 80, 82], { interval: { low: 0, high: 9 } })).toBe('unclear');
  expect(classOf([50, 60, 80, 82], { interval: { low: -9, high: 0 } })).toBe('unclear');
});

test('without an interval a gap that did not change is unclear', () => {
  expect(classOf([50, 60, 80, 90], { interval: null })).toBe('unclear');
  expect(classOf([50, 60 + 5e-10, 80, 90], { interval: null })).toBe('unclear');
  expect(classOf([50, 60, 80, 82], { interval: null })).toBe('improved for all, narrowed');
});

test('where neither group moved beyond the minimum it is unclear', () => {
  expect(classOf([50, 51, 80, 79], { minimumMovement: 1 })).toBe('unclear');
  expect(classOf([50, 51.5, 80, 79], { minimumMovement: 1 })).toBe('focus only');
});

test('a gap that changed its sign is reversed', () => {
  expect(classOf([70, 85, 75, 78])).toBe('reversed');
  expect(classOf([80, 70, 75, 78])).toBe('reversed');
});

test('a gap that closed or opened from nothing is not reversed', () => {
  expect(classOf([70, 80, 75, 80])).toBe('improved for all, narrowed');
  expect(classOf([70, 75, 70, 80])).toBe('improved for all, widened');
});

test('both moved well: narrowed or widened by the size of the gap', () => {
  expect(classOf([50, 65, 80, 85])).toBe('improved for all, narrowed');
  expect(classOf([50, 55, 80, 95])).toBe('improved for all, widened');
  expect(classOf([90, 99, 80, 85])).toBe('improved for all, widened');
});

test('one group moved well and the other did not', () => {
  expect(classOf([50, 60, 80, 80])).toBe('focus only');
  expect(classOf([50, 60, 80, 75])).toBe('focus only');
  expect(classOf([50, 50, 80, 85])).toBe('reference only');
  expect(classOf([50, 45, 80, 85])).toBe('reference only');
});

test('a gap that narrowed because the reference fell is levelled down', () => {
  expect(classOf([50, 50, 80, 70])).toBe('levelled down');
});

test('the focus group fell alone, or both fell', () => {
  expect(classOf([50, 40, 80, 80])).toBe('focus fell');
  expect(classOf([50, 40, 80, 75])).toBe('both fell');
});

test('where lower is better the same figures say the opposite', () => {
  const better = 'down' as const;
  expect(classOf([50, 40, 20, 15], { better })).toBe('improved for all, narrowed');
  expect(classOf([50, 60, 20, 25], { better })).toBe('both fell');
  expect(classOf([50, 50, 20, 30], { better })).toBe('levelled down');
});

test('a movement within a thousand-millionth of the minimum is none', () => {
  expect(movedBeyond(5e-10)).toBe(0);
  expect(movedBeyond(2e-9)).toBe(1);
  expect(movedBeyond(-2e-9)).toBe(-1);
  expect(movedBeyond(0.1 + 0.2, 0.3)).toBe(0);
  expect(movement(5, 7, 'up')).toBe(2);
  expect(movement(5, 7, 'down')).toBe(-2);
});

test('each class is a sentence, and says where no counts stand behind it', () => {
  const say = (name: EquityClass, better: 'up' | 'down' = 'up', withoutCounts = false) =>
    equitySentence(
      { class: name, withoutCounts, gap: { baseline: -5, latest: 3 } },
      { focus: 'Hispanic students', reference: 'White students', better },
    );
  expect(say('both fell')).toBe('Both fell.');
  expect(say('both fell', 'down')).toBe('Both got worse.');
  expect(say('both fell', 'up', true)).toBe('Both fell (without counts).');
  expect(say('levelled down')).toBe('Levelled down: Hispanic students did not move and White students fell.');
  expect(say('reversed')).toBe('Reversed: Hispanic students are now ahead of White students.');
  expect(say('reversed', 'down')).toBe('Reversed: White students are now ahead of Hispanic students.');
  expect(say('unclear')).toMatch(/^Unclear/);
  expect(say('no data', 'up', true)).toBe(
    'No two periods with figures for both Hispanic students and White students.',
  );
  expect(say('focus only')).toBe('Only Hispanic students improved.');
  expect(say('reference only')).toBe('Only White students improved.');
  expect(say('focus fell', 'down')).toBe('Hispanic students got worse and White students did not move.');
  expect(say('improved for all, narrowed')).toMatch(/narrowed\.$/);
  expect(say('improved for all, widened')).toMatch(/but .* widened\.$/);
});

test('a group ahead now without earlier figures is said to be ahead, and no more', () => {
  const focus = { baseline: null, latest: 92 };
  const reference = { baseline: 85, latest: 89 };
  expect(aheadNow(focus, reference, 'up', '%')).toBe('ahead now (92 vs 89 %), no earlier figures');
  expect(aheadNow(focus, reference, 'up', '')).toBe('ahead now (92 vs 89), no earlier figures');
  expect(aheadNow(focus, reference, 'down', '%')).toBeNull();
  expect(aheadNow({ baseline: 90, latest: 92 }, reference, 'up', '%')).toBeNull();
  expect(aheadNow({ baseline: null, latest: null }, reference, 'up', '%')).toBeNull();
  expect(aheadNow(focus, { baseline: 1, latest: null }, 'up', '%')).toBeNull();
});

test('the scoreboard counts improvements among indicators with data', () => {
  const statuses = [
    ...Array(34).fill({ status: 'improved', beyondChance: false }),
    ...Array(10).fill({ status: 'held', beyondChance: null }),
    ...Array(9).fill({ status: 'worsened', beyondChance: true }),
    ...Array(2).fill({ status: 'no data', beyondChance: null }),
  ];
  for (let i = 0; i < 21; i++) statuses[i] = { status: 'improved', beyondChance: true };
  const board = scoreboard(statuses);
  expect(board).toMatchObject({
    improved: 34,
    held: 10,
    worsened: 9,
    noData: 2,
    counted: 53,
    beyondChance: 21,
  });
  expect(board.proofPoint).toBe(true);
  expect(scoreboardSentence(board, 'June 1, 2026')).toBe(
    '34 of 53 improved (64 %), 21 beyond chance; 2 without data, as of June 1, 2026.',
  );
  expect(scoreboardSentence(scoreboard(statuses.slice(0, 53)), 'today')).toBe(
    '34 of 53 improved (64 %), 21 beyond chance, as of today.',
  );
});

test('a scoreboard without data has no share and proves nothing', () => {
  const board = scoreboard([{ status: 'no data', beyondChance: null }]);
  expect(board).toMatchObject({ share: null, proofPoint: false, noData: 1 });
  expect(scoreboardSentence(board, 'today')).toBe(
    'No indicator has a baseline and a later figure, as of today.',
  );
});

test('a gap of exactly the tolerance is none, and a change of exactly the tolerance is none', () => {
  const below = { low: -9, high: -1 };
  // From 1e-9, which is no gap, to −5: not reversed.
  expect(classOf([1e-9, -5, 0, 0], { interval: below })).toBe('focus fell');
  expect(classOf([1.1e-9, -5, 0, 0], { interval: below })).toBe('reversed');
  expect(classOf([1, 1e-9, 1, 0], { interval: null, better: 'down' })).toBe('unclear');
  expect(classOf([1, 1.1e-9, 1, 0], { interval: null, better: 'down' })).toBe('improved for all, widened');
});

test('without data the sentence says between whom', () => {
  const verdict = { class: 'no data' as const, withoutCounts: true, gap: null };
  expect(equitySentence(verdict, { focus: 'A', reference: 'B', better: 'up' })).toBe(
    'No two periods with figures for both A and B.',
  );
});
