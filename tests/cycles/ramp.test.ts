import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cyclesOfTree, rampsOf, rampTrees, rampWith } from '~/cycles/ramp';
import { type PictureCycle, rampPicture } from '~/cycles/ramp-picture';
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

test('a cycle that says so begins a branch, even where nothing else follows the one before', () => {
  const ramps = rampsOf([cycle(1, null), { ...cycle(2, 1), startsBranch: true }, cycle(3, 1)]);
  expect(numbers(ramps)).toEqual([[1, 3], [2]]);
  expect(numbers(rampsOf([cycle(1, null), { ...cycle(2, 1), startsBranch: true }]))).toEqual([[1], [2]]);
});

test('an abandoned test that leads no further gives way to the one that goes on', () => {
  const abandoned = { ...cycle(3, 2), decision: 'abandon' as const };
  const around = [cycle(1, null), cycle(2, 1), abandoned];
  expect(numbers(rampsOf([...around, cycle(4, 2)]))).toEqual([[1, 2, 4], [3]]);
  // Where it leads on, it was no dead end.
  expect(numbers(rampsOf([...around, cycle(4, 2), cycle(5, 3)]))).toEqual([[1, 2, 3, 5], [4]]);
  expect(numbers(rampsOf(around))).toEqual([[1, 2, 3]]);
});

test('a ramp is drawn with its branches and theirs, and the ramp with the newest cycle comes first', () => {
  const trees = rampTrees([
    cycle(1, null),
    cycle(2, 1),
    { ...cycle(3, 1), startsBranch: true },
    { ...cycle(4, 3), startsBranch: true },
    cycle(5, null),
  ]);
  expect(
    trees.map(({ trunk, branches }) => [trunk, ...branches].map(({ steps }) => steps[0]?.number)),
  ).toEqual([[5], [1, 3, 4]]);
});

test('every cycle stands in exactly one tree, whatever the links and branches say', () => {
  const links = fc.array(
    fc.tuple(fc.option(fc.nat(30), { nil: null }), fc.boolean(), fc.constantFrom('abandon' as const, null)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(links, (all) => {
      const cycles = all.map(([before, startsBranch, decision], number) => ({
        ...cycle(number, before),
        startsBranch,
        decision,
      }));
      const placed = rampTrees(cycles).flatMap((tree) => cyclesOfTree(tree).map(({ number }) => number));
      expect(placed.sort((a, b) => a - b)).toEqual(cycles.map(({ number }) => number));
    }),
  );
});

const tested = (number: number, previous: number | null, some: Partial<PictureCycle> = {}): PictureCycle => ({
  ...cycle(number, previous),
  idea: 'Text first',
  scale: 'one',
  startsOn: '2026-09-08',
  endsOn: null,
  doStartedOn: '2026-09-08',
  doEndedOn: '2026-10-02',
  learned: 'Families answered.',
  decision: 'adopt',
  ...some,
});
const drawn = (cycles: PictureCycle[], mayWrite = true) => {
  const [tree] = rampTrees(cycles);
  if (!tree) throw new Error('no ramp');
  return rampPicture(tree, {
    today: '2026-12-01',
    holidays: [],
    href: (id) => `/${id}`,
    ...(mayWrite ? { nextHref: (id: string) => `/${id}/next` } : {}),
  });
};

test('a ramp says how many cycles it has, since when, how it grew, and what became of its branches', () => {
  const trunk = [tested(1, null), tested(2, 1, { scale: 'few' }), tested(4, 2, { scale: 'site' })];
  expect(drawn(trunk).sentence).toBe('3 cycles since Sep 8, grown from one person or classroom to one site.');
  const branch = tested(3, 2, { startsBranch: true, decision: 'abandon' });
  expect(drawn([...trunk, branch]).sentence).toBe(
    '4 cycles since Sep 8, grown from one person or classroom to one site. One branch was tried, and ended.',
  );
  const unbegun = tested(1, null, {
    doStartedOn: null,
    doEndedOn: null,
    learned: '',
    decision: null,
    scale: null,
  });
  expect(drawn([unbegun]).sentence).toBe('1 cycle, not begun yet.');
  expect(drawn([tested(1, null, { decision: 'abandon' })]).sentence).toBe(
    '1 cycle since Sep 8, at the size: one person or classroom. It ended with Cycle 1: abandon.',
  );
  const back = [tested(1, null, { scale: 'site' }), tested(2, 1, { scale: 'one' })];
  expect(drawn(back).sentence).toBe('2 cycles since Sep 8, from one site back to one person or classroom.');
});

test('a cycle of which nobody said how big stands as high as the next, and the sentence says so', () => {
  const { bands, sentence } = drawn([
    tested(6, null, { scale: null }),
    tested(7, 6, { scale: 'few', startsBranch: false }),
  ]);
  expect(bands[0]?.steps.slice(0, 2).map(({ level }) => level)).toEqual([1, 1]);
  expect(sentence).toBe('2 cycles since Sep 8, at the size: a few; of one cycle the size is not said.');
});

test('a branch is named by the cycle it leaves, and one that was abandoned says that it ended', () => {
  const { bands } = drawn([
    tested(1, null),
    tested(2, 1),
    tested(3, 1, { startsBranch: true, decision: 'abandon' }),
  ]);
  expect(bands.map(({ head }) => head)).toEqual(['', 'Branch from Cycle 1, ended']);
  expect(bands[1]?.steps[0]).toMatchObject({ decision: 'abandon', ended: 'It ended here.' });
});

test('where a decision asks for a next cycle that nobody planned, the next step stands there, bigger after expand', () => {
  const after = (some: Partial<PictureCycle>) => drawn([tested(1, null, some)]).bands[0]?.steps[1];
  expect(after({ decision: 'expand' })).toMatchObject({ isAsked: true, level: 1, href: '/c1/next' });
  expect(after({ decision: 'adapt' })).toMatchObject({
    isAsked: true,
    level: 0,
    next: 'Cycle 1 asks for it',
  });
  expect(after({ decision: 'adopt', nextStep: 'Three more rooms.' })).toMatchObject({
    result: 'Three more rooms.',
  });
  for (const decision of ['adopt', 'abandon', 'implement'] as const)
    expect(after({ decision })).toBeUndefined();
  expect(after({ decision: 'expand', learned: '' })).toBeUndefined();
  expect(after({ decision: 'expand', scale: 'everyone' })).toMatchObject({ level: 4 });
});

test('a next step that is planned, or that a branch has begun, is not asked for again', () => {
  const planned = tested(2, 1, { doStartedOn: null, doEndedOn: null, learned: '', decision: null });
  expect(drawn([tested(1, null, { decision: 'expand' }), planned]).bands[0]?.steps).toHaveLength(2);
  const branch = { ...planned, startsBranch: true };
  expect(drawn([tested(1, null, { decision: 'expand' }), branch]).bands[0]?.steps).toHaveLength(1);
});

test('who may not write sees the step that is asked for, without a way to plan it', () => {
  const asked = drawn([tested(1, null, { decision: 'expand' })], false).bands[0]?.steps[1];
  expect(asked).toMatchObject({ href: undefined, idea: 'Text first' });
});

test('where nobody said how big a test is, it stands as high as the one before; people and sites are counted', () => {
  const [first, second] =
    drawn([tested(1, null, { scale: 'site', people: 62, sites: 1 }), tested(2, 1, { scale: null })]).bands[0]
      ?.steps ?? [];
  expect(first).toMatchObject({ level: 2, counts: '62 people, 1 site' });
  expect(second).toMatchObject({ level: 2, scale: '', counts: '' });
});
