import type { Signal } from '~/statistics/signals';
import type { RunChartData, Tone } from './run-chart-data';
import { inOrder, isPast, signalBrief, signalText } from './signal-words';
import { textWidth } from './text-width';

type Place = { x: number; y: number } | null;

export interface PlacedSignal {
  key: string;
  tone: Tone;
  /** The run itself, from its first to its last point. */
  line: string;
  bracket: string;
  text: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; words: string; width: number } | null;
  /** px by which the words leave the plot; the scene gives that much room. */
  overTop: number;
  overBottom: number;
}

interface SignalFrame {
  goalAt: number | null;
  fontSize: number;
  brief: boolean;
  room: { left: number; right: number; top: number; bottom: number };
}

const beyond = 15; // px between the run's extreme and its bracket
const nearGoal = 20;

/** What has ended is grey, as the line is. */
const toneOf = (signal: Signal): Tone => (isPast(signal) ? 'none' : signal.verdict);

/** Only a run has a place in the plot; a pattern of the whole chart is said in words. */
export function placeSignals(
  data: RunChartData,
  places: Place[],
  frame: SignalFrame,
): { placed: PlacedSignal[]; tones: Map<number, Tone> } {
  const tones = new Map<number, Tone>();
  const placed: PlacedSignal[] = [];
  const boxes: Box[] = [];
  const runs = inOrder(data.reading.signals).filter(
    (signal) => signal.side !== null && signal.points.length > 1,
  );
  for (const signal of runs) {
    for (const index of signal.points) if (!tones.has(index)) tones.set(index, toneOf(signal));
    const drawn = placeOne(signal, data, places, frame, boxes);
    if (drawn) placed.push(drawn);
  }
  return { placed, tones };
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const touch = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function placeOne(
  signal: Signal,
  data: RunChartData,
  places: Place[],
  { goalAt, fontSize, brief, room }: SignalFrame,
  boxes: Box[],
): PlacedSignal | null {
  const first = signal.points[0] ?? 0;
  const last = signal.points.at(-1) ?? 0;
  const within = places.slice(first, last + 1);
  const seen = within.filter((place): place is NonNullable<Place> => place !== null);
  const [start, end] = [seen[0], seen.at(-1)];
  if (!start || !end) return null;
  const over = signal.side === 'above' || signal.side === 'rising';
  const line = within
    .map((place, i) => (place ? `${within[i - 1] ? 'L' : 'M'}${place.x} ${place.y}` : ''))
    .join('');

  const extreme = over ? Math.min(...seen.map(({ y }) => y)) : Math.max(...seen.map(({ y }) => y));
  let height = over ? extreme - beyond : extreme + beyond;
  // Rule 3: a bracket near the goal line moves past it.
  if (goalAt !== null) {
    const [from, to] = over ? [height - nearGoal, height + 3] : [height - 3, height + nearGoal];
    if (goalAt > from && goalAt < to) height = over ? goalAt - 9 : goalAt + 9;
  }
  const words = brief ? signalBrief(signal) : signalText(signal, data.reading, data.points);
  const width = textWidth(words, fontSize, true);
  const box = () => textBox(height);
  // Rule 2: centered on its bracket, or aligned to the end that the frame cuts.
  const middle = (start.x + end.x) / 2;
  const anchor =
    middle + width / 2 > room.right ? 'end' : middle - width / 2 < room.left ? 'start' : 'middle';
  const x = anchor === 'end' ? end.x : anchor === 'start' ? start.x : Math.round(middle * 10) / 10;
  const left = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2;
  const textBox = (at: number): Box =>
    over
      ? { left, right: left + width, top: at - 7 - fontSize, bottom: at + 5 }
      : { left, right: left + width, top: at - 5, bottom: at + 17 + 4 };

  for (let tries = 0; tries < 2 && boxes.some((other) => touch(other, box())); tries++)
    height += over ? -22 : 22;
  const free = !boxes.some((other) => touch(other, box()));
  // Rule 6: what does not fit goes to the list, which the sentence over the chart is.
  const fits = free && left >= room.left - 8 && left + width <= room.right + 8;
  if (free) boxes.push(box());
  const at = Math.round(height * 10) / 10;
  const foot = over ? at + 5 : at - 5;
  return {
    key: `${signal.rule}-${first}-${last}`,
    tone: toneOf(signal),
    line,
    bracket: free ? `M${start.x} ${foot}V${at}H${end.x}V${foot}` : '',
    text: fits ? { x, y: Math.round((over ? at - 7 : at + 17) * 10) / 10, anchor, words, width } : null,
    overTop: free ? Math.max(0, room.top - box().top) : 0,
    overBottom: free ? Math.max(0, box().bottom - room.bottom) : 0,
  };
}
