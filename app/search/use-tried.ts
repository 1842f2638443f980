import { useEffect, useState } from 'react';
import { paths } from '~/paths';
import type { Tried } from './tried.server';

/** So long after the last letter it is asked. */
const pause = 500;
const shortest = 4;

/** What was tried before, as an idea is typed. Without a connection it stays as it was: it must stop nobody. */
export function useTried(teamId: string, first: Tried | null) {
  const [tried, setTried] = useState(first);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    if (typed.trim().length < shortest) {
      setTried(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(paths.tried(teamId, typed), { signal: stop.signal });
        if (answer.ok) setTried((await answer.json()) as Tried);
      } catch {
        // Typed on, or no connection: what is shown stays.
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [teamId, typed]);
  return { tried, onIdea: setTyped };
}
