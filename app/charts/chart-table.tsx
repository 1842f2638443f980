import type { ReactNode } from 'react';
import type { Signal } from '~/statistics/signals';
import { Icon } from '~/ui/icons';
import { formatValue } from './figures';
import type { RunChartData, Unit } from './run-chart-data';
import { isTrend } from './signal-words';

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

function signalWords(signals: Signal[], index: number): string {
  const words = signals
    .filter(({ side, points }) => side !== null && points.includes(index))
    .map((signal) => (isTrend(signal) ? 'Part of the trend' : 'Part of the shift'));
  return [...new Set(words)].join(', ');
}

const figure = (value: number | null | undefined) => (value == null ? '' : value.toLocaleString('en-US'));

/** The same order and the same rounding as the drawing, with the signals in a column of their own. */
export function ChartTable({ data, when = 'When' }: { data: RunChartData; when?: string }) {
  const counts = data.points.some(({ numerator, denominator }) => numerator != null && denominator != null);
  const notes = data.points.some(({ note }) => note);
  return (
    <ShowAsTable>
      <table className="tbl">
        <caption>{data.title}</caption>
        <thead>
          <tr>
            <th scope="col">{when}</th>
            {counts && (
              <>
                <th scope="col" className="r">
                  Number
                </th>
                <th scope="col" className="r">
                  Out of
                </th>
              </>
            )}
            <th scope="col" className="r">
              {valueHeads[data.unit.kind]}
            </th>
            <th scope="col">Signal</th>
            {notes && <th scope="col">Note</th>}
          </tr>
        </thead>
        <tbody>
          {data.points.map((point, i) => (
            <tr key={point.id}>
              <th scope="row">{point.label}</th>
              {counts && (
                <>
                  <td className="r">{figure(point.numerator)}</td>
                  <td className="r">{figure(point.denominator)}</td>
                </>
              )}
              <td className="r num">
                {point.value === null ? 'No number' : formatValue(point.value, data.unit)}
              </td>
              <td>{point.ghosted ? 'Left out' : signalWords(data.reading.signals, i)}</td>
              {notes && <td>{point.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ShowAsTable>
  );
}
