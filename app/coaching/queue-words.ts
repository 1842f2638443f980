import { plural } from '~/ui/words';
import type { QueueLine } from './queue';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const numberWord = (count: number) => numbers[count] ?? String(count);

/** "Six of your 11 teams could use you", "Your team could use you", "Nothing waits for you". */
export function queueTitle(lines: readonly QueueLine[], teams: number): string {
  if (teams === 0) return 'You coach no team yet';
  const count = new Set(lines.map(({ teamId }) => teamId)).size;
  if (count === 0) return 'Nothing waits for you';
  if (teams === 1) return 'Your team could use you';
  if (count === teams)
    return teams === 2 ? 'Both your teams could use you' : `All ${teams} of your teams could use you`;
  return `${numberWord(count)} of your ${teams} teams could use you`;
}

/** What there is to say where the list is empty: done, and not broken. */
export function emptyWords({
  isFiltered,
  asleep,
  teams,
}: {
  isFiltered: boolean;
  asleep: number;
  teams: number;
}): string {
  if (teams === 0) return 'A leader chooses you as a team’s coach on the page of its people.';
  if (isFiltered) return 'Nothing of this kind. The rest of your list is under “All”.';
  const later = asleep > 0 ? ` ${plural(asleep, 'line sleeps', 'lines sleep')} until the day you chose.` : '';
  return `You are done: no one waits for a review, for help or for a score, nothing is stuck, and every signal has had its note.${later}`;
}
