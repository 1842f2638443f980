import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { paths } from '~/paths';
import { useReadAgain } from '~/ui/use-read-again';
import { keepLine, keptLine, type WrittenLine } from './kept-line';
import type { AddAnswer, NameAnswer } from './lines.server';
import type { Move } from './moves';
import { lineBelow, type NewLine } from './new-line';
import {
  chosen,
  clashed,
  dropped,
  type OutlineDrafts,
  settled,
  taken,
  toSend,
  typed,
} from './outline-drafts';
import { type DriverNode, driversInOrder, type Line, lineKey } from './tree';
import type { TheoryView } from './view';

/** Typing has stopped; a try failed, and the next waits longer, at most so long. */
const [pause, firstWait, longestWait] = [800, 2000, 30_000];

/** A key for what is sent twice when an answer was lost. */
const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-').slice(0, 40);

/** The state of an outline that saves itself: names when typing stops or a line is left, a new line when it is done. */
export function useOutline(teamId: string, personId: string, view: TheoryView) {
  const [drafts, setDrafts] = useState<OutlineDrafts>(new Map());
  const [open, setOpen] = useState<WrittenLine | null>(null);
  const [told, setTold] = useState('');
  const readAgain = useReadAgain();
  const now = useRef(drafts);
  const openNow = useRef(open);
  const shown = useRef(view);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const tries = useRef(0);
  const focusNext = useRef<string | null>(null);
  shown.current = view;

  const become = useCallback((next: OutlineDrafts) => {
    now.current = next;
    setDrafts(next);
  }, []);
  const isKept = useRef(true);
  /** What had the focus when a line was opened: it gets it back. */
  const cameFrom = useRef<Element | null>(null);
  const openLine = useCallback(
    (next: WrittenLine | null) => {
      openNow.current = next;
      setOpen(next);
      isKept.current = keepLine(personId, teamId, next);
    },
    [personId, teamId],
  );
  useEffect(() => {
    const kept = keptLine(personId, teamId, shown.current.tree);
    if (!kept) return;
    openLine(kept);
    setTold(keptWords);
  }, [personId, teamId, openLine]);

  const failed = useCallback((answer: Exclude<Answer<never>, { kind: 'ok' }>) => {
    setTold(
      {
        offline: 'Offline. What you wrote waits here',
        failed: 'Could not save, trying again',
        'signed out': 'You are signed out. Sign in in another window: what you wrote waits here',
        refused: answer.sentence,
      }[answer.kind],
    );
    if (answer.kind === 'refused') return;
    tries.current += 1;
    clearTimeout(timer.current);
    timer.current = setTimeout(later.current, Math.min(firstWait * 2 ** (tries.current - 1), longestWait));
  }, []);

  const sendNames = useCallback(async () => {
    for (const key of toSend(now.current, (one) => nameIn(shown.current, one) ?? '')) {
      const draft = now.current.get(key);
      if (!draft) continue;
      const name = draft.text.trim();
      setTold('Saving');
      const answer = await ask<NameAnswer>(paths.nameLine(teamId), {
        ...idsOf(key),
        name,
        was: draft.saved ?? nameIn(shown.current, key) ?? '',
      });
      if (answer.kind !== 'ok') return failed(answer);
      tries.current = 0;
      if (answer.value.theirs !== null) {
        become(clashed(now.current, key, answer.value.theirs));
        setTold('Not saved: somebody else changed that line too');
        continue;
      }
      become(taken(now.current, key, name));
      setTold(`Saved ${answer.value.savedAt}`);
    }
    if (now.current.size > 0) readAgain();
  }, [teamId, become, failed, readAgain]);

  /** One request at a time, in the order in which they were asked for. */
  const inLine = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const next = line.current.then(work);
    line.current = next.catch(() => undefined);
    return next;
  }, []);
  const save = useCallback(() => {
    clearTimeout(timer.current);
    return inLine(sendNames);
  }, [inLine, sendNames]);

  /** Keeps the line that is being written; with `goesOn`, the next one opens below it. */
  const keep = useCallback(
    (goesOn: boolean) =>
      inLine(async () => {
        const writing = openNow.current;
        if (!writing || writing.text.trim() === '') return;
        const { kind, underId, formKey } = writing;
        const sent = writing.text.trim();
        setTold('Saving');
        const answer = await ask<AddAnswer>(paths.addLine(teamId), {
          kind,
          name: sent,
          underId: underId ?? '',
          afterId: writing.newestId ?? writing.afterId ?? '',
          formKey,
        });
        if (answer.kind !== 'ok') return failed(answer);
        tries.current = 0;
        setTold(`Saved ${answer.value.savedAt}`);
        const meanwhile = openNow.current;
        if (meanwhile?.formKey === formKey) {
          // What was typed on while the answer was under way belongs to the same line: it is named anew.
          const isSame = meanwhile.text.trim() === sent;
          if (goesOn && isSame) {
            openLine({ ...meanwhile, text: '', newestId: answer.value.id, formKey: newKey() });
          } else {
            openLine(null);
            const id = answer.value.id;
            const key =
              kind === 'idea'
                ? lineKey({ driverId: underId ?? '', ideaId: id })
                : lineKey({ driverId: id, ideaId: null });
            if (!isSame) become(typed(now.current, key, meanwhile.text));
            if (goesOn) focusNext.current = key;
          }
        }
        readAgain();
      }),
    [teamId, inLine, failed, openLine, readAgain, become],
  );

  const later = useRef(() => {});
  later.current = () => {
    void save();
    if (tries.current > 0 && openNow.current?.text.trim()) void keep(false);
  };
  useEffect(() => {
    const again = () => later.current();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    become(settled(now.current, (key) => nameIn(view, key)));
    const id = focusNext.current;
    const field = id === null ? null : document.getElementById(id);
    if (field) {
      focusNext.current = null;
      field.focus();
    }
  }, [view, become]);

  useBeforeUnload(
    useCallback((event: BeforeUnloadEvent) => {
      const waits = toSend(now.current, (key) => nameIn(shown.current, key) ?? '').length > 0;
      if (waits || (!isKept.current && openNow.current?.text.trim())) event.preventDefault();
    }, []),
  );

  return {
    drafts,
    told,
    open,
    type(key: string, text: string) {
      become(typed(now.current, key, text));
      clearTimeout(timer.current);
      timer.current = setTimeout(later.current, pause);
    },
    save: () => void save(),
    revert: (key: string) => become(dropped(now.current, key)),
    choose(key: string, whose: 'mine' | 'theirs') {
      become(chosen(now.current, key, whose));
      void save();
    },
    move(of: Line, move: Move) {
      void save();
      void inLine(async () => {
        const answer = await ask<{ sentence: string | null }>(paths.moveLine(teamId), {
          driverId: of.driverId,
          ideaId: of.ideaId ?? '',
          move,
          alive: 'yes',
        });
        if (answer.kind !== 'ok') return failed(answer);
        setTold(answer.value.sentence ?? 'Moved');
        readAgain();
      });
    },
    focusOn(key: string) {
      focusNext.current = key;
    },
    tell: setTold,
    openBelow(below: Line | null) {
      void save();
      cameFrom.current = document.activeElement;
      openLine({ ...lineBelow(shown.current.tree, below), text: '', newestId: null, formKey: newKey() });
    },
    openAt(at: NewLine) {
      void save();
      cameFrom.current = document.activeElement;
      openLine({ ...at, text: '', newestId: null, formKey: newKey() });
    },
    write(text: string) {
      if (!openNow.current) return;
      openLine({ ...openNow.current, text });
      setTold(text.trim() !== '' && isKept.current ? keptWords : '');
    },
    shift: (to: NewLine) => openNow.current && openLine({ ...openNow.current, ...to, newestId: null }),
    keep: (goesOn: boolean) => void keep(goesOn),
    close: () => openLine(null),
    /** Left without adding it: the focus goes to the line before it, or to where it came from. */
    leave() {
      const before = openNow.current && lineBefore(openNow.current);
      const from = cameFrom.current;
      openLine(null);
      setTold('');
      // Once the line that has the focus is gone.
      setTimeout(() => {
        const field = document.getElementById(before ?? '') ?? (from?.isConnected ? from : null);
        if (field instanceof HTMLElement) field.focus();
        else document.querySelector<HTMLElement>('.ol .ol-end a')?.focus();
      }, 0);
    },
  };
}
export type OutlineState = ReturnType<typeof useOutline>;

const keptWords = 'Kept on this device. Enter adds the line';

/** The key of the line that one which is being written stands after; null: it is the first in its place. */
function lineBefore({ kind, underId, newestId, afterId }: WrittenLine): string | null {
  const id = newestId ?? afterId;
  if (id === null) return null;
  return lineKey(kind === 'idea' ? { driverId: underId ?? '', ideaId: id } : { driverId: id, ideaId: null });
}

/** Where a line that is being written stands: after the one that was saved from it last, once that is there. */
export function standsAfter(tree: readonly DriverNode[], open: WrittenLine): string | null {
  const { newestId, afterId } = open;
  if (newestId === null) return afterId;
  const isThere = driversInOrder(tree).some(
    ({ id, ideaIds }) => id === newestId || ideaIds.includes(newestId),
  );
  return isThere ? newestId : afterId;
}

function idsOf(key: string): { driverId: string; ideaId: string } {
  const [kind, id = ''] = key.split('.');
  return kind === 'i' ? { driverId: '', ideaId: id } : { driverId: id, ideaId: '' };
}

function nameIn(view: TheoryView, key: string): string | undefined {
  const { driverId, ideaId } = idsOf(key);
  return (ideaId ? view.ideas[ideaId] : view.drivers[driverId])?.name;
}

type Answer<T> =
  | { kind: 'ok'; value: T; sentence: '' }
  | { kind: 'offline' | 'failed' | 'signed out' | 'refused'; sentence: string };

/** The outline's own way to the server: a page that cannot be reached must not take the place of what was typed. */
async function ask<T>(place: string, fields: Record<string, string>): Promise<Answer<T>> {
  try {
    const response = await fetch(place, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    if (response.type === 'opaqueredirect') return { kind: 'signed out', sentence: '' };
    if (response.ok) return { kind: 'ok', value: (await response.json()) as T, sentence: '' };
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
