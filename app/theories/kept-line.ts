import { readWords, wordsKey, writeWords } from '~/ui/kept-words';
import type { NewLine } from './new-line';
import { type DriverNode, findDriver } from './tree';

/** A new line that is being written, as the device keeps it until it is added or left. */
export interface WrittenLine extends NewLine {
  text: string;
  /** The line that was saved from here last: this one stands after it once the page shows it. */
  newestId: string | null;
  formKey: string;
}

const field = 'new line';
const keyOf = (personId: string, teamId: string) => wordsKey(personId, `theory ${teamId}`);

/** @returns whether the device keeps it. */
export const keepLine = (personId: string, teamId: string, line: WrittenLine | null): boolean =>
  writeWords(
    keyOf(personId, teamId),
    line === null || line.text.trim() === '' ? {} : { [field]: { text: JSON.stringify(line), version: 0 } },
  );

export function keptLine(personId: string, teamId: string, tree: readonly DriverNode[]): WrittenLine | null {
  return lineIn(readWords(keyOf(personId, teamId))[field]?.text ?? '', tree);
}

/** The line that was kept; one whose driver is gone stands under the aim. Null: there is none. */
export function lineIn(kept: string, tree: readonly DriverNode[]): WrittenLine | null {
  try {
    const line = JSON.parse(kept) as WrittenLine;
    if (typeof line.text !== 'string' || line.text.trim() === '') return null;
    const isThere = line.underId === null || findDriver(tree, line.underId) !== null;
    return isThere ? line : { ...line, kind: 'primary', underId: null, afterId: null, newestId: null };
  } catch {
    return null;
  }
}
