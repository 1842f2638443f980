// What lies on a limit, and a run chart asked for as a control chart.
import { expect, test } from 'vitest';
import { readControlChart } from '../../app/statistics/control-chart';
import { readRunChart } from '../../app/statistics/run-chart';

test('a point on a limit is not beyond it', () => {
  const counts = { kind: 'c' as const, frozen: 4, better: 'up' as const };
  // Mean 9, so limits at 9 ± 3 × 3.
  expect(readControlChart({ ...counts, values: [9, 9, 9, 9, 18, 19] }).beyond).toEqual([5]);
  expect(readControlChart({ ...counts, values: [9, 9, 9, 9, 0, 18] }).beyond).toEqual([]);
  const below = readControlChart({ ...counts, values: [16, 16, 16, 16, 4, 3] });
  expect([below.lines.lower[0], below.beyond, below.signals[0]?.side]).toEqual([4, [5], 'below']);
});

test('a run chart asked for with the control charts has the same signals, from ten useful points on', () => {
  const values = [5, 3, 6, 2, 7, 1, 2, 3, 4, 8];
  const read = (list: number[]) => {
    const chart = readControlChart({ kind: 'run', values: list, rules: 'ihi', better: 'up' });
    expect([chart.beyond, new Set(chart.lines.upper)]).toEqual([[], new Set([null])]);
    return chart.signals.map(({ rule, points }) => [rule, points]);
  };
  expect(read(values)).toEqual(
    readRunChart({ values, rules: 'ihi', better: 'up' }).signals.map(({ rule, points }) => [rule, points]),
  );
  expect(read(values)).toEqual([['trend', [5, 6, 7, 8, 9]]]);
  expect(read([3, 6, 2, 7, 1, 2, 3, 4, 8])).toEqual([]);
});

test('an excluded point beyond the limits is flagged alone, and joins no other pattern', () => {
  const quiet = Array.from({ length: 12 }, (_, i) => 10 + (i % 2 === 0 ? 1 : -1));
  const outside = [13, 7, 13, 7, 30, 13, 7, 13];
  const read = (flagsExcluded: boolean) =>
    readControlChart({
      kind: 'i',
      values: [...quiet, ...outside],
      frozen: 12,
      excluded: [16],
      flagsExcluded,
      rules: 'nelson',
      better: 'up',
    });
  expect([read(false).beyond, read(true).beyond]).toEqual([[], [16]]);
  const others = (flagsExcluded: boolean) =>
    read(flagsExcluded)
      .signals.filter(({ rule }) => rule !== 'beyond limits')
      .map(({ rule }) => rule);
  expect(others(true)).toEqual(others(false));
});
