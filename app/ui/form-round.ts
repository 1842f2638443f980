import { useState } from 'react';

/**
 * A key for a form that leads back to its own page: it changes once a refused answer has been put right, so that the
 * form starts anew and yesterday's errors go. While errors stand it stays, so that the focus is kept.
 */
export function useFormRound(answer: unknown): number {
  const [{ round, before }, setState] = useState({ round: 0, before: answer });
  if (before !== answer) {
    const isPutRight = before !== undefined && answer === undefined;
    setState({ round: isPutRight ? round + 1 : round, before: answer });
  }
  return round;
}
