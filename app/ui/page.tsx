import type { ReactNode } from 'react';

export interface Crumb {
  href: string;
  label: string;
}

/** A page: crumbs, its one h1, a line under it, then rows on the hanging grid. */
export function Page({
  title,
  crumbs = [],
  meta,
  actions,
  className,
  children,
}: {
  title: ReactNode;
  crumbs?: Crumb[];
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <main id="main" className={className ? `page ${className}` : 'page'}>
      <div className="title">
        {crumbs.length > 0 ? (
          <nav className="crumbs" aria-label="Breadcrumb">
            {crumbs.map((crumb) => (
              <a key={crumb.href} href={crumb.href}>
                {crumb.label}
              </a>
            ))}
          </nav>
        ) : null}
        <h1>{title}</h1>
        {meta ? <p className="meta">{meta}</p> : null}
        {actions ? <div className="btns">{actions}</div> : null}
      </div>
      {children}
    </main>
  );
}

/**
 * One section on the hanging grid: its title hangs in the label column, its body starts at the common edge.
 * `side` qualifies the body; `wide` lets the body run over the side column. The heading's id is `id` with "-row":
 * fields name their form by its id, and a heading of the same name would take them from it.
 */
export function Row({
  id,
  title,
  note,
  side,
  wide = false,
  children,
}: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  side?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="row" aria-labelledby={`${id}-row`}>
      <div className="hang">
        <h2 id={`${id}-row`}>{title}</h2>
        {note ? <p>{note}</p> : null}
      </div>
      <div className={wide ? 'wide' : 'main'}>{children}</div>
      {side ? <div className="side">{side}</div> : null}
    </section>
  );
}
