import type { KeptWords } from '~/ui/kept-words';
import { isUnnamed, listsOf, rowOfField } from './sheet-fields';
import type { WheelPhase } from './stages';

type Row = Record<string, unknown>;

/**
 * The values of a form with the rows that wait on the device: those that are not saved yet have no other place. An
 * empty row to begin in gives way to them. Of a row that has no name yet come its words too: nothing else knows them.
 */
export function withKeptRows<Values extends object>(
  phase: WheelPhase,
  values: Values,
  words: KeptWords,
): Values {
  let next: Values = values;
  for (const { name, key, of } of listsOf(phase)) {
    const rows = (values as Record<string, Row[] | undefined>)[name];
    if (!rows) continue;
    const known = new Set<unknown>(rows.map((row) => row[key]).filter((id) => id !== undefined));
    const kept = keptRows(of, key, words).filter((row) => !known.has(row[key]));
    if (kept.length === 0) continue;
    // The counts of everyone have no group: theirs come first, in the place of the empty ones.
    const isOfEveryone = kept.some((row) => name === 'counts' && row.group === '');
    const stays = rows.filter((row) => !isEmpty(row, key) || (name === 'counts' && !isOfEveryone));
    const all = isOfEveryone ? [...kept, ...stays] : [...stays, ...kept];
    next = { ...next, [name]: all };
  }
  return next;
}

function keptRows(of: string, key: string, words: KeptWords): Row[] {
  const rows = new Map<string, Row>();
  for (const [field, { text }] of Object.entries(words)) {
    const at = rowOfField(field);
    if (at === null || !field.startsWith(`${of}.`)) continue;
    const id = at.slice(of.length + 1);
    const begun = of === 'counts' ? { [key]: id, group: '' } : { [key]: id };
    const row = rows.get(id) ?? (isUnnamed(field) ? {} : begun);
    const name = field.slice(at.length + 1);
    const isDrawn = isUnnamed(field) || name === 'group';
    rows.set(id, isDrawn ? { ...row, [name]: text } : row);
  }
  return [...rows.values()];
}

/** Nothing is written in it; a day that is suggested is not writing. */
const isEmpty = (row: Row, key: string) =>
  Object.entries(row).every(
    ([name, value]) =>
      name === key || name === 'onDate' || value === '' || value === null || value === undefined,
  );
