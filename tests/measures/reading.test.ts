import { expect, test } from 'vitest';
import { medianWords } from '~/measures/lead';
import { readMeasure, type TestedCycle } from '~/measures/reading';
import type { SeriesPoint } from '~/measures/series';
import { plainMeasure } from './plain-measure';

const measure = plainMeasure();
const week = (n: number) => new Date(Date.UTC(2026, 6, 6 + 7 * n)).toISOString().slice(0, 10);
const series = (values: number[]): SeriesPoint[] =>
  values.map((value, n) => ({
    id: `p${n}`,
    periodStart: week(n),
    numerator: value,
    denominator: 100,
    value: null,
    note: '',
    enteredAt: '2026-12-01T12:00:00.000Z',
    ghostedAt: null,
    ghostReason: null,
  }));
const cycle = (some: Partial<TestedCycle>): TestedCycle => ({
  id: 'c1',
  teamId: 't1',
  number: 1,
  idea: 'Text first, then call',
  scale: 'few',
  startsOn: week(12),
  doStartedOn: week(12),
  doEndedOn: null,
  learned: '',
  decision: null,
  decidedOn: null,
  measureIds: ['m1'],
  ...some,
});
const before = [84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83];
const shifted = series([...before, 88, 89, 87, 90, 88, 89, 91, 90]);

test('eight points above a frozen median are an improvement', () => {
  const reading = readMeasure(measure, shifted, [cycle({})], 'anhoej');
  expect(reading.frozen).toBe(12);
  expect(reading.chart.reading.phases[0]?.centre).toBe(84);
  expect(reading.words).toMatchObject({
    verdict: 'better',
    word: 'Improvement',
    text: 'Shift: 8 points above the median since Sep 28',
  });
  expect(reading.chart.sentence).toContain('Improvement. Shift: 8 points above the median since Sep 28.');
  expect(reading.chart.goalWord).toBe('Goal');
  expect(reading.latest).toMatchObject({ date: week(19), value: 90 });
});

test('the same shift is a concern where lower is better, and neither where neither is', () => {
  const lower = readMeasure({ ...measure, direction: 'lower' }, shifted, [cycle({})], 'anhoej');
  expect(lower.words.verdict).toBe('worse');
  expect(lower.words.word).toBe('Concern');
  const neither = readMeasure({ ...measure, direction: 'neither' }, shifted, [cycle({})], 'anhoej');
  expect(neither.words.verdict).toBe('none');
});

test('points set aside take no part', () => {
  const points = shifted.map((point, n) =>
    n >= 14 ? { ...point, ghostedAt: '2026-12-01T12:00:00.000Z', ghostReason: 'Snow' } : point,
  );
  const reading = readMeasure(measure, points, [cycle({})], 'anhoej');
  expect(reading.words.verdict).not.toBe('better');
  expect(reading.latest?.date).toBe(week(13));
  expect(reading.chart.points[14]).toMatchObject({ ghosted: true, note: 'Snow' });
  const fewBefore = shifted.map((point, n) => (n === 0 ? { ...point, ghostedAt: 'x' } : point));
  expect(readMeasure(measure, fewBefore, [cycle({})], 'anhoej').frozen).toBeNull();
});

test('fewer than twelve points before the first Do leave the median to the whole chart', () => {
  const reading = readMeasure(measure, shifted, [cycle({ doStartedOn: week(11) })], 'anhoej');
  expect(reading.frozen).toBeNull();
});

test('weeks without a number or set aside are not counted as weeks of the median', () => {
  const points = series([...before, 84, 85, 88, 89, 87])
    .map((point, n) => (n === 3 ? { ...point, ghostedAt: 'x', ghostReason: 'Snow' } : point))
    .filter((_, n) => n !== 5);
  const begun = cycle({ number: 4, doStartedOn: week(14) });
  const reading = readMeasure(measure, points, [cycle({ number: 6 }), begun], 'anhoej');
  expect(reading.frozen).toBeNull();
  const later = readMeasure(
    measure,
    points,
    [cycle({ number: 6, doStartedOn: week(16) }), { ...begun, doStartedOn: week(15) }],
    'anhoej',
  );
  expect([later.frozen, later.heldSince]).toEqual([13, 4]);
  expect(medianWords(measure, later)).toBe(
    'Median of 13 weeks, held still since Cycle 4 began so that change can show',
  );
  expect(medianWords(measure, reading)).toBe('The median of all its points');
});

test('cycles that target another measure neither freeze it nor stand on its chart', () => {
  const other = cycle({ id: 'c0', number: 7, doStartedOn: week(3), measureIds: ['m2'] });
  const reading = readMeasure(measure, shifted, [other, cycle({})], 'anhoej');
  expect(reading.frozen).toBe(12);
  expect(reading.chart.cycles.map(({ number }) => number)).toEqual([1]);
});

test('where no cycle targets it, the first Do of the team freezes it', () => {
  const reading = readMeasure(measure, shifted, [cycle({ measureIds: [] })], 'anhoej');
  expect(reading.frozen).toBe(12);
  expect(reading.chart.cycles).toEqual([]);
});

test('a balancing measure has a limit', () => {
  expect(readMeasure({ ...measure, type: 'balancing' }, shifted, [], 'anhoej').chart.goalWord).toBe('Limit');
});

test('the measure’s own rule set wins over the community’s, and is named', () => {
  const ihi = readMeasure({ ...measure, ruleSet: 'ihi' }, shifted, [], 'anhoej');
  expect(ihi.ruleSet).toBe('ihi');
  expect(ihi.ruleLine).toMatch(/^A shift is 6 .*\(IHI run chart rules\)\.$/);
  expect(readMeasure(measure, shifted, [], 'nhs').ruleLine).toMatch(/\(NHS Making Data Count rules\)\.$/);
});

test('a missing week is a break in the line and not a zero', () => {
  const points = shifted.filter((_, n) => n !== 4 && n !== 5);
  const { chart } = readMeasure(measure, points, [cycle({})], 'anhoej');
  expect(chart.points[4]).toMatchObject({ value: null, label: 'Week of Aug 3 and 1 more week' });
  expect(chart.points).toHaveLength(19);
});

test('a measure without numbers, and with one, reads without an error', () => {
  expect(readMeasure(measure, [], [cycle({})], 'anhoej').words.verdict).toBe('early');
  const one = readMeasure(measure, series([84]), [], 'anhoej');
  expect(one.chart.sentence).toContain('1 of 10');
  expect(one.latest?.label).toBe('Week of Jul 6');
});

test('out of nobody is drawn as no number', () => {
  const points = series([84, 85]).map((point) => ({ ...point, numerator: 0, denominator: 0 }));
  expect(readMeasure(measure, points, [], 'anhoej').latest).toBeNull();
});
