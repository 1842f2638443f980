import { paths } from '~/paths';
import type { planTrail } from './commands/use-plan.server';

type Trail = Awaited<ReturnType<typeof planTrail>>;

/** Where a plan came from, who took it over, and the way to take it over oneself. */
export function PlanTrail({
  trail: { from, takenBy },
  takeHref,
}: {
  trail: Trail;
  /** None: the reader has no other team to use it in. */
  takeHref: string | null;
}) {
  if (from === null && takenBy.length === 0 && takeHref === null) return null;
  return (
    <div className="trail stack-s">
      {from ? (
        <p>
          Started with the plan of <CycleLink cycle={from} />.
        </p>
      ) : null}
      {takenBy.length > 0 ? (
        <p>
          This plan was taken over by{' '}
          {takenBy.map((cycle, position) => (
            <span key={cycle.id}>
              {position === 0 ? '' : position === takenBy.length - 1 ? ' and ' : ', '}
              <CycleLink cycle={cycle} />
            </span>
          ))}
          .
        </p>
      ) : null}
      {takeHref ? (
        <p>
          <a className="btn line" href={takeHref}>
            Use this plan
          </a>
        </p>
      ) : null}
    </div>
  );
}

function CycleLink({ cycle }: { cycle: { id: string; number: number; teamId: string; team: string } }) {
  return (
    <a href={paths.cycle(cycle.teamId, cycle.id)}>
      {cycle.team}, Cycle {cycle.number}
    </a>
  );
}
