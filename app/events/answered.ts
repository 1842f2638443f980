import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';

/* What a leader answered to what stands in a team's way: its words, and the line that tells the team's people. */

export interface AnswerTold {
  key: string;
  /** Without its full stop. */
  sentence: string;
  about: string;
  button: string;
  href: string;
}

interface AnsweredBarrier {
  id: string;
  title: string;
  teamId: string;
  team: string;
  /** Who answered. */
  who: string;
}

export const answeredLine = ({ id, title, teamId, team, who }: AnsweredBarrier): AnswerTold => ({
  key: `barrier ${id}`,
  sentence: `${who} answered your barrier “${title}”`,
  about: team,
  button: 'Read the answer',
  href: `${paths.teamEvents(teamId)}#${id}`,
});

/** "Marisol Vega answered on Nov 26, 2026" */
export const whoAnswered = (answeredBy: string | null, answeredOn: string) =>
  `${answeredBy ?? 'Somebody who left'} answered on ${dayWithYear(answeredOn)}`;
