import { formatValue, timeOf } from './figures';
import { brokenLine, medianPaths, type Place } from './median-line';
import { latestText, pointText } from './readout';
import type { RunChartData } from './run-chart-data';
import { type Plot, rowHeight, runChartPlot } from './run-chart-plot';
import type { Frame, RunChartScene, SceneCycle, ScenePoint, SideLabel } from './run-chart-shapes';
import { placeSignals } from './signal-marks';
import { spread } from './spread';
import { timeTicks } from './time-axis';
import { type ValueScale, valueScale } from './value-scale';

/* Compute, then lay out, then draw: this file lays out. Rules 1 to 6 are those of the design language, § 6. */

const round = (n: number) => Math.round(n * 10) / 10;

interface Heights extends ReturnType<typeof placeSignals> {
  scale: ValueScale;
  places: Place[];
  goalAt: number | null;
}

export function runChartScene(data: RunChartData, frame: Frame): RunChartScene {
  const { width, height, full } = frame;
  const plot = runChartPlot(data, frame);
  const { left, right, top, bottom, fontSize } = plot;
  const heights = placeHeights(data, plot, full);
  const { scale, places, goalAt } = heights;
  const step = (right - left) / Math.max(plot.present.length, 2);
  const points = scenePoints(data, plot, heights, width);
  return {
    width,
    height,
    full,
    narrow: plot.narrow,
    plot: { left, right, top, bottom },
    fontSize,
    yTicks: (plot.values.length > 0 ? scale.ticks : []).map((tick) => ({
      y: scale.y(tick),
      text: formatValue(tick, data.unit, { brief: true, decimals: scale.decimals }),
      line: full && bottom - scale.y(tick) > 3,
    })),
    xTicks: plot.days ? timeTicks(plot.days.from, plot.days.to, plot.x, fontSize) : [],
    medians: medianPaths(data.reading.phases, places, scale.y, { left, right }),
    goal: goalAt,
    line: brokenLine(places),
    signals: heights.placed,
    points,
    // A crowd of points is drawn smaller, so that the line stays visible.
    pointScale: Math.max(0.5, Math.min(1, step / 9)) * (full ? 1 : 0.85),
    cycles: sceneCycles(plot),
    discRadius: plot.discRadius,
    labels: sideLabels(plot, heights, points, full),
    readout: full && plot.newest ? latestText(plot.newest, data.unit, width - left, fontSize) : null,
    empty: plot.present.length === 0 ? 'No numbers yet' : null,
  };
}

/** Brackets need room beyond the extremes: place, measure, give that much room, and place again. */
function placeHeights(data: RunChartData, plot: Plot, full: boolean): Heights {
  const { left, right, top, bottom, fontSize, narrow } = plot;
  const brief = narrow || !full;
  const pad = { top: (bottom - top) * 0.05 + 4, bottom: (bottom - top) * 0.07 + 4 };
  const room = { left, right: right + 8, top: full ? 24 : 2, bottom: bottom - 2 };
  const place = (): Heights => {
    const scale = valueScale(plot.values, {
      top,
      bottom,
      padTop: pad.top,
      padBottom: pad.bottom,
      decimals: data.unit.decimals,
      pxPerTick: full ? (narrow ? 46 : 52) : 38,
    });
    const places = data.points.map(
      ({ value, date }): Place => (value === null ? null : { x: plot.x(timeOf(date)), y: scale.y(value) }),
    );
    const goalAt = data.goal === null ? null : scale.y(data.goal);
    return { scale, places, goalAt, ...placeSignals(data, places, { goalAt, fontSize, brief, room }) };
  };
  let heights = place();
  for (let tries = 0; tries < 3; tries++) {
    const over = Math.max(0, ...heights.placed.map(({ overTop }) => overTop));
    const under = Math.max(0, ...heights.placed.map(({ overBottom }) => overBottom));
    if (over === 0 && under === 0) break;
    pad.top += over;
    pad.bottom += under;
    heights = place();
  }
  return heights;
}

function scenePoints(
  data: RunChartData,
  plot: Plot,
  { places, tones }: Heights,
  width: number,
): ScenePoint[] {
  const shown = plot.present.flatMap(({ point, index }) => {
    const place = places[index];
    return place ? [{ point, index, ...place }] : [];
  });
  return shown.map(({ point, index, x, y }, i) => {
    const [before, after] = [shown[i - 1], shown[i + 1]];
    const from = before ? (before.x + x) / 2 : plot.left;
    const to = after ? (x + after.x) / 2 : plot.right;
    return {
      id: point.id,
      x,
      y,
      mark: point.ghosted ? 'ghost' : (tones.get(index) ?? 'none'),
      hit: { x: round(from), width: round(Math.max(to - from, 1)) },
      text: pointText(point, data.unit, width - plot.left, plot.fontSize),
      newest: point === plot.newest,
    };
  });
}

/** Rule 1: right-hand labels keep this distance. */
const labelGap = 16.6;

function sideLabels(
  plot: Plot,
  { scale, goalAt }: Heights,
  points: ScenePoint[],
  full: boolean,
): SideLabel[] {
  const newest = points.find((point) => point.newest);
  const wanted = {
    value: newest?.y,
    goal: goalAt,
    median: plot.centre === null ? null : scale.y(plot.centre),
  };
  const centers = plot.sides.map(({ kind }) => wanted[kind] ?? plot.bottom);
  const placed = spread(centers, labelGap, full ? 24 : 4, plot.bottom + 6);
  return plot.sides.map(({ kind, text }, i) => ({
    kind,
    text,
    x: plot.right + plot.sideGap,
    y: placed[i] ?? plot.bottom,
    tone: kind === 'value' && newest && newest.mark !== 'ghost' ? newest.mark : 'none',
  }));
}

function sceneCycles({ lane, top, bottom, firstRow, discRadius }: Plot): SceneCycle[] {
  return lane.cycles.map(({ cycle, at, x, row, until }) => {
    const y = round(bottom + firstRow + row * rowHeight);
    const aside = x === at ? '' : `${bottom + 6}L${x} `;
    return {
      id: cycle.id,
      number: cycle.number,
      name: `Cycle ${cycle.number}: ${cycle.label}`,
      x,
      y,
      guide: `M${at} ${top - 6}V${aside}${round(y - discRadius)}`,
      until,
      ended: cycle.end !== null,
      decision: cycle.decision,
    };
  });
}
