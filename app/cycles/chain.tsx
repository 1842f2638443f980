import type { ReactNode } from 'react';
import { type Verdict, VerdictLine, verdictWords } from '~/charts/mark';
import { paths } from '~/paths';
import { plural } from '~/ui/words';

/** One indicator that a measure feeds, and what that link says. */
export interface ChainFeed {
  indicatorId: string;
  name: string;
  /** What the link says: "Too early to tell". */
  link: string;
  /** "86% in 2015–16"; empty where nothing is known. */
  latest: string;
  /** "26 points between English learners and all students"; null where there is none. */
  gap: string | null;
}

export interface ChainMeasure {
  id: string;
  name: string;
  /** The sentence of its run chart. */
  signal: string;
  verdict: Verdict;
  feeds: ChainFeed[];
}

export interface ChainProps {
  teamId: string;
  cycle: { number: number; idea: string; ideaId: string; words: string };
  practice: { id: string; name: string } | null;
  measures: ChainMeasure[];
}

/**
 * Practice → cycle → measure → indicator → gap, each a step up, with what each link says. Measures that feed an
 * indicator go on up; the others of the cycle are only counted here.
 */
export function Chain({ teamId, cycle, practice, measures: all }: ChainProps) {
  const feeding = all.filter((measure) => measure.feeds.length > 0);
  const measures = feeding.length > 0 ? feeding : all.slice(0, 1);
  const others = all.length - measures.length;
  const feeds = measures.flatMap((measure) => measure.feeds.map((feed) => ({ measure, feed })));
  const gaps = onlyOnce(feeds.filter(({ feed }) => feed.gap !== null));
  return (
    <ol className="thread">
      <Step kind="The practice" isMissing={practice === null}>
        {practice ? (
          <h3>
            <a href={paths.practice(practice.id)}>{practice.name}</a>
          </h3>
        ) : (
          <p className="small soft">
            None yet. <a href={paths.idea(teamId, cycle.ideaId)}>Say which practice this idea comes from</a>
          </p>
        )}
      </Step>
      <Step kind="This cycle">
        <h3>
          Cycle {cycle.number}: <a href={paths.idea(teamId, cycle.ideaId)}>{cycle.idea}</a>
        </h3>
        <p className="small soft">{cycle.words}</p>
      </Step>
      <Step
        kind={measures.length > 1 ? 'The team’s measures' : 'The team’s measure'}
        isMissing={!measures[0]}
      >
        {measures.map((measure) => (
          <div key={measure.id}>
            <h3>
              <a href={paths.measure(teamId, measure.id)}>{measure.name}</a>
            </h3>
            <VerdictLine verdict={measure.verdict} small>
              {measures.length > 1 ? verdictWords[measure.verdict] : measure.signal}
            </VerdictLine>
          </div>
        ))}
        {others > 0 ? <p className="small soft">{plural(others, 'more measure')} in the Study.</p> : null}
        {measures.length === 0 ? (
          <p className="small soft">None yet. A number predicted in the Plan names the measure.</p>
        ) : null}
      </Step>
      <Step kind={feeds.length > 1 ? 'The indicators' : 'The indicator'} isMissing={feeds.length === 0}>
        {feeds.map(({ measure, feed }) => (
          <div key={`${measure.id} ${feed.indicatorId}`}>
            <h3>
              <a href={paths.indicator(feed.indicatorId)}>{feed.name}</a>
            </h3>
            {feed.latest ? <p className="small">{feed.latest}</p> : null}
            <p className="small soft">
              {measures.length > 1 ? `Fed by ${measure.name}. ` : ''}
              {feed.link}
            </p>
          </div>
        ))}
        {feeds.length === 0 ? (
          <p className="small soft">
            {measures[0] ? (
              <>
                None yet.{' '}
                <a href={paths.measure(teamId, measures[0].id)}>Say which indicator the measure feeds</a>
              </>
            ) : (
              'The indicator that the measure feeds.'
            )}
          </p>
        ) : null}
      </Step>
      <Step kind="The gap" isMissing={gaps.length === 0}>
        {gaps.map(({ feed }) => (
          <div key={feed.indicatorId}>
            {gaps.length > 1 ? <p className="small soft">{feed.name}</p> : null}
            <h3>{feed.gap}</h3>
          </div>
        ))}
        {gaps.length === 0 ? (
          <p className="small soft">The gap between groups behind the indicator.</p>
        ) : null}
      </Step>
    </ol>
  );
}

/** Two measures may feed one indicator: its gap is said once. */
function onlyOnce<Row extends { feed: ChainFeed }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.feed.indicatorId, row])).values()];
}

function Step({ kind, isMissing, children }: { kind: string; isMissing?: boolean; children: ReactNode }) {
  return (
    <li className={isMissing ? 'off' : undefined}>
      <div className="stack-s">
        <p className="kind">{kind}</p>
        {children}
      </div>
    </li>
  );
}
