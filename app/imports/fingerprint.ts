import { isPeriod, readPeriod } from './periods';
import { headerWords } from './words';

/**
 * The shape of a table as a text, the same for files that differ only in their periods, rows, letter case or spacing:
 * under it a confirmed mapping is remembered for the next file of that shape.
 */
export function fingerprint(headers: readonly string[]): string {
  return JSON.stringify(
    headers.map((header) => {
      const reading = readPeriod(header, { prefer: 'school year' });
      return isPeriod(reading) ? `<${reading.kind}>` : headerWords(header);
    }),
  );
}
