import type { PastedRow } from './paste';
import { isSame, type SeriesPoint } from './series';

export interface PastedChange extends PastedRow {
  /** What is there now; null where the period has no number yet. */
  was: SeriesPoint | null;
  change: 'added' | 'changed' | 'same';
}

/** What saving these rows would do to the series. */
export function changesOf(rows: readonly PastedRow[], points: readonly SeriesPoint[]): PastedChange[] {
  const known = new Map(points.map((point) => [point.periodStart, point]));
  return rows.map((row) => {
    const was = known.get(row.periodStart) ?? null;
    return { ...row, was, change: was === null ? 'added' : isSame(was, row) ? 'same' : 'changed' };
  });
}

export interface PastedCounts {
  added: number;
  changed: number;
  same: number;
}

export function countsOf(changes: readonly { change: PastedChange['change'] }[]): PastedCounts {
  const counts = { added: 0, changed: 0, same: 0 };
  for (const { change } of changes) counts[change] += 1;
  return counts;
}

/** "10 new, 2 changed, 3 the same" */
export function countsInWords({ added, changed, same }: PastedCounts): string {
  return [
    [added, 'new'],
    [changed, 'changed'],
    [same, 'the same'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count?.toLocaleString('en-US')} ${word}`)
    .join(', ');
}

/** What the page says after saving. */
export function savedWords(counts: PastedCounts): string {
  if (counts.added + counts.changed === 0) return 'Nothing changed: these numbers were there already.';
  return `Saved: ${countsInWords(counts)}.`;
}
