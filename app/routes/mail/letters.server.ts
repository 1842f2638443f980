import { addDays, formatISO, parseISO } from 'date-fns';
import type { CommunityAccess } from '~/access/gate.server';
import { addWorkingDays } from '~/access/working-days';
import type { InboxThing } from '~/conversations/inbox';
import { inboxOf } from '~/conversations/queries.server';
import { myTeams } from '~/cycles/my-work.server';
import { whenInWords } from '~/events/calendar';
import { gatheringsOf, type KeptGathering } from '~/events/gatherings.server';
import type { Letter, LetterLine } from '~/mail/letter';
import { remindedOf } from '~/mail/rounds.server';
import { paths } from '~/paths';
import { weekday } from '~/ui/dates';
import { plural } from '~/ui/words';
import { readWork, type Work } from './read-work.server';

/** A list longer than this is no list of what to do. */
const most = 12;

const daysAfter = (day: string, count: number) =>
  formatISO(addDays(parseISO(day), count), { representation: 'date' });

const hello = ({ person }: CommunityAccess) => `Hello, ${person.name.split(/\s+/)[0] ?? person.name}.`;
const lineOf = ({ sentence, href, about }: Work): LetterLine => ({ text: sentence, href, more: about });

/** The week's letter to one person, from what they may see; null where nothing waits. */
export async function digestFor(access: CommunityAccess): Promise<Letter | null> {
  const [{ things: inbox }, work, teams, gatherings] = await Promise.all([
    inboxOf(access),
    readWork(access),
    myTeams(access),
    gatheringsOf(access),
  ]);
  const own = new Set(teams.map(({ id }) => id));
  const promises = work.filter(({ kind }) => kind === 'promise');
  const due = work.filter(({ kind }) => kind !== 'promise');
  const sections = [
    { title: 'In your inbox', lines: inbox.slice(0, most).map((thing) => inboxLine(thing, access, own)) },
    { title: 'What is next for you', lines: due.slice(0, most).map(lineOf) },
    { title: 'What you promised', lines: promises.slice(0, most).map(lineOf) },
    { title: 'Coming up', lines: comingUp(gatherings, access.today) },
  ].filter(({ lines }) => lines.length > 0);
  if (sections.length === 0) return null;
  const waits = inbox.length + work.length;
  return {
    subject:
      waits === 0
        ? 'Your week in Upcurve'
        : `Your week in Upcurve: ${plural(waits, 'thing')} ${waits === 1 ? 'waits' : 'wait'}`,
    hello: hello(access),
    sections,
    why: `You get this e-mail once a week because you work with ${access.community.communityName} in Upcurve.`,
  };
}

/**
 * What somebody wrote goes along only to who may edit the thing: a comment can tell figures that are hidden from
 * others, and a letter leaves the house. The others learn who said something, and where.
 */
function inboxLine(thing: InboxThing, access: CommunityAccess, own: ReadonlySet<string>): LetterLine {
  const isEditor =
    thing.thing === 'indicator'
      ? access.may('manage indicators')
      : thing.thing === 'practice'
        ? access.may('manage practices')
        : thing.teamId !== null && own.has(thing.teamId);
  return {
    text: `${thing.name}. ${thing.sentence}`,
    href: paths.inbox(),
    comments: thing.commentIds,
    ...(isEditor ? { more: `${thing.newest.writer}: “${thing.newest.body}”` } : {}),
  };
}

/** So many days ahead, a learning session or the start of an action period is told. */
const soon = 14;

function comingUp(gatherings: readonly KeptGathering[], today: string): LetterLine[] {
  const until = daysAfter(today, soon);
  return gatherings
    .filter(({ archivedAt, onDate }) => archivedAt === null && onDate >= today && onDate <= until)
    .map((one) => ({
      text: `${one.title}: ${whenInWords(one, today)}${one.place ? `, ${one.place}` : ''}.`,
      href: paths.calendar(),
    }));
}

/** So many days back, what a person was reminded of is not said again. */
const remembered = 120;

export interface Reminder {
  letter: Letter;
  /** What it reminds of. */
  things: string[];
}

/** The day's reminders to one person: what is due by the next working day, and what is newly late. Null: nothing new. */
export async function reminderFor(access: CommunityAccess): Promise<Reminder | null> {
  const { today, community } = access;
  const next = addWorkingDays(today, 1, community.holidays);
  const work = (await readWork(access)).flatMap((one) => {
    const isDue = one.dueOn !== null && one.dueOn >= today && one.dueOn <= next;
    return one.isLate || isDue ? [{ ...one, key: `${one.key} ${one.isLate ? 'late' : 'due'}` }] : [];
  });
  if (work.length === 0) return null;
  const since = daysAfter(today, -remembered);
  const known = await remindedOf(access.person.id, access.communityId, since);
  const fresh = work.filter(({ key }) => !known.has(key)).slice(0, most);
  if (fresh.length === 0) return null;
  const sections = [
    { title: 'Late', lines: fresh.filter(({ isLate }) => isLate).map(lineOf) },
    { title: 'Due', lines: fresh.filter(({ isLate }) => !isLate).map(lineOf) },
  ].filter(({ lines }) => lines.length > 0);
  return {
    things: fresh.map(({ key }) => key),
    letter: {
      subject: `${plural(fresh.length, 'thing')} to do, ${weekday(today)}`,
      hello: hello(access),
      sections,
      why: `You asked for reminders of what is due in ${community.communityName}.`,
    },
  };
}
