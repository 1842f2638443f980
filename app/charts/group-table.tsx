import { ShowAsTable } from './chart-table';
import { formatValue } from './figures';
import { type GroupData, type GroupValue, gapText, isNumber } from './group-data';

export interface GroupTableProps {
  data: GroupData;
  /** What a row is: "School year". */
  when?: string;
  /** Adds the gap between focus and reference. */
  gap?: boolean;
}

/** The figures of a gap chart or of all groups, a row for each period. */
export function GroupTable({ data, when = 'Period', gap = false }: GroupTableProps) {
  const focus = data.series.find(({ role }) => role === 'focus');
  const reference = data.series.find(({ role }) => role === 'reference');
  const gapOf = (index: number) => {
    const [a, b] = [focus?.values[index], reference?.values[index]];
    return isNumber(a) && isNumber(b) ? gapText(a - b, data.unit) : 'No gap';
  };
  return (
    <ShowAsTable>
      <table className="tbl">
        <caption>{data.title}</caption>
        <thead>
          <tr>
            <th scope="col">{when}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col" className="r">
                {name}
              </th>
            ))}
            {gap && (
              <th scope="col" className="r">
                Gap
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {data.periods.map((period, i) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {data.series.map(({ name, values }) => (
                <td key={name} className="r">
                  <Cell value={values[i] ?? null} data={data} />
                </td>
              ))}
              {gap && <td className="r num">{gapOf(i)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ShowAsTable>
  );
}

function Cell({ value, data }: { value: GroupValue; data: GroupData }) {
  if (value === 'suppressed') return <span className="sup">Hidden</span>;
  if (value === null) return <span className="sup">No data</span>;
  return <>{formatValue(value, data.unit)}</>;
}
