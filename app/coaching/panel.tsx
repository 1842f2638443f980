import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

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
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The page scrolls there by itself; without this, the focus would be left on a button that is gone.
    if (hash === '#panel') heading.current?.focus({ preventScroll: true });
  }, [hash]);
  return (
    <article className={isSticky ? 'panel stick' : 'panel'} id="panel" aria-labelledby="panel-name">
      {kick ? <p className="kick">{kick}</p> : null}
      <h2 id="panel-name" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {children}
    </article>
  );
}
