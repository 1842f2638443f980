import { expect, test } from 'vitest';
import { isPeriod, readPeriod } from '~/imports/periods';
import type { ReadFigure } from '~/indicators/import-reading';
import { noteOf, withoutSharedYears } from '~/indicators/years-together';

let line = 1;
function figure(written: string): ReadFigure {
  const period = readPeriod(written, { yearsTogether: 'last year' });
  if (!isPeriod(period)) throw new Error(period.reason);
  line += 1;
  const numbers = { numerator: null, denominator: null, value: 70, marginOfError: null, isSuppressed: false };
  return { line, group: null, groupId: null, period, ...numbers };
}
const taken = (written: string[], newestKept: number | null = null) =>
  withoutSharedYears(written.map(figure), newestKept).taken.map(({ period }) => period.key);

test('of periods that overlap, those are taken that share no year, counted back from the newest', () => {
  const each = ['2006-2010', '2009-2013', '2010-2014', '2011-2015', '2012-2016', '2015-2019'];
  expect(taken(each)).toEqual(['2014', '2019']);
  expect(taken(['2007-2011', '2012-2016'])).toEqual(['2011', '2016']);
});

test('what is kept already decides where to count from, also for newer periods', () => {
  expect(taken(['2007-2011', '2012-2016', '2013-2017', '2017-2021'], 2016)).toEqual(['2011', '2016', '2021']);
});

test('numbers of one year each are all taken', () => {
  expect(taken(['2014', '2015', '2016'], 2016)).toEqual(['2014', '2015', '2016']);
});

test('what is left out is said with its line, and what is taken says of which years it is', () => {
  const [older, newer] = [figure('2011-2015'), figure('2012-2016')];
  expect(withoutSharedYears([older, newer], null).left).toEqual([
    {
      line: older.line,
      reason: `Line ${older.line}: 2015 (2011–2015) is left out. Numbers of several years are taken in steps of 5 years from 2016, the newest that is read, so that no two share years.`,
    },
  ]);
  expect(withoutSharedYears([older], 2016).left[0]?.reason).toContain('from 2016, the newest that is kept');
  expect([noteOf(newer), noteOf(figure('2016'))]).toEqual(['2012–2016 together', '']);
});
