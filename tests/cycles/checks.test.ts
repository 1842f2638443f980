import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleKinds, decisions, scales } from '#db/vocabulary';
import {
  type CheckAnswer,
  type CheckedCycle,
  type CheckKey,
  checkKeys,
  checksOf,
  checksWords,
  fidelityOf,
  fidelityWords,
  type SeriesData,
  seriesTo,
} from '~/cycles/checks';

const today = '2026-12-01';
const cycle = (some: Partial<CheckedCycle> = {}): CheckedCycle => ({
  id: 'c2',
  number: 2,
  previousId: 'c1',
  ideaId: 'i',
  kind: 'test',
  scale: 'few',
  people: null,
  startsOn: '2026-09-21',
  doStartedOn: '2026-09-21',
  doEndedOn: '2026-10-02',
  learned: 'Families answered.',
  decision: 'adopt',
  studiedOn: '2026-10-05',
  writtenAfterwards: false,
  hasPlan: true,
  hasDo: true,
  hasPrediction: true,
  ...some,
});
const first = (some: Partial<CheckedCycle> = {}) =>
  cycle({
    id: 'c1',
    number: 1,
    previousId: null,
    scale: 'one',
    startsOn: '2026-09-07',
    doStartedOn: '2026-09-07',
    ...some,
  });
const none: SeriesData = { measureIds: [], points: [] };
const answer = (
  key: CheckKey,
  of: CheckedCycle,
  { series = [of], data = none }: { series?: CheckedCycle[]; data?: SeriesData } = {},
): CheckAnswer => {
  const found = checksOf(of, series, data, today).find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('all four stages written', () => {
  test('is met by a cycle with all four', () => {
    expect(answer('stages', cycle())).toMatchObject({
      state: 'met',
      sentence: 'Plan, Do, Study and Act are all written.',
    });
  });

  test('does not apply yet to what is still ahead', () => {
    const planned = cycle({ doStartedOn: null, doEndedOn: null, learned: '', decision: null, hasDo: false });
    expect(answer('stages', planned)).toMatchObject({
      state: 'not yet',
      sentence: 'Do, Study and Act are not written yet.',
      mend: { place: 'do' },
    });
    expect(answer('stages', cycle({ decision: null }))).toMatchObject({
      state: 'not yet',
      sentence: 'Act is not written yet.',
      mend: { place: 'act', field: 'decision' },
    });
  });

  test('is not met where the cycle came past a stage that nobody wrote', () => {
    expect(answer('stages', cycle({ hasDo: false }))).toMatchObject({
      state: 'not met',
      sentence: 'Do is not written yet.',
      mend: { place: 'do', field: 'observations' },
    });
    expect(answer('stages', cycle({ hasPlan: false, learned: '', decision: null }))).toMatchObject({
      state: 'not met',
      sentence: 'Plan, Study and Act are not written yet.',
      mend: { place: 'plan' },
    });
  });
});

describe('the Study after Do', () => {
  test('is met where it was written after Do ended, or on that day', () => {
    expect(answer('order', cycle()).state).toBe('met');
    expect(answer('order', cycle({ studiedOn: '2026-10-02' })).state).toBe('met');
  });

  test('does not apply yet while there is no Study', () => {
    expect(answer('order', cycle({ learned: '  ', studiedOn: null })).state).toBe('not yet');
  });

  test('is not met where it came first, and says when', () => {
    expect(answer('order', cycle({ studiedOn: '2026-09-30' }))).toMatchObject({
      state: 'not met',
      sentence: 'The Study was written on Sep 30, before Do ended on Oct 2.',
    });
    expect(answer('order', cycle({ doEndedOn: null }))).toMatchObject({
      state: 'not met',
      sentence: 'The Study is written, and Do has not ended.',
      mend: { place: 'do', field: 'doEndedOn' },
    });
  });
});

test('a test, or finding something out, is met; making a change how we work is not', () => {
  expect(answer('test', cycle()).state).toBe('met');
  expect(answer('test', cycle({ kind: 'learn' })).state).toBe('met');
  expect(answer('test', cycle({ kind: 'implement' }))).toMatchObject({
    state: 'not met',
    mend: { place: 'plan', field: 'kind' },
  });
});

test('a prediction is met by a predicted answer or number, never by one written down afterwards', () => {
  expect(answer('prediction', cycle()).state).toBe('met');
  const late = cycle({ doStartedOn: '2026-10-01', writtenOn: '2026-10-05' });
  expect(answer('prediction', late)).toMatchObject({
    state: 'met',
    sentence: 'What we expect is written. The cycle was begun here on Oct 5, after Do began.',
  });
  expect(answer('prediction', cycle({ hasPrediction: false }))).toMatchObject({
    state: 'not met',
    sentence: 'Nobody wrote what they expect to happen.',
    mend: { place: 'plan', field: 'questions[0].prediction' },
  });
  expect(answer('prediction', cycle({ writtenAfterwards: true }))).toMatchObject({
    state: 'not met',
    sentence: 'It was written down afterwards, so nothing counts as predicted.',
    mend: null,
  });
});

describe('the checks of a series', () => {
  test('do not apply to the first cycle of a ramp', () => {
    for (const key of ['series', 'scale', 'data'] as const) {
      expect(answer(key, first())).toMatchObject({ state: 'not yet', mend: null });
    }
  });

  test('apply from the second: it says what it builds on', () => {
    const series = [first(), cycle()];
    expect(answer('series', cycle(), { series }).sentence).toBe('It builds on Cycle 1.');
    const third = cycle({ id: 'c3', number: 3 });
    expect(answer('series', third, { series: [...series, third] }).sentence).toBe(
      'It builds on 2 cycles, the first of them Cycle 1.',
    );
  });

  test('a series grows by a bigger scale, or by more people at the same scale', () => {
    expect(answer('scale', cycle(), { series: [first(), cycle()] })).toMatchObject({
      state: 'met',
      sentence: 'It grew: a few in Cycle 2, after one person or classroom.',
    });
    const [small, more] = [first({ people: 1 }), cycle({ scale: 'one', people: 15 })];
    expect(answer('scale', more, { series: [small, more] }).sentence).toBe(
      'It grew: one person or classroom, 15 people in Cycle 2, after one person or classroom, 1 person.',
    );
  });

  test('a series that stays at one size has not grown, and one that shrank has not either', () => {
    const same = cycle({ scale: 'one' });
    expect(answer('scale', same, { series: [first(), same] })).toMatchObject({
      state: 'not met',
      sentence: 'No cycle was bigger than Cycle 1: one person or classroom.',
      mend: { field: 'scale' },
    });
    const smaller = cycle({ scale: 'one' });
    expect(answer('scale', smaller, { series: [first({ scale: 'site' }), smaller] })).toMatchObject({
      state: 'not met',
      sentence: 'It is smaller than Cycle 1: one person or classroom, after one site.',
    });
  });

  test('a size nobody wrote down is asked for', () => {
    const unsaid = cycle({ scale: null });
    expect(answer('scale', unsaid, { series: [first(), unsaid] })).toMatchObject({
      state: 'not met',
      sentence: 'Nobody wrote how big this test is.',
      mend: { words: 'Say how big this test is', field: 'scale' },
    });
    const before = first({ scale: null });
    expect(answer('scale', cycle(), { series: [before, cycle()] })).toMatchObject({
      sentence: 'Nobody wrote how big Cycle 1 was.',
      mend: { words: 'Say how big Cycle 1 was', place: 'plan', field: 'scale', cycleId: before.id },
    });
  });

  test('what began with everyone cannot grow', () => {
    const all = cycle({ scale: 'everyone' });
    expect(answer('scale', all, { series: [first({ scale: 'everyone' }), all] }).state).toBe('not yet');
  });

  const series = [first(), cycle()];
  const points = (...dates: string[]) => dates.map((date) => ({ measureId: 'm', date }));

  test('three dated numbers of one linked measure, from the first cycle’s Do to this one’s end, are data over time', () => {
    const data = { measureIds: ['m'], points: points('2026-09-07', '2026-09-14', '2026-10-02') };
    expect(answer('data', cycle(), { series, data })).toMatchObject({
      state: 'met',
      sentence: 'A linked measure has 3 dated numbers since Cycle 1 began.',
    });
  });

  test('numbers from before the series or after it do not count, nor do two measures add up', () => {
    const outside = { measureIds: ['m'], points: points('2026-09-06', '2026-09-14', '2026-10-03') };
    expect(answer('data', cycle(), { series, data: outside })).toMatchObject({
      state: 'not met',
      sentence: 'A linked measure has 1 dated number since September 7, 2026. It needs 3.',
      mend: { place: 'numbers', measureId: 'm' },
    });
    const two = {
      measureIds: ['m', 'n'],
      points: [...points('2026-09-14', '2026-09-21'), { measureId: 'n', date: '2026-09-28' }],
    };
    expect(answer('data', cycle(), { series, data: two }).state).toBe('not met');
  });

  test('without a linked measure it says how to get one, and the numbers of others do not count', () => {
    const data = { measureIds: [], points: points('2026-09-07', '2026-09-14', '2026-09-21') };
    expect(answer('data', cycle(), { series, data })).toMatchObject({
      state: 'not met',
      sentence: 'No cycle of the series predicts a number of a measure.',
      mend: { place: 'plan', field: 'predictions[0].measureId' },
    });
  });

  test('while Do goes on, numbers count up to today', () => {
    const open = cycle({ doEndedOn: null, learned: '', decision: null });
    const data = { measureIds: ['m'], points: points('2026-11-09', '2026-11-16', '2026-12-01') };
    expect(answer('data', open, { series: [first(), open], data }).state).toBe('met');
  });

  test('a branch builds on the cycles before it left the ramp; a circle of links ends', () => {
    const all = new Map(
      [first(), cycle(), cycle({ id: 'c3', previousId: 'c1' })].map((one) => [one.id, one]),
    );
    const branch = all.get('c3');
    expect(branch && seriesTo(branch, all).map(({ id }) => id)).toEqual(['c1', 'c3']);
    const round = new Map([first({ previousId: 'c2' }), cycle()].map((one) => [one.id, one]));
    expect(seriesTo(cycle(), round).map(({ id }) => id)).toEqual(['c1', 'c2']);
  });
});

test('fidelity is met ÷ applicable over the finished cycles, and says so', () => {
  const whole = checksOf(first(), [first()], none, today);
  const weak = checksOf(
    cycle({ hasPrediction: false }),
    [first(), cycle({ hasPrediction: false })],
    none,
    today,
  );
  const fidelity = fidelityOf([whole, weak]);
  expect(fidelity).toMatchObject({ met: 9, applicable: 11, cycles: 2 });
  expect(fidelity.byCheck.prediction).toEqual({ met: 1, applicable: 2 });
  expect(fidelity.byCheck.series).toEqual({ met: 1, applicable: 1 });
  expect(fidelityWords(fidelity, 'this team’s')).toBe(
    '9 of 11 checks met (82%) in this team’s 2 finished tests',
  );
  expect(fidelityWords(fidelityOf([whole]), 'this team’s')).toBe(
    '4 of 4 checks met (100%) in this team’s one finished test',
  );
  expect(fidelityWords(fidelityOf([]), 'this team’s')).toBe(
    'No test is finished yet, so nothing is counted.',
  );
  expect(checksWords(whole)).toBe('4 of 4 checks met. 3 do not apply yet.');
  expect(checksWords(weak)).toBe('5 of 7 checks met.');
});

const day = fc.constantFrom('2026-09-07', '2026-09-21', '2026-10-02', '2026-11-30');
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyCycle = fc.record({
  kind: fc.constantFrom(...cycleKinds),
  scale: maybe(fc.constantFrom(...scales)),
  people: maybe(fc.nat(500)),
  doStartedOn: maybe(day),
  doEndedOn: maybe(day),
  learned: fc.constantFrom('', 'It works.'),
  decision: maybe(fc.constantFrom(...decisions)),
  studiedOn: maybe(day),
  writtenAfterwards: fc.boolean(),
  hasPlan: fc.boolean(),
  hasDo: fc.boolean(),
  hasPrediction: fc.boolean(),
});
const anySeries = fc
  .array(anyCycle, { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map((some, i) => cycle({ ...some, id: `c${i}`, number: i + 1, previousId: i ? `c${i - 1}` : null })),
  );
const anyData = fc.record({
  measureIds: fc.uniqueArray(fc.constantFrom('m', 'n')),
  points: fc.array(fc.record({ measureId: fc.constantFrom('m', 'n'), date: day })),
});

test('any cycle gets seven answers in order, each a sentence; only what is not met or not yet has a mend', () => {
  fc.assert(
    fc.property(anySeries, anyData, (series, data) => {
      const last = series.at(-1);
      if (!last) return;
      const answers = checksOf(last, series, data, today);
      expect(answers.map(({ key }) => key)).toEqual([...checkKeys]);
      for (const { sentence, state, mend } of answers) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN/);
        if (state === 'met') expect(mend).toBeNull();
      }
      const { met, applicable } = fidelityOf([answers]);
      expect(met).toBeLessThanOrEqual(applicable);
      expect(applicable).toBeLessThanOrEqual(7);
      if (series.length === 1) expect(applicable).toBeLessThanOrEqual(4);
    }),
  );
});

test('one more dated number never takes a check away', () => {
  fc.assert(
    fc.property(anySeries, anyData, day, (series, data, date) => {
      const last = series.at(-1);
      if (!last) return;
      const isMet = (some: SeriesData) => answer('data', last, { series, data: some }).state === 'met';
      if (isMet(data))
        expect(isMet({ ...data, points: [...data.points, { measureId: 'm', date }] })).toBe(true);
    }),
  );
});
