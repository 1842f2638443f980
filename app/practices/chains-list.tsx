import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';
import { breakWords, type ChainBreaks } from './chains';

/** Where the way from a practice to the gap is cut, for how many cycles, and what would mend it. */
export function ChainsList({ chains }: { chains: ChainBreaks }) {
  const { since, cycles, whole, breaks } = chains;
  if (cycles === 0) return <p className="lead">No cycle was begun since {dayWithYear(since)}.</p>;
  const isCut = breaks.some(({ cycles: count, some }) => count > some.length);
  return (
    <div className="stack">
      <p>
        <b>
          {whole} of {plural(cycles, 'cycle')}
        </b>{' '}
        begun since {dayWithYear(since)} can be followed all the way from a practice to the gap behind an
        indicator.
      </p>
      <ul className="chains">
        {breaks
          .filter((one) => one.cycles > 0)
          .map(({ link, cycles: count, some }) => (
            <li key={link}>
              <p>
                <b>{plural(count, 'cycle')}.</b> {breakWords[link].where}. {breakWords[link].fix}
              </p>
              <p className="hint">
                {some.map(({ id, number, teamId, team }, position) => (
                  <span key={id}>
                    {position > 0 ? ', ' : ''}
                    <a href={paths.cycle(teamId, id)}>
                      {team}, Cycle {number}
                    </a>
                  </span>
                ))}
                {count > some.length ? `, and ${count - some.length} more` : ''}
              </p>
            </li>
          ))}
      </ul>
      {isCut ? (
        <p className="hint">
          <a href={paths.leaders({ chains: 'all' })}>Name every cycle, also to print them</a>
        </p>
      ) : null}
    </div>
  );
}
