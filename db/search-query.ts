/** More words than this, or longer ones, are left out: nobody types them, and each costs a look-up. */
const mostWords = 12;
const longestWord = 40;

/** The words of what somebody typed: letters and digits alone, so that nothing in it can be an order to the index. */
export function wordsOf(text: string): string[] {
  const words = text
    .slice(0, 2000)
    .toLowerCase()
    .replace(/(?<=\p{L})['’]s\b/gu, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  const kept = [...new Set(words ?? [])].map((word) => [...word].slice(0, longestWord).join(''));
  // A lone letter beside real words ("a", the "t" of "don’t") tells nothing; a digit may be a cycle's number.
  const telling = kept.filter((word) => word.length > 1 || /\p{N}/u.test(word));
  return (telling.length > 0 ? telling : kept).slice(0, mostWords);
}

/** A word as the index is asked for it: what begins so, or, for a single character, that alone. */
export const asked = (word: string) => `"${word}"${[...word].length > 1 ? '*' : ''}`;

/** What the index is asked: every word, each as the beginning of one. Null where nothing was typed. */
export function everyWord(text: string): string | null {
  const words = wordsOf(text);
  return words.length === 0 ? null : words.map(asked).join(' AND ');
}

const shortest = 5;

/**
 * The same where every word finds nothing: the last word may be half typed, and the index keeps words by their stems
 * ("attendance" as "attend"), so that "attendanc" begins none. Beginnings of it are tried too. Null where it is short.
 */
export function halfTyped(text: string): string | null {
  const words = wordsOf(text);
  const last = [...(words.at(-1) ?? '')];
  if (last.length <= shortest) return null;
  const from = Math.max(shortest, last.length - 5);
  const beginnings = Array.from({ length: last.length - from }, (_, cut) =>
    last.slice(0, from + cut).join(''),
  );
  return [...words.slice(0, -1).map(asked), `(${beginnings.map((word) => `"${word}"`).join(' OR ')})`].join(
    ' AND ',
  );
}

/** Words that stand in every sentence and tell nothing of what it is about. */
const common = new Set(
  `a about after again all also an and any are as at be because been before but by can could did do does each every few
  first for from get give go had has have how if in instead into is it its let make many may more most new no not of on
  once one only or other our out over per same she so some such than that the their them then there these they this
  those through to too try two until up us use we week weeks were what when where which while who will with without
  would you your day days time student students child children kids`.split(/\s+/),
);

/** What a sentence is about: its words but for those that stand in every sentence. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => !common.has(word) && word.length > 2);
}
