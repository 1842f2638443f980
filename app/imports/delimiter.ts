import Papa from 'papaparse';

/** What may stand between two cells of a text file. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const sampleRows = 200;
const sampleCharacters = 200_000;

/** Numbers, codes, dates, percentages and masked values: what a well-cut cell tends to look like. */
const wellCut = /^(?:[*†]+|n\/?a|[-+$(<≤]{0,2}\d[\d.,/:%\s–-]*\)?)$/i;

/**
 * The delimiter that cuts the text into the steadiest table. Papaparse's own guess takes the comma of `70,1` for a
 * delimiter in files with decimal commas, so each is tried: rows of equal width first, then cells that look whole.
 */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleCharacters);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = steadiness(sample, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function steadiness(sample: string, delimiter: Delimiter): number {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: sampleRows });
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const cells of rows) {
    if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let width = 0;
  let count = 0;
  for (const [candidate, times] of widths) {
    if (times > count || (times === count && candidate > width)) {
      width = candidate;
      count = times;
    }
  }
  if (count === 0) return 0;
  let filled = 0;
  let whole = 0;
  for (const cells of rows) {
    if (cells.length !== width) continue;
    for (const cell of cells) {
      const text = cell.trim();
      if (text === '') continue;
      filled += 1;
      if (wellCut.test(text)) whole += 1;
    }
  }
  return count / rows.length + (filled === 0 ? 0 : whole / filled / 2);
}
