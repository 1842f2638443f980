export const saveAsCsv = 'Save it as CSV and try again.';

const isPicture = 'This is a picture, not a table. Choose an Excel or CSV file.';
const isPacked = 'This file is compressed. Unpack it and choose the CSV or Excel file inside.';
const isOffice = 'This is an old Excel or Word file. Save it as .xlsx or CSV and try again.';

const signatures: { bytes: number[]; sentence: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], sentence: `This is a PDF, not a table. ${saveAsCsv}` },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    sentence: `This is an Excel workbook or a ZIP file, not plain text. Open it, then save the table as CSV and try again.`,
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], sentence: 'This is an empty ZIP file, not a table.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: isPicture },
  { bytes: [0xff, 0xd8, 0xff], sentence: isPicture },
  { bytes: [0x47, 0x49, 0x46, 0x38], sentence: isPicture },
  { bytes: [0x49, 0x49, 0x2a, 0x00], sentence: isPicture },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], sentence: isPicture },
  { bytes: [0x1f, 0x8b], sentence: isPacked },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], sentence: isPacked },
  { bytes: [0x52, 0x61, 0x72, 0x21], sentence: isPacked },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], sentence: `This is a text document, not a table. ${saveAsCsv}` },
];

/** What a file is that is no plain text, told by its first bytes and not by its name; null where it may be text. */
export function whatElseItIs(bytes: Uint8Array): string | null {
  // The box that old Office files come in; a workbook with a password is put in one too.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return holds(bytes, 'EncryptedPackage')
      ? 'This workbook is protected with a password. Save it without one and try again.'
      : isOffice;
  }
  const isWebP =
    startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), letters('WEBP'));
  if (isWebP || startsWith(bytes.subarray(4), letters('ftyp'))) return isPicture;
  return signatures.find((known) => startsWith(bytes, known.bytes))?.sentence ?? null;
}

/** What a text is that is no table, told by how it begins; null where it may be one. */
export function writtenInsteadOfATable(beginning: string): string | null {
  if (
    /^\s*<(?:!doctype html|html|table|meta|head|body)/i.test(beginning) ||
    /^\s*mime-version:/i.test(beginning)
  ) {
    return `This is a web page, not a plain table, whatever its name says. Open it in a spreadsheet. ${saveAsCsv}`;
  }
  if (/^\s*<\?xml/i.test(beginning))
    return `This is an XML file, not a plain table. Open it in a spreadsheet. ${saveAsCsv}`;
  if (/^\s*(?:\[\s*)?\{\s*"/.test(beginning))
    return 'This is a JSON file, not a table. Choose an Excel or CSV file.';
  return null;
}

/**
 * What a text is whose name says that it is a workbook, where there is no table in it; null of any other. A workbook
 * has sheets, and a text has a sign between its cells.
 */
export function namedProblem(
  fileName: string,
  { headers, rows, sheet }: { headers: string[]; rows: { cells: string[] }[]; sheet: string | null },
): string | null {
  const [ending] = /\.xls[xm]$/i.exec(fileName) ?? [];
  if (ending === undefined || sheet !== null) return null;
  if (
    headers.length > 1 &&
    rows.some(({ cells }) => cells.length > 1 && cells.some((cell) => /\d/.test(cell)))
  )
    return null;
  return `This is plain text, not an Excel workbook, though its name ends in ${ending.toLowerCase()}. Open the table in Excel, save it as .xlsx or CSV and try again.`;
}

export function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function letters(word: string): number[] {
  return [...word].map((letter) => letter.charCodeAt(0));
}

/** Whether a name of the box stands in the bytes, two for each letter. */
function holds(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(word);
}
