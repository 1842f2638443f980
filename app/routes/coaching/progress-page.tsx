import type { ReactNode } from 'react';
import { EvidenceList, ScoreChart, ScoresNow, ScoreTable } from '~/coaching/progress-parts';
import { scoreWords } from '~/coaching/score';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import type { TeamProgress } from './read-team-progress.server';

/** Where a team stands: three scores, the evidence, and all of it over time. */
export function ProgressPage({ progress, children }: { progress: TeamProgress; children?: ReactNode }) {
  const { team, suggestion, given, claimed, settled, today, timeZone, may } = progress;
  return (
    <Page
      title="Progress"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta="From 0.5 to 5.0. The program suggests a score from what is written, the team says where it stands, and the coach settles it."
    >
      <Row id="now" title="Now">
        <div className="stack">
          <ScoresNow suggested={suggestion.score} claimed={claimed} settled={settled} />
          {suggestion.next ? (
            <p>
              For {scoreWords(suggestion.next.score)}: {suggestion.next.sentence}
            </p>
          ) : (
            <p>All steps have their evidence.</p>
          )}
          {children ? null : (
            <div className="btns">
              {may.settle ? (
                <a className="btn" href={paths.settleScore(team.id)}>
                  Settle a score
                </a>
              ) : null}
              {may.claim ? (
                <a className="btn" href={paths.claimScore(team.id)}>
                  Say where we stand
                </a>
              ) : null}
            </div>
          )}
        </div>
      </Row>
      {children}
      <Row id="evidence" title="Evidence" note="What each step asks for" wide>
        <EvidenceList steps={suggestion.steps} next={suggestion.next?.score ?? null} />
      </Row>
      <Row id="time" title="Over time" wide>
        {given.length > 0 ? (
          <div className="stack">
            <ScoreChart given={given} suggested={suggestion.score} today={today} />
            <ScoreTable given={given} timeZone={timeZone} />
          </div>
        ) : (
          <p className="soft">No score is claimed or settled yet.</p>
        )}
      </Row>
    </Page>
  );
}
