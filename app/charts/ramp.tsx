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
  /** "One site". */
  scale: string;
  /** "62 people, 1 site"; empty where nobody counted. */
  counts: string;
  /** Height on the staircase, 0 at the foot: scale in order of size. */
  level: number;
  states: WheelStates;
  decision: Decision | null;
  /** What is next, where nothing is decided: "Study due Thu, Dec 3". */
  next?: string;
  /** One line: "31 of 38 families answered the same day." */
  result: string | null;
  current?: boolean;
  isLate?: boolean;
  /** What the decision before asks for, and nobody has planned yet. */
  isAsked?: boolean;
  /** The words under an abandoned test that leads no further. */
  ended?: string;
}

/** A row of steps: the trunk, or a branch of it. */
export interface RampBand {
  key: string;
  /** "Branch from Cycle 2"; empty for the trunk. */
  head: string;
  /** The step it leaves; null for the trunk. */
  fromId: string | null;
  steps: RampStep[];
  /** The names of the sizes, smallest first. */
  levels: readonly string[];
}

/** One ramp with its branches. */
export interface RampPicture {
  title: string;
  /** What a person could say of it in a meeting. */
  sentence: string;
  /** The trunk first. */
  bands: RampBand[];
}

const letters = { plan: 'P', do: 'D', study: 'S', act: 'A' } as const;

export function centreOf({ decision, states }: RampStep): WheelCentre | null {
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
              <span>{step.isAsked ? 'Next' : `Cycle ${step.number}`}</span>
              {step.dates && <span>{step.dates}</span>}
            </p>
            <p className="idea">{step.href ? <a href={step.href}>{step.idea}</a> : step.idea}</p>
            <p className="sc">{[step.scale, step.counts].filter(Boolean).join(', ')}</p>
          </div>
          <div className="out">
            {step.decision ? (
              <p>
                <DecisionTag decision={step.decision} />
              </p>
            ) : (
              step.next && <p>{step.next}</p>
            )}
            {step.ended && <p className="sc">{step.ended}</p>}
            {step.result && <p className="res">{step.result}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function stepClass(step: RampStep): string | undefined {
  if (step.decision === 'abandon') return 'is-abandon';
  if (step.isAsked || isNotStarted(step)) return 'next';
  return step.current ? 'now' : undefined;
}
