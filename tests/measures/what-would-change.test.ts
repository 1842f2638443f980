import { expect, test } from 'vitest';
import type { MeasureRuleSet } from '#db/vocabulary';
import type { AskedChart } from '~/measures/asked-chart';
import type { Measure } from '~/measures/measure';
import { readMeasure } from '~/measures/reading';
import { whatWouldChange } from '~/measures/what-would-change';
import { longestRunLimit } from '~/statistics/runs';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const minutes = plainMeasure({ kind: 'mean', unit: 'min', goal: null });
const before = [84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83];
const held = { ...minutes, baselineThrough: week(11) };
const said = (
  measure: Measure,
  values: readonly number[],
  rules: MeasureRuleSet = 'anhoej',
  chart?: AskedChart,
) =>
  whatWouldChange(
    measure,
    readMeasure({ ...measure, ruleSet: rules }, seriesOf(values), [], 'anhoej', undefined, { chart }),
  );

test('before ten points, it says how many more the rules need', () => {
  expect(said(minutes, before.slice(0, 8))).toEqual([
    '4 more points that are not on the median until the rules can test.',
  ]);
  expect(said(minutes, [84, 83, 85, 82, 86, 81, 87, 80])).toEqual([
    '2 more points until the rules can test.',
  ]);
  expect(said(minutes, [])).toEqual([]);
});

test('against a held median, a shift needs so many more of the same side', () => {
  // 12 points, 2 of them on the median of 84, then 5 above it: 15 useful, and a shift is 8 from 12 to 22 useful points.
  expect(said(held, [...before, 88, 89, 87, 90, 88])).toEqual([
    'A shift needs 3 more weeks above the median.',
  ]);
  // The two before were below it too.
  expect(said({ ...held, direction: 'lower' }, [...before, 80, 79])).toEqual([
    'A shift needs 4 more weeks below the median.',
  ]);
});

test('between rare events a number comes when one happens, and no week is waited for', () => {
  const days = { ...held, kind: 'time between', unit: '' } as const;
  expect(said(days, [...before, 88, 89, 87, 90, 88])).toEqual([
    'A shift needs 3 more numbers above the median.',
  ]);
});

test('what the rule asks for grows with the points that come', () => {
  const long = Array.from({ length: 22 }, (_, n) => (n % 2 === 0 ? 90 : 80));
  const measure = { ...minutes, baselineThrough: week(19) };
  // 22 useful points allow a run of 7, and 23 of 8: one more of the run of 1 is not enough to reach 8 in a row.
  expect([longestRunLimit(22), longestRunLimit(23)]).toEqual([7, 8]);
  expect(said(measure, long)).toEqual(['A shift needs 8 more weeks below the median.']);
});

test('fixed rules ask for their fixed number, and a point on the line starts the NHS count again', () => {
  const five = [...before, 88, 89, 87, 90, 88];
  expect(said(held, five, 'ihi')).toEqual(['A shift needs 1 more week above the median.']);
  expect(said(held, five, 'nhs')).toEqual(['A shift needs 2 more weeks above the median.']);
  expect(said(held, [...five, 84], 'ihi')).toEqual(['A shift needs 1 more week above the median.']);
  expect(said(held, [...five, 84], 'nhs')).toEqual([]);
});

test('against its own median the count is the least it could be, found by trying', () => {
  const values = [...before, 88, 89, 87];
  const [sentence] = said(minutes, values);
  expect(sentence).toMatch(
    /^A shift needs at least \d+ more weeks above the median, which moves until a baseline is held\.$/,
  );
  const more = Number(sentence?.match(/\d+/)?.[0]);
  const after = (count: number) =>
    readMeasure(minutes, seriesOf([...values, ...new Array<number>(count).fill(89)]), [], 'anhoej').words
      .word;
  expect([after(more), after(more - 1)]).toEqual(['Improvement', 'No signal yet']);
});

test('a shift that goes on says what would end it', () => {
  const shifted = [...before, 88, 89, 87, 90, 88, 89, 91, 90];
  expect(said(held, shifted)).toEqual(['One point below 84 min would end this.']);
  expect(said(held, [...before, 80, 81, 79, 80, 78, 79, 80, 81])).toEqual([
    'One point above 84 min would end this.',
  ]);
  const ended = readMeasure(held, seriesOf([...shifted, 83]), [], 'anhoej');
  expect(ended.words.word).toBe('No signal now');
});

test('a trend that goes on ends with one step the other way', () => {
  const rising = [84, 80, 86, 82, 85, 81, 82, 83, 84, 85, 86, 88];
  expect(said(minutes, rising, 'ihi')[0]).toBe('One point below 88 min would end this.');
});

test('too few crossings say how many more it takes, as the line goes on', () => {
  const drift = [80, 80.2, 80.1, 80.4, 80.3, 80.5, 80.6, 80.2, 86, 86.2, 86.1, 86.4, 86.3, 86.5, 86.6, 86.2];
  const one = readMeasure(minutes, seriesOf(drift), [], 'anhoej');
  const crossings = one.chart.reading.signals.find(({ rule }) => rule === 'crossings');
  expect(crossings).toMatchObject({ count: 1, limit: 4 });
  const only = { ...one, chart: { ...one.chart, reading: { ...one.chart.reading, signals: [crossings] } } };
  // With 5 more points there are 21, and chance gives 6 crossings or more of them.
  expect(whatWouldChange(minutes, only as typeof one)).toEqual([
    '5 more crossings of the median, one with each new point, would end this.',
  ]);
});

test('a control chart says what would be outside, and when its limits are firm', () => {
  const usual = [22, 24, 20, 23, 21, 25, 23, 20];
  expect(said(minutes, usual, 'anhoej', 'i')).toEqual([
    '2 more points until the rules can test.',
    'One point above 29.8 min or below 14.7 min would be a signal.',
    '4 more points, and the limits are no trial any more.',
  ]);
  const twelve = [...usual, 24, 22, 23, 21];
  expect(said(minutes, twelve, 'anhoej', 'i').at(-1)).toBe('8 more points, and the limits are firm.');
  expect(said({ ...held, baselineThrough: week(7) }, twelve, 'anhoej', 'i').join(' ')).not.toContain('firm');
  expect(said(held, [...twelve, 60], 'anhoej', 'i')[0]).toBe('One point inside the limits would end this.');
});

test('the limits of a share depend on its group, and cannot be beyond all or nobody', () => {
  const share = plainMeasure();
  const points = seriesOf(before.map((of) => [of, 100] as const));
  const [, outside] = whatWouldChange(
    share,
    readMeasure(share, points, [], 'anhoej', undefined, { chart: 'p' }),
  );
  expect(outside).toMatch(
    /^One point above 9\d\.\d% or below 7\d\.\d%, in a group as large as the newest, would be/,
  );
  const near = seriesOf(Array.from({ length: 12 }, (_, n) => [99 + (n % 2), 100] as const));
  const all = whatWouldChange(share, readMeasure(share, near, [], 'anhoej', undefined, { chart: 'p' })).join(
    ' ',
  );
  expect(all).not.toContain('above 10');
});
