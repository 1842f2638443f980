/** The lines of a text, without bullets and numbers in front of them; empty ones are left out. */
export function linesOf(words: string): string[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean);
}
