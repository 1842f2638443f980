import { expect, test } from 'vitest';
import { findPeriodIn, weighPeriods } from '~/imports/found-periods';
import { isPeriod, readPeriod } from '~/imports/periods';

test.each([
  '2015-16',
  '2015–16',
  '2015-2016',
  '2015 – 2016',
  '2015/16',
  '2015/2016',
  'SY16',
  'SY 16',
  'SY2016',
  'SY2015-16',
  'SY15-16',
  'AY 2015-16',
  'School Year 2015-16',
  '2015-16 school year',
  "SY '15-'16",
])('%s is the school year 2015–16', (cell) => {
  expect(readPeriod(cell)).toEqual({
    kind: 'school year',
    start: 2015,
    key: '2015-16',
    label: '2015–16',
    startsOn: '2015-07-01',
    endsOn: '2016-06-30',
  });
});

test('a school year begins in the first month of the community', () => {
  expect(readPeriod('2015-16', { firstMonth: 9 })).toMatchObject({
    startsOn: '2015-09-01',
    endsOn: '2016-08-31',
  });
  expect(readPeriod('2015-16', { firstMonth: 1 })).toMatchObject({
    startsOn: '2015-01-01',
    endsOn: '2015-12-31',
  });
  expect(readPeriod('1999-00', { firstMonth: 3 })).toMatchObject({ key: '1999-00', endsOn: '2000-02-29' });
});

test.each([
  ['2016', 'year', '2016', '2016-01-01', '2016-12-31'],
  ['2016-03', 'month', '2016-03', '2016-03-01', '2016-03-31'],
  ['Mar 2016', 'month', '2016-03', '2016-03-01', '2016-03-31'],
  ['March 2016', 'month', '2016-03', '2016-03-01', '2016-03-31'],
  ['Feb-16', 'month', '2016-02', '2016-02-01', '2016-02-29'],
  ['Sept. 2016', 'month', '2016-09', '2016-09-01', '2016-09-30'],
  ['3/2016', 'month', '2016-03', '2016-03-01', '2016-03-31'],
  ['2016 Q3', 'quarter', '2016-Q3', '2016-07-01', '2016-09-30'],
  ['Q3 2016', 'quarter', '2016-Q3', '2016-07-01', '2016-09-30'],
  ['2016-W07', 'week', '2016-W07', '2016-02-15', '2016-02-21'],
  ['2015-W53', 'week', '2015-W53', '2015-12-28', '2016-01-03'],
  ['2016-02-29', 'day', '2016-02-29', '2016-02-29', '2016-02-29'],
  ['2016-03-04 00:00:00', 'day', '2016-03-04', '2016-03-04', '2016-03-04'],
  ['3/14/2016', 'day', '2016-03-14', '2016-03-14', '2016-03-14'],
  ['14/3/2016', 'day', '2016-03-14', '2016-03-14', '2016-03-14'],
  ['04/04/2016', 'day', '2016-04-04', '2016-04-04', '2016-04-04'],
  ['Mar 4, 2016', 'day', '2016-03-04', '2016-03-04', '2016-03-04'],
  ['4-Mar-16', 'day', '2016-03-04', '2016-03-04', '2016-03-04'],
])('%s is the %s %s', (cell, kind, key, startsOn, endsOn) => {
  expect(readPeriod(cell)).toMatchObject({ kind, key, startsOn, endsOn, start: Number(key.slice(0, 4)) });
});

test.each([
  '',
  'abc',
  '9999',
  '1899',
  '1949',
  '2101',
  '0015',
  '9999-00',
  '2015-17',
  '2015-2017',
  '2016-13',
  '2016-00',
  'Q5 2016',
  '2016-W54',
  '2016-W53',
  '2015-02-29',
  '13/13/2016',
  '42430',
  '2016.5',
  'Grade 1',
  'Mayor 2016',
  '-2016',
  'SYabc',
  '__proto__',
  '9999-12-31',
])('%j is refused with a sentence', (cell) => {
  const reading = readPeriod(cell);
  expect(reading.kind).toBe('refused');
  expect(reading.kind === 'refused' && reading.reason).toMatch(/\.$/);
});

test('a year outside 1950 to 2100 is named in the sentence', () => {
  expect(readPeriod('9999')).toEqual({
    kind: 'refused',
    reason: '“9999” is outside the years 1950 to 2100.',
  });
});

test('03/04/2016 is asked about, never guessed', () => {
  const reading = readPeriod('03/04/2016');
  expect(reading).toMatchObject({
    kind: 'ambiguous',
    readings: [{ key: '2016-03-04' }, { key: '2016-04-03' }],
  });
  expect(readPeriod('03/04/2016', { dateOrder: 'day first' })).toMatchObject({ key: '2016-04-03' });
  expect(readPeriod('03/14/2016', { dateOrder: 'day first' })).toMatchObject({ kind: 'refused' });
});

test('2011-12 alone is asked about, and its neighbours answer', () => {
  const reading = readPeriod('2011-12');
  expect(reading).toMatchObject({
    kind: 'ambiguous',
    readings: [{ kind: 'school year' }, { kind: 'month' }],
  });
  expect(weighPeriods(['2011-12', '2012-13']).prefer).toBe('school year');
  expect(weighPeriods(['2009-10', '2010-11', '2011-12']).prefer).toBe('school year');
  expect(weighPeriods(['2011-11', '2011-12', '2012-01']).prefer).toBe('month');
  expect(weighPeriods(['2011-12']).prefer).toBeNull();
  expect(readPeriod('2011-12', { prefer: 'month' })).toMatchObject({
    key: '2011-12',
    startsOn: '2011-12-01',
  });
});

test('the order of day and month is taken from the dates that are clear', () => {
  expect(weighPeriods(['03/04/2016', '03/25/2016']).dateOrder).toBe('month first');
  expect(weighPeriods(['03/04/2016', '25/03/2016']).dateOrder).toBe('day first');
  expect(weighPeriods(['03/04/2016', '05/06/2016']).dateOrder).toBeNull();
  expect(weighPeriods(['25/03/2016', '03/25/2016']).dateOrder).toBeNull();
});

test('periods are found inside titles and headers', () => {
  expect(findPeriodIn('Four-Year Graduation Rates, 2015-16')).toMatchObject({
    text: '2015-16',
    reading: { key: '2015-16' },
  });
  expect(findPeriodIn('Rate 2016 (percent)')).toMatchObject({
    around: 'Rate percent',
    reading: { key: '2016' },
  });
  expect(findPeriodIn('From 2011-12 to 2015-16')).toBeNull();
  expect(findPeriodIn('12016 people, 3.2016')).toBeNull();
  expect(findPeriodIn('Four-Year Cohort Count')).toBeNull();
});

test('later periods sort after earlier ones by their first day', () => {
  const days = ['2014-15', '2015-16', '2016-17'].map((cell) => readPeriod(cell));
  const starts = days.map((reading) => (isPeriod(reading) ? reading.startsOn : ''));
  expect([...starts].sort()).toEqual(starts);
});

test('five years together go by the last one where somebody says so, and are a question where it may be asked', () => {
  expect(readPeriod('2012–2016', { yearsTogether: 'last year' })).toMatchObject({
    ...{ kind: 'year', start: 2016, key: '2016', label: '2016 (2012–2016)' },
    ...{ startsOn: '2016-01-01', years: 5 },
  });
  const asked = readPeriod('2012-2016', { yearsTogether: 'ask' });
  expect(asked.kind === 'ambiguous' && asked.reason).toBe('“2012-2016” is 5 years together, not one period.');
  expect(readPeriod('2012-2016').kind).toBe('refused');
  expect(readPeriod('2015-2016', { yearsTogether: 'last year' }).kind).toBe('school year');
  expect(readPeriod('2000-2016', { yearsTogether: 'last year' }).kind).toBe('refused');
  expect(findPeriodIn('Change 2012-2016', { yearsTogether: 'last year' })).toBeNull();
});
