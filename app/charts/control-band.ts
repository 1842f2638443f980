import type { PhaseSpan } from './median-line';
import type { ChartLimits } from './run-chart-data';

/* The usual range of a control chart: one band, its limits, constant or stepped from point to point. */

const round = (n: number) => Math.round(n * 10) / 10;

/** A stretch of the plot with the same limits, in px; null where a side has none. */
interface Stretch {
  from: number;
  to: number;
  upper: number | null;
  lower: number | null;
}

export interface BandFrame {
  y: (value: number) => number;
  /** Where the band ends on a side that has no limit. */
  top: number;
  bottom: number;
}

export interface ControlBand {
  band: string;
  limits: string;
}

/**
 * Each point holds its limits half way to its neighbours. A side without a limit leaves the band open to the end of the
 * plot and has no line; a stretch without any limit is a break in the band.
 */
export function controlBand(
  limits: ChartLimits,
  spans: PhaseSpan[],
  columns: (number | null)[],
  { y, top, bottom }: BandFrame,
): ControlBand {
  const height = (value: number | null | undefined) => (value == null ? null : y(value));
  let [band, lines] = ['', ''];
  for (const span of spans) {
    const stretches = stretchesOf(span, columns, (i) => ({
      upper: height(limits.upper[i]),
      lower: height(limits.lower[i]),
    }));
    for (const part of unbroken(stretches, (each) => each.upper !== null || each.lower !== null)) {
      const over = steps(part, (each) => within(each.upper ?? top, top, bottom));
      const under = steps([...part].reverse(), (each) => within(each.lower ?? bottom, top, bottom), true);
      band += `M${over}L${under}Z`;
    }
    for (const side of ['upper', 'lower'] as const) {
      const isDrawn = ({ [side]: at }: Stretch) => at !== null && at >= top && at <= bottom;
      for (const part of unbroken(stretches, isDrawn))
        lines += `M${steps(part, (each) => each[side] as number)}`;
    }
  }
  return { band, limits: lines };
}

const within = (at: number, top: number, bottom: number) => Math.max(top, Math.min(bottom, at));

function stretchesOf(
  { phase, from, to }: PhaseSpan,
  columns: (number | null)[],
  at: (index: number) => Pick<Stretch, 'upper' | 'lower'>,
): Stretch[] {
  const found: Stretch[] = [];
  let before: number | null = null;
  for (let i = phase.start; i <= phase.end; i++) {
    const x = columns[i];
    if (x == null) continue;
    const start = before === null ? from : Math.max(from, round((before + x) / 2));
    const last = found.at(-1);
    if (last) last.to = Math.min(to, start);
    before = x;
    const { upper, lower } = at(i);
    if (last && last.upper === upper && last.lower === lower) last.to = to;
    else found.push({ from: start, to, upper, lower });
  }
  return found.filter((stretch) => stretch.to > stretch.from);
}

/** The stretches that hold, in parts that follow each other. */
function unbroken(stretches: Stretch[], holds: (stretch: Stretch) => boolean): Stretch[][] {
  const parts: Stretch[][] = [];
  let open: Stretch[] | null = null;
  for (const stretch of stretches) {
    if (!holds(stretch)) open = null;
    else if (open) open.push(stretch);
    else {
      open = [stretch];
      parts.push(open);
    }
  }
  return parts;
}

/** "x yHx yV…" from left to right, or back. */
function steps(part: Stretch[], height: (stretch: Stretch) => number, isBack = false): string {
  return part
    .map((stretch, i) => {
      const [start, end] = isBack ? [stretch.to, stretch.from] : [stretch.from, stretch.to];
      const at = height(stretch);
      return i === 0 ? `${start} ${at}H${end}` : `V${at}H${end}`;
    })
    .join('');
}
