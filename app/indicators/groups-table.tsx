import { Dumbbell } from '~/charts/dumbbell';
import { formatValue } from '~/charts/figures';
import { gapText } from '~/charts/group-data';
import type { Unit } from '~/charts/run-chart-data';
import { gapStatusWords, Wedge } from '~/charts/wedge';
import { To } from '~/ui/icons';
import { isFigure } from './cells';
import type { DimensionReading, GroupRow, Overall } from './reading';
import { cellWords, verdictOfStatus } from './sentences';

const columns = 6;

/** Every group of every dimension: then, now, and its gap to the group it is compared with. */
export function GroupsTable({ overall, dimensions }: { overall: Overall; dimensions: DimensionReading[] }) {
  const { labels, unit } = overall;
  const [first] = dimensions;
  const heads = { baseline: labels[first?.baselineIndex ?? -1], latest: labels[first?.latestIndex ?? -1] };
  const values = dimensions.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.flatMap((cell) => (isFigure(cell) ? [cell.value] : []))),
  );
  const scale = scaleOf(values, unit);
  const say = (value: number) => formatValue(value, unit, { decimals: 0, brief: true });
  return (
    <table className="tbl groups">
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col" className="r n">
            People
          </th>
          <th scope="col" className="r">
            {heads.baseline}
          </th>
          <th scope="col" className="r">
            {heads.latest}
          </th>
          <th scope="col" className="db">
            {say(scale.min)} to {say(scale.max)}
          </th>
          <th scope="col" className="gapc">
            Gap to the comparison group
          </th>
        </tr>
      </thead>
      {dimensions.map((dimension) => (
        <tbody key={dimension.id}>
          <tr className="gh">
            <th colSpan={columns} scope="rowgroup">
              {dimension.name}
              {headOf(dimension, labels, heads)}
            </th>
          </tr>
          {dimension.rows.map((row) => (
            <GroupLine key={row.id} row={row} overall={overall} dimension={dimension} scale={scale} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function headOf(
  { baselineIndex, latestIndex }: DimensionReading,
  labels: string[],
  heads: { baseline?: string; latest?: string },
): string {
  const [from, to] = [labels[baselineIndex], labels[latestIndex]];
  return from === undefined || (from === heads.baseline && to === heads.latest) ? '' : `, ${from} to ${to}`;
}

interface Scale {
  min: number;
  max: number;
}

/** Ends on round numbers a little outside the figures; percents never beyond 0 and 100. */
function scaleOf(values: number[], unit: Unit): Scale {
  const lowest = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const highest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!(lowest <= highest)) return { min: 0, max: 100 };
  const step = 10 ** Math.floor(Math.log10(Math.max(highest - lowest, Math.abs(highest) * 0.1, 1)));
  const min = Math.floor(lowest / step - 0.2) * step;
  const max = Math.ceil(highest / step + 0.2) * step;
  return unit.kind === 'percent' ? { min: Math.max(0, min), max: Math.min(100, max) } : { min, max };
}

function GroupLine({
  row,
  overall: { unit, all },
  dimension,
  scale,
}: {
  row: GroupRow;
  overall: Overall;
  dimension: DimensionReading;
  scale: Scale;
}) {
  const [before, now] = [row.cells[dimension.baselineIndex], row.cells[dimension.latestIndex]];
  if (!isFigure(now)) {
    return (
      <tr className="hid">
        <th scope="row">{row.name}</th>
        <td colSpan={columns - 1} className="soft">
          {whyHidden(row, dimension)}
        </td>
      </tr>
    );
  }
  const everyone = all.cells[dimension.latestIndex];
  const words = (cell: typeof now | (typeof row.cells)[number] | undefined) =>
    cellWords(cell ?? null, unit) || 'No data';
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="r n">{row.of?.toLocaleString('en-US') ?? ''}</td>
      <td className="r">{isFigure(before) ? words(before) : <span className="sup">{words(before)}</span>}</td>
      <td className="r num">{words(now)}</td>
      <td className="db">
        <Dumbbell
          before={isFigure(before) && before !== now ? before.value : null}
          now={now.value}
          reference={isFigure(everyone) ? everyone.value : null}
          min={scale.min}
          max={scale.max}
          verdict={verdictOfStatus(row.status)}
          width={218}
          label={isFigure(before) ? `From ${words(before)} to ${words(now)}` : words(now)}
        />
      </td>
      <td className="gapc">
        {row.isReference ? (
          <span className="soft">The group to compare with</span>
        ) : (
          <GapWords row={row} unit={unit} />
        )}
      </td>
    </tr>
  );
}

const tones = { closing: 't-better', widening: 't-worse', flat: undefined } as const;

function GapWords({ row: { gap }, unit }: { row: GroupRow; unit: Unit }) {
  if (!gap) {
    return (
      <span className="gap">
        <Wedge status={null} />
        <span className="soft">Not enough data</span>
      </span>
    );
  }
  const { status, baseline, latest, interval, word } = gap;
  const name = interval && word === 'cannot tell' ? 'Cannot tell' : gapStatusWords[status];
  const number = (value: number) => formatValue(Math.abs(value), { kind: 'count', decimals: unit.decimals });
  return (
    <span className="gap">
      <Wedge status={status} />
      <span>
        <b className={tones[status]}>{name}</b> {number(baseline.difference)}
        <To />
        {gapText(latest.difference, unit)}
      </span>
    </span>
  );
}

function whyHidden(row: GroupRow, { latestIndex }: DimensionReading): string {
  switch (row.cells[latestIndex]?.state) {
    case 'suppressed':
      return '* Held back by whoever publishes the numbers, to protect people.';
    case 'masked':
      return 'Hidden: a small group, or one that would give a small group away.';
    case 'no one':
      return 'No one in this group.';
    case 'under':
      return 'Under 5%';
    case 'over':
      return 'Over 95%';
    default:
      return 'No figure for the newest period.';
  }
}
