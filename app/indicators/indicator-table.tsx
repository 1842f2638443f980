import { formatValue } from '~/charts/figures';
import { Mark } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { paths } from '~/paths';
import type { listIndicators } from './scoreboard.server';
import { verdictOfStatus } from './sentences';

type Row = Awaited<ReturnType<typeof listIndicators>>[number]['indicators'][number];

const statusWords: Record<Row['status'], string> = {
  improved: 'Improved',
  held: 'Held',
  worsened: 'Worsened',
  'no data': 'No data',
};

/** The indicators of one outcome, a row each. */
export function IndicatorTable({ indicators }: { indicators: Row[] }) {
  return (
    <table className="tbl stacked">
      {/* Every outcome has a table of its own; shares of the width keep their columns in line. */}
      <colgroup>
        <col width="34%" />
        <col width="13%" />
        <col width="12%" />
        <col width="14%" />
        <col width="14%" />
        <col width="13%" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          <th scope="col">Since baseline</th>
          <th scope="col">All years</th>
          <th scope="col" className="r">
            Baseline
          </th>
          <th scope="col" className="r">
            Latest
          </th>
          <th scope="col" className="r">
            Target
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={paths.indicator(row.id)}>{row.name}</a>
              {row.isCore ? null : <span className="hint"> Contributing</span>}
              {row.direction === 'lower' ? <span className="hint"> Lower is better</span> : null}
            </th>
            <td className="nowrap">
              <Mark verdict={verdictOfStatus(row.status)} /> {statusWords[row.status]}
            </td>
            <td>
              {row.latest ? (
                <Spark
                  values={row.values}
                  verdict={verdictOfStatus(row.status)}
                  baseline={row.baseline?.index}
                  width={96}
                />
              ) : null}
            </td>
            <td className="r" data-label="Baseline">
              <Fact row={row} fact={row.baseline} />
            </td>
            <td className="r num" data-label="Latest">
              <Fact row={row} fact={row.latest} />
            </td>
            <td className="r" data-label={row.target === null ? undefined : 'Target'}>
              {row.target === null ? null : (
                <Fact row={row} fact={{ value: row.target, label: row.targetLabel ?? '' }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ row, fact }: { row: Row; fact: { value: number; label: string } | null }) {
  if (!fact) return <span className="soft">No figure</span>;
  return (
    <>
      {formatValue(fact.value, row.unit, { brief: true })}{' '}
      <span className="tiny soft nowrap">{fact.label}</span>
    </>
  );
}
