// What a signal is, and whether it is good news.
import type { Pattern } from './patterns';

export type Better = 'up' | 'down' | 'neither';
export type RuleSet = 'anhoej' | 'ihi' | 'nhs' | 'western-electric' | 'nelson';

export interface Signal {
  rule:
    | 'shift'
    | 'crossings'
    | 'trend'
    | 'too few runs'
    | 'too many runs'
    | 'beyond limits'
    | 'two of three'
    | 'four of five'
    | string;
  side: 'above' | 'below' | 'rising' | 'falling' | null;
  /** every member, indices from 0; none where the pattern belongs to the whole phase (crossings, numbers of runs) */
  points: number[];
  /** the point at which the rule was first met; for a pattern of the whole phase its last useful point */
  completedAt: number;
  count: number;
  /** the number the rule asked for */
  limit: number;
  verdict: 'better' | 'worse' | 'neutral';
  phase: number;
  /**
   * On a run chart, a run that is not going on and so is neither good nor bad news: it ended, or it is where the series
   * was before (on the chart's own median, from the first useful point), or a person has begun a new phase since.
   */
  past?: 'ended' | 'before' | 'phase';
  /** members at which the pattern was complete or went on, as references that flag from the completing point list them */
  completing?: number[];
}

/** Good or bad news by side: up is good, above is better; neutral where neither side or neither direction is good. */
export function verdictOf(side: Signal['side'], better: Better): Signal['verdict'] {
  if (side === null || better === 'neither') return 'neutral';
  const high = side === 'above' || side === 'rising';
  return high === (better === 'up') ? 'better' : 'worse';
}

/** A pattern as a signal of a rule that asked for `limit` points. */
export function signalOf(
  pattern: Pattern,
  rule: Signal['rule'],
  limit: number,
  better: Better,
  phase: number,
): Signal {
  const names = rule === 'trend' ? (['falling', 'rising'] as const) : (['below', 'above'] as const);
  const side = pattern.side === 0 ? null : pattern.side === 1 ? names[1] : names[0];
  return {
    rule,
    side,
    points: pattern.points,
    completedAt: pattern.completing[0] as number,
    count: pattern.points.length,
    limit,
    verdict: verdictOf(side, better),
    phase,
    completing: pattern.completing,
  };
}

/** A pattern of a whole phase: it has neither side nor date and is never good or bad news. */
export function wholePhaseSignal(
  rule: Signal['rule'],
  count: number,
  limit: number,
  completedAt: number,
  phase: number,
): Signal {
  return { rule, side: null, points: [], completedAt, count, limit, verdict: 'neutral', phase };
}
