import { expect, test } from 'vitest';
import type { Stuck } from '~/cycles/stuck';
import { overviewTitle, stuckFirst, stuckHref } from '~/cycles/stuck-first';

const stuck = (some: Partial<Stuck>): Stuck => ({
  key: `${some.cycleId} ${some.kind}`,
  kind: 'study',
  cycleId: 'c1',
  number: 1,
  reason: 'It waits.',
  deed: 'Do it',
  button: 'Do it',
  place: 'study',
  measureId: null,
  workingDaysLate: 1,
  isLate: true,
  stakes: 1,
  urgency: 1,
  ...some,
});
const step = (key: string, isLate = false) => ({ key, isLate, why: undefined as string | undefined });
const asThing = (one: Stuck) => ({ key: one.key, isLate: false, why: one.reason as string | undefined });

test('a step that waits too long says why and comes first, in the order of urgency', () => {
  const things = stuckFirst(
    [step('c1'), step('c2', true), step('c3')],
    [stuck({ cycleId: 'c3', reason: 'Three.' }), stuck({ cycleId: 'c1', reason: 'One.' })],
    asThing,
  );
  expect(things.map(({ key, isLate, why }) => `${key} ${isLate} ${why ?? ''}`.trim())).toEqual([
    'c3 false Three.',
    'c1 false One.',
    'c2 true',
  ]);
});

test('without data the numbers come in place of the step, and an adopted cycle without numbers gets one', () => {
  const things = stuckFirst(
    [step('c1')],
    [stuck({ cycleId: 'c1', kind: 'data' }), stuck({ cycleId: 'c9', kind: 'follow-up' })],
    asThing,
  );
  expect(things.map(({ key }) => key)).toEqual(['c1 data', 'c9 follow-up']);
  expect(things.every(({ isLate }) => isLate)).toBe(true);
  const early = stuckFirst([step('c1')], [stuck({ cycleId: 'c1', kind: 'data', isLate: false })], asThing);
  expect(early).toMatchObject([{ key: 'c1 data', isLate: false }]);
});

test('a ramp that goes round in a circle is not late, and comes last', () => {
  const things = stuckFirst([step('c1')], [stuck({ cycleId: 'c8', kind: 'same size' })], asThing);
  expect(things.map(({ key, isLate }) => `${key} ${isLate}`)).toEqual(['c1 false', 'c8 same size false']);
});

test('each is mended where it is written', () => {
  expect(stuckHref('t', stuck({ place: 'next' }))).toBe('/teams/t/cycles/c1/next');
  expect(stuckHref('t', stuck({ place: 'plan' }))).toBe('/teams/t/cycles/c1/plan#here');
  expect(stuckHref('t', stuck({ place: 'numbers', measureId: 'm' }))).toBe('/teams/t/measures/m/numbers');
});

test('the title over all teams names what is stuck too: its day may be in a week to come', () => {
  expect(overviewTitle(0)).toBe('Nothing is late, stuck or due this week');
  expect(overviewTitle(1)).toBe('1 cycle is late, stuck or due this week');
  expect(overviewTitle(5)).toBe('5 cycles are late, stuck or due this week');
});
