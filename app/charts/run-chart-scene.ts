import type { Decision } from '#db/vocabulary';
import { type Lane, placeCycles } from './cycle-lane';
import type { RunChartData, Tone } from './run-chart-data';
import { latestText, pointText } from './readout';
import { type PlacedSignal, placeSignals } from './signal-marks';
import { spread } from './spread';
import { textWidth } from './text-width';
import { type AxisTick, timeOf, timeTicks } from './time-axis';
import { formatValue } from './words';
import { valueScale } from './value-scale';

/* Compute, then lay out, then draw: this file lays out. Rules 1 to 6 are those of the design language, § 6. */

export interface Frame {
  width: number;
  height: number;
  full: boolean;
}

export const frames: Record<'full' | 'small', { wide: Frame; narrow: Frame }> = {
  full: { wide: { width: 748, height: 420, full: true }, narrow: { width: 350, height: 320, full: true } },
  small: { wide: { width: 510, height: 206, full: false }, narrow: { width: 350, height: 198, full: false } },
};

export interface ScenePoint {
  id: string;
  x: number;
  y: number;
  mark: Tone | 'ghost';
  /** One column of the plot, full height: where hovering reads this point. */
  hit: { x: number; width: number };
  text: string;
  newest: boolean;
}

export interface SideLabel {
  kind: 'value' | 'goal' | 'median';
  text: string;
  x: number;
  y: number;
  tone: Tone;
}

export interface SceneCycle {
  id: string;
  number: number;
  name: string;
  x: number;
  y: number;
  guide: string;
  /** The bar from the disc to the decision, or null where only discs fit. */
  until: number | null;
  ended: boolean;
  decision: Decision | null;
}

export interface RunChartScene {
  width: number;
  height: number;
  full: boolean;
  narrow: boolean;
  plot: { left: number; right: number; top: number; bottom: number };
  fontSize: number;
  yTicks: { y: number; text: string; line: boolean }[];
  xTicks: AxisTick[];
  medians: { d: string; extended: boolean }[];
  goal: number | null;
  line: string;
  signals: PlacedSignal[];
  points: ScenePoint[];
  pointScale: number;
  cycles: SceneCycle[];
  discRadius: number;
  labels: SideLabel[];
  /** The reserved line over the plot; it names the newest value until a point is chosen. */
  readout: string | null;
  empty: string | null;
}

const round = (n: number) => Math.round(n * 10) / 10;
const labelGap = 16.5;

export function runChartScene(data: RunChartData, frame: Frame): RunChartScene {
  const { width, height, full } = frame;
  const { points, unit, goal, reading } = data;
  const narrow = width < 480;
  const fontSize = full ? 13 : 12.5;
  const present = points.flatMap((point, index) => (point.value === null ? [] : [{ point, index, value: point.value }]));
  const newest = present.findLast(({ point }) => !point.ghosted) ?? present.at(-1);
  const phases = reading.phases.filter(({ start, end, centre }) => centre !== null && end > start);
  const centres = phases.flatMap(({ centre }) => (centre === null ? [] : [centre]));
  const values = [...present.map(({ value }) => value), ...centres, ...(goal === null ? [] : [goal])];

  // Right of the plot: the newest value, the goal, the median of the newest phase.
  const brief = (value: number) => formatValue(value, unit, { brief: true });
  const whole = goal !== null && Number.isInteger(goal) ? { brief: true, decimals: 0 } : { brief: true };
  const centre = phases.at(-1)?.centre ?? null;
  const sides: Omit<SideLabel, 'x' | 'y' | 'tone'>[] = [];
  if (newest) sides.push({ kind: 'value', text: brief(newest.value) });
  if (goal !== null) sides.push({ kind: 'goal', text: `${data.goalWord} ${formatValue(goal, unit, whole)}` });
  if (centre !== null) sides.push({ kind: 'median', text: `Median ${brief(centre)}` });
  const sideGap = narrow || !full ? 6 : 10;
  const sideWidth = Math.max(
    ...sides.map(({ kind, text }) => textWidth(text, kind === 'value' ? 15 : fontSize, kind === 'value')),
    full ? 60 : 40,
  );

  const top = full ? 58 : 30;
  const right = Math.floor(width - sideWidth - sideGap - 2);
  // Wide enough for the ticks at any height the plot may get.
  const [low, high] = [Math.min(...values, 0 + (values[0] ?? 0)), Math.max(...values, values[0] ?? 1)];
  const reach = Math.max(high - low, Math.abs(high) * 0.1, 1) * 0.4;
  const tickWords = [low - reach, low, high, high + reach]
    .filter((value) => value >= 0 || low < 0)
    .map((value) => formatValue(value, unit, { brief: true, decimals: high - low > 6 ? 0 : Math.min(unit.decimals, 1) }));
  const left = Math.max(full ? 40 : 34, Math.ceil(Math.max(...tickWords.map((w) => textWidth(w, fontSize)), 0)) + 10);

  const dates = present.map(({ point }) => timeOf(point.date));
  const starts = data.cycles.map((cycle) => timeOf(cycle.start));
  const from = Math.min(...(dates.length > 0 ? dates : starts));
  // A cycle that began after the newest point is on the line too.
  const to = Math.max(...dates, ...starts);
  const hasTime = Number.isFinite(from);
  const span = right - left - 16;
  const x = (time: number) => round(left + 8 + (to > from ? (time - from) / (to - from) : 0) * span);

  const discRadius = full ? 8.5 : 7.5;
  const bars = full && !narrow;
  const lane: Lane = hasTime
    ? placeCycles(data.cycles, { x, left: left + 8, right: right - 8, radius: discRadius, bars })
    : { cycles: [], rows: 0 };
  const firstRow = full ? (narrow ? 34 : 36) : 33;
  const below = lane.rows === 0 ? 26 : firstRow + (lane.rows - 1) * 18 + discRadius + 3;
  const bottom = round(height - Math.max(below, full && lane.rows > 0 && !narrow ? 66 : 0));

  // Brackets need room beyond the extremes: lay out, measure, and give that much room.
  let pad = { top: (bottom - top) * 0.05 + 4, bottom: (bottom - top) * 0.07 + 4 };
  const layOut = () => {
    const scale = valueScale(values, {
      top,
      bottom,
      padTop: pad.top,
      padBottom: pad.bottom,
      decimals: unit.decimals,
      pxPerTick: full ? (narrow ? 46 : 52) : 38,
    });
    const places = points.map((point) =>
      point.value === null ? null : { x: x(timeOf(point.date)), y: scale.y(point.value) },
    );
    const goalAt = goal === null ? null : scale.y(goal);
    const room = { left, right: right + 8, top: full ? 24 : 2, bottom: bottom - 2 };
    const signals = placeSignals(data, places, { goalAt, fontSize, brief: narrow || !full, room });
    return { scale, places, goalAt, signals };
  };
  let laid = layOut();
  for (let round = 0; round < 3; round++) {
    const over = Math.max(0, ...laid.signals.placed.map(({ overTop }) => overTop));
    const under = Math.max(0, ...laid.signals.placed.map(({ overBottom }) => overBottom));
    if (over <= 0 && under <= 0) break;
    pad = { top: pad.top + over, bottom: pad.bottom + under };
    laid = layOut();
  }
  const { scale, places, goalAt, signals } = laid;

  const shown = present.flatMap(({ point, index }) => {
    const place = places[index];
    return place ? [{ point, index, ...place }] : [];
  });
  const step = shown.length > 1 ? span / (shown.length - 1) : span;
  const scenePoints = shown.map(({ point, index, x: px, y }, i): ScenePoint => {
    const before = shown[i - 1];
    const after = shown[i + 1];
    const hitLeft = before ? (before.x + px) / 2 : Math.max(left, px - step / 2);
    const hitRight = after ? (px + after.x) / 2 : Math.min(right, px + step / 2);
    return {
      id: point.id,
      x: px,
      y,
      mark: point.ghosted ? 'ghost' : (signals.tones.get(index) ?? 'none'),
      hit: { x: round(hitLeft), width: round(Math.max(hitRight - hitLeft, 1)) },
      text: pointText(point, unit, width - left, fontSize),
      newest: index === newest?.index,
    };
  });

  const newestPoint = scenePoints.find((point) => point.newest);
  const wanted = sides.map(({ kind }) => {
    if (kind === 'value') return newestPoint?.y ?? bottom;
    return kind === 'goal' ? (goalAt ?? bottom) : scale.y(centre ?? 0);
  });
  const spreadOut = spread(wanted, labelGap, full ? 32 : 12, bottom - 2);
  const labels = sides.map(
    (side, i): SideLabel => ({
      ...side,
      x: right + sideGap,
      y: spreadOut[i] ?? bottom,
      tone: side.kind === 'value' && newestPoint && newestPoint.mark !== 'ghost' ? newestPoint.mark : 'none',
    }),
  );

  return {
    width,
    height,
    full,
    narrow,
    plot: { left, right, top, bottom },
    fontSize,
    yTicks: (values.length > 0 ? scale.ticks : []).map((tick) => ({
      y: scale.y(tick),
      text: formatValue(tick, unit, { brief: true, decimals: scale.decimals }),
      line: full && bottom - scale.y(tick) > 3,
    })),
    xTicks: hasTime ? timeTicks(from, to, x, fontSize) : [],
    medians: medianPaths(data, places, scale.y, { left, right }),
    goal: goalAt,
    line: brokenLine(places),
    signals: signals.placed,
    points: scenePoints,
    pointScale: Math.max(0.5, Math.min(1, step / 9)) * (full ? 1 : 0.85),
    cycles: lane.cycles.map(({ cycle, at, x: discX, row, until }): SceneCycle => {
      const y = round(bottom + firstRow + row * 18);
      return {
        id: cycle.id,
        number: cycle.number,
        name: `Cycle ${cycle.number}: ${cycle.label}`,
        x: discX,
        y,
        guide: `M${at} ${top - 6}V${discX === at ? '' : `${bottom + 6}L${discX} `}${round(y - discRadius)}`,
        until,
        ended: cycle.end !== null,
        decision: cycle.decision,
      };
    }),
    discRadius,
    labels,
    readout: full && newest ? latestText(newest.point, unit, width - left, fontSize) : null,
    empty: present.length === 0 ? 'No numbers yet' : null,
  };
}

/** A missing value is a break, not a zero. */
export function brokenLine(places: ({ x: number; y: number } | null)[]): string {
  return places
    .map((place, i) => (place ? `${places[i - 1] ? 'L' : 'M'}${place.x} ${place.y}` : ''))
    .join('');
}

function medianPaths(
  { reading }: RunChartData,
  places: ({ x: number; y: number } | null)[],
  y: (value: number) => number,
  plot: { left: number; right: number },
): RunChartScene['medians'] {
  const xAt = (index: number) => places[index]?.x ?? null;
  const lastBefore = (index: number) => places.slice(0, index + 1).findLast((place) => place)?.x ?? plot.left;
  return reading.phases.flatMap(({ start, end, centre, baselineEnd }, i) => {
    if (centre === null || end <= start) return [];
    const from = i === 0 ? plot.left : (lastBefore(start - 1) + (xAt(start) ?? lastBefore(start))) / 2;
    const next = reading.phases[i + 1];
    const to = next ? (lastBefore(end) + (xAt(next.start) ?? plot.right)) / 2 : plot.right;
    const frozen = baselineEnd < end;
    const solid = frozen ? lastBefore(baselineEnd) : to;
    const height = y(centre);
    const paths = [{ d: `M${round(from)} ${height}H${round(solid)}`, extended: false }];
    if (solid < to) paths.push({ d: `M${round(solid)} ${height}H${round(to)}`, extended: true });
    return paths;
  });
}
