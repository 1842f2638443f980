import { expect, test } from 'vitest';
import { UnreadableFile } from '~/imports/decode';
import { fileTable } from '~/imports/file-table.server';
import { readObservations } from '~/imports/observations';
import { proposeMapping } from '~/imports/shape';
import { number, text, workbookParts, zip } from './archives';
import { bytesOf } from './files';

/* Files as people export and patch them by hand, read by the proposed mapping alone. */

interface Read {
  numbers: string[];
  said: string[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  try {
    const table = await fileTable(Buffer.from(bytes));
    const { rows, problems, refused, skipped } = readObservations(table, proposeMapping(table));
    return {
      numbers: rows.map(({ subgroup, period, value, numerator, denominator, suppressed }) => {
        const counts = numerator === null ? '' : ` (${numerator}/${denominator})`;
        return `${subgroup} ${period.key} ${suppressed ? '*' : (value?.toFixed(1) ?? '')}${counts}`;
      }),
      said: [
        ...problems,
        ...refused.first.map(({ reason }) => reason),
        ...skipped.first.map(({ reason }) => reason),
      ],
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { numbers: [], said: [error.message] };
  }
}

const utf16 = (words: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);

test.each<[string, Uint8Array, string[], string[]]>([
  [
    'Spanish headers, semicolons, decimal commas, Windows-1252',
    Buffer.from('Escuela;Curso;Tasa de graduación\nCedro;2014-15;70,5\nOlmo;2014-15;68,0\n', 'latin1'),
    ['Cedro 2014-15 70.5', 'Olmo 2014-15 68.0'],
    [],
  ],
  [
    'Spanish counts by week, day first',
    bytesOf('Semana;Asistencia;Inscritos\n03/09/2026;251;300\n14/09/2026;252;300\n'),
    ['All Students 2026-09-03 83.7 (251/300)', 'All Students 2026-09-14 84.0 (252/300)'],
    [],
  ],
  [
    'tabs in UTF-16',
    utf16('Group\tYear\tRate\r\nBlack\t2015-16\t70.1\r\nLatiné\t2015-16\t68.2\r\n'),
    ['Black 2015-16 70.1', 'Latiné 2015-16 68.2'],
    [],
  ],
  [
    'lone carriage returns and school years named by their spring',
    bytesOf('Group,Year,Rate\rBlack,SY16,70.1\rBlack,SY17,71\rWhite,SY16,<10\r'),
    ['Black 2015-16 70.1', 'Black 2016-17 71.0', 'White 2015-16 *'],
    [],
  ],
  [
    'months across with numbers held back in four spellings',
    bytesOf('School,Sep 2025,Oct 2025,Nov 2025\nCedar,12,<10,14\nElm,<10,11,N<10\nOak,n/a*,13,15\n'),
    [
      'Cedar 2025-09 12.0',
      'Cedar 2025-10 *',
      'Cedar 2025-11 14.0',
      'Elm 2025-09 *',
      'Elm 2025-10 11.0',
      'Elm 2025-11 *',
      'Oak 2025-10 13.0',
      'Oak 2025-11 15.0',
    ],
    ['Line 4: “n/a*” in column “Sep 2025” means there is no number.'],
  ],
  [
    'ISO weeks in three spellings',
    bytesOf('Week,Attended,Enrolled\n2026-W36,270,300\n2026W37,240,300\nW38 2026,210,300\n'),
    [
      'All Students 2026-W36 90.0 (270/300)',
      'All Students 2026-W37 80.0 (240/300)',
      'All Students 2026-W38 70.0 (210/300)',
    ],
    [],
  ],
  [
    'a row of sums, and notes under the table',
    bytesOf(
      'Month,Attended,Enrolled\nSep 2026,90,100\nOct 2026,80,100\nTotal,170,200\n\n* fewer than 10 are not shown\nSource: the district\n',
    ),
    ['All Students 2026-09 90.0 (90/100)', 'All Students 2026-10 80.0 (80/100)'],
    ['Line 4: “Total” sums up other rows, so it is left out.'],
  ],
  [
    'a header of two rows, years over names, merged',
    bytesOf(
      'Student group,School year 2014-15,,School year 2015-16,\n,Number,Percent,Number,Percent\nBlack,70,70.1,71,71.2\nWhite,80,80.1,81,81.2\n',
    ),
    ['Black 2014-15 70.1', 'Black 2015-16 71.2', 'White 2014-15 80.1', 'White 2015-16 81.2'],
    [],
  ],
  [
    'the header once more on the second page',
    bytesOf('Group,Year,Rate\nA,2015,70\n\nGroup,Year,Rate\nB,2015,71\n'),
    ['A 2015 70.0', 'B 2015 71.0'],
    ['Line 4: the header stands here once more.'],
  ],
  [
    'dates that can be read two ways',
    bytesOf('Date,Count\n03/04/2026,5\n05/06/2026,6\n'),
    [],
    [
      'Line 2: “03/04/2026” can be Mar 4, 2026 or Apr 3, 2026. Say whether the month or the day comes first.',
      'Line 3: “05/06/2026” can be May 6, 2026 or Jun 5, 2026. Say whether the month or the day comes first.',
    ],
  ],
  [
    'school years with three kinds of dashes',
    bytesOf('Group,Year,Rate\nA,2015–16,70\nA,2016 – 17,71\nA,2017‒2018,72\n'),
    ['A 2015-16 70.0', 'A 2016-17 71.0', 'A 2017-18 72.0'],
    [],
  ],
  [
    'numbers that point to notes',
    bytesOf('Group,Year,Rate\nA,2015,70.1†\nB,2015,71.2¹\nC,2015,72.3 (r)\nD,2015,N/A*\nE,2015,*\n'),
    ['A 2015 70.1', 'B 2015 71.2', 'C 2015 72.3', 'E 2015 *'],
    ['Line 5: “N/A*” in column “Rate” means there is no number.'],
  ],
  [
    'days as Excel counts them, in a column of dates',
    bytesOf('Week of,Attended,Enrolled\n46272,270,300\n46279,240,300\n'),
    ['All Students 2026-09-07 90.0 (270/300)', 'All Students 2026-09-14 80.0 (240/300)'],
    [],
  ],
  [
    'codes of five digits, which are no dates',
    bytesOf('Zip,Year,Rate\n46272,2015,70\n46279,2015,71\n'),
    ['All Students 2015 70.0', 'All Students 2015 71.0'],
    [],
  ],
  [
    'a hidden sheet, formulas with their results, and one that failed',
    zip(
      workbookParts([
        {
          name: 'Old',
          rows: `<row r="1">${text('A1', 'Group')}${text('B1', 'Year')}${text('C1', 'Rate')}</row><row r="2">${text('A2', 'A')}${text('B2', '2014')}${number('C2', '1')}</row>`,
          state: 'veryHidden',
        },
        {
          name: 'Now',
          rows: `<row r="1">${text('A1', 'Group')}${text('B1', 'Year')}${text('C1', 'Rate')}</row><row r="2">${text('A2', 'A')}${text('B2', '2015')}<c r="C2"><f>7*10</f><v>70.5</v></c></row><row r="3">${text('A3', 'B')}${text('B3', '2015')}<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
        },
      ]),
    ),
    ['A 2015 70.5'],
    ['Line 3: in column “Rate”, “#DIV/0!” is an error from a spreadsheet, not a number.'],
  ],
  [
    'an .xls under the name .xlsx',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]),
    [],
    ['This is an old Excel or Word file. Save it as .xlsx or CSV and try again.'],
  ],
  [
    'a web page saved as .xls',
    bytesOf('<html xmlns:o="urn:schemas-microsoft-com:office:office"><table></table></html>'),
    [],
    [
      'This is a web page, not a plain table, whatever its name says. Open it in a spreadsheet. Save it as CSV and try again.',
    ],
  ],
  [
    'a web page in one file',
    bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'),
    [],
    [
      'This is a web page, not a plain table, whatever its name says. Open it in a spreadsheet. Save it as CSV and try again.',
    ],
  ],
  [
    'an XML file of Excel 2003',
    bytesOf('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook></Workbook>'),
    [],
    ['This is an XML file, not a plain table. Open it in a spreadsheet. Save it as CSV and try again.'],
  ],
  [
    'JSON',
    bytesOf('[{"group":"A","year":2015,"rate":70}]'),
    [],
    ['This is a JSON file, not a table. Choose an Excel or CSV file.'],
  ],
])('%s', async (_, bytes, numbers, said) => {
  expect(await read(bytes)).toEqual({ numbers, said });
});
