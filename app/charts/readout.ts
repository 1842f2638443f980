import { countText, formatValue } from './figures';
import type { ChartPoint, Unit } from './run-chart-data';
import { textWidth } from './text-width';

function valueText(point: ChartPoint, unit: Unit): { value: string; counts: string } {
  const value = point.value === null ? 'no number' : formatValue(point.value, unit);
  const counts =
    point.numerator != null && point.denominator != null
      ? ` (${countText(point.numerator)} of ${countText(point.denominator)})`
      : '';
  return { value, counts };
}

function longestThatFits(texts: string[], room: number, size: number): string {
  return texts.find((text) => textWidth(text, size, true) <= room) ?? texts.at(-1) ?? '';
}

/** "Week of Oct 12: 85.8% (266 of 310). Veterans Day". The note gives way first, then the counts. */
export function pointText(point: ChartPoint, unit: Unit, room: number, size: number): string {
  const { value, counts } = valueText(point, unit);
  const out = point.ghosted ? ', left out' : '';
  const short = `${point.label}: ${value}${out}`;
  const full = `${point.label}: ${value}${counts}${out}`;
  return longestThatFits([...(point.note ? [`${full}. ${point.note}`] : []), full, short, value], room, size);
}

/** What the reserved line says before any point is chosen. */
export function latestText(point: ChartPoint, unit: Unit, room: number, size: number): string {
  const { value, counts } = valueText(point, unit);
  const label = point.label.replace(/^(Day|Week|Month|Quarter|School year|Year)\b/, (word) =>
    word.toLowerCase(),
  );
  return longestThatFits(
    [`Latest, ${label}: ${value}${counts}`, `Latest, ${label}: ${value}`, value],
    room,
    size,
  );
}
