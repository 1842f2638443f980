import { expect, test } from 'vitest';
import { type FeederOfTeam, type Known, type PracticeCycle, teamsAtWork } from '~/indicators/teams-at-work';
import { usesSaid } from '~/indicators/uses-said';

/** Six weeks at 50 of 100 and six at 70 of 100, the change on Oct 12. */
const shares = Array.from({ length: 12 }, (_, week) => ({
  date: new Date(Date.UTC(2026, 7, 31 + week * 7)).toISOString().slice(0, 10),
  share: { count: week < 6 ? 50 : 70, of: 100 },
}));

const aFeeder = (some: Partial<FeederOfTeam> = {}): FeederOfTeam => ({
  teamId: 'fafsa',
  team: 'FAFSA Network',
  measureId: 'finished',
  name: 'Seniors who finish',
  direction: 'higher',
  values: [],
  verdict: 'better',
  words: 'Improvement',
  sign: 'same',
  lag: 0,
  link: { state: 'too early', sentence: '' },
  type: 'outcome',
  kind: 'proportion',
  phaseStarts: [],
  shares,
  cycleIds: ['c2'],
  ...some,
});

const aTest = (some: Partial<PracticeCycle> = {}): PracticeCycle => ({
  teamId: 'fafsa',
  cycleId: 'c2',
  number: 2,
  practiceId: 'room',
  practice: 'Do the paperwork in the room',
  doStartedOn: '2026-10-12',
  reach: 300,
  ...some,
});
const known: Known = {
  eligible: 1200,
  indicator: { unit: 'percent', direction: 'higher', change: 12 },
  uses: new Map([['room', usesSaid(['improved', 'too early'])]]),
};

test('measures and practices stand under their team, with the cycles behind them', () => {
  const [team, ...others] = teamsAtWork(
    [aFeeder(), aFeeder({ measureId: 'night', cycleIds: ['c2', 'c5'] })],
    [
      aTest(),
      aTest({ cycleId: 'c5', number: 5 }),
      aTest({ cycleId: 'c9', practiceId: 'letter', practice: 'Letter home' }),
    ],
    known,
  );
  expect(others).toEqual([]);
  expect(team).toMatchObject({ team: 'FAFSA Network', cycles: 2 });
  expect(team?.measures.map(({ measureId }) => measureId)).toEqual(['finished', 'night']);
  expect(team?.measures[0]).not.toHaveProperty('shares');
  expect(team?.practices).toMatchObject([
    {
      practice: 'Do the paperwork in the room',
      uses: { words: '1 of 1 use improved, 1 too early' },
      cycles: [
        { id: 'c2', number: 2 },
        { id: 'c5', number: 5 },
      ],
    },
  ]);
});

const ceiling = (feeder: Partial<FeederOfTeam>, tests: PracticeCycle[]) =>
  teamsAtWork([aFeeder(feeder)], tests, known)[0]?.practices[0]?.ceiling;

test('the largest reach counts, and is not added up', () => {
  const one = ceiling({}, [aTest()]);
  // 300 ÷ 1200 × the upper limit of 20 points (25.33, Newcombe's, of 300 of 600 and 420 of 600)
  expect(one).toBe('At most 6.3 of the 12.0 points.');
  expect(ceiling({}, [aTest(), aTest({ cycleId: 'c3', reach: 200 })])).toBe(one);
});

test('the change date is that of the practice’s first cycle, also one that targets another measure', () => {
  const earlier = aTest({ cycleId: 'c1', number: 1, doStartedOn: '2026-09-14', reach: 10 });
  // Two weeks before are too few for an interval.
  expect(ceiling({}, [earlier, aTest()])).toBeNull();
});

test('points of an earlier phase are no part of the before', () => {
  expect(ceiling({ phaseStarts: ['2026-10-01'] }, [aTest()])).toBeNull();
  expect(ceiling({ phaseStarts: ['2026-11-02'] }, [aTest()])).toBe('At most 6.3 of the 12.0 points.');
});

test('a process measure, a test that has not begun, and a reach that is not known have no ceiling', () => {
  expect(ceiling({ type: 'process' }, [aTest()])).toBeNull();
  expect(ceiling({}, [aTest({ doStartedOn: null, reach: null })])).toBeNull();
  expect(ceiling({}, [aTest({ reach: null })])).toBeNull();
  expect(ceiling({ kind: 'mean' }, [aTest()])).toBeNull();
});
