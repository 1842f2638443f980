import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { chainBreaks, type LinkedCycle } from '~/practices/chains';
import { ChainsList } from '~/practices/chains-list';
import { begunWords } from '~/practices/gauges';
import type { Evidence, TeamEvidence } from '~/practices/tiers';
import { methodWords, pointsWords, rangeSource, wouldChangeWords } from '~/practices/working-words';

const aTeam = (some: Partial<TeamEvidence> = {}): TeamEvidence => ({
  ...{ team: 't', partner: 'p', vote: 'improved', weight: 0.86, finishedCycles: 1 },
  ...{ isAbandoned: false, hasWidenedGap: false, isHeld: false, ...some },
});
const evidence = { votes: 2, improved: 1 } as Evidence;

test('how the range comes about is one sentence: votes, their weights, and what is added', () => {
  const teams = [aTeam(), aTeam({ vote: 'mixed', weight: 1 }), aTeam({ vote: 'too early', weight: 0.5 })];
  expect(rangeSource(evidence, teams)).toBe(
    'The range comes from 1 improved of 2 votes, each counted by how well its cycles were tested (weights 0.86 and 1.00), with one made-up team for it and one against it added, so that a few teams alone never look certain.',
  );
  expect(rangeSource({ ...evidence, votes: 0, improved: 0 }, [])).toBe('');
});

type Working = Parameters<typeof methodWords>[0];
const working = {
  ...{ method: 'run rules', verdict: 'improved', leastRun: 8, longestGood: 24, longestBad: 2 },
  ...{ pBetter: 0.0004, pWorse: 0.9996, rebasedOn: null, changeDate: '2026-05-11' },
  before: { count: 14, useful: 13, from: '2026-02-02', to: '2026-05-04' },
  after: { count: 28, useful: 28, from: '2026-05-11', to: '2026-11-16' },
} as unknown as Working;

test('the working is said in plain words, with the technical term in brackets', () => {
  expect(methodWords(working)).toBe(
    'Judged by points in a row (run rules): 8 were needed on one side; the most were 24 on the good side and 2 on the bad. Before and after were also compared by order (rank test): luck alone looks this much better in under 0.1% of cases and this much worse in 100%; 2.5% or less counts.',
  );
  expect(pointsWords(working)).toContain('13 of them above or below the middle line');
  for (const verdict of ['improved', 'no signal'] as const) {
    const words = wouldChangeWords({ ...working, verdict });
    expect(words).not.toMatch(/rank test|off the median/);
  }
});

const cycle: LinkedCycle = {
  ...{ id: 'c', number: 1, teamId: 't', team: 'Team', hasPractice: true },
  ...{ hasMeasure: true, hasIndicator: true, hasGap: false },
};

test('the page for leaders and the gauges count the same cycles, and say since when', () => {
  const gauges = { since: '2025-11-26', activity: { cyclesBegun: 33, teams: 6, testsEnded: 28 } };
  expect(begunWords(gauges)).toBe(
    '33 cycles were begun by 6 teams since Nov 26, 2025, whether they test a practice or not.',
  );
  const chains = chainBreaks(Array(8).fill(cycle), '2025-11-26', 6);
  const words = renderToStaticMarkup(<ChainsList chains={chains} />);
  expect(words).toContain('begun since Nov 26, 2025 can be followed all the way');
  expect(words).toContain('and 2 more');
  expect(words).toContain('href="/leaders?chains=all#chains-row"');
  const all = renderToStaticMarkup(
    <ChainsList chains={chainBreaks(Array(8).fill(cycle), '2025-11-26', 500)} />,
  );
  expect(all).not.toMatch(/more|chains=all/);
});
