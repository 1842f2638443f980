import { useSubmit } from '@remix-run/react';
import { type FocusEvent, type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type KeptWords, readWords, wordsKey, writeWords } from '~/ui/kept-words';
import { formsIn, putInto, textsIn } from './desk-form';
import { type Posted, postFields } from './desk-post';
import { type FieldAnswer, type FieldClash, type Keep, kept } from './field-answers';

/** Typing has stopped; a try failed, and the next waits longer, at most so long; the page is read anew. */
const [pause, firstWait, longestWait, readAfter] = [800, 2000, 30_000, 1500];

export interface Told {
  words: string;
  isSaved: boolean;
  isSignedOut?: boolean;
}

export interface DeskOptions {
  /** Where fields are saved. */
  place: string;
  personId: string;
  cycleId: string;
  /** What stood in each field when the page was drawn, and the number of its version. */
  stood: Readonly<Record<string, [version: number, text: string]>>;
  clashes: readonly FieldClash[];
  /** Something was saved: how the cycle stands may have changed. */
  onSaved: () => void;
}

/**
 * Fields that save themselves: each goes to the server when typing stops or the field is left, one request at a time.
 * What could not be sent waits on the device, and is taken back when the same person opens the page again.
 */
export function useDesk({ place, personId, cycleId, stood, clashes: begun, onSaved }: DeskOptions) {
  const key = wordsKey(personId, cycleId);
  const root = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<Told>({ words: '', isSaved: false });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [clashes, setClashes] = useState<Record<string, FieldClash>>(() => byField(begun));
  const [waiting, setWaiting] = useState<KeptWords | null>(null);
  const [isAlive, setIsAlive] = useState(false);
  const state = useRef({
    saved: new Map<string, { version: number; text: string }>(),
    typed: new Map<string, string>(),
    clashing: new Set(begun.map(({ field }) => field)),
    line: Promise.resolve() as Promise<unknown>,
    tries: 0,
    isOut: false,
  }).current;
  const timers = useRef<Record<'send' | 'read', ReturnType<typeof setTimeout> | undefined>>({
    send: undefined,
    read: undefined,
  }).current;
  const after = useRef(onSaved);
  after.current = onSaved;
  const submit = useSubmit();

  const standing = useCallback(
    (field: string, drawn = '') => {
      const known = state.saved.get(field);
      if (known) return known;
      const [version, text] = stood[field] ?? [0, ''];
      const first = { version, text: text || drawn };
      state.saved.set(field, first);
      return first;
    },
    [state, stood],
  );

  const keepOnDevice = useCallback(() => {
    const words: KeptWords = {};
    for (const [field, text] of state.typed) words[field] = { text, version: standing(field).version };
    writeWords(key, words);
  }, [key, standing, state]);

  /** Looks at a form, and keeps what is not saved of it on the device. */
  const look = useCallback(
    (form: HTMLFormElement) => {
      const [now, drawn] = [textsIn(form), textsIn(form, 'drawn')];
      for (const [field, text] of now) {
        if (text === standing(field, drawn.get(field)).text) state.typed.delete(field);
        else state.typed.set(field, text);
      }
      if (form.id === 'plan-sheet') {
        // A measure that is no longer chosen takes its numbers with it.
        for (const field of new Set([...state.saved.keys(), ...Object.keys(stood)])) {
          if (!field.startsWith('predictions.') || now.has(field)) continue;
          if (standing(field).text !== '') state.typed.set(field, '');
        }
      }
      keepOnDevice();
    },
    [keepOnDevice, standing, state, stood],
  );

  const sendNow = async (): Promise<void> => {
    const changes = [...state.typed]
      .filter(([field]) => !state.clashing.has(field))
      .map(([field, text]) => ({ field, text, version: standing(field).version }));
    if (changes.length === 0) return;
    // The way to sign in stays where it is while another try is made: it may be pressed just now.
    if (!state.isOut) setTold({ words: 'Saving…', isSaved: false });
    const posted = await postFields(place, personId, changes);
    state.isOut = posted.kind === 'signed out';
    if (posted.kind === 'saved') {
      state.tries = 0;
      take(posted.saved.answers, changes);
      keepOnDevice();
      setTold(toldOf(posted.saved.savedAt, posted.saved.answers));
      clearTimeout(timers.read);
      timers.read = setTimeout(() => after.current(), readAfter);
      return;
    }
    setTold(failures[posted.kind]);
    if (posted.kind === 'refused' || posted.kind === 'signed out') return;
    state.tries += 1;
    clearTimeout(timers.send);
    timers.send = setTimeout(
      () => later.current(),
      Math.min(firstWait * 2 ** (state.tries - 1), longestWait),
    );
  };

  function take(answers: readonly FieldAnswer[], sent: readonly { field: string; text: string }[]): void {
    const texts = new Map(sent.map(({ field, text }) => [field, text]));
    const [said, met] = [new Map<string, string | null>(), new Map<string, FieldClash | null>()];
    for (const answer of answers) {
      const { field } = answer;
      said.set(field, answer.state === 'wrong' ? answer.sentence : null);
      met.set(field, answer.state === 'clash' ? answer : null);
      if (answer.state === 'clash') state.clashing.add(field);
      if (answer.state !== 'saved') continue;
      const text = texts.get(field) ?? '';
      state.saved.set(field, { version: answer.version, text });
      if (state.typed.get(field) === text) state.typed.delete(field);
    }
    setWrong((before) => merged(before, said));
    setClashes((before) => merged(before, met));
  }

  const send = useRef(() => Promise.resolve() as Promise<unknown>);
  send.current = () => {
    clearTimeout(timers.send);
    state.line = state.line.then(sendNow);
    return state.line;
  };
  const later = useRef(() => {});
  later.current = () => void send.current();

  useEffect(() => {
    setIsAlive(true);
    const words = readWords(key);
    if (Object.keys(words).length > 0) setWaiting(words);
    const again = () => {
      if (state.typed.size > 0) later.current();
    };
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    window.addEventListener('pagehide', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      window.removeEventListener('pagehide', again);
      again();
      clearTimeout(timers.send);
      clearTimeout(timers.read);
    };
  }, [key, state, timers]);

  /** The page shows the fields that words wait for: they are put there, and sent. */
  const takeBack = useCallback(
    async (words: KeptWords) => {
      for (const [field, { text, version }] of Object.entries(words)) {
        const now = stood[field] ?? [0, ''];
        state.saved.set(field, { version, text: now[1] });
        if (text === now[1]) continue;
        state.typed.set(field, text);
        for (const form of formsIn(root.current)) putInto(form, field, text);
      }
      setWaiting(null);
      keepOnDevice();
      await send.current();
    },
    [keepOnDevice, state, stood],
  );

  return {
    root,
    told,
    wrong,
    clashes,
    isAlive,
    /** Words of this person that wait on the device, until they are taken back. */
    waiting,
    takeBack,
    hasUnsaved: () => state.typed.size > 0,
    onInput(event: FormEvent<HTMLElement>) {
      const form = formOf(event.target);
      if (!form) return;
      look(form);
      clearTimeout(timers.send);
      timers.send = setTimeout(() => later.current(), pause);
    },
    onBlur(event: FocusEvent<HTMLElement>) {
      const form = formOf(event.target);
      if (!form) return;
      look(form);
      if (state.typed.size > 0) later.current();
    },
    /** The button of a form: what is typed is saved first, then the form is sent as a whole. */
    onSubmitCapture(event: FormEvent<HTMLElement>) {
      const form = formOf(event.target);
      const button = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('name');
      if (!form || button === '__intent__') return;
      event.preventDefault();
      event.stopPropagation();
      look(form);
      void send.current().then(() => {
        if (state.typed.size > 0) {
          root.current?.querySelector<HTMLElement>('.err, .clash')?.scrollIntoView({ block: 'center' });
          return;
        }
        const drawn = form.querySelector<HTMLInputElement>('input[name=drawn]');
        if (drawn) drawn.value = JSON.stringify(drawnNow(form, standing));
        submit(form);
      });
    },
    choose(clash: FieldClash, keep: Keep) {
      const { field, version } = clash;
      for (const form of formsIn(root.current)) {
        const typed = textsIn(form).get(field);
        if (typed === undefined) continue;
        putInto(form, field, kept(keep, { ...clash, mine: typed }));
      }
      state.saved.set(field, { version, text: clash.theirs });
      state.clashing.delete(field);
      state.typed.delete(field);
      setClashes((before) => merged(before, new Map([[field, null]])));
      for (const form of formsIn(root.current)) look(form);
      setTold({ words: '', isSaved: false });
      void send.current();
    },
  };
}

function drawnNow(
  form: HTMLFormElement,
  standing: (field: string) => { version: number; text: string },
): Record<string, [number, string]> {
  const fields = [...textsIn(form).keys()];
  return Object.fromEntries(
    fields.map((field) => {
      const { version, text } = standing(field);
      return [field, [version, text]];
    }),
  );
}

const failures: Record<Exclude<Posted['kind'], 'saved'>, Told> = {
  offline: {
    words: 'No connection: your words are kept on this device and will be sent',
    isSaved: false,
  },
  failed: { words: 'Not saved yet: your words are kept on this device. Trying again', isSaved: false },
  'signed out': {
    words: 'You are signed out. Your words are kept on this device.',
    isSaved: false,
    isSignedOut: true,
  },
  refused: { words: 'You cannot save here any more. Your words are kept on this device', isSaved: false },
};

function toldOf(savedAt: string, answers: readonly FieldAnswer[]): Told {
  if (answers.some(({ state }) => state === 'clash')) {
    return { words: 'Not saved: somebody else wrote here too. See both texts', isSaved: false };
  }
  if (answers.some(({ state }) => state === 'wrong')) {
    return { words: 'Kept on this device: one answer needs a look', isSaved: false };
  }
  return { words: `Saved ${savedAt}`, isSaved: true };
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  const form = target instanceof Element ? target.closest('form') : null;
  return form?.id.endsWith('-sheet') ? form : null;
}

const byField = (clashes: readonly FieldClash[]) =>
  Object.fromEntries(clashes.map((clash) => [clash.field, clash]));

/** With what is new; null takes out. */
function merged<Value>(
  before: Record<string, Value>,
  news: ReadonlyMap<string, Value | null>,
): Record<string, Value> {
  const next = { ...before };
  for (const [field, value] of news) {
    if (value === null) delete next[field];
    else next[field] = value;
  }
  return next;
}
