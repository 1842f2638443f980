import { ShowAsTable } from '~/charts/chart-table';
import type { GroupData, GroupSeries } from '~/charts/group-data';
import { GroupLines } from '~/charts/group-lines';
import { GroupTable } from '~/charts/group-table';
import { isFigure } from './cells';
import { CellTd, drawnValue } from './gap-section';
import type { DimensionReading, GapReading, GroupRow, Overall } from './reading';

/** Everyone's line and its numbers, where no groups are kept. */
export function EveryoneChart({ overall, target }: { overall: Overall; target: number | null }) {
  const { labels, unit, all } = overall;
  const data: GroupData = {
    title: all.name,
    sentence: `${labels[0]} to ${labels.at(-1)}.`,
    periods: labels,
    unit,
    target,
    breaks: overall.breaks,
    series: [{ name: all.name, values: all.cells.map(drawnValue), role: 'focus' }],
  };
  return (
    <>
      {labels.length > 1 && all.cells.some(isFigure) ? (
        <figure>
          <GroupLines data={data} />
        </figure>
      ) : null}
      <BreakWords overall={overall} />
      <GroupTable data={data} />
    </>
  );
}

/** What the upright lines in a chart stand for. */
function BreakWords({ overall: { breaks } }: { overall: Pick<Overall, 'breaks'> }) {
  if (breaks.length === 0) return null;
  return (
    <div className="small">
      <p>Numbers before and after an upright line are not the same thing.</p>
      <ul className="plain">
        {breaks.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

/** A line for each group of one dimension, and its numbers as a table. */
export function GroupsChart({
  overall,
  dimension,
  gap,
  target,
}: {
  overall: Overall;
  dimension: DimensionReading;
  gap: GapReading | null;
  target: number | null;
}) {
  const { labels, unit, all } = overall;
  const lines = dimension.rows.filter((row) => row.cells.some(isFigure));
  const hasAll = all.cells.some(isFigure);
  const role = (row: GroupRow): GroupSeries['role'] => {
    if (row.isReference) return 'reference';
    return row.id === gap?.focus.id ? 'focus' : 'other';
  };
  const title = `Every group, by ${dimension.name.toLowerCase()}`;
  return (
    <>
      <h3>{title}</h3>
      {lines.length > 0 && labels.length > 1 ? (
        <figure>
          <GroupLines
            data={{
              title,
              sentence: `${lines.length} groups with figures from ${labels[0]} to ${labels.at(-1)}.`,
              periods: labels,
              unit,
              target,
              breaks: overall.breaks,
              series: [
                ...lines.map((row) => ({
                  name: row.name,
                  values: row.cells.map(drawnValue),
                  role: role(row),
                })),
                ...(hasAll
                  ? [{ name: all.name, values: all.cells.map(drawnValue), role: 'all' as const }]
                  : []),
              ],
            }}
          />
        </figure>
      ) : null}
      <BreakWords overall={overall} />
      <ShowAsTable>
        <table className="tbl">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              {labels.map((label) => (
                <th key={label} scope="col" className="r">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...dimension.rows, ...(hasAll ? [all] : [])].map((row) => (
              <tr key={row.id ?? 'all'}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => (
                  <CellTd key={labels[index]} cell={cell} unit={unit} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ShowAsTable>
    </>
  );
}
