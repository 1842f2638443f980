import type { ReactNode } from 'react';
import { Wheel, type WheelStates } from './wheel';

const none: WheelStates = { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' };
const words = { plan: 'Plan', do: 'Do', study: 'Study', act: 'Act' } as const;

/** A phase by name, its arc filled: the hue never stands without the word. */
export function PhaseTag({ phase, children }: { phase: keyof WheelStates; children?: ReactNode }) {
  return (
    <span className={`phase is-${phase[0]}`}>
      <Wheel size={18} states={{ ...none, [phase]: 'done' }} decorative />
      {children ?? words[phase]}
    </span>
  );
}
