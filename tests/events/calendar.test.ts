import { expect, test } from 'vitest';
import { aheadAndOver, type Gathering, timeInWords, whenInWords, whereWeAre } from '~/events/calendar';
import { calendarFile } from '~/events/calendar-file.server';
import { gatheringForm } from '~/events/gathering-form';
import type { KeptGathering } from '~/events/gatherings.server';

const session = (some: Partial<KeptGathering> = {}): KeptGathering => ({
  id: 's2',
  kind: 'learning session',
  onDate: '2027-01-21',
  untilDate: null,
  startsAt: '09:00',
  endsAt: '15:30',
  place: 'Riverbend Library, room 2; second floor',
  title: 'Learning session 2',
  detail: 'Bring one run chart.\nAnd a question.',
  createdAt: '2026-11-01T12:00:00.000Z',
  archivedAt: null,
  ...some,
});
const period = (some: Partial<KeptGathering> = {}) =>
  session({
    ...{ id: 'p2', kind: 'action period', onDate: '2026-11-10', untilDate: '2027-01-20' },
    ...{ startsAt: null, endsAt: null, place: '', title: 'Action period 2', detail: '' },
    ...some,
  });

test('when something is stands in words, with the year where it is another', () => {
  expect(timeInWords('00:05')).toBe('12:05 am');
  expect(timeInWords('12:00')).toBe('12:00 pm');
  expect(whenInWords(session(), '2026-12-01')).toBe('Thursday, Jan 21, 2027, 9:00 am to 3:30 pm');
  expect(whenInWords(session({ endsAt: null }), '2027-01-02')).toBe('Thursday, Jan 21, 9:00 am');
  expect(whenInWords(session({ startsAt: null, endsAt: null }), '2027-01-02')).toBe('Thursday, Jan 21');
  expect(whenInWords(session({ untilDate: '2027-01-22' }), '2027-01-02')).toBe(
    'Jan 21, 9:00 am to Jan 22, 3:30 pm',
  );
  expect(whenInWords(session({ untilDate: '2027-01-22', endsAt: null }), '2027-01-02')).toBe(
    'Jan 21, 9:00 am to Jan 22',
  );
  expect(whenInWords(session({ untilDate: '2027-01-22', startsAt: null, endsAt: null }), '2027-01-02')).toBe(
    'Jan 21 to Jan 22',
  );
  expect(whenInWords(period(), '2026-12-01')).toBe('Nov 10, 2026 to Jan 20, 2027');
});

test('where the collaborative is: the period that goes on, and the session that comes next', () => {
  const both: Gathering[] = [session(), period()];
  expect(whereWeAre(both, '2026-12-01')).toBe(
    'Action period 2 goes on until Jan 20, 2027. Next: Learning session 2, Thursday, Jan 21, 2027, 9:00 am to 3:30 pm.',
  );
  expect(whereWeAre(both, '2027-01-21')).toBe('Learning session 2 is today.');
  expect(whereWeAre([session({ untilDate: '2027-01-22' })], '2027-01-21')).toBe(
    'Learning session 2 is going on.',
  );
  expect(whereWeAre(both, '2027-02-01')).toBe('');
  const { ahead, over } = aheadAndOver(
    [session(), period(), session({ id: 's1', onDate: '2026-09-17' })],
    '2026-12-01',
  );
  expect([ahead.map(({ id }) => id), over.map(({ id }) => id)]).toEqual([['p2', 's2'], ['s1']]);
});

const unfolded = (file: string) => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('the calendar as a file: a session at its time, a period as whole days, what was taken off not at all', () => {
  const gatherings = [session(), period(), session({ id: 'gone', archivedAt: '2026-11-02T12:00:00.000Z' })];
  const calendar = {
    community: 'Riverbend, Inc.',
    timeZone: 'America/New_York',
    href: 'https://up.example/calendar',
  };
  const file = calendarFile({ ...calendar, gatherings });
  const lines = unfolded(file);
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
  expect(lines).toContain('UID:s2@upcurve');
  // Nine in the morning in New York, in winter.
  expect(lines).toContain('DTSTART:20270121T140000Z');
  expect(lines).toContain('DTEND:20270121T203000Z');
  expect(lines).toContain('LOCATION:Riverbend Library\\, room 2\\; second floor');
  expect(lines.some((line) => line.startsWith('DESCRIPTION:') && line.includes('chart.\\nAnd'))).toBe(true);
  expect(lines).toContain('DTSTART;VALUE=DATE:20261110');
  // The end is the day after the last (RFC 5545 § 3.6.1).
  expect(lines).toContain('DTEND;VALUE=DATE:20270121');
  // A whole day makes nobody busy; a session with its hours does.
  expect(lines.filter((line) => line.startsWith('TRANSP:')).sort()).toEqual([
    'TRANSP:OPAQUE',
    'TRANSP:TRANSPARENT',
  ]);
  expect(lines.filter((line) => line === 'DTSTAMP:20261101T120000Z')).toHaveLength(2);
  expect(calendarFile({ ...calendar, gatherings })).toBe(file);
  // In summer the same hour is another instant.
  const summer = calendarFile({ ...calendar, gatherings: [session({ onDate: '2027-06-10' })] });
  expect(unfolded(summer)).toContain('DTSTART:20270610T130000Z');
});

test('a session of several days ends on its last day, and a whole day ends with the day after it', () => {
  const times = (some: Partial<KeptGathering>) =>
    unfolded(
      calendarFile({
        ...{ community: 'Riverbend', timeZone: 'America/New_York', href: 'https://up.example/calendar' },
        gatherings: [session({ untilDate: '2027-01-22', ...some })],
      }),
    ).filter((line) => /^DT(START|END)/.test(line));
  expect(times({})).toEqual(['DTSTART:20270121T140000Z', 'DTEND:20270122T203000Z']);
  expect(times({ endsAt: null })).toEqual(['DTSTART:20270121T140000Z', 'DTEND:20270123T050000Z']);
  expect(times({ startsAt: null, endsAt: null })).toEqual([
    'DTSTART;VALUE=DATE:20270121',
    'DTEND;VALUE=DATE:20270123',
  ]);
});

const refused = (fields: Record<string, string>) => {
  const result = gatheringForm.safeParse({
    ...{ kind: 'learning session', title: 'LS', onDate: '2027-01-21', ...fields },
  });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};

test('what cannot be is refused at its field', () => {
  expect(refused({})).toEqual([]);
  expect(refused({ untilDate: '2027-01-20' })).toEqual(['untilDate: The last day is before the first.']);
  expect(refused({ kind: 'action period' })).toEqual([
    'untilDate: Say when the action period ends. You can change it later.',
  ]);
  expect(refused({ startsAt: '9 am' })).toEqual(['startsAt: Write a time such as 09:00 or 15:30.']);
  expect(refused({ endsAt: '10:00' })).toEqual(['startsAt: Say when it begins.']);
  expect(refused({ startsAt: '10:00', endsAt: '09:00' })).toEqual(['endsAt: It ends before it begins.']);
  expect(refused({ kind: 'event' })[0]).toMatch(/^kind: /);
});
