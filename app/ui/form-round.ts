import { useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { shownField } from '~/http/meanwhile';

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

/**
 * As `useFormRound`, of a form that carries what it has shown (`ShownBefore`): the key changes each time it was saved,
 * so that it shows, and says it has shown, what is kept by then.
 */
export function useSavedRound(answer: unknown): number {
  const isSending = useNavigation().formData?.has(shownField) ?? false;
  const [{ round, wasSending }, setState] = useState({ round: 0, wasSending: false });
  if (wasSending !== isSending) {
    const isSaved = wasSending && answer === undefined;
    setState({ round: isSaved ? round + 1 : round, wasSending: isSending });
  }
  return round;
}
