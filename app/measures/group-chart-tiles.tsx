import { ShowAsTable } from '~/charts/chart-table';
import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import type { GroupChart, GroupRow } from './group-charts';
import { briefly } from './measure-tiles';

/** The whole and its groups beside each other, words first: one scale for all, so that heights can be compared. */
export function GroupChartTiles({ charts }: { charts: GroupChart[] }) {
  return (
    <div className="sms">
      {charts.map(({ group, name, chart, words, note }) => (
        <article key={group} className="sm">
          <h3>{name}</h3>
          {chart ? (
            <>
              <VerdictLine verdict={words.verdict}>{briefly(words)}</VerdictLine>
              <RunChart data={chart} size="small" />
            </>
          ) : null}
          {note ? <p className={chart ? 'hint' : 'soft'}>{note}</p> : null}
        </article>
      ))}
    </div>
  );
}

export function GroupTable({
  title,
  when,
  names,
  rows,
}: {
  title: string;
  when: string;
  names: string[];
  rows: GroupRow[];
}) {
  return (
    <ShowAsTable>
      <table className="tbl">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{when}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="r">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ start, label, cells }) => (
            <tr key={start}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={names[at]} className="r num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ShowAsTable>
  );
}
