import { ScoreChart, ScoresNow } from '~/coaching/progress-parts';
import { scoreWords } from '~/coaching/score';
import { paths } from '~/paths';
import type { TeamProgress } from './read-team-progress.server';

/** A team's three scores on its page, over time, and what the next half point needs. */
export function ProgressBrief({ progress }: { progress: TeamProgress }) {
  const { team, suggestion, given, claimed, settled, today, may } = progress;
  return (
    <div className="stack">
      <ScoresNow suggested={suggestion.score} claimed={claimed} settled={settled} />
      <ScoreChart given={given} suggested={suggestion.score} today={today} />
      {suggestion.next ? (
        <p>
          For {scoreWords(suggestion.next.score)}: {suggestion.next.sentence}
        </p>
      ) : null}
      <p>
        <a href={paths.progress(team.id)}>The evidence, and every score with its reason</a>
        {may.settle ? (
          <>
            . <a href={paths.settleScore(team.id)}>Settle a score</a>
          </>
        ) : null}
        {may.claim ? (
          <>
            . <a href={paths.claimScore(team.id)}>Say where we stand</a>
          </>
        ) : null}
      </p>
    </div>
  );
}
