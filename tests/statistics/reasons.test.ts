// Each choice of the program gives its reason, word for word: a person decides on it.
import { expect, test } from 'vitest';
import { planAnnual } from '../../app/statistics/annual';
import {
  type ChartChoice,
  chooseChart,
  type MeasureFigures,
  standingOf,
} from '../../app/statistics/chart-choice';
import { type EquityClass, equitySentence } from '../../app/statistics/equity';
import { type NumbersRefused, namePoints } from '../../app/statistics/errors';
import { checkRate, checkShare } from '../../app/statistics/gaps';
import { standardErrorOf } from '../../app/statistics/margins';
import { scoreboard, scoreboardSentence } from '../../app/statistics/movement';
import { rateRatio } from '../../app/statistics/rates';
import { RULE_SET_NAMES } from '../../app/statistics/sentences';

const twelve = (value: number) => Array(12).fill(value) as number[];
const poisson = [4, 6, 3, 5, 7, 2, 5, 4, 6, 8, 3, 5];
const choices: [MeasureFigures, ChartChoice['chart'], ChartChoice['alternatives'], string][] = [
  [
    { kind: 'published estimate', values: poisson },
    null,
    [],
    'Estimates with a margin of error: compare intervals and test the last five years.',
  ],
  [
    { kind: 'time between events', values: [3, 5, 8] },
    't',
    ['g', 'i'],
    'Times between events, recorded finely enough not to repeat: t.',
  ],
  [
    { kind: 'time between events', values: [3, 3, 8] },
    'g',
    ['t'],
    'Opportunities or days between events, zeros allowed: g.',
  ],
  [
    { kind: 'count', values: [0, 0, 1, 0] },
    'g',
    ['t'],
    'Events are rare: chart the opportunities or days between them; this series mostly shows zeros.',
  ],
  [
    { kind: 'proportion', values: twelve(0.4), numerators: twelve(40), denominators: twelve(100) },
    'pprime',
    ['p', 'i'],
    'A proportion with denominators: p′, which equals p where chance alone is at work.',
  ],
  [
    { kind: 'proportion', values: twelve(0.4), denominators: [null] },
    'i',
    [],
    'A proportion without denominators: each value as it stands.',
  ],
  [{ kind: 'rate', values: twelve(3) }, 'i', [], 'A rate without exposures: each value as it stands.'],
  [
    { kind: 'rate', values: twelve(0.03), numerators: twelve(3), denominators: twelve(100) },
    'u',
    ['uprime', 'i'],
    'A rate of small counts over steady exposures: u.',
  ],
  [
    { kind: 'rate', values: twelve(0.4), numerators: twelve(40), denominators: twelve(100) },
    'uprime',
    ['u', 'i'],
    'A rate with exposures: u′, which equals u where chance alone is at work.',
  ],
  [{ kind: 'count', values: poisson }, 'c', ['i'], 'A count over steady opportunity: c.'],
  [
    { kind: 'count', values: twelve(50) },
    'i',
    ['c'],
    'A count whose variance is clearly not its mean: each value as it stands.',
  ],
  [{ kind: 'continuous', values: poisson }, 'i', ['mr'], 'A measurement: each value as it stands (XmR).'],
];

test.each(choices)(
  '%j gets its chart, its alternatives and its reason',
  (figures, chart, alternatives, reason) => {
    expect(chooseChart(figures)).toMatchObject({ chart, alternatives, reason, isRare: /rare/.test(reason) });
  },
);

test('steady means within a quarter of the mean, small means five events a point, ends included', () => {
  const chart = (count: number, denominators: number[]) =>
    chooseChart({
      kind: 'rate',
      values: denominators.map((of) => count / of),
      numerators: denominators.map(() => count),
      denominators,
    }).chart;
  expect([chart(5, [75, 125, 100]), chart(5.1, [75, 125, 100])]).toEqual(['u', 'uprime']);
  expect([chart(5, [74, 126, 100]), chart(5, [100, 100, 130, 70])]).toEqual(['uprime', 'uprime']);
});

test('rare means a median of zero, more than half zeros, or under one and a half events a point', () => {
  const isRare = (figures: MeasureFigures) => chooseChart(figures).isRare;
  expect(isRare({ kind: 'count', values: [2, 1, 2, 1] })).toBe(false);
  expect(isRare({ kind: 'count', values: [2, 1, 1, 1] })).toBe(true);
  expect(isRare({ kind: 'count', values: [0, 0, 9, 9] })).toBe(false);
  expect(isRare({ kind: 'count', values: [0, 0, 0, 9, 9] })).toBe(true);
  expect(isRare({ kind: 'rate', values: [0.1, 0.1], numerators: [1, null], denominators: [10, 10] })).toBe(
    true,
  );
  expect(
    isRare({ kind: 'proportion', values: [-1, 0, 1], numerators: [9, 9, 9], denominators: [9, 9, 9] }),
  ).toBe(true);
  expect(isRare({ kind: 'proportion', values: [], numerators: [], denominators: [] })).toBe(false);
});

test('counts are believed to be Poisson until their dispersion says otherwise, at 99 %', () => {
  const chart = (values: number[]) => chooseChart({ kind: 'count', values }).chart;
  // Fisher's z = √(2·Σ(x − x̄)²/x̄) − √(2(n − 1) − 1) is 2.56 and 2.58 for these, then −2.57 and −2.59.
  expect([chart([12, 26, 12, 26, 12, 26]), chart([32, 53, 32, 53, 32, 53])]).toEqual(['c', 'i']);
  expect([chart([16, 17, 16, 17, 16, 17]), chart([17, 18, 17, 18, 17, 18])]).toEqual(['c', 'i']);
  expect(chart([7])).toBe('c');
  expect(chart([-3, 4, 9])).toBe('i');
  expect(chart([30, 30, 30, 30, 30, 30])).toBe('i');
  expect(chart([30, 35, 26, 31, 24, 36])).toBe('c');
});

test('whether limits may stand is said with the number of points', () => {
  expect([5, 6, 11, 12, 19, 20].map((points) => standingOf(points).standingReason)).toEqual([
    '5 points: no limits below 6.',
    '6 points: trial limits only, dashed; the usual ones begin at 12.',
    '11 points: trial limits only, dashed; the usual ones begin at 12.',
    '12 points: limits are firm from 20.',
    '19 points: limits are firm from 20.',
    '20 points: limits are firm.',
  ]);
});

test('what may be said of a yearly indicator is said with its years', () => {
  expect([4, 5, 10, 12].map((years) => planAnnual(years).reason)).toEqual([
    '4 years: intervals, and the first against the last; too few for a trend.',
    '5 years: intervals, the median, and a trend test over the last five; too few for run rules.',
    '10 years: run rules about the median; too few for limits.',
    '12 years: charted as any series.',
  ]);
});

test('every equity class is a whole sentence', () => {
  const say = (name: EquityClass, latest = 3) =>
    equitySentence(
      { class: name, withoutCounts: false, gap: { baseline: -5, latest } },
      { focus: 'A', reference: 'B', better: 'up' },
    );
  const classes: EquityClass[] = [
    'unclear',
    'improved for all, narrowed',
    'improved for all, widened',
    'focus fell',
  ];
  expect(classes.map((name) => say(name))).toEqual([
    'Unclear: the gap between A and B may not have changed.',
    'Improved for all, and the gap between A and B narrowed.',
    'Improved for all, but the gap between A and B widened.',
    'A fell and B did not move.',
  ]);
  expect(say('reversed', -3)).toBe('Reversed: B are now ahead of A.');
});

test('points are named as people count them, five at most', () => {
  expect([[2], [2, 6], [2, 6, 8], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]].map(namePoints)).toEqual([
    'point 3',
    'points 3 and 7',
    'points 3, 7 and 9',
    'points 1, 2, 3, 4 and 5',
    'points 1, 2, 3, 4, 5 and 1 more',
  ]);
});

test('what is refused is refused with its reason and a sentence', () => {
  const refusal = (work: () => unknown) => {
    try {
      work();
      return null;
    } catch (error) {
      const { name, reason, message, points } = error as NumbersRefused;
      return [name, reason, message, points];
    }
  };
  expect(refusal(() => checkShare({ count: 3, of: 0 }))).toEqual([
    'NumbersRefused',
    'out of range',
    'A proportion needs a count from 0 and a total above 0, not 3 of 0.',
    [],
  ]);
  expect(refusal(() => checkShare({ count: 3, of: 2 }))).toEqual([
    'NumbersRefused',
    'numerator above denominator',
    '3 of 2: the part is larger than the whole.',
    [],
  ]);
  expect(refusal(() => checkRate({ count: -1, of: 2 }))).toEqual([
    'NumbersRefused',
    'out of range',
    'A rate needs events from 0 to 10⁸ in an exposure from 10⁻⁴ to 10¹¹, not -1 in 2.',
    [],
  ]);
  expect(refusal(() => standardErrorOf(-2))?.slice(1)).toEqual([
    'out of range',
    'A margin of error is a number from 0, not -2.',
    [],
  ]);
  expect(refusal(() => rateRatio({ count: 1.5, of: 1 }, { count: 1, of: 1 }))?.slice(1)).toEqual([
    'out of range',
    'An exact test needs whole counts of events, not 1.5.',
    [],
  ]);
  const ends = [
    { count: 0, of: 1e-4 },
    { count: 1e8, of: 1e11 },
    { count: 1e-6, of: 1 },
  ];
  expect(ends.map((rate) => refusal(() => checkRate(rate)))).toEqual([null, null, null]);
  const beyond = [
    { count: 0, of: 0.9e-4 },
    { count: 1.1e8, of: 1 },
    { count: 1, of: 1.1e11 },
    { count: 0.9e-6, of: 1 },
  ];
  expect(beyond.every((rate) => refusal(() => checkRate(rate)) !== null)).toBe(true);
  const shares = [
    { count: 0, of: 1e-6 },
    { count: 1e-6, of: 1 },
    { count: 1e100, of: 1e100 },
    { count: 5, of: 5 },
  ];
  expect(shares.map((share) => refusal(() => checkShare(share)))).toEqual([null, null, null, null]);
  const noShares = [
    { count: 0, of: 0.9e-6 },
    { count: 1, of: 1.1e100 },
    { count: 0.9e-6, of: 1 },
  ];
  expect(noShares.every((share) => refusal(() => checkShare(share)) !== null)).toBe(true);
});

test('a scoreboard without figures says so, and names each rule set', () => {
  expect(scoreboardSentence(scoreboard([]), 'June 1')).toBe(
    'No indicator has a baseline and a later figure, as of June 1.',
  );
  expect(RULE_SET_NAMES).toEqual({
    anhoej: 'Anhøj rules',
    ihi: 'IHI rules',
    nhs: 'NHS Making Data Count',
    'western-electric': 'Western Electric rules',
    nelson: 'Nelson rules',
  });
});
