/** Line ends as they are kept: a browser sends others than it was given. */
export const plainLineEnds = (words: string) => words.replaceAll('\r\n', '\n');
