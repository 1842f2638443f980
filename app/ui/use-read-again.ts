import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Reads what the page shows again, one reading at a time: a reading broken off by the next one ends in an error that
 * nobody can catch. Who asks meanwhile gets one more reading after it.
 */
export function useReadAgain(): () => void {
  const { revalidate, state } = useRevalidator();
  const now = useRef({ isReading: false, isAsked: false });

  useEffect(() => {
    now.current.isReading = state !== 'idle';
    if (now.current.isReading || !now.current.isAsked) return;
    now.current = { isReading: true, isAsked: false };
    revalidate();
  }, [state, revalidate]);

  return useCallback(() => {
    if (now.current.isReading) {
      now.current.isAsked = true;
      return;
    }
    now.current.isReading = true;
    revalidate();
  }, [revalidate]);
}
