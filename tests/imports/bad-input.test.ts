import { expect, test } from 'vitest';
import { UnreadableFile } from '~/imports/decode';
import { fileTable } from '~/imports/file-table.server';
import { observationSteps, readObservations } from '~/imports/observations';
import { mappingSteps, proposeMapping } from '~/imports/shape';
import { inTurns } from '~/imports/steps';
import { number, text, workbookParts, zip } from './archives';
import { bytesOf } from './files';

/** Every sentence a person gets for a file: why none of it can be read, or of which line and why. */
async function answers(bytes: Uint8Array): Promise<string[]> {
  try {
    const table = await fileTable(Buffer.from(bytes));
    const { refused, problems } = readObservations(table, proposeMapping(table));
    return [...problems, ...refused.first.map(({ reason }) => reason)];
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.message];
    throw error;
  }
}

const csv = (...lines: string[]) =>
  bytesOf(
    `Year,Met,Tested,Rate\n2010,60,100,60\n2011,61,100,61\n2012,60,100,60\n2013,61,100,61\n${lines.join('\n')}\n`,
  );

/** The same rows as a workbook, each cell a number where it is one. */
const xlsx = (...lines: string[]) => {
  const cells = (line: string, at: number) =>
    line
      .split(',')
      .map((cell, column) => {
        const place = `${'ABCD'[column]}${at + 1}`;
        return /^-?[\d.]+$/.test(cell) ? number(place, cell) : text(place, cell.replace('<', '&lt;'));
      })
      .join('');
  const rows = [
    'Year,Met,Tested,Rate',
    '2010,60,100,60',
    '2011,61,100,61',
    '2012,60,100,60',
    '2013,61,100,61',
    ...lines,
  ];
  return zip(
    workbookParts([
      { name: 'Data', rows: rows.map((line, at) => `<row r="${at + 1}">${cells(line, at)}</row>`).join('') },
    ]),
  );
};

test.each([
  ['text in a number', '2014,many,100,62', 'Line 6: in column “Met”, “many” is not a number.'],
  [
    'a numerator over its denominator',
    '2014,120,100,62',
    'Line 6: 120 of 100 cannot be: more were counted than there are.',
  ],
  ['a negative count', '2014,-3,100,62', 'Line 6: “Met” is -3, and a count cannot be below zero.'],
  ['the year 9999', '9999,60,100,60', 'Line 6: “9999” is outside the years 1950 to 2100.'],
  [
    'a percentage over 100',
    '2014,60,100,160',
    'Line 6: “160” in column “Rate” is 160 percent. It must be from 0 to 100.',
  ],
  [
    'a formula',
    '2014,=SUM(A1:A3),100,62',
    'Line 6: in column “Met”, “=SUM(A1:A3)” is a formula. Save the file with values, not formulas.',
  ],
  ['a cell beginning with @', '2014,@cmd,100,62', 'Line 6: in column “Met”, “@cmd” is not a number.'],
  [
    'a cell beginning with +',
    '2014,+cmd|calc,100,62',
    'Line 6: in column “Met”, “+cmd|calc” is not a number.',
  ],
  [
    'a cell beginning with -',
    '2014,-cmd|calc,100,62',
    'Line 6: in column “Met”, “-cmd|calc” is not a number.',
  ],
  [
    'an error of a spreadsheet',
    '2014,#DIV/0!,100,62',
    'Line 6: in column “Met”, “#DIV/0!” is an error from a spreadsheet, not a number.',
  ],
  ['no year', ',60,100,60', 'Line 6: The period is missing.'],
])('%s is named with its line and why, from CSV and from Excel', async (_, line, sentence) => {
  expect(await answers(csv(line))).toEqual([sentence]);
  expect(await answers(xlsx(line))).toEqual([sentence]);
});

test.each([
  ['an empty file', new Uint8Array(), 'This file is empty.'],
  ['a file of blanks', bytesOf(' \n,,\n\n'), 'This file has no rows with text in them.'],
  [
    'a header only',
    bytesOf('Year,Met,Tested\n'),
    'There are no rows under the header, so there is nothing to read.',
  ],
  [
    'the wrong delimiter',
    bytesOf('Year^Rate\n2015^70\n2016^71\n'),
    'Only one column was found. Perhaps the cells are parted by a sign other than a comma, semicolon or tab.',
  ],
  ['a renamed PDF', bytesOf('%PDF-1.7\n…'), 'This is a PDF, not a table. Save it as CSV and try again.'],
  [
    'a 40 MB file',
    new Uint8Array(40 * 1024 * 1024).fill(65),
    'This file is 40 MB. At most 10 MB can be read: split it and try again.',
  ],
  [
    'a quotation mark that never closes',
    bytesOf('Year,Rate\n2015,70\n"2016,71\n'),
    'The row on line 3 opens a quotation mark that never closes. Close it in the file and try again.',
  ],
])('%s is answered with a sentence', async (_, bytes, sentence) => {
  expect(await answers(bytes)).toContain(sentence);
});

test('a hundred thousand rows are read whole, from CSV and from Excel', async () => {
  const years = Array.from({ length: 100 }, (_, at) => 1960 + at);
  const lines = years.flatMap((year) =>
    Array.from({ length: 1000 }, (_, at) => [`School ${at}`, year, at % 90]),
  );
  const files = [
    bytesOf(`School,Year,Rate\n${lines.map((line) => line.join(',')).join('\n')}`),
    zip(
      workbookParts([
        {
          name: 'Data',
          rows: `<row r="1">${text('A1', 'School')}${text('B1', 'Year')}${text('C1', 'Rate')}</row>${lines
            .map(([school, year, rate], at) => {
              const line = at + 2;
              return `<row r="${line}">${text(`A${line}`, String(school))}${number(`B${line}`, String(year))}${number(`C${line}`, String(rate))}</row>`;
            })
            .join('')}`,
        },
      ]),
    ),
  ];
  for (const bytes of files) {
    const table = await fileTable(Buffer.from(bytes));
    const mapping = await inTurns(mappingSteps(table));
    const { rows, refused, problems } = await inTurns(observationSteps(table, mapping));
    expect([problems, refused.count, rows.length]).toEqual([[], 0, 100_000]);
    expect(rows.at(-1)).toMatchObject({
      line: 100_001,
      subgroup: 'School 999',
      value: 9,
      period: { key: '2059' },
    });
  }
}, 180_000);
