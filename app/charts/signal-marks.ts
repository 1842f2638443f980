import type { Signal } from '~/statistics/signals';
import type { GoalStretch } from './goal-line';
import type { RunChartData, Tone } from './run-chart-data';
import { centreOf, inOrder, isBeyond, isPast, signalBrief, signalText } from './signal-words';
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
  goals: GoalStretch[];
  fontSize: number;
  brief: boolean;
  room: { left: number; right: number; top: number; bottom: number };
}

const beyond = 15; // px between the run's extreme and its bracket
const nearGoal = 20;

/** What has ended is grey, as the line is. */
const toneOf = (signal: Signal): Tone => (isPast(signal) ? 'none' : signal.verdict);

/** A pattern with points has a place in the plot; one of the whole chart is said in words. */
export function placeSignals(
  data: RunChartData,
  places: Place[],
  frame: SignalFrame,
): { placed: PlacedSignal[]; tones: Map<number, Tone> } {
  const tones = new Map<number, Tone>();
  const placed: PlacedSignal[] = [];
  const boxes: Box[] = [];
  const patterns = inOrder(data.reading.signals).filter(({ points }) => points.length > 0);
  // A newest point beyond a limit is the strongest claim: a run it is part of does not take its mark.
  for (const signal of [...patterns.filter((each) => isBeyond(each) && !isPast(each)), ...patterns]) {
    for (const index of signal.points) if (!tones.has(index)) tones.set(index, toneOf(signal));
  }
  for (const signal of patterns) {
    const drawn = signal.points.length > 1 ? placeOne(signal, data, places, frame, boxes) : null;
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
  { goals, fontSize, brief, room }: SignalFrame,
  boxes: Box[],
): PlacedSignal | null {
  const first = signal.points[0] ?? 0;
  const last = signal.points.at(-1) ?? 0;
  const within = places.slice(first, last + 1);
  const seen = within.filter((place): place is NonNullable<Place> => place !== null);
  const [start, end] = [seen[0], seen.at(-1)];
  if (!start || !end || start === end) return null;
  const over = signal.side !== 'below' && signal.side !== 'falling';
  const line = within
    .map((place, i) => (place ? `${within[i - 1] ? 'L' : 'M'}${place.x} ${place.y}` : ''))
    .join('');

  const extreme = over ? Math.min(...seen.map(({ y }) => y)) : Math.max(...seen.map(({ y }) => y));
  let height = over ? extreme - beyond : extreme + beyond;
  const words = wordsThatFit(signal, data, { fontSize, brief, room });
  const width = textWidth(words, fontSize, true);
  // Rule 2: centered on its bracket, or aligned to the end that the frame cuts.
  const middle = (start.x + end.x) / 2;
  const anchor =
    middle + width / 2 > room.right ? 'end' : middle - width / 2 < room.left ? 'start' : 'middle';
  const x = anchor === 'end' ? end.x : anchor === 'start' ? start.x : Math.round(middle * 10) / 10;
  const left = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2;
  const [reachLeft, reachRight] = [Math.min(left, start.x), Math.max(left + width, end.x)];
  // Rule 3: a bracket near the goal line moves past it, with its words.
  for (const goal of goals) {
    if (goal.to < reachLeft || goal.from > reachRight) continue;
    const [from, to] = over ? [height - nearGoal, height + 3] : [height - 3, height + nearGoal];
    if (goal.at > from && goal.at < to) height = over ? goal.at - 9 : goal.at + 9;
  }
  // Nor does it lie across the place where the goal steps.
  for (const [i, { to, at }] of goals.entries()) {
    const next = goals[i + 1];
    if (!next || to < reachLeft - 4 || to > reachRight + 4) continue;
    const [highest, lowest] = [Math.min(at, next.at), Math.max(at, next.at)];
    const [from, until] = over ? [height - nearGoal, height + 3] : [height - 3, height + nearGoal];
    if (highest < until && lowest > from) height = over ? highest - 9 : lowest + 9;
  }
  const box = (): Box => ({
    left: reachLeft,
    right: reachRight,
    top: over ? height - 7 - fontSize : height - 5,
    bottom: over ? height + 5 : height + 17 + 4,
  });

  for (let tries = 0; tries < 2 && boxes.some((other) => touch(other, box())); tries++)
    height += over ? -22 : 22;
  const free = !boxes.some((other) => touch(other, box()));
  // Rule 6: what does not fit goes to the list, which the sentence over the chart is.
  const fits = free && left >= room.left - 8 && left + width <= room.right;
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

/** The sentence; where it is longer than the plot is wide, the count and the side. */
function wordsThatFit(
  signal: Signal,
  data: RunChartData,
  { fontSize, brief, room }: Pick<SignalFrame, 'fontSize' | 'brief' | 'room'>,
): string {
  const short = signalBrief(signal);
  if (brief) return short;
  const long = signalText(signal, data.reading, data.points, centreOf(data));
  return textWidth(long, fontSize, true) <= room.right - room.left ? long : short;
}
