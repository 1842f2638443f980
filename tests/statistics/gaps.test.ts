import { expect, test } from 'vitest';
import { NumbersRefused } from '../../app/statistics/errors';
import {
  gapChange,
  gapsOf,
  gapWord,
  mover,
  rateGapChange,
  relativeChange,
} from '../../app/statistics/gap-change';
import { newcombe, pooledTest, rateGap, ratioOf, wilson } from '../../app/statistics/gaps';
import { publishedDifference, publishedGapChange, standardErrorOf } from '../../app/statistics/margins';
import { rateRatio } from '../../app/statistics/rates';

const cells = (f1: number, f2: number, r1: number, r2: number, of = 1000) => ({
  focus: { before: { count: f1, of }, after: { count: f2, of } },
  reference: { before: { count: r1, of }, after: { count: r2, of } },
});

test('a gap carries Newcombe’s interval: 56 of 70 against 48 of 80, as he published it', () => {
  const { difference, low, high } = newcombe({ x1: 56, n1: 70, x2: 48, n2: 80 });
  expect(difference).toBeCloseTo(0.2, 12);
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test('the interval stays inside −1 … 1 where both groups are at the ends', () => {
  const { difference, low, high } = newcombe({ x1: 10, n1: 10, x2: 0, n2: 20 });
  expect(difference).toBe(1);
  expect(high).toBe(1);
  expect(low).toBeGreaterThan(0.6);
});

test('Wilson’s interval reaches 0 and 1 exactly, and takes fractional counts', () => {
  expect(wilson({ count: 0, of: 12 }).low).toBe(0);
  expect(wilson({ count: 12, of: 12 }).high).toBe(1);
  expect(wilson({ count: 2.5, of: 10 }).low).toBeGreaterThan(0);
});

test('what is no proportion is refused in words', () => {
  expect(() => wilson({ count: 3, of: 2 })).toThrow('3 of 2: the part is larger than the whole.');
  expect(() => wilson({ count: -1, of: 2 })).toThrow(NumbersRefused);
  expect(() => wilson({ count: 0, of: 0 })).toThrow(NumbersRefused);
  expect(() => wilson({ count: Number.NaN, of: 5 })).toThrow(NumbersRefused);
  expect(() => pooledTest({ x1: 1, n1: 0, x2: 1, n2: 2 })).toThrow(NumbersRefused);
});

test('two groups at 100 % have no variation to test', () => {
  expect(pooledTest({ x1: 5, n1: 5, x2: 8, n2: 8 })).toEqual({ z: null, p: null });
});

test('a gap that closes beyond chance narrowed, one that opens widened', () => {
  const narrowed = gapChange(cells(400, 300, 200, 200));
  expect(gapWord(0.2, 0.1, narrowed)).toBe('narrowed');
  const widened = gapChange(cells(300, 400, 200, 200));
  expect(gapWord(0.1, 0.2, widened)).toBe('widened');
});

test('a change that may be chance cannot be told, whatever its size', () => {
  const change = gapChange(cells(6, 3, 5, 4, 30));
  expect(gapWord(1 / 30, -1 / 30, change)).toBe('cannot tell');
});

test('a negative gap narrows when it moves towards zero', () => {
  const change = gapChange(cells(200, 300, 400, 400));
  expect(change.estimate).toBeCloseTo(0.1, 12);
  expect(gapWord(-0.2, -0.1, change)).toBe('narrowed');
});

test('a gap that crossed zero to the same size neither narrowed nor widened', () => {
  expect(gapWord(-0.1, 0.1, gapChange(cells(200, 400, 300, 300)))).toBe('cannot tell');
});

test('where nothing varies there is no variation and no test', () => {
  const change = gapChange(cells(0, 0, 0, 0));
  expect([change.z, change.p]).toEqual([null, null]);
  expect(gapWord(0, 0, change)).toBe('no variation');
});

test('at 0 % and 100 % the Wald test fails and the interval still judges', () => {
  const change = gapChange(cells(0, 50, 50, 50, 50));
  expect(change.z).toBeNull();
  expect(change.interval?.low).toBeGreaterThan(0);
  expect(gapWord(-1, 0, change)).toBe('narrowed');
});

test('the change of a gap rests on the intervals of the two gaps', () => {
  const four = cells(400, 300, 200, 190);
  const { before, after } = gapsOf(four);
  expect(gapChange(four).interval).toEqual(mover(before, after));
});

test('absolute and relative change can disagree: both halve, the ratio stays', () => {
  const four = cells(400, 200, 200, 100);
  expect(gapChange(four).estimate).toBeCloseTo(-0.1, 12);
  expect(relativeChange(four, 'proportion')?.ratioOfRatios).toBeCloseTo(1, 12);
});

test('a ratio of ratios does not exist where any count is 0', () => {
  expect(relativeChange(cells(0, 3, 4, 5), 'proportion')).toBeNull();
  expect(relativeChange(cells(1, 3, 0, 5), 'rate')).toBeNull();
  expect(ratioOf({ count: 1, of: 2 }, { count: 0, of: 2 })).toBeNull();
  expect(ratioOf({ count: 1, of: 2 }, { count: 1, of: 4 })).toBe(2);
});

test('rates have no interval of their own here and are judged by the normal one', () => {
  const change = rateGapChange({
    focus: { before: { count: 84, of: 12000 }, after: { count: 55, of: 12500 } },
    reference: { before: { count: 120, of: 40000 }, after: { count: 118, of: 41000 } },
  });
  expect(change.interval).toBeNull();
  expect(gapWord(0.004, 0.0015, change)).toBe('narrowed');
  expect(rateGap({ count: 84, of: 12000 }, { count: 120, of: 40000 })).toBeCloseTo(0.004, 12);
});

test('rates without events have no ratio, and events on one side only half an interval', () => {
  expect(rateRatio({ count: 0, of: 10 }, { count: 0, of: 10 })).toEqual({
    ratio: null,
    low: null,
    high: null,
    p: null,
  });
  const open = rateRatio({ count: 5, of: 10 }, { count: 0, of: 10 });
  expect([open.ratio, open.high]).toEqual([null, null]);
  expect(open.p).toBeCloseTo(0.0625, 12);
  const closed = rateRatio({ count: 0, of: 10 }, { count: 5, of: 10 });
  expect([closed.ratio, closed.low]).toEqual([0, 0]);
  expect(closed.p).toBeCloseTo(0.0625, 12);
  expect(rateRatio({ count: 5, of: 10 }, { count: 5, of: 10 }).p).toBe(1);
  expect(() => rateRatio({ count: 1, of: 0 }, { count: 1, of: 1 })).toThrow('exposure');
});

test('an exact p adds up all outcomes no likelier than the one seen', () => {
  // binom.test(7, 10, 0.3)$p.value, R 4.2.2
  expect(rateRatio({ count: 7, of: 3 }, { count: 3, of: 7 }).p).toBeCloseTo(0.010592078399999998, 10);
});

test('a margin of ** cannot be tested, one of ***** has no error', () => {
  expect(standardErrorOf('**')).toBeNull();
  expect(standardErrorOf('*****')).toBe(0);
  expect(standardErrorOf(1.645)).toBe(1);
  expect(() => standardErrorOf(-1)).toThrow(NumbersRefused);
  const untestable = publishedDifference({ estimate: 5, margin: '**' }, { estimate: 7, margin: 1 });
  expect(untestable).toMatchObject({ difference: 2, margin: null, z: null, p: null, significantAt90: null });
  const certain = publishedDifference({ estimate: 5, margin: '*****' }, { estimate: 7, margin: '*****' });
  expect(certain).toMatchObject({ difference: 2, margin: 0, z: null, significantAt90: null });
});

test('the change of a published gap rests on four margins', () => {
  const at = (focus: number, reference: number) => ({
    focus: { estimate: focus, margin: 1.645 },
    reference: { estimate: reference, margin: 1.645 },
  });
  const change = publishedGapChange(at(10, 20), at(16, 20));
  expect(change.difference).toBe(6);
  expect(change.z).toBeCloseTo(3, 12);
  expect(change.significantAt90).toBe(true);
  expect(publishedGapChange(at(10, 20), at(12, 20)).significantAt90).toBe(false);
});

test('a ratio of ratios beyond all sense is none', () => {
  const far = (of: number) => ({
    focus: { before: { count: 1, of: 1e-4 }, after: { count: 1, of } },
    reference: { before: { count: 1, of: 1 }, after: { count: 1, of: 1 } },
  });
  expect(relativeChange(far(1e9), 'rate')).toBeNull();
  expect(relativeChange(far(1e-3), 'rate')?.ratioOfRatios).toBeCloseTo(0.1, 8);
});
