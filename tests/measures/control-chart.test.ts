import { describe, expect, test } from 'vitest';
import { offerCharts } from '~/measures/chart-offer';
import { medianWords } from '~/measures/lead';
import { readMeasure } from '~/measures/reading';
import { rulesSaid } from '~/measures/rules-said';
import { readControlChart } from '~/statistics/control-chart';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const share = plainMeasure();
const minutes = plainMeasure({ kind: 'mean', unit: 'min', direction: 'lower', goal: 20 });
const shares = [84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83, 88, 89].map((of) => [of * 3, 300] as const);
const held = { ...minutes, baselineThrough: week(11) };
const usual = [22, 24, 20, 23, 21, 25, 23, 20, 24, 22, 23, 21];

describe('which chart', () => {
  test('a run chart is drawn first, for everything', () => {
    const reading = readMeasure(share, seriesOf(shares), [], 'anhoej');
    expect(reading.kind).toBe('run');
    expect(reading.chart.limits).toBeUndefined();
    expect(reading.chart.title).toBe('Run chart: School days attended');
  });

  test('the control chart is the one that the data ask for', () => {
    expect(offerCharts(share, seriesOf(shares)).control).toBe('pprime');
    expect(offerCharts(share, seriesOf(shares.map(([of]) => of / 3))).control).toBe('i');
    expect(offerCharts(minutes, seriesOf(usual)).control).toBe('i');
    expect(offerCharts(plainMeasure({ kind: 'count' }), seriesOf([22, 30, 15, 27, 19, 24, 18])).control).toBe(
      'c',
    );
    const days = plainMeasure({ kind: 'time between' });
    expect(offerCharts(days, seriesOf([3, 5.5, 9, 12, 7, 21])).control).toBe('t');
    expect(offerCharts(days, seriesOf([3, 5, 0, 12, 7, 3])).control).toBe('g');
    const rate = plainMeasure({ kind: 'rate', ratePer: 100 });
    expect(offerCharts(rate, seriesOf(usual.map((x) => [x, 400] as const))).control).toBe('uprime');
    expect(offerCharts(rate, seriesOf(usual.map((_, n) => [2 + (n % 3), 400] as const))).control).toBe('u');
  });

  test('averages with the single values behind them have an X̄ chart', () => {
    const points = seriesOf(usual).map((point, n) => ({ ...point, rawValues: [20 + n, 22, 25 - n] }));
    const { chart, kind } = readMeasure(minutes, points, [], 'anhoej', undefined, { chart: 'control' });
    expect(kind).toBe('xbar');
    expect(chart.points[3]?.value).toBeCloseTo((23 + 22 + 22) / 3, 10);
    const spread = readMeasure(minutes, points, [], 'anhoej', undefined, { chart: 's' });
    expect(spread.chart.goal).toBeNull();
    expect(spread.chart.points[0]?.value).toBeCloseTo(Math.sqrt(19 / 3), 10);
  });

  test('what the data do not allow says what it would need', () => {
    const offer = offerCharts(minutes, seriesOf(usual));
    const reasonOf = (kind: string) => offer.options.find((one) => one.kind === kind);
    expect(reasonOf('p')).toEqual({
      kind: 'p',
      isAllowed: false,
      reason: 'It needs a share: so many out of so many, each counted once.',
    });
    expect(reasonOf('c')).toMatchObject({ isAllowed: false, reason: 'It needs counts of things.' });
    expect(reasonOf('xbar')?.isAllowed).toBe(false);
    expect(reasonOf('run')?.isAllowed).toBe(true);
    const mixed = seriesOf([...shares, 84]);
    expect(offerCharts(share, mixed).options.find(({ kind }) => kind === 'p')?.reason).toBe(
      'It needs both counts behind every point. 1 has a value only.',
    );
    expect(offerCharts(share, mixed).control).toBe('i');
    const times = offerCharts(plainMeasure({ kind: 'time between' }), seriesOf([3, 5, 0, 12, 7, 3]));
    expect(times.options.find(({ kind }) => kind === 't')?.reason).toMatch(/^Point 3 has zero time/);
  });

  test('no limits below six points: the run chart stays, and says why', () => {
    const reading = readMeasure(minutes, seriesOf(usual.slice(0, 5)), [], 'anhoej', undefined, {
      chart: 'control',
    });
    expect([reading.kind, reading.offer.control]).toEqual(['run', null]);
    expect(reading.notDrawn).toBe('5 points: no limits below 6.');
    expect(
      readMeasure(minutes, seriesOf(usual.slice(0, 5)), [], 'anhoej', undefined, { chart: 'i' }).notDrawn,
    ).toBe('Limits need 6 points. There are 5.');
  });

  test('limits of six to eleven points are trial limits', () => {
    const limitsOf = (count: number) =>
      readMeasure(minutes, seriesOf(usual.slice(0, count)), [], 'anhoej', undefined, { chart: 'control' })
        .chart.limits?.isTrial;
    expect([limitsOf(6), limitsOf(11), limitsOf(12)]).toEqual([true, true, false]);
  });

  test('the measure’s own choice is drawn, and an address asks for another', () => {
    const own = plainMeasure({ chartKind: 'p' });
    const kindFor = (chart?: 'run' | 'control' | 'i' | 'c') =>
      readMeasure(own, seriesOf(shares), [], 'anhoej', undefined, { chart }).kind;
    expect([kindFor(), kindFor('control'), kindFor('run'), kindFor('i')]).toEqual(['p', 'p', 'run', 'i']);
    expect(kindFor('c')).toBe('run');
  });

  test('rules made for control charts are read on one', () => {
    const western = plainMeasure({ ruleSet: 'western-electric' });
    expect(readMeasure(western, seriesOf(shares), [], 'anhoej').kind).toBe('pprime');
    expect(readMeasure(western, seriesOf(shares.slice(0, 4)), [], 'anhoej').kind).toBe('run');
  });

  test('events so rare that most numbers are 0 get a proposal in place of an I chart', () => {
    const falls = plainMeasure({ kind: 'count', direction: 'lower' });
    const offer = offerCharts(falls, seriesOf([0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0]));
    expect(offer.isRare).toBe(true);
    expect(offer.reason).toContain('days between two events');
    expect(offer.options.find(({ kind }) => kind === 'i')?.reason).toMatch(/^Most numbers are 0/);
  });
});

describe('what a control chart shows', () => {
  test('shares are shown in percent, rates for so many, by the functions of the statistics', () => {
    const { limits } = readMeasure(share, seriesOf(shares), [], 'anhoej', undefined, { chart: 'p' }).chart;
    const numerators = shares.map(([x]) => x);
    const denominators = shares.map(([, n]) => n);
    const own = readControlChart({ kind: 'p', numerators, denominators, multiply: 100, better: 'up' });
    expect(limits?.centre[0]).toBeCloseTo(own.lines.centre[0] as number, 10);
    expect(limits?.upper[5]).toBeGreaterThan(80);
    const rate = plainMeasure({ kind: 'rate', ratePer: 1000 });
    const rates = readMeasure(rate, seriesOf(shares), [], 'anhoej', undefined, { chart: 'u' }).chart;
    expect(rates.limits?.centre[0]).toBeCloseTo(
      rates.points.reduce((all, { value }) => all + (value ?? 0), 0) / 14,
      6,
    );
  });

  test('a point outside the limits is the headline while it is the newest, and past news after', () => {
    const out = readMeasure(held, seriesOf([...usual, 60]), [], 'anhoej', undefined, { chart: 'i' });
    expect(out.chart.limits?.beyond).toEqual([12]);
    expect(out.words).toMatchObject({ verdict: 'worse', word: 'Concern' });
    expect(out.words.text).toBe('Beyond the upper limit: Sep 28');
    const later = readMeasure(held, seriesOf([...usual, 60, 22]), [], 'anhoej', undefined, { chart: 'i' });
    expect(later.words).toMatchObject({ verdict: 'none', word: 'No signal now' });
  });

  test('a shift is about the mean, and says so', () => {
    const lower = [...usual, ...[18, 17, 19, 18, 17, 18, 19, 17, 18, 19]];
    const reading = readMeasure(held, seriesOf(lower), [], 'anhoej', undefined, { chart: 'control' });
    expect(reading.words.text).toBe('Shift: 11 points below the mean since Sep 21');
    expect(reading.words.verdict).toBe('better');
    expect(rulesSaid(reading).map(({ name, isMet }) => [name, isMet])).toEqual([
      ['Outside the limits', false],
      ['Shift', true],
      ['Crossings', false],
    ]);
    expect(reading.ruleLine).toMatch(/a shift is \d+ or more points in a row on one side of the mean/);
  });

  test('the IHI ask for more points in a row on a control chart than on a run chart', () => {
    const shiftSaid = (chart: 'run' | 'control') =>
      rulesSaid(readMeasure(minutes, seriesOf(usual), [], 'ihi', undefined, { chart })).find(
        ({ name }) => name === 'Shift',
      )?.words;
    expect(shiftSaid('run')).toContain('look for 6 or more');
    expect(shiftSaid('control')).toContain('look for 8 or more');
  });

  test('a series that has left its first level is not praised for the level it left', () => {
    const points = seriesOf([30, 31, 29, 30, 32, 30, 31, 30, 29, 31, 15, 16, 15, 14, 16, 15, 14, 15, 16, 15]);
    const reading = readMeasure({ ...minutes, direction: 'higher' }, points, [], 'nhs', undefined, {
      chart: 'i',
    });
    expect(reading.words.verdict).toBe('worse');
    expect(reading.words.others.join(' ')).not.toContain('Improvement');
  });
});

describe('phases and baselines', () => {
  test('a baseline that a person chose wins over the one of the first Do', () => {
    const held = plainMeasure({ baselineThrough: week(7) });
    const reading = readMeasure(held, seriesOf(shares), [], 'anhoej');
    expect(reading.frozen).toBe(8);
    expect(medianWords(held, reading)).toBe('Median of 8 weeks, through the week of Aug 24');
  });

  test('each phase has its own middle, and phases win over a baseline', () => {
    const two = plainMeasure({ baselineThrough: week(7), phaseStarts: [week(6)] });
    const reading = readMeasure(two, seriesOf(shares), [], 'anhoej');
    expect(reading.chart.reading.phases.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 13],
    ]);
    expect(reading.frozen).toBeNull();
    expect(medianWords(two, reading)).toBe('A median for each of its 2 phases');
  });

  test('a phase too short for limits has none, and its points are not outside them', () => {
    const short = { ...minutes, phaseStarts: [week(12)] };
    const points = seriesOf([...usual, 40, 41, 80]);
    const { limits } = readMeasure(short, points, [], 'anhoej', undefined, { chart: 'i' }).chart;
    expect(limits?.upper.slice(11)).toEqual([limits?.upper[0], null, null, null]);
    expect(limits?.beyond).toEqual([]);
  });

  test('the goal is drawn by the days from which it held', () => {
    const steps = { firstGoal: 85, goalSteps: [{ fromOn: week(6), goal: 90 }], goal: 90 };
    expect(readMeasure(plainMeasure(steps), seriesOf(shares), [], 'anhoej').chart.goals).toEqual([
      { from: week(0), goal: 85 },
      { from: week(6), goal: 90 },
    ]);
  });
});

test('the icons of Making Data Count are read from the control chart, where they are wanted', () => {
  const icons = (some: Parameters<typeof plainMeasure>[0], numbers = usual) =>
    readMeasure({ ...minutes, ...some }, seriesOf(numbers), [], 'anhoej').icons;
  expect(icons({})).toBeNull();
  expect(icons({ showsIcons: true }, usual.slice(0, 5))).toBeNull();
  expect(icons({ showsIcons: true, goal: 100 })).toEqual({
    variationIcon: 'common_cause',
    letter: null,
    assuranceIcon: 'consistent_pass',
  });
  expect(icons({ showsIcons: true, goal: 1 }, [...usual, 80])).toMatchObject({
    variationIcon: 'special_cause_concern',
    letter: 'H',
    assuranceIcon: 'consistent_fail',
  });
});
