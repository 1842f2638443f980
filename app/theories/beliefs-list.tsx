import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import type { BeliefRow } from './belief';

export interface ToldBelief extends Pick<BeliefRow, 'id' | 'isBelieved' | 'reason' | 'who'> {
  name: string;
  href: string;
  /** YYYY-MM-DD */
  on: string;
  cycles: { id: string; number: number }[];
}

/** What the team stopped believing and believed again: when, why, and because of which cycles. Newest first. */
export function BeliefsList({ teamId, beliefs }: { teamId: string; beliefs: ToldBelief[] }) {
  return (
    <ol className="history beliefs">
      {beliefs.map((belief) => (
        <li key={belief.id}>
          <time dateTime={belief.on}>{dayWithYear(belief.on)}</time>
          <div>
            <p>
              <b>{belief.isBelieved ? 'Believed again' : 'Stopped believing'}</b>:{' '}
              <a href={belief.href}>{belief.isBelieved ? belief.name : <s>{belief.name}</s>}</a>
            </p>
            <p className="lines">{belief.reason}</p>
            <p className="soft">
              {belief.cycles.length > 0 ? 'Because of ' : 'No cycle was named. '}
              {belief.cycles.map((cycle, at) => (
                <span key={cycle.id}>
                  {at === 0 ? '' : at === belief.cycles.length - 1 ? ' and ' : ', '}
                  <a href={paths.cycle(teamId, cycle.id)}>Cycle {cycle.number}</a>
                </span>
              ))}
              {belief.cycles.length > 0 ? '. ' : ''}
              {belief.who ? `Written by ${belief.who}.` : ''}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
