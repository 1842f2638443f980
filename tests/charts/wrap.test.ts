import { expect, test } from 'vitest';
import { textWidth } from '~/charts/text-width';
import { wrapped } from '~/charts/wrap';

test('words fill lines and none is wider than there is room', () => {
  const words = 'Of all enrolled students, those who came on at least nine of ten days.';
  const lines = wrapped(words, 200, 13);
  expect(lines.join(' ')).toBe(words);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(200);
});

test('a word wider than a line is cut, letters whole', () => {
  const lines = wrapped(`see https://example.org/${'𝒳'.repeat(40)} there`, 120, 13);
  expect(lines.join('').replace('see', '')).toContain('𝒳'.repeat(10));
  for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(120);
  expect(lines.join('')).not.toMatch(/\p{Cs}/u);
});

test('no words make no lines', () => {
  expect(wrapped('  ', 100, 13)).toEqual([]);
});
