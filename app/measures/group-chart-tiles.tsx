import { ShowAsTable } from '~/charts/chart-table';
import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import type { ReadingInWords } from '~/charts/words';
import type { GroupRow } from './group-charts';
import { briefly } from './measure-tiles';

export interface GroupTile {
  /** Empty for the whole. */
  group: string;
  name: string;
  words: ReadingInWords;
  /** Null where there is no number that this reader may see. */
  drawing: string | null;
  note: string;
}

/** The whole and its groups beside each other, words first: one scale for all, so that heights can be compared. */
export function GroupChartTiles({ charts }: { charts: GroupTile[] }) {
  return (
    <div className="sms">
      {charts.map(({ group, name, drawing, words, note }) => (
        <article key={group} className="sm">
          <h3>{name}</h3>
          {drawing !== null ? (
            <>
              <VerdictLine verdict={words.verdict}>{briefly(words)}</VerdictLine>
              <RunChart drawing={drawing} />
            </>
          ) : null}
          {note ? <p className={drawing !== null ? 'hint' : 'soft'}>{note}</p> : null}
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
