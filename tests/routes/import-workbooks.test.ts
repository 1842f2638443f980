import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import { maximumBytes } from '~/imports/file-problem';
import { action as bring } from '~/routes/measures/bring-file';
import { loader as preview, action as save } from '~/routes/measures/preview-import';
import { number, text, workbookParts, zip } from '../imports/archives';
import { withDatabase } from '../support/database';
import { aMeasure, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
/** September 7, 2026 and the weeks after it, as Excel counts days. */
const weeksOf = (...counts: number[]) =>
  `<row r="1">${text('A1', 'Week of')}${text('B1', 'Days attended')}${text('C1', 'Days possible')}</row>` +
  counts
    .map(
      (count, at) =>
        `<row r="${at + 2}">${number(`A${at + 2}`, String(46272 + 7 * at), 1)}${number(`B${at + 2}`, String(count))}${number(`C${at + 2}`, '310')}</row>`,
    )
    .join('');

async function theScene() {
  const cast = await theCast();
  const measure = await aMeasure(cast.team);
  const cookie = await signedIn(cast.member.id);
  const params = { teamId: cast.team.id, measureId: measure.id };
  const bringBytes = (bytes: Uint8Array, name: string) =>
    post(bring, '/x', { file: new File([bytes as BlobPart], name) }, { cookie, params });
  const brought = async (bytes: Uint8Array, name = 'weeks.xlsx') => {
    const answer = await bringBytes(bytes, name);
    expect(answer.status, JSON.stringify(answer.data)).toBe(302);
    const there = { cookie, params: { ...params, importId: answer.location?.split('/').at(-1) ?? '' } };
    return {
      look: async (search = '') => (await get(preview, `/x${search}`, there)).data.file,
      keep: (choices: string) => post(save, '/x', { choices }, there),
    };
  };
  const numerators = async () =>
    (await db.select().from(measurePoints).where(eq(measurePoints.measureId, measure.id)))
      .map(({ periodStart, numerator }) => [periodStart, numerator])
      .sort();
  return { bringBytes, brought, numerators };
}

test('a workbook is looked at and saved, and again changes nothing', async () => {
  const { brought, numerators } = await theScene();
  const bytes = zip(workbookParts([{ name: 'Weeks', rows: weeksOf(266, 269) }], { styles }));
  const file = await brought(bytes);
  const seen = (await file.look()).preview;
  expect(seen).toMatchObject({ problems: [], counts: { added: 2, refused: 0 }, sheets: ['Weeks'] });
  await file.keep(seen.address);
  expect(await numerators()).toEqual([
    ['2026-09-07', 266],
    ['2026-09-14', 269],
  ]);
  expect((await (await brought(bytes)).look()).preview.counts).toMatchObject({
    added: 0,
    changed: 0,
    same: 2,
  });
});

test('the sheet that was chosen is read, saved, and proposed for the next workbook with these sheets', async () => {
  const { brought, numerators } = await theScene();
  const bytes = (...counts: number[]) =>
    zip(
      workbookParts(
        [
          { name: 'Notes', rows: `<row>${text('A1', 'Kept by Ana')}</row>` },
          { name: 'Cedar', rows: weeksOf(1, 2) },
          { name: 'Summit', rows: weeksOf(...counts) },
        ],
        { styles },
      ),
    );
  const file = await brought(bytes(266, 269));
  expect((await file.look()).preview).toMatchObject({ sheet: 'Cedar', sheets: ['Notes', 'Cedar', 'Summit'] });
  const seen = (await file.look('?sheet=Summit')).preview;
  expect(seen.sheet).toBe('Summit');
  await file.keep(seen.address);
  expect(await numerators()).toEqual([
    ['2026-09-07', 266],
    ['2026-09-14', 269],
  ]);
  const next = await (await brought(bytes(266, 269, 270))).look();
  expect(next.preview).toMatchObject({ sheet: 'Summit', counts: { added: 1, same: 2 } });
  expect(next.rememberedAt).not.toBeNull();
});

test.each([
  ['a PDF named .xlsx', Buffer.from('%PDF-1.7\n1 0 obj'), 'weeks.xlsx', /^This is a PDF, not a table/],
  ['a PDF named .csv', Buffer.from('%PDF-1.7\n1 0 obj'), 'weeks.csv', /^This is a PDF, not a table/],
  ['a picture named .csv', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'weeks.csv', /^This is a picture/],
  [
    'a bomb named .xlsx',
    zip([
      ...workbookParts([{ name: 'Weeks', rows: '' }]),
      { name: 'xl/big.xml', contents: '<a>'.padEnd(20 * 1024 * 1024) },
    ]),
    'weeks.xlsx',
    /unpacks to far more than a table could be/,
  ],
  [
    'a letter named .xlsx',
    Buffer.from('Dear all,\n\nplease find the table in the other file.\n'),
    'weeks.xlsx',
    /^This is plain text, not an Excel workbook, though its name ends in \.xlsx\. Open the table/,
  ],
  ['one column of text named .XLSX', Buffer.from('Weeks\n1\n2\n'), 'WEEKS.XLSX', /^This is plain text/],
  ['an empty file', Buffer.alloc(0), 'weeks.xlsx', /^This file is empty\.$/],
  [
    'a file of 11 MB',
    Buffer.alloc(11 * 1024 * 1024, 'a'),
    'weeks.csv',
    /is 11 MB\. At most 10 MB can be read/,
  ],
  ['a file of another name', Buffer.from('a,b\n1,2\n'), 'weeks.exe', /^Choose a CSV or Excel file/],
] as const)('%s is answered at the field, and nothing is kept', async (_, bytes, name, sentence) => {
  const { bringBytes } = await theScene();
  const answer = await bringBytes(bytes, name);
  expect(answer.status).toBe(bytes.length > maximumBytes ? 413 : 422);
  expect(answer.data.error.file[0]).toMatch(sentence);
});
