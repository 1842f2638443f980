import { differenceInCalendarDays, parseISO } from 'date-fns';

/** "today", "yesterday", "3 days ago". Days are YYYY-MM-DD of one clock. */
export function daysAgo(day: string, today: string): string {
  const days = differenceInCalendarDays(parseISO(today), parseISO(day));
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
