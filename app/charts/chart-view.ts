import { timeOf } from './figures';
import type { ChartCycle, ChartEvent, ChartPoint, RunChartData } from './run-chart-data';

/* What of a chart is in view: all of it, or the days of its window. What is outside still counts in every rule. */

export interface ChartView {
  /** First and last day of the time axis; null where nothing has a day. */
  days: { from: number; to: number } | null;
  /** One entry a point. */
  times: number[];
  present: { point: ChartPoint; index: number; value: number }[];
  cycles: ChartCycle[];
  events: ChartEvent[];
}

/** An event after the newest point is on the axis too, where it is not far off; the list under the chart has the rest. */
const reachAfter = 0.1;

export function isInWindow({ window }: RunChartData, date: string): boolean {
  return !window || (date >= window.from && date <= window.to);
}

const overlaps = (window: NonNullable<RunChartData['window']>, from: string, to: string | null) =>
  from <= window.to && (to === null || to >= window.from);

/** Cycles of which some day is in the window; one that goes on has no last day. */
export function cyclesInWindow({ cycles, window }: RunChartData): ChartCycle[] {
  return window ? cycles.filter(({ start, end }) => overlaps(window, start, end)) : cycles;
}

/** Events of which some day is in the window. */
export function eventsInWindow({ events = [], window }: RunChartData): ChartEvent[] {
  return window ? events.filter(({ date, until }) => overlaps(window, date, until ?? date)) : events;
}

export function chartView(data: RunChartData): ChartView {
  const times = data.points.map(({ date }) => timeOf(date));
  const present = data.points.flatMap((point, index) =>
    point.value === null || !isInWindow(data, point.date) ? [] : [{ point, index, value: point.value }],
  );
  const cycles = cyclesInWindow(data);
  const days = data.window
    ? { from: timeOf(data.window.from), to: timeOf(data.window.to) }
    : daysOf(
        present.map(({ index }) => times[index] as number),
        cycles.map(({ start }) => timeOf(start)),
        eventsInWindow(data).map(({ date }) => timeOf(date)),
      );
  const events = eventsInWindow(data).filter(
    ({ date, until }) => days && timeOf(date) <= days.to && timeOf(until ?? date) >= days.from,
  );
  return { days, times, present, cycles, events };
}

function daysOf(points: number[], starts: number[], events: number[]): ChartView['days'] {
  const from = Math.min(...(points.length > 0 ? points : starts));
  // A cycle that began after the newest point is on the line too.
  const last = Math.max(...points, ...starts);
  if (!Number.isFinite(from)) return null;
  const reach = last + (last - from) * reachAfter;
  return { from, to: Math.max(last, ...events.filter((time) => time <= reach)) };
}
