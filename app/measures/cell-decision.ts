import { type CellField, type CellTexts, type HeldCell, type KeptPoint, readCell, textsOf } from './cell';
import { type Figures, isSame, type Possible } from './series';

/** One field of one period that somebody changed. */
export interface TypedChange {
  periodStart: string;
  /** Empty: the whole group. */
  stratum: string;
  field: CellField;
  /** What stood there when they began; null: whatever stands there now. */
  was: string | null;
  is: string;
}

export type CellDecision =
  | { does: 'nothing' }
  /** Somebody else changed these fields meanwhile: theirs stay, and both are shown. */
  | { does: 'clash'; fields: CellField[] }
  | { does: 'keep'; figures: Figures; rawValues: number[] | null; note: string; isNewNumber: boolean }
  | { does: 'remove'; note: string }
  /** No number yet: the texts stay to be mended; `isNoteNew` where the note belongs to the kept point too. */
  | { does: 'hold'; texts: CellTexts; isWrong: boolean; isNoteNew: boolean }
  /** What waited is gone, and the number that is kept stands again. */
  | { does: 'let go' };

/** What becomes of one period of one group when these of its fields change. */
export function decideCell(
  measure: Possible,
  point: KeptPoint | null,
  held: HeldCell | null,
  changes: readonly TypedChange[],
): CellDecision {
  const now = textsOf(point, held);
  const news = changes.filter(({ field, is }) => is.trim() !== now[field]);
  const clashes = news.filter(({ field, was }) => was !== null && was !== now[field]);
  if (clashes.length > 0) return { does: 'clash', fields: clashes.map(({ field }) => field) };
  if (news.length === 0) return { does: 'nothing' };
  const texts = { ...now, ...Object.fromEntries(news.map(({ field, is }) => [field, is.trim()])) };
  const { note } = texts;
  const reading = readCell(measure, texts);
  if (reading.is === 'number') {
    const { figures, rawValues } = reading;
    const isNewNumber = !point || !isSame(point, figures) || !isSameList(point.rawValues, rawValues);
    if (!isNewNumber && point.note === note) return held ? { does: 'let go' } : { does: 'nothing' };
    return { does: 'keep', figures, rawValues, note, isNewNumber };
  }
  if (reading.is === 'empty') {
    if (!point && note === '') return { does: held ? 'let go' : 'nothing' };
    if (point?.ghostedAt === null) return { does: 'remove', note };
  }
  const isWrong = reading.is === 'impossible' || (reading.is === 'empty' && point !== null);
  return { does: 'hold', texts, isWrong, isNoteNew: point !== null && point.note !== note };
}

const isSameList = (a: number[] | null, b: number[] | null) => JSON.stringify(a) === JSON.stringify(b);
