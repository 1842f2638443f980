import type { RunChartData } from '~/charts/run-chart-data';

/**
 * A chart for people outside the team. What its people wrote for themselves stays with them, for it may name somebody:
 * notes beside numbers, the words of cycles, and what happened. That the numbers are counted another way from a day on
 * is no such thing: without it they would be misread.
 */
export function onSharedChart(chart: RunChartData): RunChartData {
  return {
    ...chart,
    points: chart.points.map((point) => ({ ...point, note: null })),
    cycles: chart.cycles.map(({ href: _, ...cycle }) => ({ ...cycle, label: 'a test of a change' })),
    events: (chart.events ?? [])
      .filter(({ kind }) => kind === 'definition change')
      .map((event) => ({ ...event, title: 'from this day on' })),
  };
}
