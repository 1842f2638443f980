import type { Direction } from '#db/vocabulary';
import { ShowAsTable } from '~/charts/chart-table';
import { GapChart } from '~/charts/gap-chart';
import type { GapChartData } from '~/charts/gap-chart-scene';
import type { Unit } from '~/charts/run-chart-data';
import { paths } from '~/paths';
import { Sideways } from '~/ui/sideways';
import { type Cell, isFigure } from './cells';
import { lacksBaseline } from './gap';
import { periodLabel } from './periods';
import type { DimensionReading, GapReading, Overall } from './reading';
import {
  cellWords,
  chanceSentence,
  gapHeadline,
  gapUnit,
  intervalWords,
  ratioWords,
  relativeSentence,
  signedGap,
  verdictSentence,
} from './sentences';
import type { Series } from './series';
import { Unbroken } from './unbroken';

export interface Looked {
  overall: Overall;
  dimension: DimensionReading;
  gap: GapReading;
  direction: Direction;
  target: number | null;
  baselinePeriod: string | null;
}

export const toneClasses = { better: 't-better', worse: 't-worse', neutral: 't-none' } as const;

/** Two groups and the gap between them: the sentence, the picture, the numbers of each period. */
export function GapSection(looked: Looked) {
  const { overall, gap, direction, baselinePeriod } = looked;
  const { labels, unit } = overall;
  const { focus, reference, since, gaps } = gap;
  const names = { focus: focus.name, reference: reference.name, direction };
  const verdict = verdictSentence(
    since,
    gaps,
    { focus: valuesOf(focus), reference: valuesOf(reference) },
    names,
    unit,
    lacksBaseline(gaps, overall.periods, baselinePeriod) ? periodLabel(baselinePeriod ?? '') : null,
  );
  const table = <GapTable labels={labels} gap={gap} all={overall.all} unit={unit} />;
  return (
    <>
      {since ? <p className={`bigsig ${toneClasses[since.tone]}`}>{verdict.replace(/\.$/, '')}</p> : null}
      <p className="lead">
        <Unbroken
          words={since ? `${gapHeadline(since, labels, unit)}. ${chanceSentence(since, unit)}` : verdict}
        />
      </p>
      {since ? (
        <p>
          <Unbroken words={relativeSentence(since, names, labels)} />
        </p>
      ) : null}
      {gaps.length > 0 ? (
        <>
          {labels.length > 1 ? (
            <figure>
              <GapChart data={chartOf(looked, verdict)} />
            </figure>
          ) : null}
          {labels.length > 1 ? (
            <ShowAsTable>{table}</ShowAsTable>
          ) : (
            <Sideways label="The gap in each period">{table}</Sideways>
          )}
          <p className="hint">
            <a href={paths.howWeReadCharts('gaps')}>How we compare</a>
          </p>
        </>
      ) : null}
    </>
  );
}

const valuesOf = ({ cells }: Series) => cells.map((cell) => (isFigure(cell) ? cell.value : null));

/** What a drawing has of a cell: a number, a gap in the line, or a figure that is hidden. */
export function drawnValue(cell: Cell | null | undefined): number | null | 'suppressed' {
  if (isFigure(cell)) return cell.value;
  return cell && cell.state !== 'no one' ? 'suppressed' : null;
}

/** What the drawing of a gap is made of. */
export function chartOf(
  { overall, gap, dimension, target, baselinePeriod }: Looked,
  sentence: string,
): GapChartData {
  const { focus, reference, since } = gap;
  const asked = overall.periods.find((period) => period.key === baselinePeriod);
  const hasAll = overall.all.cells.some(isFigure);
  return {
    title: `${focus.name} and ${reference.name}, by ${dimension.name.toLowerCase()}`,
    sentence,
    periods: overall.labels,
    unit: gapUnit(overall.unit),
    target,
    breaks: overall.breaks,
    // A gap that closed for a bad reason is drawn without the colour of good news.
    status: since?.status === 'closing' && since.tone !== 'better' ? 'flat' : (since?.status ?? 'flat'),
    baseline: since ? overall.labels[since.baseline.index] : asked?.label,
    series: [
      { name: reference.name, values: reference.cells.map(drawnValue), role: 'reference' },
      { name: focus.name, values: focus.cells.map(drawnValue), role: 'focus' },
      ...(hasAll
        ? [{ name: overall.all.name, values: overall.all.cells.map(drawnValue), role: 'all' as const }]
        : []),
    ],
  };
}

function GapTable({
  labels,
  gap,
  all,
  unit,
}: {
  labels: string[];
  gap: GapReading;
  all: Series;
  unit: Unit;
}) {
  const { focus, reference, gaps } = gap;
  const hasIntervals = gaps.some(({ interval }) => interval !== null);
  const hasAll = all.cells.some(Boolean);
  const isShown = (index: number) => Boolean(focus.cells[index] ?? reference.cells[index]);
  return (
    <>
      <p className="small soft" id="gap-table-about">
        The gap is {focus.name} minus {reference.name}; the ratio is the first divided by the second.{' '}
        {hasIntervals
          ? 'With chance taken into account, it could lie anywhere in the range (95%).'
          : intervalWords({ interval: null }, unit)}
      </p>
      <table className="tbl gaps" aria-label="The gap in each period" aria-describedby="gap-table-about">
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="r">
              {focus.name}
            </th>
            <th scope="col" className="r">
              {reference.name}
            </th>
            {hasAll ? (
              <th scope="col" className="r">
                {all.name}
              </th>
            ) : null}
            <th scope="col" className="r">
              {unit.kind === 'percent' ? 'Gap, points' : 'Gap'}
            </th>
            {hasIntervals ? (
              <th scope="col" className="r">
                Range (95%)
              </th>
            ) : null}
            <th scope="col" className="r">
              Ratio
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, index) => {
            if (!isShown(index)) return null;
            const at = gaps.find((one) => one.index === index);
            return (
              <tr key={label}>
                <th scope="row" className="nowrap">
                  {label}
                </th>
                <CellTd cell={focus.cells[index]} unit={unit} />
                <CellTd cell={reference.cells[index]} unit={unit} />
                {hasAll ? <CellTd cell={all.cells[index]} unit={unit} /> : null}
                <td className="r num nowrap">{at ? signedGap(at.difference, unit) : 'No gap'}</td>
                {hasIntervals ? <td className="r nowrap">{at ? intervalWords(at, unit) : ''}</td> : null}
                <td className="r num">{at?.ratio == null ? '' : ratioWords(at.ratio)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export function CellTd({ cell, unit }: { cell: Cell | null | undefined; unit: Unit }) {
  const words = cellWords(cell ?? null, unit);
  const isPlain = cell?.state === 'figure';
  return <td className="r">{isPlain ? words : <span className="sup">{words || 'No data'}</span>}</td>;
}
