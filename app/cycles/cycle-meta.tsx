import { paths } from '~/paths';
import { span } from '~/ui/dates';
import { sizeInWords } from './plan-section';
import type { CycleInFull } from './queries.server';

/** "Cycle 5. One site, 62 people. Nov 2 to Nov 24. Led by Dana Whitfield. Builds on Cycle 4." */
export function CycleMeta({ teamId, cycle }: { teamId: string; cycle: CycleInFull }) {
  const from = cycle.doStartedOn ?? cycle.startsOn;
  const until = cycle.doStartedOn === null ? cycle.endsOn : cycle.doEndedOn;
  const size = sizeInWords(cycle);
  return (
    <>
      Cycle {cycle.number}.{size ? ` ${size}.` : ''} {span(from, until).replace(/^s/, 'S')}.
      {cycle.leader ? ` Led by ${cycle.leader}.` : ''}
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
