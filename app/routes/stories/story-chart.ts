import { chartMarkup } from '~/charts/chart-markup';
import type { RunChartData } from '~/charts/run-chart-data';
import { frames } from '~/charts/run-chart-shapes';

/** The chart of a story as two drawings, one for paper and wide screens and one for phones; nothing in it moves. */
export function storyChart(chart: RunChartData): string {
  const { wide, narrow } = frames.full;
  return (
    chartMarkup(chart, wide, { id: 'w', className: 'only-wide', still: true }) +
    chartMarkup(chart, narrow, { id: 'n', className: 'only-narrow', still: true })
  );
}
