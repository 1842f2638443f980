// When a run chart might start a new phase. The program proposes; only a person decides, with a reason and a name.
import { sideOf } from './center';
import { type RunChartInput, readRunChart } from './run-chart';
import type { Signal } from './signals';

export interface RebaseProposal {
  /** index of the first point of the new phase */
  at: number;
  /** the sustained shift behind it */
  signal: Signal;
  reason: string;
  /** a new phase would draw a worsening as the new normal; the reason says so */
  hidesWorsening: boolean;
}

const SUSTAINED = 8; // issue 3, item 8: at least 8 points, and the rule's own limit

/**
 * A new phase where the latest phase ends in a shift of at least 8 points that its rule set also signals; null where it
 * does not, where the shift has ended, or where the whole phase lies on that side.
 */
export function proposeRebase(input: RunChartInput): RebaseProposal | null {
  const { phases, signals } = readRunChart(input);
  const latest = phases.length - 1;
  const phase = phases[latest];
  if (!phase) return null;
  const shifts = signals.filter((signal) => signal.rule === 'shift' && signal.phase === latest);
  const signal = shifts.find((shift) => {
    return shift.count >= SUSTAINED && isStillGoing(shift, input, phase.centre as number);
  });
  if (!signal) return null;
  const at = signal.points[0] as number;
  if (at <= phase.start) return null;
  const hidesWorsening = signal.verdict === 'worse';
  const shift = `The last ${signal.count} useful points all lie ${signal.side} the median.`;
  const asks: Record<Signal['verdict'], string> = {
    better: 'A new phase would judge later points against the better level.',
    worse:
      'This is a worsening: a new phase would draw it as the new normal and hide it. Start one only if its cause is known and here to stay.',
    neutral: 'A new phase would judge later points against the new level.',
  };
  return { at, signal, reason: `${shift} ${asks[signal.verdict]}`, hidesWorsening };
}

/** Whether no point after the shift's last lies on the other side of the median. */
function isStillGoing(shift: Signal, { values, excluded }: RunChartInput, centre: number): boolean {
  const side = shift.side === 'above' ? 1 : -1;
  const leftOut = new Set(excluded);
  const last = shift.points.at(-1) as number;
  return values.every((value, i) => {
    // What is no number has no side.
    return i <= last || leftOut.has(i) || sideOf(value ?? Number.NaN, centre) !== -side;
  });
}
