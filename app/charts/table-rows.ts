import type { Signal } from '~/statistics/signals';
import { eventsInWindow, isInWindow } from './chart-view';
import { eventText } from './event-words';
import { countText, dateWithYear, formatValue, timeOf } from './figures';
import type { ChartEvent, ChartPoint, RunChartData } from './run-chart-data';
import { centreOf, isTrend } from './signal-words';

/* What the table beside a chart says: the same points, order and rounding as the drawing. */

export interface TableRow {
  key: string;
  head: string;
  numerator: string;
  denominator: string;
  value: string;
  /** Of a control chart; empty on a run chart. */
  centre: string;
  lower: string;
  upper: string;
  signal: string;
  note: string;
  events: string[];
}

const figure = (value: number | null | undefined) => (value == null ? '' : countText(value));

/** One row for each point in view; an event between no two of them has a row of its own, in its place. */
export function tableRows(data: RunChartData): TableRow[] {
  const { points, limits, unit } = data;
  const shown = points.flatMap((point, index) =>
    isInWindow(data, point.date) ? [{ point, index, time: timeOf(point.date) }] : [],
  );
  const { byPoint, apart } = eventsOfRows(data, shown);
  const line = (lines: (number | null)[] | undefined, index: number) => {
    if (!lines) return '';
    const value = lines[index] ?? null;
    return value === null ? 'None' : formatValue(value, unit);
  };
  const rows = shown.map(({ point, index, time }): TableRow & { time: number } => ({
    time,
    key: point.id,
    head: point.label,
    numerator: figure(point.numerator),
    denominator: figure(point.denominator),
    value: point.value === null ? (point.hidden ?? 'No number') : formatValue(point.value, unit),
    centre: line(limits?.centre, index),
    lower: line(limits?.lower, index),
    upper: line(limits?.upper, index),
    signal: point.ghosted ? 'Left out' : signalCell(data, index),
    note: point.note ?? '',
    events: byPoint.get(index) ?? [],
  }));
  const blank = { numerator: '', denominator: '', value: '', centre: '', lower: '', upper: '' };
  const own = apart.map((event) => ({
    ...blank,
    time: timeOf(event.date),
    key: event.id,
    head: dateWithYear(event.date),
    signal: '',
    note: '',
    events: [eventText(event)],
  }));
  return own.length === 0 ? rows : [...rows, ...own].sort((a, b) => a.time - b.time);
}

interface Shown {
  point: ChartPoint;
  index: number;
  time: number;
}

/** An event belongs to the point whose period it falls in: from its first day to the next point's. */
function eventsOfRows(data: RunChartData, shown: Shown[]) {
  const byPoint = new Map<number, string[]>();
  const apart: ChartEvent[] = [];
  const [before, last] = [shown.at(-2), shown.at(-1)];
  // The newest period is taken to be as long as the one before.
  const end = before && last ? 2 * last.time - before.time : Number.NEGATIVE_INFINITY;
  for (const event of eventsInWindow(data)) {
    const time = timeOf(event.date);
    const owner = time < end ? shown.findLast((each) => each.time <= time) : undefined;
    if (owner) byPoint.set(owner.index, [...(byPoint.get(owner.index) ?? []), eventText(event)]);
    else apart.push(event);
  }
  return { byPoint, apart };
}

function signalCell(data: RunChartData, index: number): string {
  const words = data.reading.signals
    .filter(({ points }) => points.includes(index))
    .map((signal) => memberText(signal, centreOf(data)));
  return [...new Set(words)].join(', ');
}

function memberText(signal: Signal, centre: string): string {
  const { rule, side } = signal;
  switch (rule) {
    case 'beyond limits':
      return side === 'above' ? 'Above the upper limit' : 'Below the lower limit';
    case 'two of three':
      return `Far ${side} the ${centre}`;
    case 'four of five':
      return `Well ${side} the ${centre}`;
    case 'alternating':
      return 'Up and down by turns';
    case 'close to the centre':
      return `Close to the ${centre}`;
    case 'away from the centre':
      return `Away from the ${centre}`;
    default:
      return isTrend(signal) ? 'Part of the trend' : 'Part of the shift';
  }
}
