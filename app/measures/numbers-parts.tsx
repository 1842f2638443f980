import { useLocation } from '@remix-run/react';
import { paths } from '~/paths';
import { type Grid, groupWords } from './grid';
import { hasTwoNumbers } from './measure';
import { countedIn } from './taps';

/** An address of the same page that asks the grid for something else, and keeps what else was asked. */
export function useGridAddress(): (asked: Record<string, string>) => string {
  const { search } = useLocation();
  return (asked) => {
    const params = new URLSearchParams(search);
    for (const [name, value] of Object.entries(asked)) params.set(name, value);
    return `?${params}#numbers-row`;
  };
}

/** Which groups and which fields the grid shows, by address. */
export function GridChoices({ grid }: { grid: Grid }) {
  const { allGroups, groups, measure, asValue } = grid;
  const at = useGridAddress();
  const shown = groups.length > 1 ? '*' : groups[0];
  const choices = allGroups.length > 1 ? ['*', ...allGroups] : [];
  return (
    <>
      {choices.length > 0 ? (
        <nav className="seg" aria-label="Groups">
          {choices.map((group) => (
            <a key={group} href={at({ columns: group })} aria-current={group === shown ? 'true' : undefined}>
              {group === '*' ? 'All groups' : groupWords(group)}
            </a>
          ))}
        </nav>
      ) : null}
      {hasTwoNumbers(measure.kind) && asValue ? (
        <p className="hint">
          <a href={at({ as: 'counts' })}>Enter the two numbers instead</a>. They say more.
        </p>
      ) : null}
    </>
  );
}

/** Beside the grid: how to paste, and other ways to enter. */
export function GridHelp({ grid }: { grid: Grid }) {
  const { teamId, measure, asValue } = grid;
  const two = hasTwoNumbers(measure.kind);
  const at = useGridAddress();
  return (
    <div>
      <h2 className="sideh">Pasting</h2>
      <div className="stack-s small soft">
        <p>
          Copy the cells, click where they begin, and press Ctrl V, or Command V on a Mac. You see what
          changes before it is saved.
        </p>
        <p>Do not paste names or student numbers. A column that looks like one is left out.</p>
        <p>
          <a href={paths.pastePoints(teamId, measure.id)}>Paste dates and numbers</a>, or{' '}
          <a href={paths.bringSeries(teamId, measure.id)}>bring a file</a>
        </p>
        {countedIn(measure) ? (
          <p>
            <a href={paths.tally(teamId, measure.id)}>Count one by one</a>, during a session
          </p>
        ) : null}
        {two && !asValue ? (
          <p>
            <a href={at({ as: 'value' })}>Enter only the {measure.kind === 'rate' ? 'rate' : 'percent'}</a>
          </p>
        ) : null}
      </div>
    </div>
  );
}
