import type { GatheringKind } from '#db/vocabulary';
import { dayWithYear, shortDay, weekday, weekdayWithYear } from '~/ui/dates';

/** A learning session or an action period of the whole collaborative. */
export interface Gathering {
  id: string;
  kind: GatheringKind;
  onDate: string;
  untilDate: string | null;
  /** HH:MM, of a session; null: all day. */
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  title: string;
  detail: string;
}

const lastDay = ({ onDate, untilDate }: Pick<Gathering, 'onDate' | 'untilDate'>) => untilDate ?? onDate;

/** "9:00 am" */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "Thursday, Jan 21, 2027, 9:00 am to 3:00 pm", "Nov 10 to Jan 20", "Jan 21, 9:00 am to Jan 22, 3:30 pm" */
export function whenInWords(gathering: Gathering, today: string): string {
  const { kind, onDate, untilDate, startsAt, endsAt } = gathering;
  const isOtherYear = (day: string) => day.slice(0, 4) !== today.slice(0, 4);
  const year = isOtherYear(onDate) || isOtherYear(lastDay(gathering));
  if (kind === 'action period' || (untilDate !== null && untilDate !== onDate)) {
    const words = year ? dayWithYear : shortDay;
    if (untilDate === null || untilDate === onDate) return `From ${words(onDate)}`;
    return `${words(onDate)}${at(startsAt)} to ${words(untilDate)}${at(endsAt)}`;
  }
  const day = year ? weekdayWithYear(onDate) : weekday(onDate);
  if (startsAt === null) return day;
  return `${day}, ${timeInWords(startsAt)}${endsAt === null ? '' : ` to ${timeInWords(endsAt)}`}`;
}

const at = (time: string | null) => (time === null ? '' : `, ${timeInWords(time)}`);

/** What goes on or is still to come, the next first; and what is over, the newest first. */
export function aheadAndOver<Of extends Gathering>(
  gatherings: readonly Of[],
  today: string,
): { ahead: Of[]; over: Of[] } {
  const inOrder = [...gatherings].sort(
    (a, b) => a.onDate.localeCompare(b.onDate) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''),
  );
  return {
    ahead: inOrder.filter((one) => lastDay(one) >= today),
    over: inOrder.filter((one) => lastDay(one) < today).reverse(),
  };
}

/** Where the collaborative is, in a sentence: "Action period 2 goes on until Jan 20. Next: …". Empty: nothing is ahead. */
export function whereWeAre(gatherings: readonly Gathering[], today: string): string {
  const { ahead } = aheadAndOver(gatherings, today);
  const now = ahead.find(({ kind, onDate }) => kind === 'action period' && onDate <= today);
  const session = ahead.find(({ kind }) => kind === 'learning session');
  const until = now?.untilDate ? ` until ${dayOf(now.untilDate, today)}` : '';
  return [
    now ? `${now.title} goes on${until}.` : '',
    session
      ? session.onDate <= today
        ? `${session.title} is ${lastDay(session) > today ? 'going on' : 'today'}.`
        : `Next: ${session.title}, ${whenInWords(session, today)}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const dayOf = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : dayWithYear(day);
