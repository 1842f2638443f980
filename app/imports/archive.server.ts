import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './decode';

/** security.md, limits of one import: 50 MB once unpacked. */
const mostUnpacked = 50 * 1024 * 1024;
const mostEntries = 1_000;
/** Sheets shrink to a tenth, dull ones to a fiftieth; a bomb to a thousandth. */
const mostShrunk = 200;
/** Below this size nothing can do harm, however well it shrinks. */
const smallEntry = 1024 * 1024;

const tooLarge = 'This workbook is larger than 50 MB once unpacked. Split it and try again.';
const bomb =
  'This workbook unpacks to far more than a table could be, so it is not opened. Save the table as CSV and try again.';
export const damaged =
  'This workbook is damaged and cannot be opened. Open it in Excel, save it again and try once more.';
const odd =
  'This file holds things no workbook has, so it is not opened. Save the table as CSV and try again.';

/** The files inside a ZIP file, by name. Nothing is unpacked until it is asked for, and nothing ever onto the disk. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  #unpacked = 0;

  constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  has(name: string): boolean {
    return this.#entries.has(nameKey(name));
  }

  /** How many bytes a file is said to have once unpacked. */
  sizeOf(name: string): number {
    return this.#entries.get(nameKey(name))?.uncompressedSize ?? 0;
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of one file, piece by piece. What is declared is not believed: the bytes are counted as they come. */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(nameKey(name));
    if (!entry) throw new UnreadableFile(damaged);
    const stream = await this.#open(entry);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.#unpacked += piece.length;
        if (this.#unpacked > mostUnpacked) throw new UnreadableFile(tooLarge);
        yield piece;
      }
    } catch (error) {
      // yauzl and zlib say it for programmers: a size that is not as declared, a checksum, a broken stream.
      throw error instanceof UnreadableFile ? error : new UnreadableFile(damaged);
    } finally {
      stream.destroy();
    }
  }

  #open(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) =>
        error ? reject(new UnreadableFile(damaged)) : resolve(stream),
      );
    });
  }
}

/** Opens a ZIP file that is not a trap, judged before anything is unpacked. Throws UnreadableFile with a sentence. */
export function openArchive(bytes: Buffer): Promise<Archive> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(new UnreadableFile(damaged));
      const entries = new Map<string, Entry>();
      let declared = 0;
      zip.on('error', () => reject(new UnreadableFile(damaged)));
      zip.on('end', () => resolve(new Archive(zip, entries)));
      zip.on('entry', (entry: Entry) => {
        declared += entry.uncompressedSize;
        const wrong =
          objection(entry) ??
          (entries.has(nameKey(entry.fileName)) ? odd : null) ??
          (declared > mostUnpacked ? tooLarge : null);
        if (wrong !== null) return reject(new UnreadableFile(wrong));
        entries.set(nameKey(entry.fileName), entry);
        zip.readEntry();
      });
      if (zip.entryCount > mostEntries) {
        return reject(
          new UnreadableFile(
            `This workbook has ${zip.entryCount.toLocaleString('en-US')} parts, far more than a table needs, so it is not opened. Save the table as CSV and try again.`,
          ),
        );
      }
      zip.readEntry();
    });
  });
}

/** Part names are the same in any letter case. */
function nameKey(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

function objection(entry: Entry): string | null {
  if (entry.isEncrypted())
    return 'This workbook is protected with a password. Save it without one and try again.';
  // The upper half holds the Unix mode, and 0o12 as its kind is a link to another file.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return odd;
  const isBomb =
    entry.uncompressedSize > smallEntry && entry.uncompressedSize > entry.compressedSize * mostShrunk;
  return isBomb ? bomb : null;
}
