import { expect, test } from 'vitest';
import { type Cell, openCell } from '~/indicators/cells';
import { type IndicatorTrack, linkState, measureSignal } from '~/indicators/link-state';
import { periodsFrom } from '~/indicators/periods';
import { readRunChart } from '~/statistics/run-chart';
import { anObserved, aRule } from './readings';

const calendar = { kind: 'school year', firstMonth: 7 } as const;
const today = '2026-12-01';
const signal = { date: '2024-10-07', movement: 'up' } as const;
const link = { sign: 'same', lag: 0 } as const;

type Year = [number, number] | number | null;
/** School years from 2021–22 on: counts, percentages, or nothing. */
function track(...years: Year[]): IndicatorTrack {
  const keys = years.map((_, index) => `${2021 + index}-${22 + index}`);
  const cells = years.map((year): Cell | null => {
    if (year === null) return null;
    const [numerator, denominator] = Array.isArray(year) ? year : [null, null];
    return openCell(
      anObserved({ numerator, denominator, value: Array.isArray(year) ? null : year }),
      aRule(),
    );
  });
  return { ...aRule(), periods: periodsFrom(keys, calendar), cells };
}
const read = (
  years: IndicatorTrack,
  some: { sign?: 'same' | 'opposite'; lag?: number; today?: string } = {},
) => linkState(signal, years, { ...link, ...some }, calendar, some.today ?? today);

test('an indicator that went the expected way beyond chance in the window is a signal in the window', () => {
  expect(read(track([500, 1000], [505, 1000], [500, 1000], [600, 1000]))).toEqual({
    state: 'signal in window',
    sentence: 'The indicator went up beyond chance, as expected, from 2023–24 to 2024–25.',
  });
});

test('the sign says which way is expected', () => {
  expect(read(track([500, 1000], [500, 1000], [500, 1000], [400, 1000]), { sign: 'opposite' }).state).toBe(
    'signal in window',
  );
  expect(read(track([500, 1000], [500, 1000], [500, 1000], [600, 1000]), { sign: 'opposite' }).state).toBe(
    'opposite',
  );
});

test('the window opens after the lag and is two periods long', () => {
  const late = track([500, 1000], [500, 1000], [500, 1000], [505, 1000], [500, 1000], [600, 1000]);
  expect(read(late).state).toBe('expected but absent');
  expect(read(late, { lag: 1 }).state).toBe('signal in window');
});

test('before the window has figures it is too early, and says when a change is expected', () => {
  expect(read(track([500, 1000], [500, 1000], [500, 1000]))).toEqual({
    state: 'too early',
    sentence: 'A change is expected in 2024–25 or 2025–26. There is no figure for it yet.',
  });
});

test('no change in the first year of the window leaves the second', () => {
  expect(read(track([500, 1000], [500, 1000], [500, 1000], [505, 1000]))).toEqual({
    state: 'too early',
    sentence: 'No change beyond chance yet. One can still come in 2025–26.',
  });
});

test('a window that has passed without a change beyond chance was expected but absent', () => {
  const still = track([500, 1000], [500, 1000], [500, 1000], [505, 1000], [495, 1000]);
  expect(read(still)).toEqual({
    state: 'expected but absent',
    sentence: 'No change beyond chance in 2024–25 or 2025–26, when one was expected.',
  });
});

test('figures that never came are no data once they should have been published', () => {
  expect(read(track([500, 1000], [500, 1000], [500, 1000]), { today: '2027-08-01' }).state).toBe('no data');
});

test('without a figure before the window there is nothing to compare with', () => {
  expect(read(track(null, null, null, [500, 1000])).sentence).toBe(
    'The indicator has no figure from before 2024–25 to compare with.',
  );
  expect(read(track()).sentence).toBe('The indicator has no figures yet.');
});

test('only percentages cannot be told from chance', () => {
  expect(read(track(50, 50, 50, 60))).toEqual({
    state: 'no data',
    sentence: 'Only percentages exist, not counts, so a change cannot be told from chance.',
  });
});

test('a measure without a signal expects nothing yet', () => {
  expect(linkState(null, track([500, 1000]), link, calendar, today)).toEqual({
    state: 'too early',
    sentence: 'The measure has no signal yet, so nothing is expected of the indicator.',
  });
});

/** Weekly values from Sep 1, 2025 on, read as a run chart about the median of the first twelve. */
function signalOf(values: (number | null)[], ghosted: number[] = []) {
  const first = Date.UTC(2025, 8, 1);
  const dates = values.map((_, week) => new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10));
  const reading = readRunChart({ values, frozen: 12, excluded: ghosted, better: 'up', rules: 'ihi' });
  return { signal: measureSignal(reading.signals, dates), dates };
}
/** Neither on the line nor long on one side of it. */
const usual = [48, 52, 47, 53, 49, 51, 48, 52, 47, 53, 49, 51];
const high = [62, 61, 63, 62, 61, 63, 62, 61];
const low = [38, 39, 37, 38, 39, 37, 38, 39];

test('above, below, and above again is dated by the newest run, not by the first on its side', () => {
  const values = [...usual, ...high, ...low, ...high];
  const { signal: found, dates } = signalOf(values);
  expect(found).toEqual({ date: dates[28], movement: 'up' });
});

test('a step is dated by the run it led to, not by the one it left behind', () => {
  const { signal: found, dates } = signalOf([...usual, ...low, ...high]);
  expect(found).toEqual({ date: dates[20], movement: 'up' });
});

test('a run that ended is no signal any more', () => {
  expect(signalOf([...usual, ...high]).signal).not.toBeNull();
  const { signal: found } = signalOf([...usual, ...high, 48, 52]);
  expect(found).toBeNull();
  expect(linkState(found, track([500, 1000]), link, calendar, today).state).toBe('too early');
});

test('a point on the median, one without a number and one set aside do not end a run', () => {
  // The last usual point is above the median already.
  const { signal: found, dates } = signalOf([...usual, ...high, 50, null, 40], [22]);
  expect(found).toEqual({ date: dates[11], movement: 'up' });
});

test('a trend that still goes on is a signal since its turning point; patterns without a side are none', () => {
  const rising = [49, 51, 48, 52, 49, 51, 48, 52, 49, 51, 48, 52, 40, 42, 44, 46, 48];
  const { signal: found, dates } = signalOf(rising);
  expect(found).toEqual({ date: dates[12], movement: 'up' });
  expect(signalOf(rising.slice(0, 12)).signal).toBeNull();
});

/** 2021–22, … each at 500 of 1,000, but for the years named, counted from the signal's own year, 2024–25. */
function steadyBut(years: number, changed: Record<number, number>) {
  return track(...Array.from({ length: years }, (_, index): Year => [changed[index - 3] ?? 500, 1000]));
}

test('the window is the periods lag and lag + 1, to the year: a change one year before or after it is not in it', () => {
  const at = (step: number, lag: number) => read(steadyBut(9, { [step]: 600 }), { lag }).state;
  // The signal came in 2024–25 (step 0).
  expect([-1, 0, 1, 2].map((step) => at(step, 0))).toEqual([
    'opposite', // up before the window, and down again in it
    'signal in window',
    'signal in window',
    'expected but absent',
  ]);
  expect([1, 2, 3, 4].map((step) => at(step, 2))).toEqual([
    'opposite',
    'signal in window',
    'signal in window',
    'expected but absent',
  ]);
});

test('the window stays open for one period after its end, because yearly figures come late', () => {
  const none = track([500, 1000], [500, 1000], [500, 1000]);
  // 2025–26 is the second year of the window; it ended on June 30, 2026, and one more year is waited for.
  expect(read(none, { today: '2027-06-30' }).state).toBe('too early');
  expect(read(none, { today: '2027-07-01' })).toEqual({
    state: 'no data',
    sentence: 'The indicator has no figure for 2024–25 or 2025–26, when a change was expected.',
  });
  const half = track([500, 1000], [500, 1000], [500, 1000], [505, 1000]);
  expect(read(half, { today: '2027-06-30' }).state).toBe('too early');
  expect(read(half, { today: '2027-07-01' }).state).toBe('expected but absent');
});

test('a measure that went down expects the indicator down, or up where the sign is opposite', () => {
  const down = { date: '2024-10-07', movement: 'down' } as const;
  const fell = track([500, 1000], [500, 1000], [500, 1000], [400, 1000]);
  expect(linkState(down, fell, link, calendar, today).state).toBe('signal in window');
  expect(linkState(down, fell, { sign: 'opposite', lag: 0 }, calendar, today)).toEqual({
    state: 'opposite',
    sentence: 'The indicator went down beyond chance from 2023–24 to 2024–25; up was expected.',
  });
});

test('a signal on the first day of a school year belongs to that year', () => {
  const onThe = (date: string) =>
    linkState(
      { date, movement: 'up' },
      track([500, 1000], [500, 1000], [500, 1000], [500, 1000], [600, 1000]),
      { sign: 'same', lag: 0 },
      calendar,
      today,
    ).sentence;
  expect(onThe('2024-07-01')).toMatch(/from 2023–24 to 2025–26\.$/);
  expect(onThe('2024-06-30')).toBe('No change beyond chance in 2023–24 or 2024–25, when one was expected.');
});

test('figures from before and after the definition changed are not compared', () => {
  const years = track([500, 1000], [500, 1000], [500, 1000], [600, 1000], [500, 1000]);
  const changedIn = (period: string) =>
    linkState(signal, { ...years, revisions: [{ period, what: 'All schools' }] }, link, calendar, today);
  expect(changedIn('2024-25')).toEqual({
    state: 'no data',
    sentence: 'What is counted changed after 2023–24, so the figures cannot be compared.',
  });
  // The first year of the window is still counted as before; the second is not.
  expect(changedIn('2025-26').state).toBe('signal in window');
  expect(changedIn('2023-24').state).toBe('signal in window');
});
