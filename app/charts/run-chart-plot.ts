import { type Lane, placeCycles } from './cycle-lane';
import { formatValue, timeOf } from './figures';
import type { ChartPoint, RunChartData } from './run-chart-data';
import type { Frame, SideLabel } from './run-chart-shapes';
import { textWidth } from './text-width';

/* Before any height is known: which values count, how wide the margins are, where time runs, how many rows cycles take. */

export interface Plot {
  narrow: boolean;
  fontSize: number;
  present: { point: ChartPoint; index: number; value: number }[];
  newest: ChartPoint | null;
  /** Of the newest phase; null where there is nothing to be in the middle of. */
  centre: number | null;
  /** All that must be inside the plot. */
  values: number[];
  sides: Pick<SideLabel, 'kind' | 'text'>[];
  sideGap: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (time: number) => number;
  /** First and last day; null where nothing has a day. */
  days: { from: number; to: number } | null;
  lane: Lane;
  discRadius: number;
  /** From the time axis to the first row of discs. */
  firstRow: number;
}

export const rowHeight = 18;
const edge = 8; // px between the ends of the axis and the first and last point

export function runChartPlot(data: RunChartData, { width, height, full }: Frame): Plot {
  const { points, goal, reading } = data;
  const narrow = width < 480;
  const fontSize = full ? 13 : 12.5;
  const present = points.flatMap((point, index) =>
    point.value === null ? [] : [{ point, index, value: point.value }],
  );
  const newest = (present.findLast(({ point }) => !point.ghosted) ?? present.at(-1))?.point ?? null;
  // One point is a number: it has no middle.
  const phases = reading.phases.filter(({ start, end }) => end > start);
  const centres = phases.map(({ centre }) => centre).filter((centre) => centre !== null);
  const centre = phases.at(-1)?.centre ?? null;
  const values = [...present.map(({ value }) => value), ...centres, ...(goal === null ? [] : [goal])];

  const sides = sideTexts(data, newest, centre);
  const sideGap = narrow || !full ? 6 : 10;
  const widths = sides.map(({ kind, text }) =>
    textWidth(text, kind === 'value' ? 15 : fontSize, kind === 'value'),
  );
  const right = Math.floor(width - Math.max(...widths, full ? 60 : 40) - sideGap - 2);
  const left = Math.max(full ? 40 : 34, Math.ceil(tickRoom(data, values, fontSize)) + 10);

  const dates = present.map(({ point }) => timeOf(point.date));
  const starts = data.cycles.map((cycle) => timeOf(cycle.start));
  const from = Math.min(...(dates.length > 0 ? dates : starts));
  // A cycle that began after the newest point is on the line too.
  const to = Math.max(...dates, ...starts);
  const days = Number.isFinite(from) ? { from, to } : null;
  const span = right - left - 2 * edge;
  const x = (time: number) =>
    Math.round((left + edge + (to > from ? (time - from) / (to - from) : 0) * span) * 10) / 10;

  const discRadius = full ? 8.5 : 7.5;
  const firstRow = full ? (narrow ? 34 : 36) : 33;
  const bars = full && !narrow;
  const lane: Lane = days
    ? placeCycles(data.cycles, { x, left: left + edge, right: right - edge, radius: discRadius, bars })
    : { cycles: [], rows: 0 };
  const under = lane.rows === 0 ? 26 : firstRow + (lane.rows - 1) * rowHeight + discRadius + 3;
  const bottom = Math.floor(height - Math.max(under, bars && lane.rows > 0 ? 66 : 0));
  const top = full ? 58 : 30;
  const margins = { left, right, top, bottom, sides, sideGap };
  return {
    ...margins,
    narrow,
    fontSize,
    present,
    newest,
    centre,
    values,
    x,
    days,
    lane,
    discRadius,
    firstRow,
  };
}

/** Right of the plot: the newest value, the goal, the median of the newest phase. */
function sideTexts(data: RunChartData, newest: ChartPoint | null, centre: number | null): Plot['sides'] {
  const { unit, goal, goalWord } = data;
  const sides: Plot['sides'] = [];
  const say = (value: number) => formatValue(value, unit, { brief: true });
  if (newest && newest.value !== null) sides.push({ kind: 'value', text: say(newest.value) });
  if (goal !== null) {
    const decimals = Number.isInteger(goal) ? 0 : unit.decimals;
    sides.push({ kind: 'goal', text: `${goalWord} ${formatValue(goal, unit, { brief: true, decimals })}` });
  }
  if (centre !== null) sides.push({ kind: 'median', text: `Median ${say(centre)}` });
  return sides;
}

/** Width of the widest tick at any height the plot may get. */
function tickRoom({ unit }: RunChartData, values: number[], fontSize: number): number {
  if (values.length === 0) return 0;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max(high - low, Math.abs(high) * 0.1) * 0.4;
  const decimals = high - low > 6 ? 0 : unit.decimals;
  const ends = [low - reach, low, high, high + reach].filter((value) => value >= 0 || low < 0);
  return Math.max(
    ...ends.map((value) => textWidth(formatValue(value, unit, { brief: true, decimals }), fontSize)),
  );
}
