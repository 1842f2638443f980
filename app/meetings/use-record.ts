import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useReadAgain } from '~/ui/use-read-again';
import type { LineFields } from './forms';
import type { MeetingRecord } from './record';

export interface Typed extends Pick<LineFields, 'kind' | 'text' | 'who'> {
  byDate: string;
}

/** A line that was typed here and is on its way, under a key that counts it once. */
export interface Waiting extends Typed {
  key: string;
}

const lookEvery = 2500;
const again = 3000;
const newKey = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
const cyclesIn = (record: MeetingRecord) => record.lines.filter(({ cycle }) => cycle !== null).length;

/**
 * The record as it is now on all devices: asked for every few seconds while the page is seen. Lines typed here are shown
 * at once and sent one at a time until each is answered, so that a dropped connection loses no words.
 */
export function useRecord(place: string, first: MeetingRecord) {
  const [record, setRecord] = useState(first);
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [told, setTold] = useState('');
  const [refused, setRefused] = useState<{ line: Waiting; sentence: string } | null>(null);
  const box = useRef({ mark: first.mark, waiting: [] as Waiting[], isSending: false });
  const readAgain = useReadAgain();

  // What the page itself was answered is as new as any.
  useEffect(() => {
    box.current.mark = first.mark;
    setRecord(first);
  }, [first]);

  const take = useCallback(
    (next: MeetingRecord) => {
      if (next.mark === box.current.mark) return;
      box.current.mark = next.mark;
      setRecord((before) => {
        const known = new Set(before.lines.map(({ id }) => id));
        const fresh = next.lines.filter(({ id, isMine, isOut }) => !known.has(id) && !isMine && !isOut);
        const last = fresh.at(-1);
        if (last) setTold(`${last.writer ?? 'Somebody'} wrote: ${last.text}`);
        // An answer or a decision changes the cycles that stand beside the record.
        if (cyclesIn(next) !== cyclesIn(before)) queueMicrotask(readAgain);
        return next;
      });
    },
    [readAgain],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      if (!document.hidden) {
        const answer = await fetch(`${place}?since=${box.current.mark}`).catch(() => null);
        if (isOver) return;
        if (answer?.status === 200) take((await answer.json()) as MeetingRecord);
      }
      if (!isOver) timer = setTimeout(() => void look(), lookEvery);
    }
    const seen = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      void look();
    };
    timer = setTimeout(() => void look(), lookEvery);
    document.addEventListener('visibilitychange', seen);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [place, take]);

  const drop = (line: Waiting) => {
    box.current.waiting = box.current.waiting.filter(({ key }) => key !== line.key);
    setWaiting(box.current.waiting);
  };

  async function send(): Promise<void> {
    const [line] = box.current.waiting;
    if (!line || box.current.isSending) return;
    box.current.isSending = true;
    const { key, ...fields } = line;
    try {
      const answer = await fetch(place, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, formKey: key }),
        redirect: 'manual',
        signal: AbortSignal.timeout(15_000),
      });
      if (answer.ok) take((await answer.json()) as MeetingRecord);
      else if (answer.status === 422) setRefused({ line, sentence: await sentenceOf(answer) });
      else throw new Error(`Answered ${answer.status}`);
      setTold(answer.ok ? 'Saved.' : '');
      drop(line);
      box.current.isSending = false;
      void send();
    } catch {
      box.current.isSending = false;
      setTold(
        `${navigator.onLine ? 'Could not save' : 'Offline'}: what you wrote waits here and is sent again.`,
      );
      setTimeout(() => void send(), again);
    }
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
      if (box.current.waiting.length > 0) event.preventDefault();
    }, []),
  );

  return {
    record,
    waiting,
    told,
    refused,
    write(typed: Typed) {
      setRefused(null);
      box.current.waiting = [...box.current.waiting, { ...typed, key: newKey() }];
      setWaiting(box.current.waiting);
      void send();
    },
  };
}

/** What the server said of a line it did not take. */
async function sentenceOf(answer: Response): Promise<string> {
  const reply = (await answer.json().catch(() => null)) as { error?: Record<string, string[]> } | null;
  return (
    Object.values(reply?.error ?? {})
      .flat()
      .join(' ') || 'This line could not be saved.'
  );
}
