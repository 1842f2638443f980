import { WheelBig, type WheelStates } from '~/charts/wheel';
import { Icon } from '~/ui/icons';
import { focusHere } from './saved-field';
import { type WheelPhase, wheelPhases, wheelPhaseWords } from './stages';
import type { Told } from './use-desk';

export interface BarButton {
  href: string;
  label: string;
}

/** The four phases of the page, and the one thing to do next. Stays in sight. */
export function WorkBar({
  states,
  button,
  told,
  signIn,
}: {
  states: WheelStates;
  button: BarButton | null;
  told: Told;
  signIn: string;
}) {
  return (
    <div className="workbar">
      <nav className="segs" aria-label="Phases of this cycle">
        {wheelPhases.map((phase) => {
          const state = states[phase];
          const isHere = state === 'now' || state === 'late';
          return (
            <a
              key={phase}
              className={`is-${phase[0]} ${isHere ? 'now' : state === 'done' ? 'done' : 'later'}`}
              href={`#${phase}`}
              aria-current={isHere ? 'step' : undefined}
            >
              {state === 'done' ? <Icon name="check" size={15} /> : null}
              {wheelPhaseWords[phase]}
            </a>
          );
        })}
      </nav>
      <span className="saved" role="status">
        {told.isSaved ? <Icon name="check" size={17} /> : null}
        <span>{told.words}</span>
        {told.isSignedOut ? <a href={signIn}>Sign in</a> : null}
      </span>
      {button ? (
        <span className="wb-btns">
          <a
            className="btn"
            href={button.href}
            onClick={() => {
              // After the page has gone there.
              if (button.href === '#here') setTimeout(focusHere);
            }}
          >
            {button.label}
          </a>
        </span>
      ) : null}
    </div>
  );
}

/** The wheel of the cycle and how each phase stands. */
export function Rail({
  number,
  states,
  words,
}: {
  number: number;
  states: WheelStates;
  words: Record<WheelPhase, string>;
}) {
  const here = wheelPhases.find((phase) => states[phase] === 'now' || states[phase] === 'late');
  return (
    <aside className="rail" aria-label="Cycle progress">
      <WheelBig states={states} top={`Cycle ${number}`} mid={here ? wheelPhaseWords[here] : 'Done'} />
      <dl>
        {wheelPhases.map((phase) => (
          <div key={phase} className={phase === here ? 'cur' : undefined}>
            <dt>
              <span className={phase === here ? `phase is-${phase[0]}` : undefined}>
                {wheelPhaseWords[phase]}
              </span>
            </dt>
            <dd>{states[phase] === 'late' ? <span className="late">{words[phase]}</span> : words[phase]}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
