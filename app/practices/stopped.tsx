import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import type { LeaderDecision } from './decide.server';
import type { Tier } from './tiers';
import type { GivenUp } from './told';

/** Why a practice is stopped: one of the two, never both. */
export type Stop =
  | { by: 'leader'; decision: LeaderDecision }
  | { by: 'teams'; givenUp: Pick<GivenUp, 'cycleId' | 'number' | 'teamId' | 'team' | 'reason'>[] };

/** Null: it is not stopped. A leader's stop holds for as long as it is the newest decision. */
export function whyStopped(
  tier: Tier | undefined,
  decisions: readonly LeaderDecision[],
  givenUp: readonly GivenUp[],
): Stop | null {
  const [newest] = decisions;
  if (tier !== 'Stopped') return null;
  if (newest?.decision === 'stop') return { by: 'leader', decision: newest };
  return { by: 'teams', givenUp: givenUp.filter(({ decision }) => decision === 'abandon') };
}

/** In one sentence, for the page that shows the working. */
export const stoppedSentence = (stop: Stop, timeZone: string, today: string) =>
  stop.by === 'leader'
    ? `Stopped by a leader: ${deciderWords(stop.decision, timeZone, today)}`
    : 'Stopped: every team that tried it gave it up.';

const deciderWords = ({ decidedBy, createdAt }: LeaderDecision, timeZone: string, today: string) =>
  `${decidedBy ?? 'somebody who left'} decided it on ${moment(createdAt, timeZone, today)}.`;

/** Before anything else of a stopped practice: who stopped it, and why. */
export function WhyStopped({
  stop,
  timeZone,
  today,
}: {
  stop: Stop | null;
  timeZone: string;
  today: string;
}) {
  if (stop === null) return null;
  if (stop.by === 'leader') {
    return (
      <div className="banner pd-gap">
        <div className="stack-s">
          <p className="lines">
            <b>Stopped by a leader.</b> {stop.decision.reason}
          </p>
          <p>Decision: {deciderWords(stop.decision, timeZone, today)}</p>
        </div>
      </div>
    );
  }
  return (
    <div className="banner pd-gap">
      <div className="stack-s">
        <p>
          <b>Stopped: every team that tried it gave it up.</b>
        </p>
        {stop.givenUp.map(({ cycleId, number, teamId, team, reason }) => (
          <p key={cycleId}>
            <a href={paths.cycle(teamId, cycleId)}>
              {team}, Cycle {number}
            </a>
            : {reason}
          </p>
        ))}
      </div>
    </div>
  );
}
