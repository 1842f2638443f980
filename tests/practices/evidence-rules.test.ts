import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighEvidence } from '../../app/practices/tiers';
import type { Vote } from '../../app/practices/votes';
import { type LedgerUse, readLedger } from './ledger';
import { aUse, early, gain, harm, keptGain, noSignal, observed, teamsWith } from './made-ledgers';

const anyMeasure = fc.constantFrom(gain, harm, noSignal, early, observed, keptGain);
const anyUse = fc.record({
  team: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  partner: fc.constantFrom('north', 'south', null),
  fidelity: fc.double({ min: 0, max: 1, noNaN: true }),
  finishedCycles: fc.integer({ min: 0, max: 4 }),
  abandoned: fc.boolean(),
  widenedGap: fc.boolean(),
  measures: fc.array(
    fc.record({ make: anyMeasure, type: fc.constantFrom('outcome', 'process', 'balancing' as const) }),
    { maxLength: 3 },
  ),
});

const anyUses = fc.array(anyUse, { maxLength: 8 }).map((uses): LedgerUse[] =>
  uses.map(({ measures, ...use }) =>
    aUse(
      use.team,
      measures.map(({ make, type }) => make({ type: type as 'outcome' })),
      use,
    ),
  ),
);

test('one more team that improved never lowers the 10th percentile', () => {
  fc.assert(
    fc.property(anyUses, fc.double({ min: 0, max: 1, noNaN: true }), (uses, fidelity) => {
      const before = readLedger({ uses });
      const after = readLedger({ uses: [...uses, aUse('another', [gain()], { fidelity })] });
      expect(after.votes).toBe(before.votes + 1);
      expect(after.p10 as number).toBeGreaterThanOrEqual(before.p10 ?? 0);
    }),
  );
});

test('one more team that did not improve never raises it', () => {
  fc.assert(
    fc.property(anyUses, fc.constantFrom(harm, noSignal), (uses, make) => {
      const { p10 } = readLedger({ uses });
      const after = readLedger({ uses: [...uses, aUse('another', [make()])] });
      expect(after.p10 as number).toBeLessThanOrEqual(p10 ?? 1);
    }),
  );
});

test('a cycle entered twice changes no vote and no count of votes', () => {
  fc.assert(
    fc.property(anyUses, fc.nat(), (uses, which) => {
      const again = uses.length === 0 ? [] : [uses[which % uses.length] as LedgerUse];
      const before = readLedger({ uses });
      const after = readLedger({ uses: [...uses, ...again] });
      expect(after.uses).toEqual(before.uses);
      expect(after.votes).toBe(before.votes);
    }),
  );
});

test('other names, and another order of uses, measures and points, change nothing', () => {
  fc.assert(
    fc.property(anyUses, fc.infiniteStream(fc.nat({ max: 1000 })), (uses, numbers) => {
      const shuffled = <T>(all: readonly T[]): T[] =>
        all
          .map((one) => ({ one, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
      const other = shuffled(uses).map((use) => ({
        ...use,
        team: `team ${use.team}`,
        partner: use.partner === null ? null : `partner ${use.partner}`,
        measures: shuffled(use.measures).map((measure) => ({
          ...measure,
          id: `other ${measure.id}`,
          points: shuffled(measure.points),
        })),
      }));
      const [one, two] = [readLedger({ uses }), readLedger({ uses: other })];
      expect({ tier: two.tier, votes: two.votes }).toEqual({ tier: one.tier, votes: one.votes });
      for (const figure of ['mean', 'p10', 'p90'] as const) {
        const [a, b] = [one[figure], two[figure]];
        if (a === null) expect(b).toBeNull();
        else expect(b).toBeCloseTo(a, 12);
      }
      const votes = ({ uses: teams }: typeof one) => teams.map(({ vote }) => vote).sort();
      expect(votes(two)).toEqual(votes(one));
    }),
  );
});

test('one glowing use never outranks seven of eight, whatever the weights', () => {
  const weight = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(weight, weight, (one, eight) => {
      const glowing = readLedger({ uses: [aUse('a', [keptGain(), gain()], { fidelity: one })] });
      const many = readLedger({
        uses: [
          ...teamsWith(7, gain, { fidelity: eight }),
          ...teamsWith(1, harm, { fidelity: eight }, 'other'),
        ],
      });
      expect(many.p10 as number).toBeGreaterThan(glowing.p10 as number);
    }),
  );
});

const team = (vote: Vote, some = {}) => ({
  ...{ team: vote, partner: vote, vote, weight: 1, finishedCycles: 1 },
  ...{ isAbandoned: false, hasWidenedGap: false, isHeld: false },
  ...some,
});
const teams = (count: number, vote: Vote, some = {}) => Array.from({ length: count }, () => team(vote, some));

test('what is replicated or held is to be spread, what is stopped or mostly fails to be stopped, the rest studied', () => {
  const list = (...args: Parameters<typeof weighEvidence>) => {
    const { tier, list: name } = weighEvidence(...args);
    return `${tier}: ${name}`;
  };
  const spread = [team('improved', { partner: 'other' }), ...teams(3, 'improved')];
  expect(list(spread)).toBe('Replicated: spread');
  expect(list(spread.map((one) => ({ ...one, isHeld: true })))).toBe('Held: spread');
  expect(list(spread, true)).toBe('Stopped: stop');
  expect(list([])).toBe('Idea: study');
  expect(list(teams(2, 'no signal'))).toBe('Tested: study');
  // Three of weight 1 without one gain: Beta(1, 4), whose 90th percentile is 0.44.
  expect(list(teams(3, 'no signal'))).toBe('Tested: stop');
  // Of weight 0.5: Beta(1, 2.5), whose 90th percentile is 0.60.
  expect(list(teams(3, 'worsened', { weight: 0.5 }))).toBe('Tested: study');
});
