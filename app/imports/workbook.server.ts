import { type Archive, damaged, openArchive } from './archive.server';
import type { Row } from './cells';
import { UnreadableFile } from './decode';
import { type Shown, shownBy } from './number-formats';
import type { Report } from './progress';
import { type Legend, sheetRows } from './sheet-rows.server';
import { readXml } from './xml.server';

/** The rows of one sheet of an Excel workbook, and the names of all that can be chosen. */
export interface Workbook {
  sheets: string[];
  /** The sheet the rows are of. */
  sheet: string;
  rows: Row[];
}

interface SheetPart {
  name: string;
  part: string;
}

/** Whether the bytes are those of a ZIP file, which a workbook is. */
export const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Reads the sheet that is wanted; else the first with a table on it. Throws UnreadableFile with a sentence for a ZIP
 * file that is no workbook, a trap or damaged.
 */
export async function readWorkbook(
  bytes: Buffer,
  wanted: string | null = null,
  report?: Report,
): Promise<Workbook> {
  const archive = await openArchive(bytes);
  if (!archive.has('xl/workbook.xml')) throw new UnreadableFile(whatElse(archive));
  const { parts, is1904 } = await findSheets(archive);
  const legend = { strings: await sharedStrings(archive), shown: await stylesOf(archive), is1904 };
  const chosen = parts.find(({ name }) => name === wanted);
  const { name, rows } = chosen
    ? { name: chosen.name, rows: await sheetRows(archive, chosen.part, legend, report) }
    : await firstTable(archive, parts, legend, report);
  return { sheets: parts.map((part) => part.name), sheet: name, rows };
}

/** The first sheet with a table; where none has one, the first with anything on it. */
async function firstTable(archive: Archive, parts: SheetPart[], legend: Legend, report?: Report) {
  let first: { name: string; rows: Row[] } | null = null;
  for (const { name, part } of parts) {
    const rows = await sheetRows(archive, part, legend, report);
    if (isTable(rows)) return { name, rows };
    if (first === null || first.rows.length === 0) first = { name, rows };
  }
  return first ?? { name: '', rows: [] };
}

/** Two rows of two cells: a cover sheet, a note or a list of terms has fewer. */
function isTable(rows: Row[]): boolean {
  const wide = rows.filter((row) => row.cells.filter((cell) => cell !== '').length > 1);
  return wide.length > 1 && wide.some((row) => row.cells.some((cell) => /\d/.test(cell)));
}

function whatElse(archive: Archive): string {
  if (archive.has('word/document.xml'))
    return 'This is a Word document, not a table. Copy its table into a spreadsheet and save that as CSV.';
  if (archive.has('ppt/presentation.xml'))
    return 'This is a PowerPoint file, not a table. Choose an Excel or CSV file.';
  if (archive.has('xl/workbook.bin'))
    return 'This is an Excel workbook of the binary kind (.xlsb). Save it as .xlsx or CSV and try again.';
  if (archive.has('content.xml'))
    return 'This is an OpenDocument file, which cannot be read here. Save it as .xlsx or CSV and try again.';
  if (archive.names.some((name) => name.endsWith('.iwa')))
    return 'This is a file of Apple Numbers, which cannot be read here. Export it as Excel or CSV and try again.';
  return 'This is a ZIP file, not a table. Unpack it and choose the CSV or Excel file inside.';
}

/** The sheets in their order with the part each is in; those that are hidden only where all are. */
async function findSheets(archive: Archive): Promise<{ parts: SheetPart[]; is1904: boolean }> {
  const parts = new Map<string, string>();
  await readXml(archive.pieces('xl/_rels/workbook.xml.rels'), {
    open(name, attribute) {
      if (name !== 'Relationship' || !/\/worksheet$/.test(attribute('Type') ?? '')) return;
      if (attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      parts.set(attribute('Id') ?? '', target.startsWith('/') ? target : `xl/${target}`);
    },
  });
  const sheets: (SheetPart & { isHidden: boolean })[] = [];
  let is1904 = false;
  await readXml(archive.pieces('xl/workbook.xml'), {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const part = parts.get(attribute('r:id') ?? attribute('id') ?? '');
      if (part !== undefined && archive.has(part)) {
        const isHidden = /hidden/i.test(attribute('state') ?? '');
        sheets.push({ name: attribute('name') ?? '', part, isHidden });
      }
    },
  });
  if (sheets.length === 0) throw new UnreadableFile(damaged);
  const visible = sheets.filter((sheet) => !sheet.isHidden);
  return { parts: visible.length > 0 ? visible : sheets, is1904 };
}

async function sharedStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return strings;
  let words = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(archive.pieces('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(more) {
      if (isText) words += more;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(words));
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}

/** Excel writes signs that XML cannot hold as `_x000D_`. */
function unescaped(words: string): string {
  return words.includes('_x')
    ? words.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : words;
}

/** What each style shows a number as. */
async function stylesOf(archive: Archive): Promise<Shown[]> {
  const shown: Shown[] = [];
  if (!archive.has('xl/styles.xml')) return shown;
  const codes = new Map<number, string>();
  let isCellStyle = false;
  await readXml(archive.pieces('xl/styles.xml'), {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) {
        const id = Number(attribute('numFmtId') ?? 0);
        shown.push(shownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return shown;
}
