/** security.md, limits of one import: a file of 10 MB. */
export const maximumBytes = 10 * 1024 * 1024;
/** What a form sends around its file: field names, the file's name, the lines between. */
const aroundFile = 1_000;
/** The longest body of a form with a file that is taken in. */
export const bodyLimit = maximumBytes + 100_000;

const megabytes = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024 / 1024)).toLocaleString('en-US');

/** Of a file of so many bytes. */
export const tooLarge = (bytes: number) =>
  `This file is ${megabytes(bytes)} MB. At most 10 MB can be read: split it and try again.`;

/** Of the file in a body of so many bytes. */
export const tooLargeInside = (bodyBytes: number) => tooLarge(bodyBytes - aroundFile);

export const chooseFirst = 'Choose a file first.';

/** What is wrong with a chosen file before anybody has looked into it, as a sentence; null where nothing is. */
export function fileProblem(file: { size: number; name: string } | null): string | null {
  // A browser sends a file without a name where none was chosen.
  if (file === null || (file.size === 0 && file.name === '')) return chooseFirst;
  return file.size > maximumBytes ? tooLarge(file.size) : null;
}
