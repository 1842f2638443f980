import { openArchive } from '~/imports/archive.server';
import { startsWith } from '~/imports/signatures';

/* What a file is, as its bytes say and not its name. Nothing that a browser would run is among them. */

const ooxml = 'application/vnd.openxmlformats-officedocument';
const kinds: { type: string; bytes: number[]; at?: number }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];
const parts: [part: string, type: string][] = [
  ['word/document.xml', `${ooxml}.wordprocessingml.document`],
  ['xl/workbook.xml', `${ooxml}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${ooxml}.presentationml.presentation`],
];

/** The media type of a file that may be kept; null for any other. */
export async function mediaTypeOf(bytes: Buffer, name: string): Promise<string | null> {
  const known = kinds.find((kind) => startsWith(bytes, kind.bytes));
  if (known) return known.type;
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (isRiff && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const archive = await openArchive(bytes).catch(() => null);
    return parts.find(([part]) => archive?.has(part))?.[1] ?? null;
  }
  if (!isText(bytes)) return null;
  return /\.csv$/i.test(name) ? 'text/csv' : /\.txt$/i.test(name) ? 'text/plain' : null;
}

/** Words in UTF-8, without the signs that only machines read, and no page of markup. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return !/[\u0000-\u0008\u000E-\u001F]/.test(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
