import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { plural } from '~/ui/words';
import type { CellField } from './cell';
import type { TypedChange } from './cell-decision';
import type { EntryAnswer, Grid } from './grid';
import { answered, choose, type Drafts, draftsOf, reloaded, toSend, type, waiting } from './grid-drafts';

/** Typing has stopped; a try failed, and the next waits longer, at most so long. */
const [pause, firstWait, longestWait] = [800, 2000, 30_000];

interface Told {
  words: string;
  isSaved: boolean;
}

/**
 * The state of a grid that saves itself: cells go to the server when typing stops or a cell is left, one request at a
 * time; without a connection they wait on the page and are sent when it is back. `place` takes them; `onSaved` is
 * called when nothing waits any more.
 */
export function useGrid(grid: Grid, place: string, start: Drafts | null, onSaved: () => void) {
  const [drafts, setDrafts] = useState(start ?? draftsOf(grid.rows));
  const [told, setTold] = useState<Told>({ words: grid.saved, isSaved: grid.saved !== '' });
  const [undo, setUndo] = useState(grid.undo);
  const now = useRef(drafts);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const line = useRef<Promise<void>>(Promise.resolve());
  const tries = useRef(0);
  const answeredAt = useRef('');
  const saved = useRef(onSaved);
  saved.current = onSaved;

  const become = useCallback((next: Drafts) => {
    now.current = next;
    setDrafts(next);
  }, []);

  const sendNow = useCallback(
    async (changes: TypedChange[], kind: 'cell' | 'paste'): Promise<void> => {
      if (changes.length === 0) return;
      setTold({ words: 'Saving', isSaved: false });
      const answer = await post(place, changes, kind);
      if (answer.kind === 'saved') {
        tries.current = 0;
        become(answered(now.current, changes, answer.entry.cells));
        answeredAt.current = answer.entry.at;
        setUndo(answer.entry.undo);
        const isClash = answer.entry.cells.some(({ clashes }) => clashes.length > 0);
        setTold(
          isClash
            ? { words: 'Not saved: somebody else changed that number too', isSaved: false }
            : { words: `Saved ${answer.entry.savedAt}`, isSaved: true },
        );
        if (toSend(now.current).length === 0) saved.current();
        return;
      }
      const count = waiting(now.current);
      const wait = `${plural(count, 'number')} ${count === 1 ? 'waits' : 'wait'}`;
      const words = {
        offline: `Offline, ${wait}`,
        failed: 'Could not save, trying again',
        'signed out': `You are signed out. Sign in in another window: ${wait} here`,
        refused: answer.sentence,
      }[answer.kind];
      setTold({ words, isSaved: false });
      if (answer.kind === 'refused') return;
      tries.current += 1;
      clearTimeout(timer.current);
      timer.current = setTimeout(later.current, Math.min(firstWait * 2 ** (tries.current - 1), longestWait));
    },
    [place, become],
  );

  /** One request at a time: the next waits for the answer, and sends what is left then. */
  const send = useCallback(
    (pasted?: TypedChange[]): Promise<void> => {
      clearTimeout(timer.current);
      line.current = line.current.then(() =>
        pasted ? sendNow(pasted, 'paste') : sendNow(toSend(now.current), 'cell'),
      );
      return line.current;
    },
    [sendNow],
  );
  const later = useRef(() => {});
  later.current = () => void send();

  useEffect(() => {
    const again = () => later.current();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    // Read before the newest answer, it would bring old numbers back.
    if (now.current.rows === grid.rows || grid.at < answeredAt.current) return;
    become(reloaded(now.current, grid.rows));
    setUndo(grid.undo);
  }, [grid, become]);

  useBeforeUnload(
    useCallback((event: BeforeUnloadEvent) => {
      if (waiting(now.current) > 0) event.preventDefault();
    }, []),
  );

  return {
    drafts,
    told,
    undo,
    send,
    typeInto(start: string, field: CellField, stratum: string, is: string) {
      become(type(now.current, start, field, stratum, is));
      clearTimeout(timer.current);
      timer.current = setTimeout(later.current, pause);
    },
    chooseFor(start: string, stratum: string, whose: 'mine' | 'theirs') {
      become(choose(now.current, start, stratum, whose));
      void send();
    },
  };
}

type Answer =
  | { kind: 'saved'; entry: EntryAnswer; sentence: '' }
  | { kind: 'offline' | 'failed' | 'signed out' | 'refused'; sentence: string };

/** The grid's own way to the server: a page that cannot be reached must not take the place of what was typed. */
async function post(place: string, cells: TypedChange[], kind: 'cell' | 'paste'): Promise<Answer> {
  try {
    const response = await fetch(place, {
      method: 'POST',
      body: new URLSearchParams({ cells: JSON.stringify(cells), kind }),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    if (response.type === 'opaqueredirect') return { kind: 'signed out', sentence: '' };
    if (response.ok) return { kind: 'saved', entry: (await response.json()) as EntryAnswer, sentence: '' };
    if (response.status === 422) return { kind: 'refused', sentence: await sentenceOf(response) };
    if (response.status === 403 || response.status === 404) {
      return { kind: 'refused', sentence: 'You cannot save here any more. What you typed is not saved.' };
    }
    return { kind: 'failed', sentence: '' };
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline', sentence: '' };
  }
}

async function sentenceOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error?: Record<string, string[] | null> };
  return (
    Object.values(error ?? {})
      .flat()
      .filter(Boolean)
      .join(' ') || 'That could not be saved.'
  );
}
