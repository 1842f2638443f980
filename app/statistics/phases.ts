// Where phases begin and end, and which points their baseline holds (statistics.md § 1.2–1.4).

export interface Phase {
  start: number;
  /** inclusive */
  end: number;
  /** inclusive index of the last point the centre and limits come from */
  baselineEnd: number;
}

export interface PhaseInput {
  /** A break at b starts a new phase at b; breaks outside 1 … count − 1 and repeats are ignored. */
  breaks?: readonly number[] | undefined;
  /** The first k points are the baseline. Phases win over it. */
  frozen?: number | undefined;
}

/** The phases of `count` points in order; none when there are no points. */
export function phasesOf(count: number, input: PhaseInput): Phase[] {
  if (count === 0) return [];
  const inside = (input.breaks ?? []).filter((at) => Number.isInteger(at) && at > 0 && at < count);
  if (inside.length === 0) {
    const frozen = input.frozen ?? 0;
    const base = frozen >= 1 ? Math.min(count, Math.floor(frozen)) : count;
    return [{ start: 0, end: count - 1, baselineEnd: base - 1 }];
  }
  const starts = [0, ...new Set(inside.sort((a, b) => a - b))];
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? count) - 1;
    return { start, end, baselineEnd: end };
  });
}

/** A mark of 1 at each excluded index that exists. */
export function excludedMarks(count: number, excluded: readonly number[] | undefined): Uint8Array {
  const marks = new Uint8Array(count);
  for (const index of excluded ?? []) marks[index] = 1; // an index that does not exist marks nothing
  return marks;
}
