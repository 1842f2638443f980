import { describe, expect, test } from 'vitest';
import { type Ledger, readLedger } from './ledger';
import {
  around,
  aSeries,
  aUse,
  bothWays,
  early,
  gain,
  harm,
  high,
  keptGain,
  noSignal,
  observed,
  shares,
  steady,
  teamsWith,
  week,
} from './made-ledgers';

type Expected = Partial<Record<keyof ReturnType<typeof readLedger>, unknown>>;
type Row = [sentence: string, ledger: Ledger, expected: Expected];

const table = (name: string, rows: Row[]) =>
  describe(name, () => {
    test.each(rows)('%s', (_sentence, ledger, expected) => {
      expect(readLedger(ledger)).toMatchObject(expected);
    });
  });

const oneMeasure = (measure: ReturnType<typeof gain>): Ledger => ({ uses: [aUse('a', [measure])] });
const says = (verdict: string, method: string) => ({
  uses: [expect.objectContaining({ measures: [expect.objectContaining({ verdict, method })] })],
});

test.each([
  [4, 6, 0.612903, 0.361473, 0.845076],
  [7, 8, 0.776316, 0.575573, 0.940418],
  [2, 2, 0.705882, 0.383119, 0.957049],
  [1, 1, 0.62963, 0.258086, 0.939905],
  [0, 4, 0.208333, 0.027346, 0.454441],
])('%i of %i votes of weight 0.7 give the worked figures of the rules', (improved, votes, mean, p10, p90) => {
  const some = { fidelity: 0.7 };
  const read = readLedger({
    uses: [...teamsWith(improved, gain, some), ...teamsWith(votes - improved, noSignal, some, 'other')],
  });
  expect(read.votes).toBe(votes);
  expect(read.mean).toBeCloseTo(mean, 6);
  expect(read.p10).toBeCloseTo(p10, 6);
  expect(read.p90).toBeCloseTo(p90, 6);
});

test('three improvements of full weight give the worked figures of the rules', () => {
  const { mean, p10, p90 } = readLedger({ uses: teamsWith(3, gain) });
  expect([mean, p10, p90].map((figure) => Number(figure?.toFixed(6)))).toEqual([0.8, 0.562341, 0.974004]);
});

table('a verdict', [
  [
    'a run of six on the good side and above the baseline has improved',
    oneMeasure(gain()),
    says('improved', 'run rules'),
  ],
  [
    'a run of six on the bad side and below the baseline has worsened',
    oneMeasure(harm()),
    says('worsened', 'run rules'),
  ],
  [
    'where lower is better, the same rise has worsened',
    oneMeasure(gain({ direction: 'lower' })),
    says('worsened', 'run rules'),
  ],
  ['as many above as below are no signal', oneMeasure(noSignal()), says('no signal', 'run rules')],
  [
    'a run without the rank test is no signal',
    oneMeasure(aSeries(around(steady(10), Array(6).fill(5.1)))),
    says('no signal', 'run rules'),
  ],
  [
    'the rank test without a run is no signal',
    oneMeasure(aSeries(around(steady(10), [9, 9, 9, 9, 9, 3, 9, 9, 9, 9]))),
    says('no signal', 'run rules'),
  ],
  [
    'of twelve useful points after, a run of six is too short',
    oneMeasure(aSeries(around(steady(10), [4, 9, 9, 9, 9, 9, 9, 4, 9, 9, 9, 9]))),
    says('no signal', 'run rules'),
  ],
  [
    'and one of seven is enough',
    oneMeasure(aSeries(around(steady(10), [4, 9, 9, 9, 9, 9, 9, 9, 4, 9, 9, 9]))),
    says('improved', 'run rules'),
  ],
  [
    'a run each way is no improvement where the ranks lean to neither side',
    oneMeasure(aSeries(around(steady(12), bothWays))),
    says('no signal', 'run rules'),
  ],
  [
    'nine useful points before make a weak baseline, and the method says so',
    oneMeasure(aSeries(around([4, 4, 4, 4, 4, 5, 5, 6, 6, 6, 6], high(6)))),
    says('improved', 'run rules, weak baseline'),
  ],
  [
    'eight useful points before are the fewest that judge',
    oneMeasure(aSeries(around(steady(8), high(6)))),
    says('improved', 'run rules, weak baseline'),
  ],
  [
    'with seven there is only observation',
    oneMeasure(aSeries(around(steady(7), high(6)))),
    says('observed only', 'none'),
  ],
  [
    'a point on the median is not useful: ten before, of which four lie on it, do not judge',
    oneMeasure(aSeries(around([4, 6, 4, 5, 5, 5, 6, 4, 6, 5], high(6)))),
    says('observed only', 'none'),
  ],
  [
    'five useful points after are too early',
    oneMeasure(aSeries(around(steady(10), [...high(5), 5]))),
    says('too early', 'none'),
  ],
  [
    'a missing number is no point',
    oneMeasure(aSeries(around(steady(10), [...high(5), null]))),
    says('too early', 'none'),
  ],
  [
    'a point set aside takes part in nothing, before or after',
    oneMeasure(
      aSeries([
        ...around(steady(12), high(6)).map((point, i) => ({ ...point, ghosted: [0, 1, 15].includes(i) })),
      ]),
    ),
    says('too early', 'none'),
  ],
  [
    'points before the last phase that began before the change do not count',
    oneMeasure(aSeries(around([...high(12), ...steady(10)], high(6)), { rebasedOn: [week(-22), week(-10)] })),
    says('improved', 'run rules'),
  ],
  [
    'a phase that leaves seven points before the change leaves no baseline',
    oneMeasure(aSeries(around(steady(12), high(6)), { rebasedOn: [week(-7)] })),
    says('observed only', 'none'),
  ],
  [
    'a phase begun on the day of the change, or after it, hides nothing',
    oneMeasure(aSeries(around(steady(10), high(6)), { rebasedOn: [week(0), week(3)] })),
    says('improved', 'run rules'),
  ],
  [
    'the point on the day of the change is after it',
    oneMeasure(aSeries(around(steady(10), high(6)), { points: around(steady(10), high(6)) })),
    says('improved', 'run rules'),
  ],
  [
    'shares without a baseline are compared before and after',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
          [9, 40],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
      ),
    ),
    says('improved', 'before/after'),
  ],
  [
    'where lower is better, the same rise in shares has worsened',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
          [9, 40],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
        { direction: 'lower' },
      ),
    ),
    says('worsened', 'before/after'),
  ],
  [
    'shares whose interval holds 0 have no clear change',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
          [9, 40],
        ],
        [
          [12, 40],
          [10, 40],
          [11, 40],
        ],
      ),
    ),
    says('no clear change', 'before/after'),
  ],
  [
    'counts that vary more than chance are no clear change, though their totals differ',
    oneMeasure(
      shares(
        [
          [2, 40],
          [20, 40],
          [8, 40],
        ],
        [
          [25, 40],
          [8, 40],
          [30, 40],
        ],
      ),
    ),
    says('no clear change', 'before/after'),
  ],
  [
    'two points on a side cannot be compared',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
      ),
    ),
    says('observed only', 'none'),
  ],
  [
    'fewer than ten people on a side cannot be compared',
    oneMeasure(
      shares(
        [
          [1, 3],
          [0, 3],
          [1, 3],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
      ),
    ),
    says('observed only', 'none'),
  ],
  [
    'shares with a baseline and few points after are compared, and are not too early',
    oneMeasure(
      aSeries(
        around(
          Array.from({ length: 10 }, (_, i): [number, number] => [i % 2 === 0 ? 10 : 12, 40]),
          [
            [25, 40],
            [26, 40],
            [24, 40],
          ],
        ),
        { kind: 'proportion' },
      ),
    ),
    says('improved', 'before/after'),
  ],
  [
    'percentages without counts are never compared',
    oneMeasure(aSeries(around([25, 27, 23], [62, 65, 60]), { kind: 'proportion' })),
    says('observed only', 'none'),
  ],
  [
    'a share of more than everybody is no point',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
          [9, 8],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
      ),
    ),
    says('observed only', 'none'),
  ],
  [
    'a share out of nobody is no point',
    oneMeasure(
      shares(
        [
          [10, 40],
          [11, 40],
          [0, 0],
        ],
        [
          [25, 40],
          [26, 40],
          [24, 40],
        ],
      ),
    ),
    says('observed only', 'none'),
  ],
]);

const voteOf = (...measures: ReturnType<typeof gain>[]): Ledger => ({ uses: [aUse('a', measures)] });
const votes = (vote: string) => ({ uses: [expect.objectContaining({ vote })] });

table('a vote', [
  ['a gain and no harm is improved', voteOf(gain(), noSignal()), votes('improved')],
  ['a process measure may carry the gain', voteOf(gain({ type: 'process' })), votes('improved')],
  [
    'harm on a balancing measure makes a gain mixed',
    voteOf(gain(), harm({ type: 'balancing' })),
    votes('mixed'),
  ],
  [
    'harm on a balancing measure alone is worsened',
    voteOf(noSignal(), harm({ type: 'balancing' })),
    votes('worsened'),
  ],
  ['a balancing measure that got better is no gain', voteOf(gain({ type: 'balancing' })), votes('no signal')],
  [
    'harm on an outcome is not made good by a balancing measure',
    voteOf(harm(), gain({ type: 'balancing' })),
    votes('worsened'),
  ],
  [
    'no clear change votes as no signal',
    voteOf(
      shares(
        [
          [10, 40],
          [11, 40],
          [9, 40],
        ],
        [
          [12, 40],
          [10, 40],
          [11, 40],
        ],
      ),
    ),
    votes('no signal'),
  ],
  ['too early is said only where nothing else votes', voteOf(early(), noSignal()), votes('no signal')],
  ['too early is told from observed only', voteOf(early(), observed()), votes('too early')],
  ['a use without measures is observed only', voteOf(), votes('observed only')],
  [
    'a team that uses it three times has one vote, from the earliest change, each measure counted once',
    {
      uses: [
        aUse('a', [gain({ id: 'm' })], { changeDate: week(3) }),
        aUse('a', [gain({ id: 'm' }), noSignal({ id: 'n' })]),
        aUse('a', [gain({ id: 'm' })], { changeDate: week(9) }),
      ],
    },
    {
      votes: 1,
      uses: [
        {
          team: 'a',
          vote: 'improved',
          measures: [
            { id: 'm', verdict: 'improved', method: 'run rules' },
            { id: 'n', verdict: 'no signal', method: 'run rules' },
          ],
        },
      ],
    },
  ],
]);

const tier = (is: string, more: Expected = {}) => ({ tier: is, ...more });
const onePartner = { partner: 'the district' };

table('a tier', [
  [
    'without uses it is an idea, and nothing can be said',
    { uses: [] },
    tier('Idea', { mean: null, p10: null, p90: null, votes: 0 }),
  ],
  [
    'without a finished cycle it is an idea, whatever was observed',
    { uses: teamsWith(4, observed, { finishedCycles: 0 }) },
    tier('Idea', { votes: 0, p10: null }),
  ],
  ['one finished cycle makes it tested', { uses: teamsWith(1, gain) }, tier('Tested', { votes: 1 })],
  [
    'observation never lifts it above tested',
    { uses: teamsWith(9, observed) },
    tier('Tested', { votes: 0, mean: null }),
  ],
  ['too early is not counted', { uses: teamsWith(9, early) }, tier('Tested', { votes: 0, p10: null })],
  [
    'two gains of weight 0.6 are promising',
    { uses: teamsWith(2, gain, { fidelity: 0.6 }) },
    tier('Promising'),
  ],
  ['two gains of weight 0.59 are not', { uses: teamsWith(2, gain, { fidelity: 0.59 }) }, tier('Tested')],
  [
    'no fidelity is under half a vote',
    { uses: teamsWith(3, gain, { fidelity: 0.1 }) },
    tier('Promising', { mean: expect.closeTo(2.5 / 3.5, 9) }),
  ],
  [
    'three gains of weight 0.78 are replicated',
    { uses: teamsWith(3, gain, { fidelity: 0.78 }) },
    tier('Replicated'),
  ],
  [
    'three gains of weight 0.77 are promising',
    { uses: teamsWith(3, gain, { fidelity: 0.77 }) },
    tier('Promising'),
  ],
  [
    'three gains in one home organization are promising',
    { uses: teamsWith(3, gain, onePartner) },
    tier('Promising'),
  ],
  [
    'a second organization whose team could tell nothing does not replicate it',
    { uses: [...teamsWith(3, gain, onePartner), ...teamsWith(1, observed, {}, 'other')] },
    tier('Promising'),
  ],
  [
    'teams without a home organization replicate nothing',
    { uses: teamsWith(4, gain, { partner: null }) },
    tier('Promising'),
  ],
  [
    'one use that widened a gap blocks replicated',
    { uses: [...teamsWith(3, gain), ...teamsWith(1, observed, { widenedGap: true }, 'other')] },
    tier('Promising'),
  ],
  [
    'a gain against a harm is contested',
    { uses: [...teamsWith(1, gain), ...teamsWith(1, harm, {}, 'other')] },
    tier('Contested'),
  ],
  [
    'four gains against one harm are contested, for the range is not narrow enough',
    { uses: [...teamsWith(4, gain), ...teamsWith(1, harm, {}, 'other')] },
    tier('Contested'),
  ],
  [
    'five gains against one harm are replicated: the first tier that holds',
    { uses: [...teamsWith(5, gain), ...teamsWith(1, harm, {}, 'other')] },
    tier('Replicated'),
  ],
  [
    'a mixed vote contests nothing',
    {
      uses: [
        ...teamsWith(3, gain, onePartner),
        aUse('other', [gain(), harm({ type: 'balancing' })], onePartner),
      ],
    },
    tier('Promising', { votes: 4 }),
  ],
  [
    'replicated, and one team that kept its gain for twelve points, is held',
    { uses: [...teamsWith(2, gain), ...teamsWith(1, keptGain, {}, 'other')] },
    tier('Held'),
  ],
  [
    'eleven points are not enough to be held',
    { uses: [...teamsWith(2, gain), aUse('other', [aSeries(around(steady(10), high(11)))])] },
    tier('Replicated'),
  ],
  [
    'six bad points at the end are a reverse: not held',
    {
      uses: [
        ...teamsWith(2, gain),
        aUse('other', [aSeries(around(steady(10), [...high(20), ...Array(6).fill(4)]))]),
      ],
    },
    tier('Replicated'),
  ],
  [
    'five bad points at the end are none',
    {
      uses: [
        ...teamsWith(2, gain),
        aUse('other', [aSeries(around(steady(10), [...high(20), ...Array(5).fill(4)]))]),
      ],
    },
    tier('Held'),
  ],
  [
    'a kept gain in two teams is not held before it is replicated',
    { uses: teamsWith(2, keptGain) },
    tier('Promising'),
  ],
  ['a leader’s stop stops what is held', { stopped: true, uses: teamsWith(4, keptGain) }, tier('Stopped')],
  [
    'given up by every team, it is stopped',
    { uses: teamsWith(3, gain, { abandoned: true }) },
    tier('Stopped'),
  ],
  [
    'given up by all but one, it is not',
    { uses: [...teamsWith(3, noSignal, { abandoned: true }), ...teamsWith(1, noSignal, {}, 'other')] },
    tier('Tested'),
  ],
  [
    'a team that gave up one idea and goes on with another has not given up',
    { uses: [aUse('a', [noSignal()], { abandoned: true }), aUse('a', [noSignal()])] },
    tier('Tested', { votes: 1 }),
  ],
]);
