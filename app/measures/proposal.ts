import { proposeRebase } from '~/statistics/rebase';
import { inSentence } from './periods';
import type { MeasureReading } from './reading';

export interface PhaseProposal {
  /** First day of the first period of the new phase. */
  fromOn: string;
  /** What was seen, and what a new phase would do; it says so where it would hide a worsening. */
  sentence: string;
  hidesWorsening: boolean;
}

/** A new phase that a person might start; null where the numbers give no reason. Nothing starts by itself. */
export function proposedPhase({ series, chart }: MeasureReading): PhaseProposal | null {
  const proposal = proposeRebase(series);
  const point = chart.points[proposal?.at ?? -1];
  if (!proposal || !point) return null;
  return {
    fromOn: point.date,
    sentence: `${proposal.reason} The first of them is ${inSentence(point.label)}.`,
    hidesWorsening: proposal.hidesWorsening,
  };
}
