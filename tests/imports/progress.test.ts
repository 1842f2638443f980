import { expect, test } from 'vitest';
import { fileProblem } from '~/imports/file-problem';
import { fileTable } from '~/imports/file-table.server';
import { observationSteps } from '~/imports/observations';
import { type Progress, progressPlace, progressWords, quarterOf, shareDone } from '~/imports/progress';
import { proposeMapping } from '~/imports/shape';
import { inTurns } from '~/imports/steps';
import { number, text, workbookParts, zip } from './archives';

const rising = (seen: Progress[]) =>
  seen.every(({ done, all }, at) => done <= all && done >= (seen[at - 1]?.done ?? 0));

test('how far it is, in words', () => {
  expect(progressWords({ what: 'read', done: 38_000, all: 100_000 })).toBe('38,000 of 100,000 rows read');
  expect(progressWords({ what: 'checked', done: 0, all: 12 })).toBe('0 of 12 rows checked');
  expect(progressWords({ what: 'saved', done: 500, all: 2_000 })).toBe('500 of 2,000 numbers saved');
  expect(progressWords({ what: 'sent', done: 3 * 1024 * 1024, all: 9.5 * 1024 * 1024 })).toBe(
    '3.0 of 9.5 MB sent',
  );
});

test('a share is never more than the whole, and of nothing it is none', () => {
  expect(shareDone({ what: 'read', done: 3, all: 4 })).toBe(0.75);
  expect(shareDone({ what: 'read', done: 5, all: 4 })).toBe(1);
  expect(shareDone({ what: 'read', done: 0, all: 0 })).toBe(0);
});

test('it is read aloud at each quarter and at each kind of work', () => {
  const at = (done: number, what: Progress['what'] = 'read') => quarterOf({ what, done, all: 100 });
  expect(at(10)).toBe(at(24));
  expect(at(24)).not.toBe(at(25));
  expect(at(10)).not.toBe(at(10, 'saved'));
});

test.each([
  ['/indicators/i1/import', '?key=abc_1', '/indicators/i1/imports/abc_1/progress'],
  ['/indicators/i1/import', '', null],
  ['/indicators/i1/imports/x1', '?shape=long', '/indicators/i1/imports/x1/progress'],
  ['/teams/t/measures/m/imports/x1', '', '/teams/t/measures/m/imports/x1/progress'],
  ['/teams/t/measures/m', '', null],
])('going to %s%s, it is asked at %s', (pathname, search, place) => {
  expect(progressPlace({ pathname, search })).toBe(place);
});

test('a long CSV file tells how many of its rows are read, and then how many are checked', async () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => `Group ${at},${at % 90}.5,"a, b"`);
  const seen: Progress[] = [];
  const report = (progress: Progress) => seen.push(progress);
  const table = await fileTable(Buffer.from(`Group,2015,Note\n${lines.join('\n')}\n`), null, report);
  expect(seen.length).toBeGreaterThan(2);
  expect(rising(seen)).toBe(true);
  expect(seen.at(-1)).toEqual({ what: 'read', done: 40_001, all: 40_001 });
  seen.length = 0;
  await inTurns(observationSteps(table, proposeMapping(table)), report);
  expect(seen[0]).toEqual({ what: 'checked', done: 0, all: 40_000 });
  expect(seen.at(-1)).toEqual({ what: 'checked', done: 30_000, all: 40_000 });
  expect(rising(seen)).toBe(true);
});

test('a workbook tells about how many rows there are while they come, and at the end how many', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 2}">${number(`A${at + 2}`, String(at))}${number(`B${at + 2}`, '7')}</row>`,
  );
  const header = `<row r="1">${text('A1', 'Day')}${text('B1', 'Rate')}</row>`;
  const seen: Progress[] = [];
  await fileTable(zip(workbookParts([{ name: 'Data', rows: header + rows.join('') }])), null, (progress) =>
    seen.push(progress),
  );
  expect(seen.length).toBeGreaterThan(2);
  expect(rising(seen)).toBe(true);
  expect(seen[0]?.all).toBeGreaterThan(15_000);
  expect(seen[0]?.all).toBeLessThan(25_000);
  expect(seen.at(-1)).toEqual({ what: 'read', done: 20_001, all: 20_001 });
});

test('a file is said to be too large, or not chosen, before it is sent', () => {
  const of = (megabytes: number) => ({ name: 'a.csv', size: megabytes * 1024 * 1024 });
  expect(fileProblem(null)).toBe('Choose a file first.');
  expect(fileProblem({ name: '', size: 0 })).toBe('Choose a file first.');
  expect(fileProblem(of(10))).toBeNull();
  expect(fileProblem(of(40))).toBe('This file is 40 MB. At most 10 MB can be read: split it and try again.');
});
