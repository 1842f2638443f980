import { afterEach, beforeEach, expect, vi } from 'vitest';

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
