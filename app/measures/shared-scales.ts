import type { RunChartData, Unit } from '~/charts/run-chart-data';
import { sharedScale } from '~/charts/shared-scale';
import { listed } from '~/ui/words';

const nameOf = ({ kind, suffix }: Unit): string => {
  const names = {
    percent: 'percent',
    money: 'dollars',
    days: 'days',
    count: 'counts',
    rate: 'rates',
    mean: 'values',
  };
  return suffix ?? names[kind];
};
const keyOf = ({ kind, suffix }: Unit) => `${kind} ${suffix ?? ''}`;

/** Charts of one unit on one scale: their heights can be compared. A chart that is alone in its unit keeps its own. */
export function onSharedScales<Drawn extends { chart: RunChartData }>(drawn: readonly Drawn[]): Drawn[] {
  const units = byUnit(drawn);
  return drawn.map((one) => {
    const same = units.get(keyOf(one.chart.unit)) ?? [];
    const scale = same.length > 1 ? sharedScale(same) : null;
    return scale ? { ...one, chart: { ...one.chart, scale } } : one;
  });
}

/** Charts that have no number take no part. */
function byUnit(drawn: readonly { chart: RunChartData }[]): Map<string, RunChartData[]> {
  const units = new Map<string, RunChartData[]>();
  for (const { chart } of drawn) {
    if (!chart.points.some(({ value }) => value !== null)) continue;
    const key = keyOf(chart.unit);
    units.set(key, [...(units.get(key) ?? []), chart]);
  }
  return units;
}

/** "3 charts in percent and 2 in minutes share a scale. The others are in units of their own."; null where none can. */
export function sharedScaleWords(drawn: readonly { chart: RunChartData }[]): string | null {
  const units = [...byUnit(drawn).values()];
  const shared = units.filter(({ length }) => length > 1);
  if (shared.length === 0) return null;
  const said = shared.map((charts, at) => {
    const unit = charts[0] ? nameOf(charts[0].unit) : '';
    return at === 0 ? `${charts.length} charts in ${unit}` : `${charts.length} in ${unit}`;
  });
  const each = shared.length === 1 ? 'share a scale' : 'share a scale each';
  const alone = units.length - shared.length;
  const rest =
    { 0: '', 1: ' One is in a unit of its own.' }[alone] ?? ' The others are in units of their own.';
  return `${listed(said)} ${each}.${rest}`;
}
