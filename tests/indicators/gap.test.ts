import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observed } from '~/indicators/cells';
import { type GapAt, lacksBaseline } from '~/indicators/gap';
import { countsSentence } from '~/indicators/heading';
import { seenCells } from '~/indicators/masking';
import { type Rule, readDimension, readGap, readOverall } from '~/indicators/reading';
import {
  chanceSentence,
  gapHeadline,
  gapUnit,
  gapWords,
  intervalWords,
  relativeSentence,
  signedGap,
  verdictSentence,
} from '~/indicators/sentences';
import { indicatorView } from '~/indicators/view';
import { anObserved, aRule, splits } from './readings';

const race = splits[0] as (typeof splits)[number];
const dimensionOf = new Map(race.groups.map((group) => [group.id, race.id]));
const editor = { mayEdit: true, threshold: 10 };

function gapIn(
  observed: Observed[],
  rule: Rule = aRule(),
  focus: string | null = null,
  reference: string | null = null,
  reader = editor,
) {
  const seen = seenCells(observed, dimensionOf, rule, reader);
  const overall = readOverall(rule, seen.cells, 7);
  const dimension = readDimension(race, rule, seen, overall, reference);
  const gap = readGap(dimension, rule, overall.periods, focus);
  return { overall, dimension, gap };
}

const percents = (group: string, values: Record<string, number>) =>
  Object.entries(values).map(([period, value]) => anObserved({ period, subgroupId: group, value }));
const counts = (group: string, values: Record<string, [number, number]>) =>
  Object.entries(values).map(([period, [numerator, denominator]]) =>
    anObserved({ period, subgroupId: group, numerator, denominator }),
  );

const published = [
  ...percents('black', { '2011-12': 70.1, '2012-13': 72, '2015-16': 79 }),
  ...percents('white', { '2011-12': 85.6, '2012-13': 83.1, '2015-16': 83.8 }),
];

test('the gap of published percentages is said in points, without an interval, and says so', () => {
  const { overall, gap } = gapIn(published);
  expect(gap?.reference.name).toBe('White');
  expect(gap?.focus.name).toBe('Black');
  expect(gap?.gaps.map(({ difference, interval }) => [Number(difference.toFixed(1)), interval])).toEqual([
    [-15.5, null],
    [-11.1, null],
    [-4.8, null],
  ]);
  const since = gap?.since as NonNullable<typeof gap>['since'] & object;
  expect(gapHeadline(since, overall.labels, overall.unit)).toBe(
    'Gap narrowed: 15.5 points in 2011–12, 4.8 points in 2015–16',
  );
  expect(chanceSentence(since, overall.unit)).toBe(
    'Only percentages exist here, not counts, so no interval can be given and chance cannot be told.',
  );
  expect(intervalWords({ interval: null }, overall.unit)).toBe(
    'Only percentages exist, not counts: no interval.',
  );
  expect(since.verdict).toMatchObject({ class: 'focus only', withoutCounts: true });
});

test('years without a figure stay on the time line as holes', () => {
  expect(gapIn(published).overall.labels).toEqual(['2011–12', '2012–13', '2013–14', '2014–15', '2015–16']);
});

test('with counts each gap has its Newcombe interval, in points', () => {
  // Newcombe 1998, method 10, example (a): 56/70 and 48/80, difference 0.20, interval 0.0524 to 0.3339.
  const { gap } = gapIn(
    [...counts('black', { '2021-22': [56, 70] }), ...counts('white', { '2021-22': [48, 80] })],
    aRule(),
    'black',
    'white',
  );
  const [only] = gap?.gaps ?? [];
  expect(only?.difference).toBeCloseTo(20, 9);
  expect(only?.interval?.low).toBeCloseTo(5.24, 2);
  expect(only?.interval?.high).toBeCloseTo(33.39, 2);
  expect(only?.ratio).toBeCloseTo(0.8 / 0.6, 9);
});

test('a change that chance could make is called so, with both ways it may have gone', () => {
  const { overall, gap } = gapIn([
    ...counts('black', { '2021-22': [30, 60], '2025-26': [33, 60] }),
    ...counts('white', { '2021-22': [45, 60], '2025-26': [45, 60] }),
  ]);
  const since = gap?.since;
  expect(since?.word).toBe('cannot tell');
  expect(since && gapHeadline(since, overall.labels, overall.unit)).toBe(
    'Cannot tell whether the gap changed: 25.0 points in 2021–22, 20.0 points in 2025–26',
  );
  expect(since && chanceSentence(since, overall.unit)).toMatch(
    /^With chance taken into account, it may have narrowed by up to \d+\.\d points or widened by up to \d+\.\d points\.$/,
  );
});

test('from no gap at all, it widens towards the latest, whichever group is behind', () => {
  const since = gapIn(
    [
      ...counts('black', { '2021-22': [30, 60], '2025-26': [20, 60] }),
      ...counts('white', { '2021-22': [70, 140], '2025-26': [72, 140] }),
    ],
    aRule(),
    'black',
    'white',
  ).gap?.since;
  expect(since?.baseline.difference).toBe(0);
  const { low = 0, high = 0 } = since?.interval ?? {};
  expect(-low).toBeGreaterThan(high);
  expect(since && chanceSentence(since, gapIn(published).overall.unit)).toBe(
    `With chance taken into account, it may have narrowed by up to ${high.toFixed(1)} points or widened by up to ${(-low).toFixed(1)} points.`,
  );
});

test('a gap that may have changed sides says so, and how far it may have moved either way', () => {
  const { overall, gap } = gapIn(
    [
      ...counts('black', { '2021-22': [20, 30], '2025-26': [15, 30] }),
      ...counts('white', { '2021-22': [90, 150], '2025-26': [90, 150] }),
    ],
    aRule(),
    'black',
    'white',
  );
  const since = gap?.since;
  expect(since?.word).toBe('cannot tell');
  expect(since && gapHeadline(since, overall.labels, overall.unit)).toBe(
    'Cannot tell whether the gap changed: 6.7 points in 2021–22, 10.0 points the other way in 2025–26',
  );
  const { low = 0, high = 0 } = since?.interval ?? {};
  expect(since && chanceSentence(since, overall.unit)).toBe(
    `The gap changed sides. With chance taken into account, it may have moved that way by up to ${(-low).toFixed(1)} points, or the other way by up to ${high.toFixed(1)} points.`,
  );
});

test('a change beyond chance is said with its range', () => {
  const { overall, gap } = gapIn([
    ...counts('black', { '2021-22': [600, 1200], '2025-26': [840, 1200] }),
    ...counts('white', { '2021-22': [960, 1200], '2025-26': [984, 1200] }),
  ]);
  expect(gap?.since?.word).toBe('narrowed');
  expect(gap?.since && chanceSentence(gap.since, overall.unit)).toMatch(
    /^With chance taken into account, it narrowed by 1\d\.\d to 2\d\.\d points\.$/,
  );
  expect(gap?.since?.verdict.class).toBe('improved for all, narrowed');
});

test('beside whole percents a gap and its range still have one decimal, in every place alike', () => {
  const { overall, gap } = gapIn([
    ...counts('black', { '2021-22': [700, 1000], '2025-26': [824, 1000] }),
    ...counts('white', { '2021-22': [890, 1000], '2025-26': [898, 1000] }),
  ]);
  const at = gap?.gaps.at(-1) as GapAt;
  expect(overall.unit.decimals).toBe(0);
  expect(signedGap(at.difference, overall.unit)).toBe('−7.4');
  expect(gapWords(at.difference, overall.unit)).toBe('7.4 points');
  expect(gapUnit(overall.unit).decimals).toBe(1);
  expect(intervalWords(at, overall.unit)).toMatch(/^−\d+\.\d to −\d+\.\d$/);
  expect(signedGap(-0.04, overall.unit)).toBe('0.0');
});

test('a gap that closed because both fell, or only the group ahead did, is no good news', () => {
  const toneOf = (black: [number, number], white: [number, number], rule = aRule()) =>
    gapIn(
      [
        ...percents('black', { '2021-22': black[0], '2025-26': black[1] }),
        ...percents('white', { '2021-22': white[0], '2025-26': white[1] }),
      ],
      rule,
      'black',
      'white',
    ).gap?.since;
  expect(toneOf([70, 68], [90, 80])).toMatchObject({ word: 'narrowed', tone: 'worse' });
  expect(toneOf([70, 70], [90, 80])).toMatchObject({ verdict: { class: 'levelled down' }, tone: 'worse' });
  expect(toneOf([70, 75], [90, 91])).toMatchObject({ word: 'narrowed', tone: 'better' });
  expect(toneOf([70, 75], [90, 99])).toMatchObject({ word: 'widened', tone: 'worse' });
  expect(toneOf([70, 70], [90, 99])).toMatchObject({ verdict: { class: 'reference only' }, tone: 'worse' });
  expect(toneOf([70, 92], [90, 91])).toMatchObject({ verdict: { class: 'reversed' }, tone: 'better' });
  expect(toneOf([70, 68], [90, 60])).toMatchObject({ verdict: { class: 'reversed' }, tone: 'neutral' });
  expect(toneOf([20, 14], [10, 9], aRule({ direction: 'lower' }))).toMatchObject({ tone: 'better' });
  expect(toneOf([20, 24], [10, 15], aRule({ direction: 'lower' }))).toMatchObject({ tone: 'worse' });
});

test('Tacoma: ahead now without earlier figures is neither closed nor reversed', () => {
  const { overall, gap } = gapIn(
    [...percents('black', { '2015-16': 92 }), ...percents('white', { '2015-16': 89 })],
    aRule(),
    'black',
    'white',
  );
  expect(gap?.since).toBeNull();
  const values = { focus: [92], reference: [89] };
  const names = { focus: 'Black', reference: 'White', direction: 'higher' } as const;
  expect(verdictSentence(null, gap?.gaps ?? [], values, names, overall.unit)).toBe(
    'Black: ahead now (92 vs 89 %), no earlier figures.',
  );
});

test('the same with earlier groups reads reversed', () => {
  const { overall, gap } = gapIn(
    [
      ...percents('black', { '2009-10': 50, '2015-16': 92 }),
      ...percents('white', { '2009-10': 58, '2015-16': 89 }),
    ],
    aRule(),
    'black',
    'white',
  );
  expect(gap?.since?.verdict.class).toBe('reversed');
  expect(gap?.since && gapHeadline(gap.since, overall.labels, overall.unit)).toBe(
    'Gap reversed: 8.0 points in 2009–10, 3.0 points in 2015–16',
  );
});

test('the group doing best at the baseline is compared with, also where lower is better', () => {
  const absent = [
    ...percents('black', { '2021-22': 18, '2022-23': 10 }),
    ...percents('white', { '2021-22': 9, '2022-23': 12 }),
  ];
  expect(gapIn(absent, aRule({ direction: 'lower' })).gap?.reference.name).toBe('White');
  expect(gapIn(absent).gap?.reference.name).toBe('Black');
  expect(gapIn(absent, aRule({ baselinePeriod: '2022-23' })).dimension.reference?.name).toBe('White');
});

test('a chosen reference is kept to, and an address may ask for another', () => {
  expect(gapIn(published, aRule(), null, 'black').gap?.reference.name).toBe('Black');
  expect(gapIn(published, aRule(), null, 'nobody').gap?.reference.name).toBe('White');
});

const ratioOf = (observed: Observed[], rule = aRule(), focus = 'black', reference = 'white') => {
  const { gap, overall } = gapIn(observed, rule, focus, reference);
  const names = { focus: gap?.focus.name ?? '', reference: gap?.reference.name ?? '' };
  return gap?.since ? relativeSentence(gap.since, names, overall.labels) : null;
};

test('the gap as a ratio is said too, then and now, with what chance may have to do with it', () => {
  const beyond = [
    ...counts('black', { '2021-22': [600, 1200], '2025-26': [840, 1200] }),
    ...counts('white', { '2021-22': [960, 1200], '2025-26': [984, 1200] }),
  ];
  expect(ratioOf(beyond)).toBe(
    'As a ratio, Black to White: 0.63 in 2021–22, 0.85 in 2025–26 (1 is no gap). It came closer to 1, beyond chance.',
  );
  const few = [
    ...counts('black', { '2021-22': [30, 60], '2025-26': [33, 60] }),
    ...counts('white', { '2021-22': [45, 60], '2025-26': [45, 60] }),
  ];
  expect(ratioOf(few)).toBe(
    'As a ratio, Black to White: 0.67 in 2021–22, 0.73 in 2025–26 (1 is no gap). That change could be chance.',
  );
  expect(ratioOf(published)).toBe(
    'As a ratio, Black to White: 0.82 in 2011–12, 0.94 in 2015–16 (1 is no gap). It came closer to 1.',
  );
});

test('in points and as a ratio a gap can move two ways, and that is said', () => {
  // Absence fell for both: 20 and 10 percent became 9 and 3.
  const both = [
    ...counts('black', { '2021-22': [2000, 10_000], '2025-26': [900, 10_000] }),
    ...counts('white', { '2021-22': [1000, 10_000], '2025-26': [300, 10_000] }),
  ];
  expect(ratioOf(both, aRule({ direction: 'lower' }))).toBe(
    'As a ratio, Black to White: 2.00 in 2021–22, 3.00 in 2025–26 (1 is no gap). It moved away from 1, beyond chance. So the gap narrowed in points, and widened as a ratio.',
  );
  const grown = [
    ...percents('black', { '2021-22': 10, '2025-26': 30 }),
    ...percents('white', { '2021-22': 20, '2025-26': 50 }),
  ];
  expect(ratioOf(grown)).toBe(
    'As a ratio, Black to White: 0.50 in 2021–22, 0.60 in 2025–26 (1 is no gap). It came closer to 1. So the gap widened in points, and narrowed as a ratio.',
  );
});

test('a change that is beyond chance in points alone is said so', () => {
  const halved = (white: number) => [
    ...counts('black', { '2021-22': [400, 2000], '2025-26': [240, 2000] }),
    ...counts('white', { '2021-22': [200, 2000], '2025-26': [white, 2000] }),
  ];
  const rule = aRule({ direction: 'lower' });
  expect(gapIn(halved(130), rule, 'black', 'white').gap?.since?.word).toBe('narrowed');
  expect(ratioOf(halved(130), rule)).toBe(
    'As a ratio, Black to White: 2.00 in 2021–22, 1.85 in 2025–26 (1 is no gap). That change could be chance, though in points it is not.',
  );
  expect(ratioOf(halved(120), rule)).toBe(
    'As a ratio, Black to White: 2.00 in 2021–22, 2.00 in 2025–26 (1 is no gap). It is as it was, though in points the gap narrowed.',
  );
});

test('a reference at 0 has no ratio, and neither have numbers below 0', () => {
  const zero = [
    ...percents('black', { '2021-22': 10, '2025-26': 12 }),
    ...percents('white', { '2021-22': 0, '2025-26': 1 }),
  ];
  expect(ratioOf(zero)).toBe('There is no ratio, because White is at 0.');
  const below = gapIn(
    [...percents('black', { '2021-22': -3 }), ...percents('white', { '2021-22': 4 })],
    aRule({ unit: 'mean' }),
    'black',
    'white',
  );
  expect(below.gap?.gaps[0]?.ratio).toBeNull();
  const none = [
    ...percents('black', { '2021-22': 0, '2025-26': 12 }),
    ...percents('white', { '2021-22': 10, '2025-26': 11 }),
  ];
  expect(ratioOf(none)).toBe('As a ratio, Black to White: 0.00 in 2021–22, 1.09 in 2025–26 (1 is no gap).');
});

test('swapping the two groups turns the gap and its change around', () => {
  const share = fc.tuple(fc.integer({ min: 10, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(share, share, share, share, (a, b, c, d) => {
      const pair = ([of, part]: [number, number]): [number, number] => [Math.round(of * part), of];
      const observed = [
        ...counts('black', { '2021-22': pair(a), '2025-26': pair(b) }),
        ...counts('white', { '2021-22': pair(c), '2025-26': pair(d) }),
      ];
      const one = gapIn(observed, aRule(), 'black', 'white').gap?.since;
      const other = gapIn(observed, aRule(), 'white', 'black').gap?.since;
      expect(one?.change).toBeCloseTo(-(other?.change ?? Number.NaN), 9);
      expect(one?.interval?.low).toBeCloseTo(-(other?.interval?.high ?? Number.NaN), 9);
      expect(one?.word).toBe(other?.word);
    }),
  );
});

test('where the chosen baseline has no gap, no other year is used in its place, and the sentence says so', () => {
  const rule = aRule({ baselinePeriod: '2014-15' });
  const observed = [...published, ...percents('black', { '2014-15': 77 })];
  const { overall, gap, dimension } = gapIn(observed, rule);
  expect(gap?.since).toBeNull();
  expect(dimension.rows.find((row) => row.id === 'black')?.gap).toBeNull();
  expect(lacksBaseline(gap?.gaps ?? [], overall.periods, rule.baselinePeriod)).toBe(true);
  const names = { focus: 'Black', reference: 'White', direction: 'higher' } as const;
  const values = { focus: [], reference: [] };
  expect(verdictSentence(null, gap?.gaps ?? [], values, names, overall.unit, '2014–15')).toBe(
    'The gap is 4.8 points now. There are no figures for both groups in 2014–15.',
  );
  expect(lacksBaseline(gap?.gaps ?? [], overall.periods, null)).toBe(false);
  expect(gapIn(observed, aRule({ baselinePeriod: '2012-13' })).gap?.since?.baseline.index).toBe(1);
});

test('leaders and members see the same two groups at first, also where the best one is too small for all to see', () => {
  const observed = [
    ...counts('asian', { '2021-22': [4, 5], '2025-26': [4, 5] }),
    ...counts('native', { '2021-22': [1, 5], '2025-26': [1, 5] }),
    ...counts('black', { '2021-22': [300, 600], '2025-26': [330, 600] }),
    ...counts('white', { '2021-22': [450, 600], '2025-26': [450, 600] }),
  ];
  const member = { mayEdit: false, threshold: 10 };
  const pair = ({ gap }: ReturnType<typeof gapIn>) => [gap?.focus.name, gap?.reference.name];
  expect(pair(gapIn(observed, aRule(), null, null, member))).toEqual(['Black', 'White']);
  expect(pair(gapIn(observed))).toEqual(['Black', 'White']);
  expect(pair(gapIn(observed, aRule(), 'native', 'asian'))).toEqual(['Native', 'Asian']);
});

test('where no group may be seen by all, a leader still sees a gap', () => {
  const small = [...counts('asian', { '2021-22': [7, 8] }), ...counts('native', { '2021-22': [1, 9] })];
  expect(gapIn(small).gap?.reference.name).toBe('Asian');
});

test('the counts behind the newest figure are said where there are any', () => {
  const said = (observed: Observed[]) => countsSentence(gapIn(observed).overall);
  expect(said([anObserved({ period: '2025-26', numerator: 720, denominator: 1200 })])).toBe(
    '2025–26: 720 of 1,200.',
  );
  expect(said([anObserved({ period: '2025-26', value: 60 })])).toBe('');
  expect(said([])).toBe('');
});

test('the page opens on the split whose gap is the widest, and one that can be followed comes first', () => {
  const both = (groups: [string, string], values: [number, number]) =>
    ['2021-22', '2025-26'].flatMap((period) => [
      anObserved({ period, subgroupId: groups[0], value: values[0] }),
      anObserved({ period, subgroupId: groups[1], value: values[1] }),
    ]);
  const opened = (observed: Observed[], asked: string | null = null) => {
    const groups = new Map(splits.flatMap(({ id, groups: own }) => own.map((one) => [one.id, id])));
    const seen = seenCells(observed, groups, aRule(), editor);
    const view = indicatorView(aRule(), seen, splits, { dimension: asked, focus: null, reference: null }, 7);
    return view.chosen?.dimension.id;
  };
  const narrow = both(['black', 'white'], [70, 75]);
  const wide = both(['boys', 'girls'], [50, 70]);
  expect(opened([...narrow, ...wide])).toBe('gender');
  expect(opened([...narrow, ...wide], 'race')).toBe('race');
  const newestOnly = wide.filter(({ period }) => period === '2025-26');
  expect(opened([...narrow, ...newestOnly])).toBe('race');
  expect(opened([anObserved({ period: '2025-26', subgroupId: 'boys', value: 50 })])).toBe('gender');
});
