import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { plural } from '~/ui/words';
import type { TapCount } from './taps';

interface Taps {
  yes: number;
  no: number;
}

const none: Taps = { yes: 0, no: 0 };
const isNone = ({ yes, no }: Taps) => yes === 0 && no === 0;
const newKey = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
const again = 3000;

/**
 * A count that shows each tap at once and sends them together, one request at a time. A request is sent again under
 * its own key until it is answered, so that a lost answer counts nothing twice.
 */
export function useTaps(place: string, about: Record<string, string>, start: TapCount) {
  const [count, setCount] = useState(start);
  const [waiting, setWaiting] = useState(none);
  const [told, setTold] = useState({ words: '' });
  const box = useRef({ waiting: none, sent: null as (Taps & { key: string }) | null });
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const show = () => {
    const { waiting: more, sent } = box.current;
    setWaiting({ yes: more.yes + (sent?.yes ?? 0), no: more.no + (sent?.no ?? 0) });
  };

  async function send(): Promise<void> {
    const { sent } = box.current;
    if (!sent) return;
    const { key, yes, no } = sent;
    try {
      const response = await fetch(place, {
        method: 'POST',
        body: new URLSearchParams({ ...about, formKey: key, yes: String(yes), no: String(no) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(15_000),
      });
      if (response.ok) setCount((await response.json()) as TapCount);
      else if (response.status !== 422) throw new Error(`Answered ${response.status}`);
      setTold({ words: response.ok ? 'Saved.' : 'There is nothing left to take back.' });
      box.current.sent = null;
      next();
      show();
    } catch {
      const all = Math.abs(waitingNow().yes) + Math.abs(waitingNow().no);
      setTold({
        words: `${navigator.onLine ? 'Could not save, trying again' : 'Offline'}: ${plural(all, 'tap')} ${all === 1 ? 'waits' : 'wait'} here.`,
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), again);
    }
  }

  const waitingNow = (): Taps => {
    const { waiting: more, sent } = box.current;
    return { yes: more.yes + (sent?.yes ?? 0), no: more.no + (sent?.no ?? 0) };
  };

  function next() {
    if (box.current.sent || isNone(box.current.waiting)) return;
    box.current = { waiting: none, sent: { ...box.current.waiting, key: newKey() } };
    void send();
  }

  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const online = () => void latest.current();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);

  useBeforeUnload(
    useCallback((event: BeforeUnloadEvent) => {
      if (box.current.sent || !isNone(box.current.waiting)) event.preventDefault();
    }, []),
  );

  return {
    told,
    shown: {
      yes: count.yes + waiting.yes,
      no: count.no === null ? null : count.no + waiting.no,
    },
    tap(which: 'yes' | 'no', by: number) {
      const { waiting: more } = box.current;
      box.current.waiting = { ...more, [which]: more[which] + by };
      next();
      show();
    },
  };
}
