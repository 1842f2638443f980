import { useNavigate } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { paths } from '~/paths';

/** Where a key leads; two keys are pressed one after the other. */
export const keys: readonly (readonly [key: string, meaning: string, href: string])[] = [
  ['/', 'Search', paths.search()],
  ['n', 'Start a cycle', paths.logTest()],
  ['?', 'These keys', paths.help('keys')],
  ['g h', 'My work', paths.home()],
  ['g t', 'Teams', paths.teams()],
  ['g i', 'Indicators', paths.indicators()],
  ['g p', 'Practices', paths.practices()],
];

/** Kept on the device: single keys get in the way of people who speak to their computer. */
const kept = 'upcurve-keys';
export const keysAreOff = () => localStorage.getItem(kept) === 'off';
export function turnKeys(isOn: boolean) {
  if (isOn) localStorage.removeItem(kept);
  else localStorage.setItem(kept, 'off');
}

/** A second key counts only so soon after the first. */
const soon = 1500;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, dialog[open], [role="grid"]') !== null);

/** Listens for the keys of the whole app. Nothing happens while somebody types, or with another key held down. */
export function useKeys(isOn: boolean) {
  const navigate = useNavigate();
  const before = useRef({ key: '', at: 0 });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey || event.altKey;
      if (event.defaultPrevented || isHeld || isTyping(event.target) || keysAreOff()) return;
      const { key } = event;
      const last = before.current;
      before.current = { key, at: event.timeStamp };
      const both = last.key === 'g' && event.timeStamp - last.at < soon ? `g ${key}` : key;
      const place = keys.find(([pressed]) => pressed === both)?.[2];
      if (!place) return;
      event.preventDefault();
      const field = place === paths.search() ? document.getElementById('q') : null;
      if (field instanceof HTMLInputElement) field.select();
      else navigate(place);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn, navigate]);
}
