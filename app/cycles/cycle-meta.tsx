import { paths } from '~/paths';
import { shortDay, span } from '~/ui/dates';
import { sizeInWords } from './plan-section';
import type { CycleInFull } from './queries.server';

/** "Cycle 5. One site, 62 people. Nov 2 to Nov 24. Led by Dana Whitfield. Builds on Cycle 4." */
export function CycleMeta({
  teamId,
  cycle,
  mayWrite,
}: {
  teamId: string;
  cycle: CycleInFull;
  mayWrite: boolean;
}) {
  const size = sizeInWords(cycle);
  return (
    <>
      Cycle {cycle.number}.{size ? ` ${size}.` : ''} {whenInWords(cycle)}.
      {cycle.leader && !cycle.leaderHasLeft ? ` Led by ${cycle.leader}.` : ''}
      {cycle.leader && cycle.leaderHasLeft ? (
        <>
          {' '}
          {cycle.leader}, who led it, has left the team.{' '}
          {mayWrite ? (
            <a href={`${paths.planCycle(teamId, cycle.id)}#plan-sheet-ledBy`}>Choose who leads it now.</a>
          ) : null}
        </>
      ) : null}
      {cycle.previousId && cycle.previousNumber !== null ? (
        <>
          {' '}
          Builds on <a href={paths.cycle(teamId, cycle.previousId)}>Cycle {cycle.previousNumber}</a>.
        </>
      ) : null}{' '}
      <a href={paths.idea(teamId, cycle.ideaId)}>About this change idea</a>
    </>
  );
}

function whenInWords({ startsOn, endsOn, doStartedOn, doEndedOn }: CycleInFull): string {
  if (doStartedOn === null) return endsOn === null ? `From ${shortDay(startsOn)}` : span(startsOn, endsOn);
  return doEndedOn === null ? `Since ${shortDay(doStartedOn)}` : span(doStartedOn, doEndedOn);
}
