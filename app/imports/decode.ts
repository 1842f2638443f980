import { maximumBytes, tooLarge } from './file-problem';
import { saveAsCsv, startsWith, whatElseItIs, writtenInsteadOfATable } from './signatures';

/** The text of a file, and how its bytes were written. */
export type Decoded = { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };

/** A file that cannot be read as a table at all. Its message is a sentence for the person who chose the file. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/**
 * Turns the bytes of a file into text: honours byte order marks, knows UTF-16 without one, and reads bytes that are
 * not valid UTF-8 as Windows-1252, which is what Excel writes on Windows. Throws UnreadableFile for anything else.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  requireFairSize(bytes);
  const other = whatElseItIs(bytes);
  if (other !== null) throw new UnreadableFile(other);

  const decoded = decode(bytes);
  refuseBinary(decoded.text);
  const markup = writtenInsteadOfATable(decoded.text.slice(0, 200));
  if (markup !== null) throw new UnreadableFile(markup);
  return decoded;
}

export function requireFairSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty.');
  if (bytes.length > maximumBytes) {
    throw new UnreadableFile(tooLarge(bytes.length));
  }
}

function decode(bytes: Uint8Array): Decoded {
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  }
}

/** Bytes 0x80 to 0x9F of Windows-1252; the five without a character stay control characters, as WHATWG has it. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node's own TextDecoder('windows-1252') is Latin-1 in some versions and turns € into a control character. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (letter) => windowsOnly[letter.charCodeAt(0) - 0x80] ?? letter);
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  // Without a mark, UTF-16 of mostly Latin text has a zero in nearly every second byte and none in the others.
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.8 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.8 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function refuseBinary(text: string): void {
  const sentence = `This file is not plain text, so no table can be read from it. ${saveAsCsv}`;
  if (text.includes('\u0000')) throw new UnreadableFile(sentence);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  const controls = text.slice(0, 10_000).match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (controls > Math.min(text.length, 10_000) * 0.01) throw new UnreadableFile(sentence);
}
