import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { breakWords, type ChainBreaks } from './chains';

/** Where the way from a practice to the gap is cut, for how many cycles, and what would mend it. */
export function ChainsList({ chains }: { chains: ChainBreaks }) {
  const { cycles, whole, breaks } = chains;
  if (cycles === 0) return <p className="lead">No cycle was begun in the last year.</p>;
  return (
    <div className="stack">
      <p>
        <b>
          {whole} of {plural(cycles, 'cycle')}
        </b>{' '}
        of the last year can be followed all the way from a practice to the gap behind an indicator.
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
    </div>
  );
}
