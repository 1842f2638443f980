import { expect, test } from 'vitest';
import { breaksOf, idleSince } from '~/cycles/idle';
import { paceOf, usualOf } from '~/cycles/pace';

const cycle = (startsOn: string, decidedOn: string | null) => ({ startsOn, decidedOn });

test('a break is the time between the end of all that went on and the next start; what overlaps has none', () => {
  expect(breaksOf([])).toEqual([]);
  expect(breaksOf([cycle('2026-09-01', '2026-09-20')])).toEqual([]);
  expect(
    breaksOf([
      cycle('2026-10-20', '2026-10-30'),
      cycle('2026-09-01', '2026-09-20'),
      cycle('2026-09-10', '2026-10-10'),
      cycle('2026-10-30', null),
    ]),
  ).toEqual([0, 10, 0]);
});

test('a team is idle once its break is longer than usual and two working days of grace are over', () => {
  const ofTeam = paceOf(usualOf([3, 5, 9]), 20);
  // Decided on Monday; five days later is Saturday, the grace is over on Tuesday.
  expect(idleSince('2026-11-09', ofTeam, '2026-11-17', [])).toBeNull();
  expect(idleSince('2026-11-09', ofTeam, '2026-11-18', [])).toEqual({
    reason: 'No open cycle for 9 days; this team usually takes 5.',
    workingDaysLate: 1,
  });
  expect(idleSince('2026-11-09', ofTeam, '2026-11-18', ['2026-11-11', '2026-11-17'])).toBeNull();
  const usual = paceOf(usualOf([3, 5]), null);
  expect(idleSince('2026-10-16', usual, '2026-11-26', [])?.reason).toBe(
    'No open cycle for 41 days; 14 days is usual.',
  );
});
