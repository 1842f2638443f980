import { tickStep, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';

export interface ValueScale {
  y: (value: number) => number;
  ticks: number[];
  decimals: number;
}

interface ValueFrame {
  top: number;
  bottom: number;
  /** px kept free above the highest and below the lowest value, for brackets. */
  padTop: number;
  padBottom: number;
  /** Decimals of the unit; ticks never show more. */
  decimals: number;
  pxPerTick: number;
}

const closestTicks = 22; // px

/** Decimals that tell one tick from the next. */
export function tickDecimals(lowest: number, highest: number, count: number, most: number): number {
  const step = tickStep(lowest, highest, count);
  return step > 0 ? Math.min(most, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : most;
}

/** Not forced to zero: a run chart compares points with their median, not heights with a floor. */
export function valueScale(values: number[], frame: ValueFrame): ValueScale {
  let [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) [lowest, highest] = [0, 1];
  if (lowest === highest) {
    const around = Math.max(Math.abs(lowest) * 0.05, 10 ** -frame.decimals * 2);
    [lowest, highest] = [lowest - around, highest + around];
  }
  const scale = scaleLinear([lowest, highest], [frame.bottom - frame.padBottom, frame.top + frame.padTop]);
  const y = (value: number) => Math.round(scale(value) * 10) / 10;
  const count = Math.max(2, Math.min(6, Math.round((frame.bottom - frame.top) / frame.pxPerTick)));
  const [from, to] = [scale.invert(frame.bottom - 1), scale.invert(frame.top)];
  const never = Math.min(...values) >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const ticksFor = (wanted: number) => {
    const decimals = tickDecimals(from, to, wanted, frame.decimals);
    // A count has no half: a tick that would be rounded away is no tick.
    const isShown = (tick: number) =>
      tick >= never && Math.abs(tick - Number(tick.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(tick));
    return { decimals, ticks: ticks(from, to, wanted).filter(isShown) };
  };
  let chosen = ticksFor(count);
  for (let more = count + 1; chosen.ticks.length < 3 && more <= count + 3; more++) {
    const finer = ticksFor(more);
    if (finer.ticks.length <= (frame.bottom - frame.top) / closestTicks) chosen = finer;
  }
  return { y, ...chosen };
}
