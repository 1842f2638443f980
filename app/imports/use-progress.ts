import { useEffect, useState } from 'react';
import { type Progress, progressWords, quarterOf } from './progress';

const pause = 300;

interface Told {
  progress: Progress | null;
  /** What a program that reads aloud says: it changes with each quarter. */
  spoken: string;
  quarter: string;
}

const nothing: Told = { progress: null, spoken: '', quarter: '' };

/** Asks again and again how far it is, while there is a place to ask. An answer that does not come is no matter. */
export function useProgress(place: string | null): Told {
  const [told, setTold] = useState(nothing);
  useEffect(() => {
    if (place === null) {
      setTold(nothing);
      return;
    }
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const progress = await readProgress(place, stop.signal);
      if (stop.signal.aborted) return;
      if (progress) {
        setTold((before) => {
          const quarter = quarterOf(progress);
          return {
            progress,
            quarter,
            spoken: quarter === before.quarter ? before.spoken : progressWords(progress),
          };
        });
      }
      timer = setTimeout(ask, pause);
    };
    timer = setTimeout(ask, pause);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [place]);
  return told;
}

async function readProgress(place: string, signal: AbortSignal): Promise<Progress | null> {
  try {
    const answer = await fetch(place, { signal, headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as Progress | null) : null;
  } catch {
    return null;
  }
}
