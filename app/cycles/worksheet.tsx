import type { ReactNode } from 'react';
import { Wheel, type WheelStates } from '~/charts/wheel';
import { Beside } from '~/ui/beside-field';
import { type WheelPhase, wheelPhaseWords } from './stages';

const none: WheelStates = { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' };

/** One of the four phases: its arc, its name, how it stands, then its questions. */
export function PhaseSection({
  phase,
  states,
  words,
  margin,
  hasMargin = true,
  children,
}: {
  phase: WheelPhase;
  states: WheelStates;
  words: string;
  /** Comments: beside the words on a wide screen, under them on a narrow one. */
  margin?: ReactNode;
  /** False while the phase is a form: its rows take the whole width. */
  hasMargin?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={`phs is-${phase[0]}${hasMargin ? ' has-margin' : ''}`}
      id={phase}
      aria-labelledby={`${phase}-name`}
    >
      <header className="ph-head">
        <h2 id={`${phase}-name`}>
          <Wheel size={36} states={{ ...none, [phase]: states[phase] }} decorative />
          {wheelPhaseWords[phase]}
        </h2>
        <p>{states[phase] === 'late' ? <span className="late">{words}</span> : words}</p>
      </header>
      <div className="phs-main">{children}</div>
      {margin}
    </section>
  );
}

/** A question of the worksheet with its answer as reading text, and the way to change it. */
export function Question({
  label,
  field,
  edit,
  hint,
  children,
}: {
  label: string;
  /** The field's name on its form: what is said of it stands below. */
  field?: string;
  /** Address of the form, at its field; none for who may not write. */
  edit?: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="q">
      <div className="q-main">
        <div className="q-lab">
          <h3 className="lab">{label}</h3>
          {edit ? (
            <a className="edit" href={edit}>
              Edit<span className="vh">: {label}</span>
            </a>
          ) : null}
        </div>
        {hint ? <p className="hint">{hint}</p> : null}
        {children}
        <Beside name={field} />
      </div>
    </div>
  );
}

/** What people wrote, a paragraph a line. */
export function Answer({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, position) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are only read.
      <p key={position} className="ans">
        {line}
      </p>
    ));
}

/** Nothing is written here yet: one way to begin. */
export function Begin({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href ? (
    <p className="btns">
      <a className="btn line" href={href}>
        {children}
      </a>
    </p>
  ) : null;
}
