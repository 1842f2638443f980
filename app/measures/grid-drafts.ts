import type { CellField } from './cell';
import type { TypedChange } from './cell-decision';
import type { Clash } from './clash-words';
import { type CellAnswer, cellKey, type GridRow, placeKey } from './grid';

/** The grid while somebody types: how its cells stand on the server, and what is not saved yet. */
export interface Drafts {
  rows: readonly GridRow[];
  /** Typed and not saved, by cell. */
  typed: Readonly<Record<string, TypedChange>>;
  /** Two people in one cell, by period and group: these wait for a choice. */
  clashes: Readonly<Record<string, Clash[]>>;
}

export const draftsOf = (rows: readonly GridRow[]): Drafts => ({ rows, typed: {}, clashes: {} });

const keyOf = ({ periodStart, field, stratum }: Omit<TypedChange, 'was' | 'is'>) =>
  cellKey(periodStart, field, stratum);

/** What stands in a cell: what was typed, else what the server has. */
export function textIn(drafts: Drafts, start: string, field: CellField, stratum: string): string {
  return drafts.typed[cellKey(start, field, stratum)]?.is ?? savedIn(drafts, start, field, stratum);
}

function savedIn({ rows }: Drafts, start: string, field: CellField, stratum: string): string {
  const row = rows.find((one) => one.start === start);
  return row?.cells.find((cell) => cell.stratum === stratum)?.texts[field] ?? '';
}

/** Somebody types into a cell. Typed back to what stands there, it is no draft any more. */
export function type(drafts: Drafts, start: string, field: CellField, stratum: string, is: string): Drafts {
  const key = cellKey(start, field, stratum);
  const saved = savedIn(drafts, start, field, stratum);
  const { [key]: before, ...others } = drafts.typed;
  const was = before?.was ?? saved;
  if (is === saved && was === saved) return { ...drafts, typed: others };
  return { ...drafts, typed: { ...others, [key]: { periodStart: start, field, stratum, was, is } } };
}

/** What somebody typed into a plain form, as drafts again. */
export const typedAll = (drafts: Drafts, changes: readonly TypedChange[]): Drafts => ({
  ...drafts,
  typed: Object.fromEntries(changes.map((change) => [keyOf(change), change])),
});

/** What is to be sent: everything typed, but for cells that wait for a choice. */
export function toSend({ typed, clashes }: Drafts): TypedChange[] {
  return Object.values(typed).filter(({ periodStart, stratum }) => !clashes[placeKey(periodStart, stratum)]);
}

export const waiting = ({ typed }: Drafts) => Object.keys(typed).length;

/** The server answered: what was sent and not typed further since is saved; the rest goes on from what stands now. */
export function answered(
  drafts: Drafts,
  sent: readonly TypedChange[],
  answers: readonly CellAnswer[],
): Drafts {
  const answerAt = new Map(answers.map((cell) => [placeKey(cell.start, cell.stratum), cell]));
  const rows = drafts.rows.map((row) => ({
    ...row,
    hint: row.cells.some(({ stratum }) => answerAt.get(placeKey(row.start, stratum))?.kept) ? '' : row.hint,
    cells: row.cells.map((cell) => answerAt.get(placeKey(row.start, cell.stratum)) ?? cell),
  }));
  const typed = { ...drafts.typed };
  const clashes = { ...drafts.clashes };
  for (const change of sent) {
    const key = keyOf(change);
    const draft = typed[key];
    const place = placeKey(change.periodStart, change.stratum);
    const answer = answerAt.get(place);
    if (!draft || !answer) continue;
    if (answer.clashes.length > 0) clashes[place] = answer.clashes;
    else if (draft.is === change.is) delete typed[key];
    else typed[key] = { ...draft, was: answer.texts[change.field] };
  }
  return { rows, typed, clashes };
}

/** One of two texts was chosen: theirs stays, or this person's is sent again over it. */
export function choose(drafts: Drafts, start: string, stratum: string, whose: 'mine' | 'theirs'): Drafts {
  const place = placeKey(start, stratum);
  const { [place]: chosen = [], ...clashes } = drafts.clashes;
  const typed = { ...drafts.typed };
  for (const { field, theirs } of chosen) {
    const key = cellKey(start, field, stratum);
    const draft = typed[key];
    if (whose === 'theirs') delete typed[key];
    else if (draft) typed[key] = { ...draft, was: theirs };
  }
  return { ...drafts, typed, clashes };
}

/** The page was loaded anew underneath: rows in view stay in view, and drafts stay drafts. */
export function reloaded(drafts: Drafts, rows: readonly GridRow[]): Drafts {
  const fresh = new Map(rows.map((row) => [row.start, row]));
  const kept = drafts.rows.map((row) => fresh.get(row.start) ?? row);
  const known = new Set(kept.map(({ start }) => start));
  const all = [...kept, ...rows.filter(({ start }) => !known.has(start))];
  return { ...drafts, rows: all.sort((a, b) => a.start.localeCompare(b.start)) };
}
