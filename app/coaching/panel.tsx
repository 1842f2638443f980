import type { ReactNode } from 'react';
import { useFocusAt } from '~/ui/use-focus-at';

/**
 * What is done with one line of the list: it names the team, and is where reading goes on once the line before it is
 * dealt with. Its key is the line's: the next line is another panel.
 */
export function Panel({
  kick,
  name,
  isSticky = false,
  children,
}: {
  kick: ReactNode;
  /** "Attendance Action Team, Cycle 6" */
  name: string;
  isSticky?: boolean;
  children: ReactNode;
}) {
  useFocusAt('panel', 'panel-name');
  return (
    <article className={isSticky ? 'panel stick' : 'panel'} id="panel" aria-labelledby="panel-name">
      {kick ? <p className="kick">{kick}</p> : null}
      <h2 id="panel-name">{name}</h2>
      {children}
    </article>
  );
}
