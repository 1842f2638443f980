/** One line of a paste that has text, cut into cells. */
export interface PastedLine {
  /** Its place in the paste, from 1, empty lines counted. */
  row: number;
  cells: string[];
}

const monthFirst = /^"?([a-z]{3,9}\.? \d{1,2},? \d{4})"?(?=[\t,; ]|$)/i;
const plainDate = /^"?(\d{1,4}[-/]\d{1,2}[-/]\d{1,4})"?(?=[\t,; ]|$)/;

/** Cuts a paste into lines and cells: tabs where there are any, else commas or semicolons, else spaces. */
export function splitLines(text: string): PastedLine[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\u00A0', ' '));
  const hasTabs = lines.some((line) => line.trim().includes('\t'));
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = hasTabs ? line.split('\t') : cellsOf(line.trim());
    const clean = cells.map((cell) => unquoted(cell.trim()));
    while (clean.length > 2 && clean.at(-1) === '') clean.pop();
    return [{ row: index + 1, cells: clean }];
  });
}

const unquoted = (cell: string) => cell.replace(/^="?|^"|"$/g, '').trim();

/** A date with a comma or spaces of its own, "Oct 12, 2026", stays in one piece; what follows it parts the cells. */
function cellsOf(line: string): string[] {
  const date = monthFirst.exec(line) ?? plainDate.exec(line);
  if (!date) return splitBy(/[,;]/.exec(line)?.[0], line);
  const after = line.slice(date[0].length).trim();
  if (after === '') return [date[1] as string];
  const mark = /^[,;]/.exec(after)?.[0];
  return [date[1] as string, ...splitBy(mark, mark ? after.slice(1) : after)];
}

function splitBy(mark: string | undefined, text: string): string[] {
  // Between spaces, a comma belongs to the number: "1,234 2,000".
  if (mark === undefined) return text.split(/\s+/).map((cell) => cell.replace(/,$/, ''));
  const cells = [''];
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === mark && !isQuoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

/** A cell as it stands in a sentence, shortened where it is long. */
export const quoted = (cell: string) => `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;
