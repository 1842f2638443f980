import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, parseISO } from 'date-fns';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { gatheringKindWords } from '#db/vocabulary';
import type { KeptGathering } from './gatherings.server';

/** The instant of a time of day in a time zone. */
function instantOf(day: string, time: string, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime());
}

const anHour = 3_600_000;
/** A day without a time: whole days are told in UTC, so that none slips. */
const wholeDay = (day: string) => new Date(`${day}T00:00:00Z`);
const dayAfter = (day: string) => formatISO(addDays(parseISO(day), 1), { representation: 'date' });

/** The instant at which it is over, or the day after its last: an end is itself no part of it (RFC 5545 § 3.6.1). */
function endOf({ onDate, untilDate, startsAt, endsAt }: KeptGathering, start: Date, timeZone: string): Date {
  const lastDay = untilDate ?? onDate;
  if (startsAt === null) return wholeDay(dayAfter(lastDay));
  if (endsAt !== null) return instantOf(lastDay, endsAt, timeZone);
  if (lastDay === onDate) return new Date(start.getTime() + anHour);
  return instantOf(dayAfter(lastDay), '00:00', timeZone);
}

interface Calendar {
  community: string;
  timeZone: string;
  gatherings: readonly KeptGathering[];
  /** Where one looks further. */
  href: string;
}

/** The calendar as a file that calendar programs read and read again (RFC 5545). */
export function calendarFile({ community, timeZone, gatherings, href }: Calendar): string {
  const file = ical({
    name: `${community}: learning sessions`,
    prodId: { company: 'Upcurve', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 4 * 3600,
  });
  for (const one of gatherings) {
    if (one.archivedAt !== null) continue;
    const { startsAt, onDate } = one;
    const start = startsAt === null ? wholeDay(onDate) : instantOf(onDate, startsAt, timeZone);
    file.createEvent({
      id: `${one.id}@upcurve`,
      // The same until it is changed: a calendar program then has nothing to do.
      stamp: new Date(one.createdAt),
      start,
      end: endOf(one, start, timeZone),
      allDay: startsAt === null,
      // Weeks of an action period make nobody busy; two hours of a learning session do.
      transparency: startsAt === null ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      summary: one.title,
      description: [gatheringKindWords[one.kind], one.detail].filter(Boolean).join('. '),
      location: one.place || null,
      url: href,
    });
  }
  return file.toString();
}
