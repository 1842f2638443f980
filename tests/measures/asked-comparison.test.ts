import { expect, test } from 'vitest';
import {
  addressOfForm,
  askedComparison,
  comparisonAddress,
  comparisonChoices,
} from '~/measures/asked-comparison';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const points = seriesOf(Array.from({ length: 20 }, (_, n) => 80 + (n % 3)));
const calendar = { schoolYearFirstMonth: 9, holidays: [] };
const cycle = (number: number, doStartedOn: string | null, measureIds = ['m1']) => ({
  number,
  doStartedOn,
  measureIds,
});
const choicesFor = (some: Partial<{ points: typeof points; cycles: ReturnType<typeof cycle>[] }> = {}) =>
  comparisonChoices(plainMeasure(), some.points ?? points, some.cycles ?? [], '2026-11-25', calendar);
const asked = (address: string, choices = choicesFor()) =>
  askedComparison(new URLSearchParams(address), points, choices);

test('a comparison is an address, and back', () => {
  const two = { first: { from: week(0), to: week(9) }, second: { from: week(10), to: week(19) } };
  expect(comparisonAddress(two)).toBe('?a=2026-07-06..2026-09-07&b=2026-09-14..2026-11-16');
  expect(asked(comparisonAddress(two))?.stretches).toMatchObject(two);
});

test('what the form without script sends becomes such an address', () => {
  const sent = new URLSearchParams('aFrom=2026-07-06&aTo=2026-09-07&bFrom=2026-09-14&bTo=');
  expect(addressOfForm(sent)).toBe('?a=2026-07-06..2026-09-07&b=2026-09-14..');
  expect(addressOfForm(new URLSearchParams('a=1..2'))).toBeNull();
});

test('a missing end is the end of the series', () => {
  expect(asked('a=..2026-09-07&b=2026-09-14..')?.stretches).toMatchObject({
    first: { from: week(0), to: week(9) },
    second: { from: week(10), to: week(19) },
  });
});

test.each([
  ['a=soon..2026-09-07&b=2026-09-14..', 'first', { from: 'Write a date that exists, such as 2026-09-08.' }],
  ['a=2026-09-07..2026-07-06&b=2026-09-14..', 'first', { to: 'The last day is before the first one.' }],
  [
    'a=2026-07-06..2026-09-20&b=2026-09-14..',
    'second',
    { from: 'The two share days. Choose days of which none is in both.' },
  ],
  ['a=2020-01-01..2020-02-01&b=2026-09-14..', 'first', { from: 'No number begins in these days.' }],
  ['a=2026-07-06..2026-09-07', 'second', { from: 'Write the first day.' }],
  ['a=2030-01-01..&b=2026-09-14..', 'first', { from: 'No number begins in these days.' }],
] as const)('%s compares nothing and says why', (address, which, problems) => {
  const comparison = asked(address);
  expect(comparison?.stretches).toBeNull();
  expect(comparison?.[which].problems).toEqual(problems);
});

test('without an address the most usual comparison is made; with under two numbers none', () => {
  expect(asked('')?.stretches).toEqual(choicesFor()[0]);
  expect(asked('', choicesFor({ points: points.slice(0, 1) }))).toBeNull();
});

test('the choices are the newest twelve, school years, before and since a cycle, and halves', () => {
  const long = seriesOf(Array.from({ length: 70 }, () => 80));
  const choices = comparisonChoices(
    plainMeasure(),
    long,
    [cycle(4, week(30)), cycle(2, week(20)), cycle(1, week(3), ['other']), cycle(5, null)],
    week(69),
    calendar,
  );
  expect(choices).toEqual([
    {
      words: 'The last 12 weeks and the 12 before',
      first: { from: week(46), to: week(57) },
      second: { from: week(58), to: week(69) },
    },
    {
      words: 'This school year and the last',
      first: { from: '2026-09-01', to: '2027-08-31' },
      second: { from: '2027-09-01', to: '2028-08-31' },
    },
    {
      words: 'Before Cycle 2 began, and since',
      first: { from: week(0), to: week(19) },
      second: { from: week(20), to: week(69) },
    },
    {
      words: 'The first half and the second',
      first: { from: week(0), to: week(34) },
      second: { from: week(35), to: week(69) },
    },
  ]);
});
