import { formatValue } from './figures';
import { type GroupData, type GroupSeries, type GroupValue, isNumber } from './group-data';
import { spread } from './spread';
import { textWidth } from './text-width';
import { tickDecimals, valueScale } from './value-scale';

/* What the gap chart and the lines of all groups share: axes, broken lines, and a column of names at the right. */

export interface GroupFrame {
  width: number;
  height: number;
}

export const groupFrames = {
  wide: { width: 748, height: 400 },
  narrow: { width: 350, height: 330 },
} as const;

export interface GroupLine {
  name: string;
  role: GroupSeries['role'];
  d: string;
  points: { index: number; x: number; y: number }[];
}

export interface NameLabel {
  key: string;
  role: GroupSeries['role'] | 'target' | 'gap';
  value: string;
  /** The first line stands after the value, the others under it. */
  lines: string[];
  x: number;
  y: number;
  /** From the end of the line to the name, where the name had to move. */
  lead: string | null;
}

export interface GroupScene {
  width: number;
  height: number;
  narrow: boolean;
  plot: { left: number; right: number; top: number; bottom: number };
  yTicks: { y: number; text: string }[];
  xTicks: { x: number; text: string; strong: boolean }[];
  x: (index: number) => number;
  y: (value: number) => number;
  target: number | null;
  /** Where something else is counted from then on. */
  breaks: { x: number; words: string }[];
  lines: GroupLine[];
  labels: NameLabel[];
}

export interface WantedLabel {
  key: string;
  role: NameLabel['role'];
  value: string;
  name: string;
  at: (y: (value: number) => number) => number;
  /** Index of the last point of the line this names. */
  from?: number;
}

const size = 13;
const lineHeight = 16.5;
const round = (n: number) => Math.round(n * 10) / 10;

/** Words into lines no wider than `room`; a word that is wider stands alone and widens the column. */
function wrap(text: string, room: number, indent: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    const width = textWidth(longer, size, true) + (lines.length === 1 ? indent : 0);
    if (width <= room || (line === '' && lines.length > 1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Counts back from the newest period with the smallest stride whose labels do not touch; the baseline stays. */
function periodTicks(
  periods: string[],
  x: (index: number) => number,
  strong: number | null,
): GroupScene['xTicks'] {
  const last = periods.length - 1;
  const half = (i: number) => textWidth(periods[i] ?? '', size, i === strong) / 2 + 5;
  const clear = (a: number, b: number) => Math.abs(x(a) - x(b)) >= half(a) + half(b);
  let kept: number[] = [];
  for (let stride = 1; stride <= periods.length; stride++) {
    kept = [];
    for (let i = last; i >= 0; i -= stride) kept.push(i);
    if (kept.every((i, n) => n === 0 || clear(i, kept[n - 1] ?? i))) break;
  }
  if (strong !== null && !kept.includes(strong) && (strong === last || clear(strong, last))) {
    kept = [...kept.filter((i) => i === last || clear(i, strong)), strong];
  }
  return kept.sort((a, b) => a - b).map((i) => ({ x: x(i), text: periods[i] ?? '', strong: i === strong }));
}

export function groupScene(
  data: GroupData,
  frame: GroupFrame,
  { labels: wanted, strong, lead }: { labels: WantedLabel[]; strong: number | null; lead: number },
): GroupScene {
  const { width, height } = frame;
  const narrow = width < 480;
  const [top, bottom] = [26, height - 30];
  const values = [
    ...data.series.flatMap((series) => series.values.filter(isNumber)),
    ...(data.target === null ? [] : [data.target]),
    ...(data.alsoInView ?? []),
  ];

  const room = narrow ? 108 : 190;
  const wrapped = wanted.map((label) => {
    const indent = textWidth(`${label.value} `, label.role === 'gap' ? 16 : size, true);
    return { ...label, indent, lines: label.name === '' ? [] : wrap(label.name, room, indent) };
  });
  const column = Math.max(
    ...wrapped.flatMap(({ lines, indent }) => [
      indent + textWidth(lines[0] ?? '', size, true),
      ...lines.slice(1).map((line) => textWidth(line, size, true)),
    ]),
    40,
  );
  const right = Math.floor(width - column - lead - 2);

  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const decimals = tickDecimals(low, high, 6, data.unit.decimals);
  const tickWords = [low, high, high + (high - low) * 0.2].map((value) =>
    formatValue(value, data.unit, { brief: true, decimals }),
  );
  const left = Math.max(40, Math.ceil(Math.max(...tickWords.map((words) => textWidth(words, size)))) + 10);

  const count = data.periods.length;
  const x = (index: number) => round(left + 10 + (count > 1 ? index / (count - 1) : 0) * (right - left - 20));
  const scale = valueScale(values, {
    top,
    bottom,
    padTop: 14,
    padBottom: 26,
    decimals: data.unit.decimals,
    pxPerTick: 58,
  });

  const breaks = new Set((data.breaks ?? []).map(({ index }) => index));
  const isJoined = (all: readonly GroupValue[], index: number) =>
    isNumber(all[index - 1]) && !breaks.has(index);
  const lines = data.series.map((series): GroupLine => {
    const points = series.values.flatMap((value, index) =>
      isNumber(value) ? [{ index, x: x(index), y: scale.y(value) }] : [],
    );
    const d = points
      .map((point) => `${isJoined(series.values, point.index) ? 'L' : 'M'}${point.x} ${point.y}`)
      .join('');
    return { name: series.name, role: series.role, d, points };
  });

  const centers = wrapped.map((label) => label.at(scale.y));
  const heights = wrapped.map(({ lines: l }) => Math.max(l.length, 1) * lineHeight + 1.5);
  const placed = spread(centers, heights, 2, height - 2);
  const labelX = right + lead;
  const labels = wrapped.map((label, i): NameLabel => {
    const middle = placed[i] ?? 0;
    const y = round(middle - ((Math.max(label.lines.length, 1) - 1) * lineHeight) / 2);
    const ends = label.from === undefined ? null : { x: x(label.from) + 6, y: centers[i] ?? 0 };
    const moved = ends && (Math.abs(ends.y - y) > 3 || ends.x < right - 16);
    return {
      key: label.key,
      role: label.role,
      value: label.value,
      lines: label.lines,
      x: labelX,
      y,
      lead: moved ? `M${ends.x} ${ends.y}L${round(labelX - 4)} ${y}` : null,
    };
  });

  return {
    width,
    height,
    narrow,
    plot: { left, right, top, bottom },
    yTicks: (values.length > 0 ? scale.ticks : []).map((tick) => ({
      y: scale.y(tick),
      text: formatValue(tick, data.unit, { brief: true, decimals: scale.decimals }),
    })),
    xTicks: periodTicks(data.periods, x, strong),
    x,
    y: scale.y,
    target: data.target === null ? null : scale.y(data.target),
    breaks: (data.breaks ?? []).map(({ index, words }) => ({
      x: round((x(index - 1) + x(index)) / 2),
      words,
    })),
    lines,
    labels,
  };
}
