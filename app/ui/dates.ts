/**
 * Days (YYYY-MM-DD) and instants (ISO, UTC) in words. Formatters are built once: building one costs more than
 * using it a hundred times. A day has no time zone and is formatted in UTC, so that it can never slip.
 */

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', options);
    formatters.set(key, made);
  }
  return made;
}

const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** "Oct 12" */
export const shortDay = (day: string) =>
  formatter({ timeZone: 'UTC', month: 'short', day: 'numeric' }).format(at(day));
/** "Oct 12, 2026" */
export const dayWithYear = (day: string) =>
  formatter({ timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' }).format(at(day));
/** "Thursday, Dec 3" */
export const weekday = (day: string) =>
  formatter({ timeZone: 'UTC', weekday: 'long', month: 'short', day: 'numeric' }).format(at(day));
/** "Thursday, Dec 3, 2026" */
export const weekdayWithYear = (day: string) =>
  formatter({ timeZone: 'UTC', weekday: 'long', month: 'short', day: 'numeric', year: 'numeric' }).format(
    at(day),
  );
/** "May 21, 2027" in full, for an aim. */
export const longDay = (day: string) =>
  formatter({ timeZone: 'UTC', month: 'long', day: 'numeric', year: 'numeric' }).format(at(day));

/** "Nov 30, 2:41 PM" of an instant, in a time zone; told `today`, an instant of another year names the year. */
export function moment(instant: string, timeZone: string, today?: string): string {
  const at = new Date(instant);
  const isOtherYear =
    today !== undefined && formatter({ timeZone, year: 'numeric' }).format(at) !== today.slice(0, 4);
  return formatter({
    ...{ timeZone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...(isOtherYear ? { year: 'numeric' } : {}),
  }).format(at);
}

/** "9:12 am" of an instant, in a time zone. */
export const clock = (instant: string, timeZone: string) =>
  formatter({ timeZone, hour: 'numeric', minute: '2-digit' })
    .format(new Date(instant))
    .replace('\u202f', ' ')
    .toLowerCase();

/** "Sep 8 to Oct 2", "since Sep 8"; told `today`, days of another year name the year. */
export function span(from: string, to: string | null, today?: string): string {
  const isOtherYear =
    today !== undefined && [from, to ?? from].some((day) => day.slice(0, 4) !== today.slice(0, 4));
  const words = isOtherYear ? dayWithYear : shortDay;
  if (to === null) return `since ${words(from)}`;
  return from === to ? words(from) : `${words(from)} to ${words(to)}`;
}
