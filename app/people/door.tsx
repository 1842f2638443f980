import type { ReactNode } from 'react';
import { paths } from '~/paths';
import { Logo } from '~/ui/brand';
import { Staircase } from './staircase';

/** A page for who is not signed in: one question, beside the staircase. */
export function Door({
  kick,
  title,
  lead,
  floor,
  children,
}: {
  kick?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** The line under the form. */
  floor?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main id="main" className="signin">
      <div className="si-form">
        <a className="brand" href={paths.signIn()}>
          <Logo height={30} />
          <span>Upcurve</span>
        </a>
        <div className="si-in">
          {kick ? <p className="kick">{kick}</p> : null}
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
          {children}
        </div>
        <div className="si-floor">
          <p className="hint">
            {floor ?? 'New here? Ask an admin of your community to add you. Upcurve keeps no student names.'}
          </p>
        </div>
      </div>
      <div className="si-art">
        <Staircase />
      </div>
    </main>
  );
}
