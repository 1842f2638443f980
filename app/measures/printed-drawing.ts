import { chartMarkup } from '~/charts/chart-markup';
import type { RunChartData } from '~/charts/run-chart-data';
import { frames } from '~/charts/run-chart-shapes';

/** A quarter of a letter page, at the size that print scales it to. */
const quarter = { width: 480, height: 400, full: true };

/** A chart for paper, and for the phone on which it is looked at before. */
export const printedDrawing = (chart: RunChartData, id: string): string =>
  chartMarkup(chart, quarter, { id: `${id}w`, className: 'only-wide' }) +
  chartMarkup(chart, frames.small.narrow, { id: `${id}n`, className: 'only-narrow' });
