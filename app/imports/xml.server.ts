import { Parser } from 'saxen';
import { damaged } from './archive.server';
import { UnreadableFile } from './decode';
import { aTurn } from './steps';

/** What is done as the tags of a file come by. Names are without their prefix: `x:row` is `row`. */
export interface Listeners {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(words: string): void;
  /** After each piece: how many bytes have come. */
  piece?(bytes: number): void;
}

/** Longer than any tag or text of a workbook: what has not ended by then is kept back by nobody. */
const longestToken = 4 * 1024 * 1024;

/**
 * Reads XML as its bytes come, never the whole of it at once. Declarations are refused, so that no entity is ever
 * looked up; between two pieces others have a turn. Throws UnreadableFile with a sentence.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, listeners: Listeners): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  const parser = new Parser();
  let sinceToken = 0;
  parser.on('error', () => {
    throw new UnreadableFile(damaged);
  });
  parser.on('attention', () => {
    throw new UnreadableFile(
      'This workbook points to other files, which no table needs, so it is not opened. Save the table as CSV and try again.',
    );
  });
  parser.on('openTag', (name, attributes, decode) => {
    sinceToken = 0;
    if (!listeners.open) return;
    let read: Record<string, string> | null = null;
    listeners.open(bare(name), (wanted) => {
      read ??= attributes();
      const found = read[wanted];
      return found === undefined ? undefined : decode(found);
    });
  });
  parser.on('closeTag', (name) => {
    sinceToken = 0;
    listeners.close?.(bare(name));
  });
  parser.on('text', (words, decode) => listeners.text?.(decode(words)));
  parser.on('cdata', (words) => listeners.text?.(words));
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    sinceToken += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (sinceToken > longestToken) throw new UnreadableFile(damaged);
    listeners.piece?.(bytes);
    await aTurn();
  }
  parser.write(decoder.decode());
  parser.end();
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
