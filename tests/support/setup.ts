import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Property tests try the same cases each time, so that a change is judged and not a draw. PROPERTY_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) });

// What a test does not expect on the console is a failure: warnings of React and Remix are bugs of ours.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    unexpected.push(words.map(String).join(' '));
  });
});
const unexpected: string[] = [];
afterEach(() => {
  const said = unexpected.splice(0);
  vi.restoreAllMocks();
  expect(said, 'console.error was called').toEqual([]);
});
