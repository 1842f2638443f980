/**
 * Words on the device that could not be sent yet: of one form and one person, gone once they are saved or the person
 * signs out. A device that keeps nothing (a private window) is taken as it is.
 */

export interface KeptField {
  text: string;
  /** Of the version that was read before it was typed. */
  version: number;
}
export type KeptWords = Record<string, KeptField>;

const prefix = 'upcurve.words.';
/** Words that nobody came back for. */
const longest = 30 * 86_400_000;

export const wordsKey = (personId: string, form: string) => `${prefix}${personId}.${form}`;

export function readWords(key: string): KeptWords {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? 'null') as { at: number; words: KeptWords } | null;
    if (read === null) return {};
    if (Date.now() - read.at < longest) return read.words;
    localStorage.removeItem(key);
  } catch {}
  return {};
}

/** @returns whether the device keeps them. */
export function writeWords(key: string, words: KeptWords): boolean {
  try {
    if (Object.keys(words).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), words }));
    return true;
  } catch {
    return false;
  }
}

/** Whoever signs out leaves nothing behind. */
export function forgetWords(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {}
}
