import { chartView } from './chart-view';
import { goalSteps } from './goal-line';
import { shownPhases, shownValues } from './lines-in-view';
import type { RunChartData } from './run-chart-data';

/** One scale for charts side by side: all they show, goals and limits too; null where none has a number. */
export function sharedScale(charts: RunChartData[]): { low: number; high: number } | null {
  const values = charts.flatMap(({ scale: _, ...data }) => {
    const view = chartView(data);
    return shownValues(data, view, shownPhases(data, view), goalSteps(data, view.days));
  });
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}
