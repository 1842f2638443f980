import { useRef } from 'react';
import { DrawnHere } from '~/ui/drawn';
import { usePointKeys } from './point-keys';

/** A chart as `runChartMarkup` draws it: its two drawings, and keys that lead from point to point. */
export function RunChart({ drawing }: { drawing: string }) {
  const chart = useRef<HTMLDivElement>(null);
  usePointKeys(chart);
  return (
    <div ref={chart}>
      <DrawnHere className="run-chart" markup={drawing} />
    </div>
  );
}
