import type { CellField, CellTexts, HeldCell, KeptPoint } from './cell';

/** Two people in one cell: what stands there now, and what this person wrote. */
export interface Clash {
  field: CellField;
  theirs: string;
  mine: string;
  /** "Luis Ortega wrote 272 at 9:12 am. You wrote 276." */
  sentence: string;
}

export function clashOf(
  field: CellField,
  now: CellTexts,
  mine: string,
  { point, held }: { point: KeptPoint | null; held: HeldCell | null },
  moment: (instant: string) => string,
): Clash {
  const theirs = now[field];
  const by = held ? { who: held.who, at: held.createdAt } : point && { who: point.who, at: point.enteredAt };
  const who = by?.who ?? 'Somebody';
  const when = by ? ` at ${moment(by.at)}` : '';
  const wrote = theirs === '' ? `${who} emptied this${when}` : `${who} wrote ${quoted(theirs)}${when}`;
  const yours = mine === '' ? 'You emptied it.' : `You wrote ${quoted(mine)}.`;
  return { field, theirs, mine, sentence: `${wrote}. ${yours}` };
}

const quoted = (text: string) => (/^[\d.,%$-]+$/.test(text) ? text : `“${text}”`);
