import fc from 'fast-check';
import { expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { UnreadableFile } from '~/imports/decode';
import { fileTable } from '~/imports/file-table.server';
import { shownBy, writeAsShown } from '~/imports/number-formats';
import { readObservations } from '~/imports/observations';
import { proposeMapping } from '~/imports/shape';
import { readWorkbook } from '~/imports/workbook.server';
import { number, text, workbookParts, zip } from './archives';

const workbook = async (...rows: SheetData) => (await writeXlsxFile(rows)).toBuffer();

const simple = (rows: string, more = {}) => zip(workbookParts([{ name: 'Data', rows }], more));

test('a workbook is read as its table is shown: dates, percentages, counts, words', async () => {
  const bytes = await workbook(
    [{ value: 'Attendance at Cedar School', fontWeight: 'bold' }],
    [],
    ['Week of', 'Group', 'Rate', 'Here', 'Enrolled'].map((value) => ({ value })),
    [
      { value: new Date(Date.UTC(2026, 9, 12)), type: Date, format: 'mm/dd/yyyy' },
      { value: 'Grade 1' },
      { value: 0.858, type: Number, format: '0.0%' },
      { value: 121, type: Number },
      { value: 1410, type: Number, format: '#,##0' },
    ],
    [
      { value: new Date(Date.UTC(2026, 9, 19)), type: Date, format: 'mm/dd/yyyy' },
      { value: 'Grade 2' },
      { value: 1, type: Number, format: '0%' },
      { value: 0.1 + 0.2, type: Number },
      { value: 'N/A' },
    ],
  );
  const table = await fileTable(bytes);
  expect(table).toMatchObject({ headerLine: 3, sheet: 'Sheet1', sheets: ['Sheet1'] });
  expect(table.headers).toEqual(['Week of', 'Group', 'Rate', 'Here', 'Enrolled']);
  expect(table.titleLines).toEqual([{ line: 1, text: 'Attendance at Cedar School' }]);
  expect(table.rows).toEqual([
    { line: 4, cells: ['2026-10-12', 'Grade 1', '85.8%', '121', '1410'] },
    { line: 5, cells: ['2026-10-19', 'Grade 2', '100%', '0.3', 'N/A'] },
  ]);
});

test('a workbook is mapped and read as a CSV file of the same table is', async () => {
  const bytes = await workbook(
    ['Group', '2014-15', '2015-16'].map((value) => ({ value })),
    [{ value: 'Black' }, { value: 66 }, { value: 68.9 }],
    [{ value: 'White' }, { value: '*' }, { value: 81.5 }],
  );
  const table = await fileTable(bytes);
  const { rows, refused } = readObservations(table, proposeMapping(table));
  expect(refused.count).toBe(0);
  expect(rows.map((row) => [row.line, row.subgroup, row.period.key, row.value, row.suppressed])).toEqual([
    [2, 'Black', '2014-15', 66, false],
    [2, 'Black', '2015-16', 68.9, false],
    [3, 'White', '2014-15', null, true],
    [3, 'White', '2015-16', 81.5, false],
  ]);
});

test('of a formula its value is read, and one that nobody worked out is refused with its line', async () => {
  const table = await fileTable(
    simple(`
      <row r="1">${text('A1', 'Year')}${text('B1', 'Rate')}</row>
      <row r="2">${number('A2', '2015')}<c r="B2"><f>SUM(C2:D2)</f><v>70.5</v></c></row>
      <row r="3">${number('A3', '2016')}<c r="B3"><f>SUM(C3:D3)</f></c></row>
      <row r="4">${number('A4', '2017')}<c r="B4" t="str"><f>"7"&amp;"2"</f><v>72</v></c></row>`),
  );
  expect(table.rows.map(({ cells }) => cells[1])).toEqual(['70.5', '=SUM(C3:D3)', '72']);
  const { refused, rows } = readObservations(table, proposeMapping(table));
  expect(rows).toHaveLength(2);
  expect(refused.first).toMatchObject([{ line: 3, reason: expect.stringContaining('is a formula') }]);
});

test.each(['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#SPILL!'])(
  'the error %s is refused with its line and a reason',
  async (error) => {
    const table = await fileTable(
      simple(`
      <row r="1">${text('A1', 'Year')}${text('B1', 'Rate')}</row>
      <row r="2">${number('A2', '2015')}${number('B2', '70.5')}</row>
      <row r="7">${number('A7', '2016')}<c r="B7" t="e"><f>1/0</f><v>${error}</v></c></row>`),
    );
    const { refused } = readObservations(table, proposeMapping(table));
    expect(refused.first).toMatchObject([
      {
        line: 7,
        cell: error,
        reason: `Line 7: in column “Rate”, “${error}” is an error from a spreadsheet, not a number.`,
      },
    ]);
  },
);

test('of several sheets the first with a table is read, unless another is wanted; hidden ones are no choice', async () => {
  const table = (rate: string) => `
    <row r="1">${text('A1', 'Year')}${text('B1', 'Rate')}</row>
    <row r="2">${number('A2', '2015')}${number('B2', rate)}</row>`;
  const bytes = zip(
    workbookParts([
      { name: 'Cover', rows: `<row r="1">${text('A1', 'Attendance 2015')}</row>` },
      { name: 'Secret', rows: table('1'), state: 'hidden' },
      { name: 'All', rows: table('70.5') },
      { name: 'Grade 1 &amp; 2', rows: table('60.5') },
    ]),
  );
  const first = await fileTable(bytes);
  expect([first.sheet, first.sheets]).toEqual(['All', ['Cover', 'All', 'Grade 1 & 2']]);
  expect(first.rows[0]?.cells).toEqual(['2015', '70.5']);
  const wanted = await fileTable(bytes, 'Grade 1 & 2');
  expect(wanted.rows[0]?.cells).toEqual(['2015', '60.5']);
  expect(proposeMapping(wanted).sheet).toBe('Grade 1 & 2');
  expect((await fileTable(bytes, 'No such sheet')).sheet).toBe('All');
});

test('rich text, text in pieces, and signs written as codes are whole words', async () => {
  const bytes = simple(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c t="b"><v>1</v></c></row>',
    {
      strings:
        '<sst><si><r><t>Gra</t></r><r><t>de</t></r><rPh><t>sound</t></rPh></si><si><t>a &lt; b &#233;</t></si><si><t>one_x000D_two</t></si></sst>',
    },
  );
  expect((await readWorkbook(bytes)).rows).toEqual([
    { line: 1, cells: ['Grade', '', 'a < b é'] },
    { line: 2, cells: ['one two', 'TRUE'] },
  ]);
});

test('rows and cells without a reference stand where they come, and prefixed names are the same names', async () => {
  const parts = workbookParts([{ name: 'Data', rows: '' }]);
  const sheet = {
    name: 'xl/worksheets/sheet1.xml',
    contents:
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Year</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Rate</x:t></x:is></x:c></x:row><x:row><x:c><x:v>2015</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  };
  const { rows } = await readWorkbook(zip([...parts.slice(0, -1), sheet]));
  expect(rows).toEqual([
    { line: 1, cells: ['Year', 'Rate'] },
    { line: 2, cells: ['2015', '7'] },
  ]);
});

test('days are counted from 1904 where the workbook says so', async () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const rows = `<row r="1">${text('A1', 'Date')}${text('B1', 'Rate')}</row><row r="2">${number('A2', '44845', 1)}${number('B2', '7')}</row>`;
  const dateOf = async (properties: string) =>
    (await fileTable(simple(rows, { properties, styles }))).rows[0]?.cells[0];
  expect(await dateOf('')).toBe('2022-10-11');
  expect(await dateOf('<workbookPr date1904="1"/>')).toBe('2026-10-12');
});

test.each([
  [14, undefined, 'day'],
  [22, undefined, 'day'],
  [17, undefined, 'month'],
  [9, undefined, 'percent'],
  [10, undefined, 'percent'],
  [20, undefined, 'time'],
  [1, undefined, 'number'],
  [164, 'mm/dd/yyyy', 'day'],
  [164, '[$-409]mmmm d, yyyy;@', 'day'],
  [164, 'dddd, mmmm dd', 'day'],
  [164, 'mmm yyyy', 'month'],
  [164, '[$-409]mmm\\-yy;@', 'month'],
  [164, 'yyyy', 'year'],
  [164, 'h:mm AM/PM', 'time'],
  [164, '[h]:mm', 'time'],
  [164, '0.0%', 'percent'],
  [164, '0.0%;[Red]-0.0%', 'percent'],
  [164, '#,##0.00', 'number'],
  [164, '"days: "0', 'number'],
  [164, '[Red]General', 'number'],
  [164, 'General', 'number'],
  [164, '0.00E+00', 'number'],
  [164, '@', 'number'],
  [164, '_($* #,##0.00_)', 'number'],
] as const)('format %i %s shows a %s', (id, code, shown) => {
  expect(shownBy(id, code)).toBe(shown);
});

test('numbers are written as they are shown, in a spelling that is read one way only', () => {
  const write = (value: number, shown: Parameters<typeof writeAsShown>[1]) =>
    writeAsShown(value, shown, false);
  expect(write(0.11800000000000001, 'number')).toBe('0.118');
  expect(write(0.285, 'percent')).toBe('28.5%');
  expect(write(46307, 'day')).toBe('2026-10-12');
  expect(write(46307.999999, 'day')).toBe('2026-10-13');
  expect(write(46307.4, 'day')).toBe('2026-10-12');
  expect(write(40878, 'month')).toBe('Dec 2011');
  expect(write(40878, 'year')).toBe('2011');
  expect(write(0.375, 'time')).toBe('09:00:00');
  expect(write(-1, 'day')).toBe('-1');
  expect(write(0.5, 'day')).toBe('0.5');
  expect(write(2_958_465, 'day')).toBe('9999-12-31');
  expect(write(3_000_000, 'day')).toBe('3000000');
});

const data = { name: 'Data', rows: `<row r="1">${text('A1', 'Year')}</row>` };
const sheetOf = (xml: string) => [
  ...workbookParts([data]).slice(0, -1),
  { name: 'xl/worksheets/sheet1.xml', contents: xml },
];
const entity = (declaration: string) =>
  `<!DOCTYPE worksheet [${declaration}]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&x;</v></c></row></sheetData></worksheet>`;

test.each([
  [
    'a bomb that says what it unpacks to',
    () => zip([...workbookParts([data]), { name: 'xl/big.xml', contents: '<a/>', declared: 4_000_000_000 }]),
    /larger than 50 MB once unpacked|far more than a table could be/,
  ],
  [
    'a bomb of dull bytes',
    () => zip(sheetOf('<worksheet>'.padEnd(30 * 1024 * 1024))),
    /unpacks to far more than a table could be/,
  ],
  [
    'a bomb that says it is small',
    () =>
      zip([
        ...workbookParts([data]).slice(0, -1),
        {
          name: 'xl/worksheets/sheet1.xml',
          contents: '<worksheet>'.padEnd(60 * 1024 * 1024),
          declared: 500_000,
        },
      ]),
    /damaged and cannot be opened/,
  ],
  [
    'many parts within the size of one that say too much together',
    () =>
      zip([
        ...workbookParts([data]),
        ...Array.from({ length: 60 }, (_, at) => ({
          name: `xl/media/${at}.bin`,
          contents: 'x',
          declared: 1_000_000,
        })),
      ]),
    /larger than 50 MB once unpacked/,
  ],
  [
    'ten thousand entries',
    () =>
      zip([
        ...workbookParts([data]),
        ...Array.from({ length: 10_000 }, (_, at) => ({ name: `a${at}`, contents: '' })),
      ]),
    /has 10,003 parts/,
  ],
  [
    'a link to another file',
    () => zip([...workbookParts([data]), { name: 'xl/link.xml', contents: '/etc/passwd', mode: 0o120777 }]),
    /things no workbook has/,
  ],
  ['a part twice', () => zip([...workbookParts([data]), ...workbookParts([data])]), /things no workbook has/],
  [
    'a name that climbs out',
    () => zip([...workbookParts([data]), { name: '../../etc/x', contents: '' }]),
    /damaged/,
  ],
  [
    'an encrypted part',
    () => zip([...workbookParts([data]), { name: 'xl/x.xml', contents: '', isEncrypted: true }]),
    /protected with a password/,
  ],
  [
    'an external entity',
    () => zip(sheetOf(entity('<!ENTITY x SYSTEM "file:///etc/passwd">'))),
    /points to other files/,
  ],
  [
    'entities of entities',
    () => zip(sheetOf(entity('<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;">'))),
    /points to other files/,
  ],
  ['broken XML', () => zip(sheetOf('<worksheet><row></worksheet>')), /damaged/],
  ['a tag without an end', () => zip(sheetOf('<worksheet><sheetData><row r="1')), /damaged/],
  ['half a workbook', () => zip(workbookParts([data])).subarray(0, 400), /damaged/],
  ['a workbook without sheets', () => zip(workbookParts([])), /damaged/],
  ['an empty sheet', () => simple(''), 'This file has no rows with text in them.'],
  [
    'more rows than can be read',
    () => simple(Array.from({ length: 100_201 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('')),
    /more than 100,000 rows/,
  ],
  [
    'a cell far to the right',
    () => simple(`<row r="3">${number('XFD3', '1')}</row>`),
    /Line 3 has 16,384 columns/,
  ],
  [
    'few cells far to the right in many rows',
    () => simple('<row><c r="RX1"><v>1</v></c></row>'.repeat(20_000)),
    /more cells than can be read/,
  ],
  ['a Word document', () => zip([{ name: 'word/document.xml', contents: '<a/>' }]), /a Word document/],
  ['a presentation', () => zip([{ name: 'ppt/presentation.xml', contents: '<a/>' }]), /PowerPoint/],
  ['a binary workbook', () => zip([{ name: 'xl/workbook.bin', contents: 'a' }]), /\.xlsb/],
  ['an OpenDocument file', () => zip([{ name: 'content.xml', contents: '<a/>' }]), /OpenDocument/],
  ['a Numbers file', () => zip([{ name: 'Index/Document.iwa', contents: 'a' }]), /Apple Numbers/],
  ['a plain ZIP file', () => zip([{ name: 'data.csv', contents: 'a,b' }]), /This is a ZIP file/],
  ['an empty ZIP file', () => zip([]), /empty ZIP file/],
  [
    'a workbook with a password',
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('..EncryptedPackage', 'utf16le'),
      ]),
    /protected with a password/,
  ],
  ['an .xls of long ago', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old Excel/],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'This is a PDF, not a table. Save it as CSV and try again.'],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /This is a picture/],
  [
    'a large workbook',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40 * 1024 * 1024)]),
    'This file is 41 MB. At most 10 MB can be read: split it and try again.',
  ],
] as const)('%s is answered with a sentence', async (_, bytes, sentence) => {
  const failed = await fileTable(bytes()).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(UnreadableFile);
  expect((failed as UnreadableFile).message).toMatch(sentence);
  expect((failed as UnreadableFile).message).toMatch(/\.$/);
});

test('a workbook with any bytes changed is read or answered with a sentence', async () => {
  const whole = simple(
    `<row r="1">${text('A1', 'Year')}${text('B1', 'Rate')}</row><row r="2">${number('A2', '2015')}${number('B2', '7')}</row>`,
  );
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      await fileTable(bytes).catch((error: unknown) => {
        if (!(error instanceof UnreadableFile)) throw error;
      });
    }),
    { numRuns: 400 },
  );
});

test('while a large workbook is read, others have a turn', async () => {
  const row = (at: number) =>
    `<row r="${at}">${number(`A${at}`, String(1970 + (at % 50)))}${text(`B${at}`, `School ${at}`)}${number(`C${at}`, '70.5')}</row>`;
  const header = `<row r="1">${['Year', 'School', 'Rate'].map((word, at) => text(`${'ABC'[at]}1`, word)).join('')}</row>`;
  const bytes = simple(header + Array.from({ length: 100_000 }, (_, at) => row(at + 2)).join(''));
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  const table = await fileTable(bytes);
  clearInterval(clock);
  expect(table.rows).toHaveLength(100_000);
  expect(table.rows.at(-1)).toEqual({ line: 100_001, cells: ['1971', 'School 100001', '70.5'] });
  expect(turns).toBeGreaterThan(30);
});
