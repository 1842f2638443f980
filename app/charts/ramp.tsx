import type { Decision } from '#db/vocabulary';
import { DecisionTag } from './decision-glyph';
import { Wheel, type WheelCentre, type WheelStates } from './wheel';

export interface RampStep {
  id: string;
  number: number;
  /** "Sep 8–11"; empty before Do. */
  dates: string;
  idea: string;
  href?: string;
  /** "1 classroom". */
  scale: string;
  /** Height on the staircase, 0 at the foot: scale in order of size. */
  level: number;
  states: WheelStates;
  decision: Decision | null;
  /** What is next, where nothing is decided: "Study due Thu, Dec 3". */
  next?: string;
  /** One line: "31 of 38 families answered the same day." */
  result: string | null;
  current?: boolean;
}

const letters = { plan: 'P', do: 'D', study: 'S', act: 'A' } as const;

function centreOf({ decision, states }: RampStep): WheelCentre | null {
  if (decision) return decision;
  for (const phase of ['plan', 'do', 'study', 'act'] as const) {
    if (states[phase] === 'now' || states[phase] === 'late') return letters[phase];
  }
  return null;
}

function isNotStarted({ states }: RampStep): boolean {
  return Object.values(states).every((state) => state === 'todo');
}

/** The cycles of one ramp, oldest first: an ordered list, whatever shape it is drawn in. */
export function Ramp({ steps }: { steps: RampStep[] }) {
  return (
    <ol className="ramp-list">
      {steps.map((step) => (
        <li key={step.id} className={stepClass(step)}>
          <Wheel
            states={step.states}
            size={58}
            centre={centreOf(step)}
            label={step.decision ? `All four phases done. Decision: ${step.decision}` : undefined}
          />
          <div>
            <p className="n">
              <span>Cycle {step.number}</span>
              {step.dates && <span>{step.dates}</span>}
            </p>
            <p className="idea">{step.href ? <a href={step.href}>{step.idea}</a> : step.idea}</p>
            <p className="sc">{step.scale}</p>
          </div>
          <div className="out">
            {step.decision ? (
              <p>
                <DecisionTag decision={step.decision} />
              </p>
            ) : (
              step.next && <p>{step.next}</p>
            )}
            {step.result && <p className="res">{step.result}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function stepClass(step: RampStep): string | undefined {
  if (step.decision === 'abandon') return 'is-abandon';
  if (isNotStarted(step)) return 'next';
  return step.current ? 'now' : undefined;
}
