import type { IndicatorUnit } from '#db/vocabulary';
import {
  fieldsOf,
  fingerprint,
  gridFields,
  type KeptRow,
  keptAs,
  longestWords,
  type RowErrors,
  readRow,
  rowWords,
  type TypedRow,
  typedOf,
} from './grid-row';

/*
 * The numbers of one period as they are typed: a row for everyone and for each group of one split. Read from a plain
 * form, so that it works without JavaScript; what is wrong is said at its field, and what was typed is kept.
 */

/** Everyone's row goes by this name in fields; a group's by its id. */
export const everyone = 'all';

const sourceOfAll = (form: FormData): string => {
  const source = form.get('source');
  return typeof source === 'string' ? source.trim().slice(0, longestWords) : '';
};

/** The fields of one row in a form: `name` is `everyone` or the group's id. */
export function typedIn(form: FormData, name: string): TypedRow | null {
  const said = (field: string) => {
    const value = form.get(`${name}.${field}`);
    return typeof value === 'string' ? value : null;
  };
  if (gridFields.every((field) => said(field) === null)) return null;
  const words = (field: string) => said(field) ?? '';
  return {
    numerator: words('numerator'),
    denominator: words('denominator'),
    value: words('value'),
    marginOfError: words('marginOfError'),
    isSuppressed: said('isSuppressed') !== null,
    source: words('source'),
    note: words('note'),
    was: words('was'),
  };
}

export interface GridChange {
  subgroupId: string | null;
  row: KeptRow | null;
}

/** A row as it comes back to the page. */
export interface ShownRow {
  /** null: everyone. */
  id: string | null;
  name: string;
  typed: TypedRow;
  errors: RowErrors;
}

export interface GridReading {
  changes: GridChange[];
  /** All rows again, with what is wrong; empty where nothing is. */
  refused: ShownRow[];
  /** What was typed for groups that are no more, a sentence each; with one of them nothing is kept. */
  gone: string[];
}

const changedMeanwhile =
  'Somebody changed this row after you opened the page. Look at it below and save again to put yours in its place.';

/**
 * What of a sent grid is to be kept. A row that was left as it was is left alone, whatever somebody else has made of
 * it since; one that both changed is said, and taken only when it is sent again.
 */
export function readGrid(
  form: FormData,
  groups: readonly { id: string | null; name: string }[],
  kept: ReadonlyMap<string, KeptRow>,
  unit: IndicatorUnit,
): GridReading {
  const changes: GridChange[] = [];
  const rows: ShownRow[] = [];
  for (const { id, name } of groups) {
    const now = keptAs(kept.get(id ?? everyone) ?? null, unit);
    const typed = typedIn(form, id ?? everyone);
    if (!typed) {
      rows.push({ id, name, typed: { ...typedOf(now, unit), was: fingerprint(now) }, errors: {} });
      continue;
    }
    const read = readRow(typed, unit);
    const row: ShownRow = { id, name, typed, errors: 'errors' in read ? read.errors : {} };
    rows.push(row);
    if ('errors' in read) continue;
    // A row left as it was stays so; one that changed and names no source has the one for all.
    if (fingerprint(read.row) === typed.was) continue;
    if (read.row && read.row.source === '') read.row.source = sourceOfAll(form);
    const is = fingerprint(read.row);
    if (is === typed.was || is === fingerprint(now)) continue;
    if (typed.was === fingerprint(now)) changes.push({ subgroupId: id, row: read.row });
    else {
      row.errors = { row: `${changedMeanwhile} It is now: ${rowWords(now)}.` };
      row.typed = { ...typed, was: fingerprint(now) };
    }
  }
  const gone = typedForNoGroup(form, groups, unit);
  const isRefused = gone.length > 0 || rows.some(({ errors }) => Object.keys(errors).length > 0);
  return { changes, refused: isRefused ? rows : [], gone };
}

/** A row's name in a form stands before the dot; what the page calls it goes along, as it may be nowhere else by then. */
const rowName = /^([\w-]{1,40})\.was$/;

/** The rows of a form whose groups were taken out while it was open, where anything was typed in them. */
function typedForNoGroup(
  form: FormData,
  groups: readonly { id: string | null }[],
  unit: IndicatorUnit,
): string[] {
  const known = new Set(groups.map(({ id }) => id ?? everyone));
  const names = [...form.keys()].flatMap((field) => rowName.exec(field)?.[1] ?? []);
  return names.flatMap((name) => {
    const typed = known.has(name) ? null : typedIn(form, name);
    if (!typed) return [];
    const read = readRow(typed, unit);
    if ('row' in read && fingerprint(read.row) === typed.was) return [];
    const said = typedWords(typed, unit);
    if (said === '') return [];
    const group = String(form.get(`${name}.name`) ?? '').slice(0, 200) || 'A group';
    return [`“${group}” was taken out after you opened the page. You had typed for it: ${said}.`];
  });
}

/** "How many 20, Out of 40, held back, note “Sent late”" */
function typedWords(typed: TypedRow, unit: IndicatorUnit): string {
  return [
    ...fieldsOf(unit).map(({ field, head }) => typed[field].trim() && `${head} ${typed[field].trim()}`),
    typed.isSuppressed && 'held back',
    typed.source.trim() && `source “${typed.source.trim()}”`,
    typed.note.trim() && `note “${typed.note.trim()}”`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** "entered 3 numbers", "changed 1 number and took out 2" */
export function changesInWords(changes: readonly GridChange[], kept: ReadonlyMap<string, unknown>): string {
  const had = ({ subgroupId }: GridChange) => kept.has(subgroupId ?? everyone);
  const counts = [
    ['entered', changes.filter((one) => one.row && !had(one)).length],
    ['changed', changes.filter((one) => one.row && had(one)).length],
    ['took out', changes.filter((one) => !one.row).length],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(
      ([word, count], index) =>
        `${word} ${count}${index === 0 ? (count === 1 ? ' number' : ' numbers') : ''}`,
    )
    .join(' and ');
}

/** More are a table, and no line of history. */
const mostTold = 10;

/** Each number that was changed or taken out, from what to what: "Everyone", "20 of 40", "21 of 40". */
export function numbersChanged(
  changes: readonly GridChange[],
  kept: ReadonlyMap<string, KeptRow>,
  rows: readonly Pick<ShownRow, 'id' | 'name'>[],
): { label: string; was: string; is: string }[] {
  const told = changes.flatMap(({ subgroupId, row }) => {
    const before = kept.get(subgroupId ?? everyone);
    const name = rows.find(({ id }) => id === subgroupId)?.name ?? '';
    const one = { label: name, was: rowWords(before ?? null), is: rowWords(row) };
    return before && one.was !== one.is ? [one] : [];
  });
  return told.length > mostTold ? [] : told;
}
