import type { ReactNode } from 'react';
import { Icon } from '~/ui/icons';
import type { RunChartData, Unit } from './run-chart-data';
import { type TableRow, tableRows } from './table-rows';

/** The disclosure under every full chart. */
export function ShowAsTable({ children }: { children: ReactNode }) {
  return (
    <details className="more">
      <summary>
        Show these numbers as a table <Icon name="down" size={16} />
      </summary>
      <div className="scroll">{children}</div>
    </details>
  );
}

const valueHeads: Record<Unit['kind'], string> = {
  percent: 'Percent',
  count: 'Count',
  rate: 'Rate',
  mean: 'Value',
  money: 'Dollars',
  days: 'Days',
};

interface Column {
  name: string;
  cell: (row: TableRow) => ReactNode;
  className?: 'r' | 'r num';
}

function columnsOf({ unit, limits }: RunChartData, rows: TableRow[]): Column[] {
  const number = (name: string, key: 'numerator' | 'denominator' | 'centre' | 'lower' | 'upper'): Column => ({
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

/** The same order and the same rounding as the drawing, with the signals in a column of their own. */
export function ChartTable({ data, when = 'When' }: { data: RunChartData; when?: string }) {
  const rows = tableRows(data);
  const columns = columnsOf(data, rows);
  return (
    <ShowAsTable>
      <table className="tbl">
        <caption>{data.title}</caption>
        <thead>
          <tr>
            <th scope="col">{when}</th>
            {columns.map(({ name, className }) => (
              <th key={name} scope="col" className={className && 'r'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {columns.map(({ name, cell, className }) => (
                <td key={name} className={className}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ShowAsTable>
  );
}
