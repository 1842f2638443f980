import { fileTypeFromBuffer } from 'file-type';

/* What a file is, as its bytes say and not its name. Nothing that a browser would run is among them. */

const ooxml = 'application/vnd.openxmlformats-officedocument';
const kept = new Set<string>([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  `${ooxml}.wordprocessingml.document`,
  `${ooxml}.spreadsheetml.sheet`,
  `${ooxml}.presentationml.presentation`,
]);

/** The media type of a file that may be kept; null for any other. */
export async function mediaTypeOf(bytes: Buffer, name: string): Promise<string | null> {
  // A table that begins with "BMI," begins as a picture does: words are told before anything else.
  const ending = /\.(csv|txt)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending && isText(bytes)) return ending === 'csv' ? 'text/csv' : 'text/plain';
  // A file that breaks off in the middle is no file of its kind.
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return known && kept.has(known.mime) ? known.mime : null;
}

/** Words in UTF-8, without the signs that only machines read, and no page of markup: such have no first bytes to tell. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return !/[\u0000-\u0008\u000E-\u001F]/.test(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
