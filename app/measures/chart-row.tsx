import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ChartTable } from '~/charts/chart-table';
import { VerdictLine } from '~/charts/mark';
import { AssuranceIcon, assuranceText, VariationIcon, variationText } from '~/charts/nhs-icons';
import { RunChart } from '~/charts/run-chart';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { chartQuery, withQuery } from './chart-query';
import type { ChartSection } from './chart-section';
import { ChartList, ChartTabs } from './chart-tabs';
import { FirstChart } from './first-chart';
import type { Measure } from './measure';
import { RulesSaid } from './measure-parts';

/** The chart, what it says, how it was made, and what would change it. */
export function ChartRow({
  teamId,
  measure,
  section,
  drawing,
  table,
  count,
  mayWrite,
  first,
  over,
  under,
  choices,
  aside,
}: {
  teamId: string;
  measure: Measure;
  section: ChartSection;
  drawing: string;
  /** The numbers as a table; null where there are too many for this page. */
  table: string | null;
  count: number;
  mayWrite: boolean;
  /** Before the drawing is chosen. */
  first?: ReactNode;
  /** Right over the drawing, and right under it. */
  over?: ReactNode;
  under?: ReactNode;
  /** Other ways to look at the same numbers. */
  choices?: ReactNode;
  /** What else belongs beside the chart. */
  aside?: ReactNode;
}) {
  const { words } = section;
  const query = chartQuery(useLocation().search);
  return (
    <Row
      id="chart"
      title="The chart"
      note={count === 0 ? 'It needs time before it can tell you much' : section.median}
      side={<Side section={section}>{aside}</Side>}
    >
      {count === 0 ? (
        <FirstChart />
      ) : (
        <>
          <VerdictLine verdict={words.verdict}>{words.word}</VerdictLine>
          <p className={`bigsig t-${words.verdict === 'early' ? 'none' : words.verdict}`}>{words.text}</p>
          {words.others.map((other) => (
            <p key={other}>{other}</p>
          ))}
        </>
      )}
      <p className="lead">{section.lead}</p>
      {first}
      {count === 0 ? null : (
        <>
          <ChartTabs kind={section.kind} offer={section.offer} />
          {section.notDrawn ? <p className="hint">{section.notDrawn}</p> : null}
          {over}
          <figure>
            <RunChart drawing={drawing} />
          </figure>
          {under}
          <Icons section={section} />
          <p className="hint method">
            {section.method} <a href={paths.howWeReadCharts(section.ruleSet)}>How we read charts</a>.
          </p>
          {section.offer.isRare ? <p className="hint">{section.offer.reason}</p> : null}
          {table === null ? (
            <p className="more">
              <a href={withQuery(paths.chartTable(teamId, measure.id), query)}>
                Show these numbers as a table
              </a>{' '}
              <span className="hint">Choose fewer days below to go from point to point in the chart.</span>
            </p>
          ) : (
            <ChartTable table={table} />
          )}
          {choices}
          <ChartList
            kind={section.kind}
            own={section.ownKind}
            offer={section.offer}
            chooseAction={mayWrite ? paths.chooseChart(teamId, measure.id) : null}
          />
        </>
      )}
    </Row>
  );
}

function Side({ section, children }: { section: ChartSection; children: ReactNode }) {
  return (
    <div className="stack-l">
      <div>
        <h2 className="sideh">What the rules say</h2>
        <RulesSaid rules={section.rules} ruleSet={section.ruleSet} useful={section.useful} />
      </div>
      {section.wouldChange.length > 0 ? (
        <div className="stack-s">
          <h2 className="sideh">What would change this</h2>
          {section.wouldChange.map((sentence) => (
            <p key={sentence} className="small soft">
              {sentence}
            </p>
          ))}
        </div>
      ) : null}
      <div>
        <h2 className="sideh">What the chart cannot say</h2>
        <p className="small soft">
          A signal tells you that something changed, not why. Ask what else changed at that time, and look at
          places that did not try this, before you credit a cycle.
        </p>
      </div>
      {children}
    </div>
  );
}

/** The two icons of Making Data Count, each with its words. */
function Icons({ section: { icons, better, goalWord } }: { section: ChartSection }) {
  if (!icons) return null;
  const { variationIcon, letter, assuranceIcon } = icons;
  return (
    <ul className="icons" aria-label="Making Data Count">
      <li>
        <VariationIcon icon={variationIcon} letter={letter} />
        <span>{variationText(variationIcon, letter)}</span>
      </li>
      {assuranceIcon ? (
        <li>
          <AssuranceIcon icon={assuranceIcon} better={better} />
          <span>{assuranceText(assuranceIcon, goalWord)}</span>
        </li>
      ) : null}
    </ul>
  );
}
