import { useSubmit } from '@remix-run/react';
import { type FocusEvent, type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type KeptWords, readWords, wordsKey, writeWords } from '~/ui/kept-words';
import { formsIn, leadToFirstWrong, putInto, rowOfControl, sheetOf, textsIn, unnamedIn } from './desk-form';
import { type Posted, postFields } from './desk-post';
import { afterSaving, keptWords, shownWrong, stillWrong, type WrongFields } from './desk-wrong';
import { type FieldAnswer, type FieldClash, type Keep, kept } from './field-answers';
import { isUnnamed } from './sheet-fields';

/** Typing has stopped; a try failed, and the next waits longer, at most so long; the page is read anew. */
const [pause, firstWait, longestWait, readAfter] = [800, 2000, 30_000, 1500];

export interface Told {
  words: string;
  isSaved: boolean;
  isSignedOut?: boolean;
  /** Something is wrong: its words count what is shown of it. */
  isKept?: boolean;
}

export interface DeskOptions {
  /** Where fields are saved. */
  place: string;
  personId: string;
  cycleId: string;
  /** What stood in each field when the page was drawn, and the number of its version. */
  stood: Readonly<Record<string, [version: number, text: string]>>;
  clashes: readonly FieldClash[];
  /** The page comes back because of what was sent: the first field that is wrong is shown. */
  isRefused: boolean;
  /** Something was saved: how the cycle stands may have changed. */
  onSaved: () => void;
}

/**
 * Fields that save themselves: each goes to the server when typing stops or the field is left, one request at a time.
 * What could not be sent waits on the device, and is taken back when the same person opens the page again.
 */
export function useDesk(options: DeskOptions) {
  const { place, personId, cycleId, stood, clashes: begun, isRefused, onSaved } = options;
  const key = wordsKey(personId, cycleId);
  const root = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<Told>(nothing);
  const [wrong, setWrong] = useState<WrongFields>({});
  const [rowInHand, setRowInHand] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ form: HTMLFormElement } | null>(null);
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
  // Once what is wrong is drawn.
  useEffect(() => {
    if (asked || isRefused) leadToFirstWrong(asked?.form ?? root.current);
  }, [asked, isRefused]);

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
        const known = [...state.saved.keys(), ...state.typed.keys(), ...Object.keys(stood)];
        for (const field of new Set(known)) {
          if (!field.startsWith('predictions.') || now.has(field)) continue;
          if (isUnnamed(field) || standing(field).text === '') state.typed.delete(field);
          else state.typed.set(field, '');
        }
        for (const [field, text] of unnamedIn(form)) state.typed.set(field, text);
      }
      keepOnDevice();
      setWrong((before) => stillWrong(before, state.typed));
      if (state.typed.size === 0) setTold((before) => (before.isKept ? nothing : before));
    },
    [keepOnDevice, standing, state, stood],
  );

  const sendNow = async (): Promise<void> => {
    const changes = [...state.typed]
      .filter(([field]) => !state.clashing.has(field) && !isUnnamed(field))
      .map(([field, text]) => ({ field, text, version: standing(field).version }));
    const isIncomplete = () => [...state.typed.keys()].some(isUnnamed);
    if (changes.length === 0) {
      if (isIncomplete()) setTold(keptHere);
      return;
    }
    // The way to sign in stays where it is while another try is made: it may be pressed just now.
    if (!state.isOut) setTold({ words: 'Saving…', isSaved: false });
    const posted = await postFields(place, personId, changes);
    state.isOut = posted.kind === 'signed out';
    if (posted.kind === 'saved') {
      state.tries = 0;
      take(posted.saved.answers, changes);
      keepOnDevice();
      setTold(toldOf(posted.saved.savedAt, posted.saved.answers, isIncomplete()));
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
    const met = new Map<string, FieldClash | null>();
    for (const answer of answers) {
      const { field } = answer;
      met.set(field, answer.state === 'clash' ? answer : null);
      if (answer.state === 'clash') state.clashing.add(field);
      if (answer.state !== 'saved') continue;
      const text = answer.text ?? texts.get(field) ?? '';
      state.saved.set(field, { version: answer.version, text });
      if (state.typed.get(field) === text) state.typed.delete(field);
    }
    setWrong((before) => afterSaving(before, answers, new Set(texts.keys())));
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
        // Its row was drawn with it.
        if (isUnnamed(field)) continue;
        const now = stood[field] ?? [0, ''];
        state.saved.set(field, { version, text: now[1] });
        if (text === now[1]) continue;
        state.typed.set(field, text);
        for (const form of formsIn(root.current)) putInto(form, field, text);
      }
      setWaiting(null);
      for (const form of formsIn(root.current)) look(form);
      keepOnDevice();
      await send.current();
    },
    [keepOnDevice, look, state, stood],
  );

  const shown = shownWrong(wrong, rowInHand);

  return {
    root,
    told: told.isKept ? { ...told, words: keptWords(Object.keys(shown).length) } : told,
    wrong: shown,
    clashes,
    isAlive,
    /** Words of this person that wait on the device, until they are taken back. */
    waiting,
    takeBack,
    hasUnsaved: () => state.typed.size > 0,
    onInput(event: FormEvent<HTMLElement>) {
      const form = sheetOf(event.target);
      if (!form) return;
      look(form);
      setRowInHand(rowOfControl(event.target));
      clearTimeout(timers.send);
      timers.send = setTimeout(() => later.current(), pause);
    },
    onBlur(event: FocusEvent<HTMLElement>) {
      const form = sheetOf(event.target);
      if (!form) return;
      look(form);
      const row = rowOfControl(event.relatedTarget);
      setRowInHand((before) => (before === row ? before : null));
      if (state.typed.size > 0) later.current();
    },
    /** The button of a form: what is typed is saved first, then the form is sent as a whole. */
    onSubmitCapture(event: FormEvent<HTMLElement>) {
      const form = sheetOf(event.target);
      const button = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('name');
      if (!form || button === '__intent__') return;
      event.preventDefault();
      event.stopPropagation();
      look(form);
      setRowInHand(null);
      void send.current().then(() => {
        // What waits in another part of the page stays there: it does not hold this one up.
        const own = [...textsIn(form).keys(), ...unnamedIn(form).keys()];
        if (own.some((field) => state.typed.has(field))) {
          setAsked({ form });
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
      setTold(nothing);
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

const nothing: Told = { words: '', isSaved: false };
const keptHere: Told = { ...nothing, isKept: true };

function toldOf(savedAt: string, answers: readonly FieldAnswer[], isIncomplete: boolean): Told {
  if (answers.some(({ state }) => state === 'clash')) {
    return { words: 'Not saved: somebody else wrote here too. See both texts', isSaved: false };
  }
  if (isIncomplete || answers.some(({ state }) => state === 'wrong' || state === 'held')) return keptHere;
  return { words: `Saved ${savedAt}`, isSaved: true };
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
