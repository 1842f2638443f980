import type { ReactNode } from 'react';
import { Icon } from '~/ui/icons';
import type { RunChartData } from './run-chart-data';
import { tableColumns } from './table-columns';
import { tableRows } from './table-rows';

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

/** The same order and the same rounding as the drawing, with the signals in a column of their own. */
export function ChartTable({ data, when = 'When' }: { data: RunChartData; when?: string }) {
  const rows = tableRows(data);
  const columns = tableColumns(data, rows);
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
