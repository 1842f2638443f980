import { paths } from '~/paths';
import { dayWithYear, weekday } from '~/ui/dates';
import { hasRhythm, type Measure } from './measure';
import { type Calendar, nextDue, periodWords } from './periods';
import type { SeriesPoint } from './series';

export interface EntryStep {
  /** "Enter “School days attended” for the week of Nov 23": without its full stop. */
  sentence: string;
  /** "Due Monday, Dec 7", "Was due Monday, Nov 30". */
  due: string;
  /** The day itself, for order. */
  dueOn: string;
  isLate: boolean;
}

/** The number a measure waits for, as a sentence; null while no period has ended without one. */
export function entryStep(
  measure: Pick<Measure, 'name' | 'kind' | 'frequency' | 'dueLagDays'>,
  points: readonly Pick<SeriesPoint, 'periodStart'>[],
  today: string,
  calendar: Calendar,
): EntryStep | null {
  if (!hasRhythm(measure) && points.length > 0) return null;
  const next = nextDue(
    points.map((point) => point.periodStart),
    measure,
    today,
    calendar,
  );
  if (!next?.isOpen) return null;
  const isOtherYear = next.start.slice(0, 4) !== today.slice(0, 4);
  const day = next.due.slice(0, 4) === today.slice(0, 4) ? weekday(next.due) : dayWithYear(next.due);
  const which = points.length === 0 ? 'the first number of ' : '';
  const period = points.length === 0 ? '' : ` for ${periodWords(next.start, measure.frequency, isOtherYear)}`;
  return {
    sentence: `Enter ${which}“${measure.name}”${period}`,
    due: points.length === 0 ? '' : next.isLate ? `Was due ${day}` : `Due ${day}`,
    dueOn: next.due,
    isLate: points.length > 0 && next.isLate,
  };
}

/** Whose list a number is on. */
export interface ListOwner {
  ownerId: string | null;
  /** Their name; null where nobody of the team is named, or who was has left it. */
  owner: string | null;
  /** The one who asks coaches the team. */
  isCoach: boolean;
}

/** Numbers wait for their owner; without one for everybody in the team. A coach sees them all. */
export const isOnMyList = ({ ownerId, owner, isCoach }: ListOwner, personId: string): boolean =>
  owner === null || ownerId === personId || isCoach;

/** "Attendance Action Team", and on whose list it is where that is somebody else's. */
export const aboutEntry = (team: string, { ownerId, owner }: ListOwner, personId: string): string =>
  owner === null || ownerId === personId ? team : `${team}. On the list of ${owner}`;

/** What a team's measures wait for, as things to do with their addresses: the longest waiting first. */
export function entriesDue(
  { teamId }: { teamId: string },
  measures: readonly Measure[],
  series: ReadonlyMap<string, SeriesPoint[]>,
  today: string,
  calendar: Calendar,
) {
  return measures
    .flatMap((measure) => {
      const step = entryStep(measure, series.get(measure.id) ?? [], today, calendar);
      if (!step) return [];
      return [{ key: measure.id, href: paths.enterPoint(teamId, measure.id), ...step, states: null }];
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}
