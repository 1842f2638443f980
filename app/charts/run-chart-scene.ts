import { controlBand } from './control-band';
import { eventRadius, eventRowHeight } from './event-lane';
import { eventText } from './event-words';
import { formatValue } from './figures';
import { type GoalStretch, goalPath, goalStretches } from './goal-line';
import { brokenLine, medianPaths, type Place, phaseSpans } from './median-line';
import { latestText, pointText } from './readout';
import type { RunChartData } from './run-chart-data';
import { type Plot, rowHeight, runChartPlot } from './run-chart-plot';
import type { Frame, RunChartScene, SceneCycle, SceneEvent, ScenePoint } from './run-chart-shapes';
import { sideLabels } from './side-labels';
import { placeSignals } from './signal-marks';
import { textWidth } from './text-width';
import { timeTicks } from './time-axis';
import { type ValueScale, valueScale } from './value-scale';

/* Compute, then lay out, then draw: this file lays out. Rules 1 to 6 are those of the design language, § 6. */

const round = (n: number) => Math.round(n * 10) / 10;

interface Heights extends ReturnType<typeof placeSignals> {
  scale: ValueScale;
  places: Place[];
  goals: GoalStretch[];
}

export function runChartScene(data: RunChartData, frame: Frame): RunChartScene {
  const { width, height, full } = frame;
  let plot = runChartPlot(data, frame);
  let heights = placeHeights(data, plot, full);
  // Room for brackets may bring a tick that is wider than foreseen.
  const widest = Math.max(
    0,
    ...yTicks(data, plot, heights).map(({ text }) => textWidth(text, plot.fontSize)),
  );
  if (widest + 8 > plot.left) {
    plot = runChartPlot(data, frame, Math.ceil(widest) + 10);
    heights = placeHeights(data, plot, full);
  }
  const { left, right, top, bottom, fontSize } = plot;
  const { scale, places, goals } = heights;
  const spans = phaseSpans(plot.phases, plot.columns, plot);
  const step = (right - left) / Math.max(plot.present.length, 2);
  const points = scenePoints(data, plot, heights, width);
  return {
    width,
    height,
    full,
    narrow: plot.narrow,
    plot: { left, right, top, bottom },
    fontSize,
    yTicks: yTicks(data, plot, heights).map((tick) => ({ ...tick, line: full && bottom - tick.y > 3 })),
    xTicks: plot.days ? timeTicks(plot.days.from, plot.days.to, plot.x, fontSize) : [],
    band: data.limits
      ? {
          ...controlBand(data.limits, spans, plot.columns, { y: scale.y, top: top - 6, bottom: plot.floor }),
          isTrial: data.limits.isTrial,
        }
      : null,
    medians: medianPaths(spans, plot.columns, scale.y),
    goal: goals.at(-1)?.at ?? null,
    goalLine: goalPath(goals),
    line: brokenLine(places, data.reading.phases),
    signals: heights.placed,
    points,
    // A crowd of points is drawn smaller, so that the line stays visible.
    pointScale: Math.max(0.5, Math.min(1, step / 9)) * (full ? 1 : 0.85),
    cycles: sceneCycles(plot, data.window !== undefined),
    discRadius: plot.discRadius,
    events: sceneEvents(plot),
    labels: sideLabels(plot, scale.y, points, full),
    readout: full && plot.newest ? latestText(plot.newest, data.unit, width - left, fontSize) : null,
    empty: plot.present.length === 0 ? 'No numbers yet' : null,
  };
}

function yTicks({ unit }: RunChartData, { values }: Plot, { scale }: Heights) {
  return (values.length > 0 ? scale.ticks : []).map((tick) => ({
    y: scale.y(tick),
    text: formatValue(tick, unit, { brief: true, decimals: scale.decimals }),
  }));
}

/** Of the plot's height. Numbers come before brackets: what has no room is said in words. */
const mostPadding = 0.7;

/** Brackets need room beyond the extremes: place, measure, give that much room, and place again. */
function placeHeights(data: RunChartData, plot: Plot, full: boolean): Heights {
  const { left, right, top, floor, fontSize, narrow } = plot;
  const brief = narrow || !full;
  const pad = { top: (floor - top) * 0.05 + 4, bottom: (floor - top) * 0.07 + 4 };
  const room = { left, right: right + 4, top: full ? 24 : 2, bottom: floor - 2 };
  const place = (): Heights => {
    const scale = valueScale(plot.values, {
      top,
      bottom: floor,
      padTop: pad.top,
      padBottom: pad.bottom,
      decimals: data.unit.decimals,
      pxPerTick: full ? (narrow ? 46 : 52) : 38,
    });
    const places = data.points.map((): Place => null);
    for (const { index, value } of plot.present)
      places[index] = { x: plot.columns[index] as number, y: scale.y(value) };
    const goals = goalStretches(plot.goals, { x: plot.x, y: scale.y, left, right }).filter(
      ({ at }) => at >= top - 6 && at <= floor,
    );
    return { scale, places, goals, ...placeSignals(data, places, { goals, fontSize, brief, room }) };
  };
  let heights = place();
  // A shared scale gives no room.
  for (let tries = 0; tries < 3 && !data.scale; tries++) {
    const over = Math.max(0, ...heights.placed.map(({ overTop }) => overTop));
    const under = Math.max(0, ...heights.placed.map(({ overBottom }) => overBottom));
    const spare = (floor - top) * mostPadding - pad.top - pad.bottom;
    if ((over === 0 && under === 0) || over + under > spare) break;
    pad.top += over;
    pad.bottom += under;
    heights = place();
  }
  const placed = heights.placed.map((signal) =>
    signal.overTop > 1 || signal.overBottom > 1 ? { ...signal, bracket: '', text: null } : signal,
  );
  return { ...heights, placed };
}

function scenePoints(
  data: RunChartData,
  plot: Plot,
  { places, tones }: Heights,
  width: number,
): ScenePoint[] {
  const beyond = new Set(data.limits?.beyond);
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
      ring: beyond.has(index) && !point.ghosted ? (tones.get(index) ?? 'none') : null,
      hit: { x: round(from), width: round(Math.max(to - from, 1)) },
      text: pointText(point, data.unit, width - plot.left, plot.fontSize),
      newest: point === plot.newest,
    };
  });
}

function sceneEvents({ happened, bottom, top }: Plot): SceneEvent[] {
  return happened.events.map(({ event, at, x, row, begins, until, words }) => {
    const y = round(bottom - 9 - row * eventRowHeight);
    return {
      id: event.id,
      kind: event.kind,
      name: eventText(event),
      x,
      y,
      guide: begins ? `M${at} ${top - 6}V${round(y - eventRadius - 5)}L${x} ${round(y - eventRadius)}` : '',
      span: until === null ? '' : `M${x} ${y + eventRadius + 1}H${until}v-4`,
      words: words && { ...words, y },
    };
  });
}

function sceneCycles({ lane, top, bottom, firstRow, discRadius }: Plot, isCut: boolean): SceneCycle[] {
  return lane.cycles.map(({ cycle, at, x, row, until, begins }) => {
    const y = round(bottom + firstRow + row * rowHeight);
    const aside = x === at ? '' : `${bottom + 6}L${x} `;
    return {
      id: cycle.id,
      number: cycle.number,
      name: `Cycle ${cycle.number}: ${cycle.label}`,
      x,
      y,
      guide: isCut && !begins ? '' : `M${at} ${top - 6}V${aside}${round(y - discRadius)}`,
      until,
      ended: cycle.end !== null,
      decision: cycle.decision,
    };
  });
}
