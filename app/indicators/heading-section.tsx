import { ShowAsTable } from '~/charts/chart-table';
import { formatValue } from '~/charts/figures';
import { type Verdict, VerdictLine } from '~/charts/mark';
import { OutlookChart } from '~/charts/outlook-chart';
import { isFigure } from './cells';
import { CellTd, drawnValue } from './gap-section';
import type { Outlook, Trend } from './heading';
import type { Overall } from './reading';
import { Unbroken } from './unbroken';

const verdictOf = ({ direction, isGood }: Trend): Verdict => {
  if (direction === null) return 'early';
  return isGood === null ? 'none' : isGood ? 'better' : 'worse';
};

/** Whether the figures rise or fall steadily, and where they lead if nothing changes. */
export function WhereItIsHeading({
  overall,
  outlook,
  trends,
  target,
}: {
  overall: Overall;
  outlook: Outlook | null;
  trends: Trend[];
  target: number | null;
}) {
  const { labels, unit, all } = overall;
  const since = overall.breaks.at(-1)?.index ?? 0;
  const years = all.cells.slice(since).filter(isFigure).length;
  return (
    <div className="stack">
      <ul className="stack-s">
        {trends.map((trend) => (
          <li key={trend.name}>
            <VerdictLine verdict={verdictOf(trend)}>
              <Unbroken words={trend.sentence} />
            </VerdictLine>
          </li>
        ))}
      </ul>
      {outlook ? (
        <>
          <p className="lead">
            <Unbroken words={outlook.sentence} />
          </p>
          <figure>
            <OutlookChart
              data={{
                title: `${all.name}, and the range if nothing changes`,
                sentence: outlook.sentence,
                name: all.name,
                periods: labels,
                values: all.cells.map(drawnValue),
                ahead: outlook.ahead,
                breaks: overall.breaks,
                unit,
                target,
              }}
            />
          </figure>
          <ShowAsTable>
            <table className="tbl">
              <caption>{all.name}, and the range if nothing changes</caption>
              <thead>
                <tr>
                  <th scope="col">Period</th>
                  <th scope="col" className="r">
                    {all.name}
                  </th>
                  <th scope="col" className="r">
                    At least
                  </th>
                  <th scope="col" className="r">
                    At most
                  </th>
                </tr>
              </thead>
              <tbody>
                {labels.slice(0, outlook.from + 1).map((label, index) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <CellTd cell={all.cells[index]} unit={unit} />
                    <td className="r" />
                    <td className="r" />
                  </tr>
                ))}
                {outlook.ahead.map(({ label, low, high }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td className="r" />
                    <td className="r">{formatValue(low, unit)}</td>
                    <td className="r">{formatValue(high, unit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ShowAsTable>
          <p className="hint">
            A range for a year ahead is no promise: it says what the past alone would lead to, and 2 of 10
            such years lie outside it.
          </p>
        </>
      ) : (
        <p className="hint">
          What comes if nothing changes is drawn from five figures on. There {years === 1 ? 'is' : 'are'}{' '}
          {years}
          {since > 0 ? ` since ${labels[since]}, when what is counted changed` : ''}.
        </p>
      )}
    </div>
  );
}
