import { isInWindow } from './chart-view';
import { escaped } from './points-markup';
import type { RunChartData } from './run-chart-data';
import { type TableColumn, tableColumns } from './table-columns';
import { type TableRow, tableRows } from './table-rows';

/** So many numbers are read on a page of their own. */
export const longestTable = 120;

export const isLongTable = (data: RunChartData): boolean =>
  data.points.filter(({ date }) => isInWindow(data, date)).length > longestTable;

/** The same order and the same rounding as the drawing, with the signals in a column of their own. */
export function tableMarkup(data: RunChartData, when = 'When'): string {
  const rows = tableRows(data);
  const columns = tableColumns(data, rows);
  return (
    `<table class="tbl"><caption>${escaped(data.title)}</caption><thead><tr><th scope="col">${escaped(when)}</th>` +
    columns
      .map(({ name, className }) => `<th scope="col"${className ? ' class="r"' : ''}>${name}</th>`)
      .join('') +
    `</tr></thead><tbody>${rows.map((row) => rowMarkup(row, columns)).join('')}</tbody></table>`
  );
}

const rowMarkup = (row: TableRow, columns: readonly TableColumn[]) =>
  `<tr><th scope="row">${escaped(row.head)}</th>${columns
    .map(({ cell, className }) => `<td${className ? ` class="${className}"` : ''}>${escaped(cell(row))}</td>`)
    .join('')}</tr>`;
