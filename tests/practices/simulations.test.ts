// The figures on "How we judge practices" are what the program does: the first library is judged again.
import { expect, test } from 'vitest';
import {
  cautious,
  firstLibrary,
  practiceSeed,
  practices,
  falseVotes as printedVotes,
  reachedTiers,
  worlds,
} from '../../app/help/simulated-practices';
import { tiers } from '../../app/practices/tiers';
import { falseVotes, judgedLibrary, PRACTICES, SEED, WORLDS } from './simulations';

const library = judgedLibrary('plain', 0);
const inert = library.filter(({ effect }) => effect === 0);
const real = library.filter(({ effect }) => effect > 0);

test('the first library, judged again, is the one that is printed', () => {
  expect([practiceSeed, practices]).toEqual([SEED, PRACTICES]);
  const count = (of: typeof library) => tiers.map((tier) => of.filter((one) => one.tier === tier).length);
  expect({ inert: count(inert), real: count(real) }).toEqual(firstLibrary);
});

test('at most 2 % of practices that do nothing reach Replicated, where points are as the rules take them', () => {
  for (const world of ['plain', 'leaning', 'dipping'] as const) {
    expect(reachedTiers[world].inert[1]).toBeLessThanOrEqual(2);
  }
});

test('votes on practices that do nothing are false in about one of twenty, both ways together', () => {
  const { improved, worsened } = falseVotes(inert);
  expect(improved + worsened).toBeLessThan(0.1);
  const [better, worse] = printedVotes.plain;
  expect((better as number) + (worse as number)).toBeLessThan(7);
});

test('practices that move a measure by 1.5 sigma and more mostly reach Replicated with five teams', () => {
  const strong = real.filter(({ effect, teams }) => effect >= 1.5 && teams >= 5);
  const found = strong.filter(({ tier }) => tier === 'Replicated' || tier === 'Held');
  expect(strong.length).toBeGreaterThan(10);
  expect(found.length / strong.length).toBeGreaterThan(0.7);
});

test('a rise of everything fools the rules, and the stricter rule less', () => {
  const [as, stricter] = [reachedTiers.rising.inert[1] as number, cautious.rising.inert[1] as number];
  expect(as).toBeGreaterThan(2);
  expect(stricter).toBeLessThan(as);
  expect(worlds).toEqual(WORLDS);
});
