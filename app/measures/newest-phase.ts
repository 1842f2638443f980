import { isPast, isRun } from '~/charts/signal-words';
import type { RunChartReading } from '~/statistics/run-chart';

/**
 * Where a person has begun a new phase, the chart is about that one: a run that an earlier phase ended with is history
 * and no news, and a pattern of the whole of an earlier phase is not told.
 */
export function ofNewestPhase<Reading extends RunChartReading>(reading: Reading): Reading {
  const newest = reading.phases.length - 1;
  const signals = reading.signals
    .filter((signal) => signal.phase >= newest || isRun(signal))
    .map((signal) =>
      signal.phase >= newest || isPast(signal)
        ? signal
        : { ...signal, verdict: 'neutral' as const, past: 'phase' as const },
    );
  return { ...reading, signals };
}
