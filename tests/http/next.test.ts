import { expect, test } from 'vitest';
import { safeNext } from '~/http/next';

test.each(['/teams', '/teams/abc?x=1#y', '/indicators/x?focus=Black%20girls'])('%s is ours', (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example/teams',
  'javascript:alert(1)',
  '/%2f%2fevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'teams',
  '',
  null,
  undefined,
])('%j leads to the first page', (next) => {
  expect(safeNext(next)).toBe('/');
});
