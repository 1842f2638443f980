import { Dumbbell } from '~/charts/dumbbell';
import { formatValue } from '~/charts/figures';
import type { Unit } from '~/charts/run-chart-data';
import { gapStatusWords, Wedge } from '~/charts/wedge';
import { To } from '~/ui/icons';
import { isFigure } from './cells';
import type { GapSince } from './gap';
import { toneClasses } from './gap-section';
import type { DimensionReading, GroupRow, Overall } from './reading';
import { cellWords, gapWords, plainGap, verdictOfStatus } from './sentences';

/** Every group of every dimension: then, now, and its gap to the group it is compared with. */
export function GroupsTable({ overall, dimensions }: { overall: Overall; dimensions: DimensionReading[] }) {
  const { labels, unit } = overall;
  const [first] = dimensions;
  const heads = { baseline: labels[first?.baselineIndex ?? -1], latest: labels[first?.latestIndex ?? -1] };
  const isOne = dimensions.every((one) => one.baselineIndex === one.latestIndex);
  const columns = isOne ? 5 : 6;
  const values = dimensions.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.flatMap((cell) => (isFigure(cell) ? [cell.value] : []))),
  );
  const scale = scaleOf(values, unit);
  const say = (value: number) => formatValue(value, unit, { decimals: 0, brief: true });
  return (
    <table className={isOne ? 'tbl groups one' : 'tbl groups'}>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col" className="r n">
            People
          </th>
          {isOne ? null : (
            <th scope="col" className="r">
              {heads.baseline}
            </th>
          )}
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
            <GroupLine
              key={row.id}
              row={row}
              overall={overall}
              dimension={dimension}
              scale={scale}
              isOne={isOne}
            />
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
  isOne,
}: {
  row: GroupRow;
  overall: Overall;
  dimension: DimensionReading;
  scale: Scale;
  /** There is a single period: nothing stands before it. */
  isOne: boolean;
}) {
  const [before, now] = [row.cells[dimension.baselineIndex], row.cells[dimension.latestIndex]];
  if (!isFigure(now)) {
    return (
      <tr className="hid">
        <th scope="row">{row.name}</th>
        <td colSpan={isOne ? 4 : 5} className="soft">
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
      {isOne ? null : (
        <td className="r">
          {isFigure(before) ? words(before) : <span className="sup">{words(before)}</span>}
        </td>
      )}
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
          label={isFigure(before) && before !== now ? `From ${words(before)} to ${words(now)}` : words(now)}
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

/** A gap that changed for the worse of somebody says so first. */
const badWords: Partial<Record<GapSince['verdict']['class'], string>> = {
  'levelled down': 'Levelled down',
  'focus fell': 'Fell',
  'both fell': 'Both got worse',
};

function GapWords({ row: { gap }, unit }: { row: GroupRow; unit: Unit }) {
  if (!gap) {
    return (
      <span className="gap">
        <Wedge status={null} />
        <span className="soft">Not enough data</span>
      </span>
    );
  }
  const { status, baseline, latest, interval, word, verdict, tone } = gap;
  const name =
    badWords[verdict.class] ?? (interval && word === 'cannot tell' ? 'Cannot tell' : gapStatusWords[status]);
  return (
    <span className="gap">
      <Wedge status={status === 'closing' && tone !== 'better' ? 'flat' : status} />
      <span>
        <b className={tone === 'neutral' ? undefined : toneClasses[tone]}>{name}</b>{' '}
        {plainGap(Math.abs(baseline.difference), unit)}
        <To />
        {gapWords(latest.difference, unit)}
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
