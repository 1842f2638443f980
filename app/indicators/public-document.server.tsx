import { formatValue } from '~/charts/figures';
import { GapChart } from '~/charts/gap-chart';
import { GroupLines } from '~/charts/group-lines';
import { VerdictLine } from '~/charts/mark';
import { dayWithYear } from '~/ui/dates';
import { wholeDocument } from '~/ui/whole-document.server';
import type { Area } from './board';
import { type BoardHead, BoardMarks, BoardRule, BoardTitle } from './board-parts';
import { isFigure } from './cells';
import { lacksBaseline } from './gap';
import { chartOf, drawnValue } from './gap-section';
import { periodLabel } from './periods';
import type { Published } from './public-pages.server';
import { publicScoreMarkup } from './score-markup.server';
import { cellWords, chanceSentence, gapHeadline, verdictOfStatus, verdictSentence } from './sentences';
import type { Series } from './series';

/* Pages for everybody who has the link: whole documents without a script, a form or a session. */

interface Around {
  community: { communityName: string; maskingThreshold: number };
  asOf: string;
  stylesheet: string;
}

function Foot({ community, asOf }: Omit<Around, 'stylesheet'>) {
  return (
    <footer className="foot">
      <div className="foot-in">
        <p>
          {community.communityName}. As of {dayWithYear(asOf)}.
        </p>
        <p>
          Groups under {community.maskingThreshold}, and those that would give them away, are hidden. * is a
          number that its publisher held back.
        </p>
      </div>
    </footer>
  );
}

/** The scoreboard for everybody. */
export function publicBoardDocument({
  head,
  areas,
  hrefOf,
  ...around
}: Around & {
  head: BoardHead;
  areas: readonly Area[];
  /** Where an indicator's page is, for those that are shown whole. */
  hrefOf: (indicatorId: string) => string | null;
}): string {
  const rows = publicScoreMarkup(areas, (row) => hrefOf(row.id));
  const { communityName } = around.community;
  return wholeDocument(
    `${communityName}: community indicators`,
    around.stylesheet,
    <>
      <main id="main" className="page p-inds p-public">
        <BoardTitle kick={`${communityName}, community indicators`} head={head} />
        <BoardMarks head={head} hrefOf={null} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup that React wrote */}
        <div dangerouslySetInnerHTML={{ __html: rows }} />
        <BoardRule on={dayWithYear(around.asOf)} />
      </main>
      <Foot {...around} />
    </>,
  );
}

/** One indicator for everybody: what it did, its gap, and every group of every year. */
export function publicIndicatorDocument({
  published,
  boardHref,
  ...around
}: Around & { published: Published; boardHref: string }): string {
  const { indicator, view, targetLabel } = published;
  const { overall, dimensions, chosen } = view;
  const { all, baseline, latest, labels, movement, sentence, unit } = overall;
  const facts = [
    baseline && latest && baseline.index < latest.index ? ([baseline.label, baseline.value] as const) : null,
    latest && ([latest.label, latest.value] as const),
    indicator.target === null
      ? null
      : ([targetLabel ? `Target for ${targetLabel}` : 'Target', indicator.target] as const),
  ].filter((fact) => fact !== null);
  return wholeDocument(
    `${indicator.name}: ${around.community.communityName}`,
    around.stylesheet,
    <>
      <main id="main" className="page p-ind p-public">
        <div className="title">
          <nav className="crumbs" aria-label="Breadcrumb">
            <a href={boardHref}>{around.community.communityName}, scoreboard</a>
          </nav>
          <h1>{indicator.name}</h1>
          <p className="meta">{[indicator.outcome, indicator.definition].filter(Boolean).join('. ')}</p>
        </div>
        <section className="facts" aria-label="Summary">
          <dl>
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd className="num">{formatValue(value, unit)}</dd>
              </div>
            ))}
          </dl>
          {latest ? <VerdictLine verdict={verdictOfStatus(movement.status)}>{sentence}</VerdictLine> : null}
        </section>
        {chosen?.gap ? <PublicGap published={published} /> : <PublicLine published={published} />}
        <GroupYears title="Everyone" labels={labels} rows={[all]} unit={unit} />
        {dimensions.map(({ id, name, rows }) => (
          <GroupYears key={id} title={`By ${name.toLowerCase()}`} labels={labels} rows={rows} unit={unit} />
        ))}
        {indicator.source ? (
          <p className="small soft">Where the numbers come from: {indicator.source}</p>
        ) : null}
      </main>
      <Foot {...around} />
    </>,
  );
}

const valuesOf = ({ cells }: Series) => cells.map((cell) => (isFigure(cell) ? cell.value : null));

function PublicGap({ published: { indicator, view } }: { published: Published }) {
  const { overall, chosen } = view;
  const gap = chosen?.gap;
  if (!chosen || !gap) return null;
  const { focus, reference, since, gaps } = gap;
  const verdict = verdictSentence(
    since,
    gaps,
    { focus: valuesOf(focus), reference: valuesOf(reference) },
    { focus: focus.name, reference: reference.name, direction: indicator.direction },
    overall.unit,
    lacksBaseline(gaps, overall.periods, indicator.baselinePeriod)
      ? periodLabel(indicator.baselinePeriod ?? '')
      : null,
  );
  const looked = { ...indicator, overall, dimension: chosen.dimension, gap };
  return (
    <section className="area" aria-labelledby="h-gap">
      <h2 id="h-gap">The widest gap</h2>
      <p className="lead">
        {verdict}{' '}
        {since
          ? `${gapHeadline(since, overall.labels, overall.unit)}. ${chanceSentence(since, overall.unit)}`
          : null}
      </p>
      {gaps.length > 0 && overall.labels.length > 1 ? (
        <figure>
          <GapChart data={chartOf(looked, verdict)} />
        </figure>
      ) : null}
    </section>
  );
}

function PublicLine({ published: { indicator, view } }: { published: Published }) {
  const { labels, unit, all } = view.overall;
  if (labels.length < 2 || !all.cells.some(isFigure)) return null;
  return (
    <figure>
      <GroupLines
        data={{
          title: all.name,
          sentence: `${labels[0]} to ${labels.at(-1)}.`,
          periods: labels,
          unit,
          target: indicator.target,
          series: [{ name: all.name, values: all.cells.map(drawnValue), role: 'focus' }],
        }}
      />
    </figure>
  );
}

function GroupYears({
  title,
  labels,
  rows,
  unit,
}: {
  title: string;
  labels: string[];
  rows: readonly Series[];
  unit: Published['view']['overall']['unit'];
}) {
  return (
    <section className="area">
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, also by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${title}, each year`}>
        <table className="tbl">
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
            {rows.map((row) => (
              <tr key={row.id ?? 'all'}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => (
                  <td key={labels[index]} className="r">
                    {cellWords(cell, unit)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The same for a page that never was and one that was taken back: which of them is nobody's business. */
export const noPublicPage = (stylesheet: string): string =>
  wholeDocument(
    'Nothing here',
    stylesheet,
    <main id="main" className="page">
      <h1>There is nothing here</h1>
      <p>The link may have a typing error, or the page is not shown any more. Ask whoever gave it to you.</p>
    </main>,
  );

export const tooManyPublicPage = (stylesheet: string): string =>
  wholeDocument(
    'Please wait a little',
    stylesheet,
    <main id="main" className="page">
      <h1>Please wait a little</h1>
      <p>Pages were asked for very often from where you are. Try again in a minute.</p>
    </main>,
  );
