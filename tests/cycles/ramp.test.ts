import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rampsOf, rampWith } from '~/cycles/ramp';
import { firstSentence, rampSteps } from '~/cycles/ramp-steps';

const cycle = (number: number, previous: number | null) => ({
  id: `c${number}`,
  number,
  previousId: previous === null ? null : `c${previous}`,
});
const numbers = (ramps: ReturnType<typeof rampsOf>) =>
  ramps.map((ramp) => ramp.steps.map((step) => step.number));

test('cycles that follow each other are one ramp, oldest first', () => {
  expect(numbers(rampsOf([cycle(4, 2), cycle(1, null), cycle(2, 1)]))).toEqual([[1, 2, 4]]);
});

test('cycles without links are a ramp each', () => {
  expect(numbers(rampsOf([cycle(2, null), cycle(1, null)]))).toEqual([[1], [2]]);
});

test('where two cycles follow the same one, the second begins a branch', () => {
  const ramps = rampsOf([cycle(1, null), cycle(2, 1), cycle(3, 1), cycle(4, 2), cycle(5, 3)]);
  expect(numbers(ramps)).toEqual([
    [1, 2, 4],
    [3, 5],
  ]);
  expect(ramps.map((ramp) => ramp.branchesFrom)).toEqual([null, 'c1']);
});

test('a link to a cycle that is not there begins a ramp', () => {
  expect(numbers(rampsOf([cycle(5, 4), cycle(6, 5)]))).toEqual([[5, 6]]);
});

test('any set of links, circles too, places each cycle exactly once', () => {
  const links = fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }), { maxLength: 40 });
  fc.assert(
    fc.property(links, (previous) => {
      const cycles = previous.map((before, number) => cycle(number, before));
      const placed = numbers(rampsOf(cycles)).flat();
      expect(placed.sort((a, b) => a - b)).toEqual(cycles.map(({ number }) => number));
    }),
  );
});

test('within a ramp each cycle follows the one before it', () => {
  const links = fc.array(fc.option(fc.nat(30), { nil: null }), { maxLength: 30 });
  fc.assert(
    fc.property(links, (previous) => {
      for (const { steps } of rampsOf(previous.map((before, number) => cycle(number, before)))) {
        steps.slice(1).forEach((step, position) => {
          expect(step.previousId).toBe(steps[position]?.id);
        });
      }
    }),
  );
});

test('a cycle is found on its ramp', () => {
  const ramps = rampsOf([cycle(1, null), cycle(2, null)]);
  expect(rampWith(ramps, 'c2')?.steps.map((step) => step.id)).toEqual(['c2']);
  expect(rampWith(ramps, 'c9')).toBeNull();
});

test('a step of the ramp says its dates, its scale, what was decided or what is next, and one line of what was learned', () => {
  const whole = {
    ...cycle(2, 1),
    idea: 'Text first',
    scale: 'few' as const,
    startsOn: '2026-09-08',
    endsOn: null,
    doStartedOn: '2026-09-08',
    doEndedOn: '2026-10-02',
    learned: 'Nine of 11 families answered. Most by noon.',
    decision: null,
  };
  const [step] = rampSteps([whole], '2026-10-07', [], (id) => `/cycles/${id}`);
  expect(step).toMatchObject({
    dates: 'Sep 8 to Oct 2',
    scale: 'A few',
    level: 1,
    decision: null,
    next: 'Decision due Oct 16',
    result: 'Nine of 11 families answered.',
    href: '/cycles/c2',
    current: true,
  });
  const [decided] = rampSteps([{ ...whole, decision: 'adopt' }], '2026-10-07', [], () => '', 'c2');
  expect(decided).toMatchObject({ decision: 'adopt', next: undefined, href: undefined, current: true });
});

test('a long first sentence is cut at a word', () => {
  const cut = firstSentence(`${'word '.repeat(60)}end.`) ?? '';
  expect(cut.length).toBeLessThan(145);
  expect(cut.endsWith('word …')).toBe(true);
  expect(firstSentence('  ')).toBeNull();
});
