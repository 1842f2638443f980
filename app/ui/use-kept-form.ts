import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { type KeptWords, readWords, wordsKey, writeWords } from './kept-words';

type Control = HTMLInputElement | HTMLTextAreaElement;

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

/** The fields that somebody answers; those outside the form that belong to it are among them. */
const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is Control =>
      one instanceof HTMLTextAreaElement ||
      (one instanceof HTMLInputElement && !['hidden', 'submit'].includes(one.type)),
  );

/** What differs from what was drawn. */
function typedIn(form: HTMLFormElement, version: number): KeptWords {
  const words: KeptWords = {};
  for (const control of controlsOf(form)) {
    if (isTicked(control)) {
      if (control.checked && !control.defaultChecked) words[control.name] = { text: control.value, version };
    } else if (control.value !== control.defaultValue) {
      words[control.name] = { text: control.value, version };
    }
  }
  return words;
}

function putInto(form: HTMLFormElement, name: string, text: string): void {
  for (const control of controlsOf(form).filter((one) => one.name === name)) {
    if (isTicked(control)) control.checked = control.value === text;
    else control.value = text;
    const folded = control.closest('details');
    if (folded) folded.open = true;
  }
}

/**
 * What is typed into a form stays on the device until the form is saved, and is put back when the same person opens it
 * again. `savedAt`: when the server last kept it; what was typed before that is not needed any more. `leadsTo`: where a
 * form that was taken leads; another way out, such as to the sign-in page, is no sign that it was.
 * @returns whether words were put back.
 */
export function useKeptForm(
  formId: string,
  {
    personId,
    about,
    savedAt,
    leadsTo,
  }: { personId: string; about: string; savedAt: string | null; leadsTo: string },
): boolean {
  const key = wordsKey(personId, about);
  const version = savedAt === null ? 0 : Date.parse(savedAt);
  const [isBack, setIsBack] = useState(false);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const words = Object.entries(readWords(key)).filter(([, kept]) => kept.version === version);
    for (const [name, { text }] of words) putInto(form, name, text);
    setIsBack(words.length > 0);
    writeWords(key, Object.fromEntries(words));
    const keep = ({ target }: Event) => {
      if (target instanceof Element && (target as Partial<Control>).form === form) {
        writeWords(key, typedIn(form, version));
      }
    };
    // Some of its fields stand elsewhere on the page: what is typed there passes no other common place.
    document.addEventListener('input', keep);
    return () => document.removeEventListener('input', keep);
  }, [formId, key, version]);

  const { state, formMethod, formAction, location } = useNavigation();
  const here = useLocation().pathname;
  const isTaken =
    state === 'loading' &&
    formMethod === 'POST' &&
    formAction?.split('?')[0] === here &&
    location.pathname !== here &&
    location.pathname.startsWith(leadsTo);
  useEffect(() => {
    if (isTaken) writeWords(key, {});
  }, [isTaken, key]);
  return isBack;
}
