/** "1 cycle", "3 cycles"; a word with another plural names it: plural(2, 'child', 'children'). */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** The first of a long list: "Ana, Ben and 40 more" */
export function listedUpTo(words: readonly string[], most = 12): string {
  if (words.length <= most) return listed(words);
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cal" */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
