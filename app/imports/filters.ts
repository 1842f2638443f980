import type { Row } from './cells';
import { type Column, distinctCells } from './columns';
import type { Table } from './header';
import type { Choice, Mapping } from './mapping';
import type { Steps } from './steps';
import { quote } from './values';
import { headerWord, isTotalGroup } from './words';

type Filter = Mapping['filters'][number];
export type FilterProposal = { filters: Filter[]; choices: Choice[]; reasons: string[] };

/** Of more values nobody picks one from a list; more columns or rounds than these no honest file needs. */
const mostValues = 60;
const mostChoices = 12;
const mostRounds = 3;
/** Rows that are compared in one step. */
const rowsAtOnce = 10_000;

/**
 * Which rows to read when a file holds several things under one another. `keyOf` names what must be unique (group
 * and period), `cellsOf` what a row says about it; a filter is proposed where two rows would contradict each other.
 */
export function* proposeFilters(
  table: Table,
  candidates: Column[],
  keyOf: (row: Row) => string,
  cellsOf: (row: Row) => string,
): Steps<FilterProposal> {
  const choices: Choice[] = [];
  for (const { index, header } of candidates) {
    yield;
    const values = choices.length < mostChoices ? distinctCells(table, index, mostValues) : null;
    if (values && values.length > 1) choices.push({ column: index, header, values });
  }
  const filters: Filter[] = [];
  const reasons: string[] = [];
  const add = (choice: Choice, value: string, why: string) => {
    filters.push({ column: choice.column, value });
    reasons.push(`${why} Only rows with ${quote(value)} in ${quote(choice.header)} are read.`);
  };
  const words = new Map(candidates.map((column) => [column.index, column.words]));

  for (const choice of choices) {
    if (!headerWord.indicator.test(words.get(choice.column) ?? '')) continue;
    const present = stillPresent(table, choice, filters);
    const [first] = present;
    if (first === undefined || present.length < 2) continue;
    add(
      choice,
      first,
      `The file holds ${present.length} different numbers in ${quote(choice.header)}, and one is read at a time.`,
    );
  }
  for (const choice of choices) {
    if (filters.some((filter) => filter.column === choice.column)) continue;
    const goals = choice.values.filter((value) => headerWord.goal.test(value.toLowerCase()));
    const others = choice.values.filter((value) => !goals.includes(value));
    const past = others.find((value) => headerWord.past.test(value.toLowerCase())) ?? others[0];
    if (goals.length > 0 && past !== undefined) {
      add(
        choice,
        past,
        `${quote(goals[0] ?? '')} in ${quote(choice.header)} is not something that was measured.`,
      );
    }
  }
  for (let round = 0; round < mostRounds; round += 1) {
    const rows = table.rows.filter((row) => passes(row, filters));
    yield;
    const conflicts = yield* countConflicts(rows, keyOf, cellsOf);
    if (conflicts === 0) break;
    let best: { choice: Choice; value: string; left: number } | null = null;
    for (const choice of choices) {
      if (filters.some((filter) => filter.column === choice.column)) continue;
      const present = stillPresent(table, choice, filters);
      const value = present.find(isTotalGroup) ?? present[0];
      if (value === undefined || present.length < 2) continue;
      yield;
      const left = yield* countConflicts(
        rows,
        (row) => `${row.cells[choice.column] ?? ''}\u0000${keyOf(row)}`,
        cellsOf,
      );
      if (left < (best?.left ?? conflicts)) best = { choice, value, left };
    }
    if (!best) break;
    add(
      best.choice,
      best.value,
      `The same group and period comes with different numbers, one for each ${quote(best.choice.header)}.`,
    );
  }
  return { filters, choices, reasons };
}

/** Whether a row has exactly the cells the filters ask for. */
export function passes(row: Row, filters: readonly Filter[]): boolean {
  return filters.every((filter) => (row.cells[filter.column] ?? '') === filter.value);
}

function stillPresent(table: Table, choice: Choice, filters: Filter[]): string[] {
  const seen = new Set<string>();
  for (const row of table.rows) if (passes(row, filters)) seen.add(row.cells[choice.column] ?? '');
  return choice.values.filter((value) => seen.has(value));
}

function* countConflicts(
  rows: Row[],
  keyOf: (row: Row) => string,
  cellsOf: (row: Row) => string,
): Steps<number> {
  const seen = new Map<string, string>();
  let conflicts = 0;
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === 0) yield;
    const key = keyOf(row);
    const cells = cellsOf(row);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, cells);
    else if (before !== cells) conflicts += 1;
  }
  return conflicts;
}
