import type { Observation, Refusal, Skip } from './observation';

/** An observation with the cell it was read from. */
export type Entry = { observation: Observation; column: number; cell: string };

/**
 * A group can have one number in a period. Rows that repeat the same number count once; rows that contradict each
 * other are all refused, each naming the lines of the others, because the file does not say which is right.
 */
export function settleDuplicates(entries: Entry[]): {
  rows: Observation[];
  refused: Refusal[];
  skipped: Skip[];
} {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { subgroup, period } = entry.observation;
    const key = `${subgroup.toLowerCase()}\u0000${period.kind}\u0000${period.key}`;
    const known = byKey.get(key);
    if (known) known.push(entry);
    else byKey.set(key, [entry]);
  }
  const rows: Observation[] = [];
  const refused: Refusal[] = [];
  const skipped: Skip[] = [];
  for (const same of byKey.values()) {
    const [first] = same;
    if (!first) continue;
    if (same.every((entry) => saysTheSame(entry.observation, first.observation))) {
      rows.push(first.observation);
      for (const { observation, column } of same.slice(1)) {
        const reason = `Line ${observation.line} repeats line ${first.observation.line}, so it is read once.`;
        skipped.push({ line: observation.line, column, reason });
      }
      continue;
    }
    const { subgroup, period } = first.observation;
    for (const { observation, column, cell } of same) {
      const reason = `Lines ${lineList(same)} give different numbers for ${subgroup} in ${period.label}. Line ${observation.line} is not read until only one is left.`;
      refused.push({ line: observation.line, column, cell, reason });
    }
  }
  return { rows, refused, skipped };
}

function saysTheSame(a: Observation, b: Observation): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.suppressed === b.suppressed
  );
}

/** “4 and 9”; of many lines the first five. */
function lineList(entries: Entry[]): string {
  const lines = [...new Set(entries.map((entry) => entry.observation.line))];
  if (lines.length === 1) return `${lines[0]}`;
  if (lines.length > 6) return `${lines.slice(0, 5).join(', ')} and ${lines.length - 5} more`;
  return `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}
