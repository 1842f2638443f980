import { commonWords, keyRuns } from './common-passwords';

/** OWASP ASVS 5 V6.2.1, V6.2.9: no composition rules, long ones taken whole. */
export const shortestPassword = 12;
export const longestPassword = 200;
/** The lists that guessers work through hold nothing longer than this. */
const longestGuessed = 40;

/** Why this may not be a password, in a sentence; null where it may. `known` is what others know of the person. */
export function whyRefused(password: string, known: readonly string[]): string | null {
  const length = [...password].length;
  if (length < shortestPassword) {
    return `Use ${shortestPassword} characters or more. Four words in a row work well.`;
  }
  if (length > longestPassword) return `Keep it to ${longestPassword} characters.`;
  if (length > longestGuessed) return null;
  if (isEasy(password, commonWords)) {
    return 'Many people use that one, so it is easy to guess. Put together words that only you would.';
  }
  const own = new Set([...commonWords, ...known.flatMap(wordsOf)]);
  if (isEasy(password, own)) {
    return 'That is easy to guess from your name or your community. Choose something nobody here would think of.';
  }
  return null;
}

/** "Riverbend Cradle to Career" → riverbend, cradle, career, riverbendcradletocareer. */
function wordsOf(name: string): string[] {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  return [...words, words.join('')].filter((word) => word.length >= 3);
}

/** Under this, a password is one or two common pieces with a few numbers. */
const enough = 3;

function isEasy(password: string, words: ReadonlySet<string>): boolean {
  const plain = fold(password);
  return [plain, withoutLeet(plain)].some((text) => cost(text, words) < enough);
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const leet: Record<string, string> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};
const withoutLeet = (text: string) => text.replace(/[@$013457]/g, (letter) => leet[letter] ?? letter);

/**
 * How many separate choices it took to make this text: a word or a lone letter is one, a run of keys or a year half
 * of one, a digit a quarter, the same again nothing. The cheapest way to cut the text up counts.
 */
function cost(text: string, words: ReadonlySet<string>): number {
  const marks = new Set(text.match(/[!-/:-@[-`{-~]/g));
  const letters = [...text.replace(/[\s!-/:-@[-`{-~]/g, '')];
  const cheapest = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start += 1) {
      const piece = letters.slice(start, end).join('');
      const before = letters.slice(Math.max(0, start - (end - start)), start).join('');
      least = Math.min(least, (cheapest[start] ?? 0) + (piece === before ? 0 : pieceCost(piece, words)));
    }
    cheapest.push(least);
  }
  return (cheapest.at(-1) ?? 0) + Math.max(0, marks.size - 2);
}

function pieceCost(piece: string, words: ReadonlySet<string>): number {
  if (words.has(piece)) return 1;
  if (/^(19|20)\d\d$/.test(piece) || isRun(piece)) return 0.5;
  if (/^\d$/.test(piece)) return 0.25;
  return [...piece].length === 1 ? 1 : Number.POSITIVE_INFINITY;
}

function isRun(piece: string): boolean {
  if (piece.length < 3) return false;
  const backwards = [...piece].reverse().join('');
  return keyRuns.some((keys) => keys.includes(piece) || keys.includes(backwards));
}
