import { timeOf } from './figures';
import type { ChartCycle } from './run-chart-data';

export interface PlacedCycle {
  cycle: ChartCycle;
  /** Where Do begins. */
  at: number;
  /** False for what began before the first day in view. */
  begins: boolean;
  /** Where the disc stands: at `at`, unless a crowd pushed it right. */
  x: number;
  row: number;
  /** Right end of the bar to the decision; null where only discs fit. */
  until: number | null;
}

export interface Lane {
  cycles: PlacedCycle[];
  rows: number;
}

interface LaneFrame {
  x: (time: number) => number;
  days: { from: number; to: number };
  left: number;
  right: number;
  radius: number;
  /** Bars to the decision need width; under 480 px discs stand alone. */
  bars: boolean;
}

const maxRows = 3;
const apart = 1.5;

function stack(cycles: Omit<PlacedCycle, 'row'>[], frame: LaneFrame, bars: boolean): Lane | null {
  const rowEnds: number[] = [];
  const placed: PlacedCycle[] = [];
  for (const cycle of cycles) {
    const from = cycle.at - frame.radius - apart;
    let row = rowEnds.findIndex((end) => from > end);
    let x = cycle.at;
    if (row < 0 && rowEnds.length < maxRows) row = rowEnds.length;
    if (row < 0) {
      if (bars) return null;
      const soonest = Math.min(...rowEnds);
      row = rowEnds.indexOf(soonest);
      x = soonest + frame.radius + apart + 0.1;
      // What does not fit goes to the list under the chart.
      if (x > frame.right) continue;
    }
    const until = bars && cycle.until !== null ? cycle.until : null;
    rowEnds[row] = Math.max(x + frame.radius, until === null ? 0 : until + 8);
    placed.push({ ...cycle, x: Math.round(x * 10) / 10, row, until });
  }
  return { cycles: placed, rows: rowEnds.length };
}

/** Label rule 4: discs closer than their width drop to the next row. Bars give way before discs do. */
export function placeCycles(cycles: ChartCycle[], frame: LaneFrame): Lane {
  const inside = (time: number) => Math.max(frame.left, Math.min(frame.right, frame.x(time)));
  const ordered = [...cycles]
    .sort((a, b) => a.start.localeCompare(b.start) || a.number - b.number)
    .map((cycle) => {
      const at = inside(timeOf(cycle.start));
      const end = cycle.end === null ? frame.right : inside(timeOf(cycle.end));
      // Never on its own disc, also at the right edge.
      const until = Math.max(at + 19, Math.min(end, frame.right + 8));
      return { cycle, at, begins: timeOf(cycle.start) >= frame.days.from, x: at, until };
    });
  const withBars = frame.bars ? stack(ordered, frame, true) : null;
  return withBars ?? stack(ordered, frame, false) ?? { cycles: [], rows: 0 };
}
