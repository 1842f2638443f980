import { monthName, shortDay } from './figures';
import { textWidth } from './text-width';

export interface AxisTick {
  x: number;
  text: string;
  anchor: 'start' | 'middle';
  /** Where a new year begins. */
  strong: boolean;
}

const day = 86_400_000;
const room = 10;

const monthSteps = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240];
const daySteps = [1, 2, 7, 14];

interface Candidate {
  time: number;
  text: string;
  strong: boolean;
}

function byMonths(from: number, to: number, step: number): Candidate[] {
  const start = new Date(from);
  const ticks: Candidate[] = [];
  // Counted from year 0, so that January is always among them.
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1, 12);
    if (time > to) return ticks;
    if (time < from) continue;
    const january = month % 12 === 0;
    ticks.push({ time, text: january ? String(month / 12) : monthName(time), strong: january });
  }
}

function byDays(from: number, to: number, step: number): Candidate[] {
  const ticks: Candidate[] = [];
  for (let time = from; time <= to; time += step * day)
    ticks.push({ time, text: shortDay(time), strong: false });
  return ticks;
}

/**
 * Ticks to scale, by days, months or years: the finest step whose labels keep 10 px between them. January says the
 * year. The first point names its month where the first whole month leaves room.
 */
export function timeTicks(from: number, to: number, x: (time: number) => number, size: number): AxisTick[] {
  const place = (ticks: Candidate[]): AxisTick[] =>
    ticks.map(({ time, text, strong }) => ({ x: x(time), text, anchor: 'middle', strong }));
  const half = (tick: AxisTick) => textWidth(tick.text, size, tick.strong) / 2;
  const fits = (ticks: AxisTick[]) =>
    ticks.every((tick, i) => {
      const before = ticks[i - 1];
      return !before || tick.x - half(tick) - (before.x + half(before)) >= room;
    });

  if (to - from < 45 * day) {
    for (const step of daySteps) {
      const ticks = place(byDays(from, to, step));
      const [first, ...rest] = ticks;
      if (!first) break;
      // The first label starts at its tick, so that it never leaves the frame.
      const pinned: AxisTick = { ...first, anchor: 'start' };
      const next = rest[0];
      const clear = !next || next.x - half(next) - (first.x - 4 + 2 * half(first)) >= room;
      if (clear && fits(rest)) return [pinned, ...rest];
    }
  }
  for (const step of monthSteps) {
    const ticks = place(byMonths(from, to, step));
    if (!fits(ticks)) continue;
    const text = step < 12 ? monthName(from) : `${monthName(from)} ${new Date(from).getUTCFullYear()}`;
    const lead: AxisTick = { x: x(from), text, anchor: 'start', strong: false };
    const next = ticks[0];
    const clear = !next || next.x - half(next) - (lead.x - 4 + textWidth(text, size)) >= room;
    return clear ? [lead, ...ticks] : ticks;
  }
  return [];
}
