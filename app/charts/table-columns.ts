import type { RunChartData, Unit } from './run-chart-data';
import type { TableRow } from './table-rows';

/* The columns of the table beside a chart, for the page and for the clipboard alike. */

const valueHeads: Record<Unit['kind'], string> = {
  percent: 'Percent',
  count: 'Count',
  rate: 'Rate',
  mean: 'Value',
  money: 'Dollars',
  days: 'Days',
};

export interface TableColumn {
  name: string;
  cell: (row: TableRow) => string;
  className?: 'r' | 'r num';
}

/** The columns after the first, which says when; one that would be empty all the way down is left out. */
export function tableColumns({ unit, limits }: RunChartData, rows: TableRow[]): TableColumn[] {
  const number = (
    name: string,
    key: 'numerator' | 'denominator' | 'centre' | 'lower' | 'upper',
  ): TableColumn => ({
    name,
    cell: (row) => row[key],
    className: 'r',
  });
  const hasCounts = rows.some(({ numerator, denominator }) => numerator && denominator);
  return [
    ...(hasCounts ? [number('Number', 'numerator'), number('Out of', 'denominator')] : []),
    { name: valueHeads[unit.kind], cell: ({ value }) => value, className: 'r num' },
    ...(limits
      ? [number(limits.centreWord, 'centre'), number('Lower limit', 'lower'), number('Upper limit', 'upper')]
      : []),
    { name: 'Signal', cell: ({ signal }) => signal },
    ...(rows.some(({ note }) => note) ? [{ name: 'Note', cell: ({ note }: TableRow) => note }] : []),
    ...(rows.some(({ events }) => events.length > 0)
      ? [{ name: 'Events', cell: ({ events }: TableRow) => events.join('. ') }]
      : []),
  ];
}
