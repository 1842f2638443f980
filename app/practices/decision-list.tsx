import { type PracticeDecision, practiceDecisionWords } from '#db/vocabulary';
import { dayWithYear, moment } from '~/ui/dates';
import type { LeaderDecision } from './decide.server';

/** What leaders decided, newest first, each with its reason, who and when, and what the rules said that day. */
export function DecisionList({
  decisions,
  today,
  timeZone,
}: {
  decisions: readonly LeaderDecision[];
  today: string;
  timeZone: string;
}) {
  return (
    <ol className="stack plain">
      {decisions.map((one, position) => (
        <li key={one.id}>
          <DecisionWords decision={one} today={today} timeZone={timeZone} isNewest={position === 0} />
        </li>
      ))}
    </ol>
  );
}

export const shortDecisionWords: Record<PracticeDecision, string> = {
  spread: 'Spread',
  study: 'Study further',
  stop: 'Stop',
};

export function DecisionWords({
  decision,
  today,
  timeZone,
  isNewest,
}: {
  decision: LeaderDecision;
  today: string;
  timeZone: string;
  isNewest: boolean;
}) {
  const { rulesSaid, reviewOn } = decision;
  return (
    <>
      <p className="lines">
        <b>{practiceDecisionWords[decision.decision]}.</b> {decision.reason}
      </p>
      <p className="hint">
        Decided by {decision.decidedBy ?? 'somebody who left'}, {moment(decision.createdAt, timeZone, today)}.{' '}
        {isNewest ? reviewWords(reviewOn, today) : ''}
      </p>
      {rulesSaid ? <p className="hint">The rules said that day: {rulesSaid.sentence}</p> : null}
    </>
  );
}

function reviewWords(reviewOn: string, today: string): string {
  return reviewOn < today
    ? `It was to be looked at again on ${dayWithYear(reviewOn)}: that day is over.`
    : `Next look: ${dayWithYear(reviewOn)}.`;
}
