import { expect, test } from 'vitest';
import { moment, span } from '~/ui/dates';

test('an instant and days of another year name the year, those of this year do not', () => {
  const zone = 'America/New_York';
  expect(moment('2026-07-07T18:41:00Z', zone, '2026-11-26')).toMatch(/^Jul 7, 2:41/);
  expect(moment('2025-12-11T18:41:00Z', zone, '2026-11-26')).toMatch(/^Dec 11, 2025, 1:41/);
  // The year by the community’s clock.
  expect(moment('2026-01-01T02:00:00Z', zone, '2026-11-26')).toMatch(/^Dec 31, 2025/);
  expect(span('2026-05-11', '2026-05-29', '2026-11-26')).toBe('May 11 to May 29');
  expect(span('2025-12-11', null, '2026-11-26')).toBe('since Dec 11, 2025');
});

test('the styles give a day of a form room for its picker', async () => {
  const { readFileSync } = await import('node:fs');
  expect(readFileSync('app/ui/upcurve.css', 'utf8')).toMatch(
    /\.in\.short\[type="date"\] \{\n {4}width: 11rem;/,
  );
});
