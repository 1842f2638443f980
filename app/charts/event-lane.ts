import { timeOf } from './figures';
import type { ChartEvent } from './run-chart-data';
import { textWidth } from './text-width';

export interface PlacedEvent {
  event: ChartEvent;
  /** Its day. */
  at: number;
  /** Where its glyph stands: at `at`, unless a crowd pushed it right. */
  x: number;
  row: number;
  /** False for what began before the first day in view. */
  begins: boolean;
  /** Last day of what went on for a while. */
  until: number | null;
  /** Its title beside the glyph, where that fits. */
  words: { x: number; text: string } | null;
}

export interface EventLane {
  events: PlacedEvent[];
  rows: number;
}

interface EventFrame {
  x: (time: number) => number;
  left: number;
  right: number;
  days: { from: number; to: number };
  maxRows: number;
  /** Null where only glyphs fit. */
  fontSize: number | null;
}

export const eventRowHeight = 17;
export const eventRadius = 6;
const apart = 2;
const wordGap = 4;

interface RowEnds {
  glyph: number;
  span: number;
}

/** Events on their days, in rows from the foot of the plot up. What does not fit goes to the list under the chart. */
export function placeEvents(events: ChartEvent[], frame: EventFrame): EventLane {
  const rows: RowEnds[] = [];
  const placed: PlacedEvent[] = [];
  const inside = (time: number) => Math.max(frame.left, Math.min(frame.right, frame.x(time)));
  for (const event of [...events].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))) {
    const at = inside(timeOf(event.date));
    const row = rowFor(rows, at, frame.maxRows);
    const ends = rows[row];
    const x = Math.max(at, ends ? Math.round((ends.glyph + apart + eventRadius) * 10) / 10 : at);
    if (x > frame.right) continue;
    const end = event.until === null || event.until === event.date ? null : inside(timeOf(event.until));
    const until = end !== null && end > x ? end : null;
    rows[row] = { glyph: x + eventRadius, span: Math.max(ends?.span ?? 0, until ?? 0) };
    placed.push({ event, at, x, row, until, begins: timeOf(event.date) >= frame.days.from, words: null });
  }
  return {
    events: placed.map((each) => ({ ...each, words: wordsFor(each, placed, frame) })),
    rows: rows.length,
  };
}

/** A free row without a span there, a new one, one with a span there, or the one that is free soonest. */
function rowFor(rows: RowEnds[], at: number, maxRows: number): number {
  const from = at - eventRadius - apart;
  const free = rows.findIndex(({ glyph, span }) => from >= glyph && at > span);
  if (free >= 0) return free;
  if (rows.length < maxRows) return rows.length;
  const beside = rows.findIndex(({ glyph }) => from >= glyph);
  if (beside >= 0) return beside;
  return rows.reduce((soonest, { glyph }, i) => (glyph < (rows[soonest] as RowEnds).glyph ? i : soonest), 0);
}

function wordsFor(placedEvent: PlacedEvent, placed: PlacedEvent[], frame: EventFrame): PlacedEvent['words'] {
  const { event, x, row, until } = placedEvent;
  if (frame.fontSize === null) return null;
  // After the line to its last day, which would look like a line under the words.
  const from = Math.max(x + eventRadius, until ?? 0) + wordGap;
  const after = placed.filter((other) => other.row === row && other.x > x);
  const to = Math.min(...after.map((other) => other.x - eventRadius - apart), frame.right + 8);
  return from + textWidth(event.title, frame.fontSize) <= to ? { x: from, text: event.title } : null;
}
