import { expect, test } from 'vitest';
import { askedDays, dayChoices, inStretch, windowWords } from '~/measures/asked-days';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const points = seriesOf(Array.from({ length: 20 }, (_, n) => 80 + (n % 3)));
const today = '2026-11-25';
const asked = (address: string) => askedDays(new URLSearchParams(address), points, today);
const calendar = { schoolYearFirstMonth: 9, holidays: [] };

test('both ends of a stretch are inside it', () => {
  const days = asked(`from=${week(3)}&to=${week(7)}`);
  expect(days).toMatchObject({ window: { from: week(3), to: week(7) }, shown: 5, problems: {} });
  expect(inStretch(points, days.window as never).map(({ id }) => id)).toEqual(['p3', 'p4', 'p5', 'p6', 'p7']);
});

test('an address that asks for no days shows all of them', () => {
  expect(asked('chart=p')).toEqual({ from: '', to: '', problems: {}, window: null, shown: 20 });
  expect(askedDays(new URLSearchParams('from=2026-09-01'), [], today).window).toBeNull();
});

test('a missing end is the end of the series', () => {
  expect(asked(`from=${week(15)}`)).toMatchObject({ window: { from: week(15), to: week(19) }, shown: 5 });
  expect(asked(`to=${week(4)}`)).toMatchObject({ window: { from: week(0), to: week(4) }, shown: 5 });
});

test('days before the first number and after today are not drawn', () => {
  expect(asked('from=1999-01-01&to=2099-12-31').window).toEqual({ from: week(0), to: today });
});

test.each([
  ['from=yesterday&to=2026-10-01', 'from', 'Write a date that exists, such as 2026-09-08.'],
  ['from=2026-09-01&to=2026-02-30', 'to', 'Write a date that exists, such as 2026-09-08.'],
  ['from=9999-01-01', 'from', 'Write a date between 1950 and 2100.'],
  ['from=2026-10-01&to=2026-09-01', 'to', 'The last day is before the first one.'],
  [
    'from=2026-07-07&to=2026-07-12',
    'from',
    'No number begins in these days. The first is of Jul 6, 2026, the newest of Nov 16, 2026.',
  ],
  [
    'to=2020-01-01',
    'to',
    'No number begins in these days. The first is of Jul 6, 2026, the newest of Nov 16, 2026.',
  ],
])('%s is answered with a sentence, and all days are shown', (address, field, sentence) => {
  const days = asked(address);
  expect(days.problems).toEqual({ [field]: sentence });
  expect([days.window, days.shown]).toEqual([null, 20]);
});

test('the page says how many numbers are in view, and that the rules use all', () => {
  expect(windowWords(plainMeasure(), asked(`from=${week(3)}&to=${week(7)}`), 20)).toBe(
    'Jul 27, 2026 to Aug 24, 2026: 5 of 20 weeks. The middle line, the rules and the sentence above still use all 20.',
  );
  expect(windowWords(plainMeasure(), asked(''), 20)).toBe('');
});

test('one click shows the last twelve, or this school year, where that is not all', () => {
  expect(dayChoices(plainMeasure(), points, today, calendar)).toEqual([
    { words: 'The last 12 weeks', from: week(8), to: week(19) },
    { words: 'This school year', from: '2026-09-01', to: '2027-08-31' },
  ]);
  expect(
    dayChoices(plainMeasure(), points.slice(-12), today, { ...calendar, schoolYearFirstMonth: 7 }),
  ).toEqual([]);
  const byYears = dayChoices(plainMeasure(), points, '2027-01-05', { ...calendar, schoolYearFirstMonth: 1 });
  expect(byYears.map(({ words }) => words)).toEqual(['The last 12 weeks']);
});
