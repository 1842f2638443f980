import type { RunPhase } from '~/statistics/run-chart';
import { type ChartView, chartView } from './chart-view';
import { type Lane, placeCycles } from './cycle-lane';
import { type EventLane, eventRowHeight, placeEvents } from './event-lane';
import { formatValue } from './figures';
import { type GoalStep, goalSteps } from './goal-line';
import { type LinesNow, linesNow, shownPhases, shownValues } from './lines-in-view';
import type { ChartPoint, RunChartData } from './run-chart-data';
import type { Frame } from './run-chart-shapes';
import { type Side, sideTexts } from './side-labels';
import { textWidth } from './text-width';

/* Before any height is known: which values count, how wide the margins are, where time runs, how many rows cycles take. */

export interface Plot extends ChartView {
  narrow: boolean;
  fontSize: number;
  newest: ChartPoint | null;
  phases: RunPhase[];
  now: LinesNow;
  goals: GoalStep[];
  /** Where each point stands, those outside the window too; null without a value. */
  columns: (number | null)[];
  /** All that must be inside the plot. */
  values: number[];
  sides: Side[];
  sideGap: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where the values end and the events begin. */
  floor: number;
  x: (time: number) => number;
  lane: Lane;
  happened: EventLane;
  discRadius: number;
  /** From the time axis to the first row of discs. */
  firstRow: number;
}

export const rowHeight = 18;
const edge = 8; // px between the ends of the axis and the first and last point

/** `leastLeft` is the room at the left that labels turned out to need. */
export function runChartPlot(
  data: RunChartData,
  { width, height, full }: Frame,
  leastLeft = full ? 40 : 34,
): Plot {
  const narrow = width < 480;
  const fontSize = full ? 13 : 12.5;
  const view = chartView(data);
  const { present, days } = view;
  const newest = (present.findLast(({ point }) => !point.ghosted) ?? present.at(-1))?.point ?? null;
  const phases = shownPhases(data, view);
  const goals = goalSteps(data, days);
  const values = shownValues(data, view, phases, goals);
  const now = linesNow(data, view, phases);

  const sides = sideTexts(data, { newest, now, goals, values });
  const sideGap = narrow || !full ? 6 : 10;
  const widths = sides.map(({ kind, text }) =>
    textWidth(text, kind === 'value' ? 15 : fontSize, kind === 'value'),
  );
  const right = Math.floor(width - Math.max(...widths, full ? 60 : 40) - sideGap - 2);
  const left = Math.max(leastLeft, Math.ceil(tickRoom(data, values, fontSize)) + 10);

  const { from, to } = days ?? { from: 0, to: 0 };
  const span = right - left - 2 * edge;
  const x = (time: number) =>
    Math.round((left + edge + (to > from ? (time - from) / (to - from) : 0) * span) * 10) / 10;
  const columns = data.points.map(({ value }, i) => (value === null ? null : x(view.times[i] as number)));

  const discRadius = full ? 8.5 : 7.5;
  const firstRow = full ? (narrow ? 34 : 36) : 33;
  const bars = full && !narrow;
  const ends = { x, left: left + edge, right: right - edge };
  const lane: Lane = days
    ? placeCycles(view.cycles, { ...ends, days, radius: discRadius, bars })
    : { cycles: [], rows: 0 };
  const happened: EventLane = days
    ? placeEvents(view.events, { ...ends, days, maxRows: full ? 2 : 1, fontSize: bars ? fontSize : null })
    : { events: [], rows: 0 };
  const under = lane.rows === 0 ? 26 : firstRow + (lane.rows - 1) * rowHeight + discRadius + 3;
  const bottom = Math.floor(height - Math.max(under, bars && lane.rows > 0 ? 66 : 0));
  const floor = bottom - happened.rows * eventRowHeight;
  const top = full ? 58 : 30;
  return {
    ...view,
    narrow,
    fontSize,
    newest,
    phases,
    now,
    goals,
    columns,
    values,
    sides,
    sideGap,
    left,
    right,
    top,
    bottom,
    floor,
    x,
    lane,
    happened,
    discRadius,
    firstRow,
  };
}

/** Width of the widest tick, as far as it can be foreseen. */
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
