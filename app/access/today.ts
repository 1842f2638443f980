const formats = new Map<string, Intl.DateTimeFormat>();

/** The day, YYYY-MM-DD, that an instant falls on in a time zone (IANA name). */
export function dayIn(timeZone: string, instant: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The instant (ISO, UTC) at which a day is over in a time zone: the first that falls on a later day. */
export function endOfDay(timeZone: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  // No zone is more than 14 hours from UTC; a day begins on a whole second.
  let [before, after] = [midnight / 1000 - 15 * 3600, midnight / 1000 + 15 * 3600];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(timeZone, new Date(middle * 1000)) > day) after = middle;
    else before = middle;
  }
  return new Date(after * 1000).toISOString();
}

/** True for an IANA time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
