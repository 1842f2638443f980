import { isValid, parseISO } from 'date-fns';

/** Days of which a chart shows the ones between, both inside. */
export interface DayWindow {
  from: string;
  to: string;
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));

/** The window that an address asks for, ?from=2026-09-01&to=2026-11-30; nonsense asks for the whole chart. */
export function askedWindow(params: URLSearchParams): DayWindow | null {
  const [from, to] = [params.get('from'), params.get('to')];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}
