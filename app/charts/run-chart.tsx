import { ChartDrawing } from './chart-drawing';
import type { RunChartData } from './run-chart-data';
import { frames } from './run-chart-shapes';

export interface RunChartProps {
  data: RunChartData;
  /** `full` has a readout and points one can reach; `small` is one picture among several. */
  size?: 'full' | 'small';
}

/** Two drawings of one chart: wide for laptops, narrow for phones. Text is never scaled down. */
export function RunChart({ data, size = 'full' }: RunChartProps) {
  return (
    <div className="run-chart">
      <ChartDrawing data={data} frame={frames[size].wide} className="only-wide" />
      <ChartDrawing data={data} frame={frames[size].narrow} className="only-narrow" />
    </div>
  );
}
