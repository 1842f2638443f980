import { paths } from '~/paths';

/* What a coach has said and the team has not taken up: computed each time it is read, and never stored. */

export interface ReturnedReview {
  id: string;
  teamId: string;
  team: string;
  cycleId: string;
  number: number;
  idea: string;
  /** Who sent it back. */
  who: string | null;
}

export interface AnsweredAsk {
  id: string;
  teamId: string;
  team: string;
  /** "Cycle 3", or the measure's name; empty where it is about the team. */
  about: string;
  /** Who answered last. */
  who: string | null;
}

export interface CoachSaid {
  key: string;
  /** Without its full stop. */
  sentence: string;
  about: string;
  button: string;
  href: string;
}

export const returnedLine = (review: ReturnedReview): CoachSaid => ({
  key: `returned ${review.id}`,
  sentence: `${review.who ?? 'Your coach'} asks for a change in Cycle ${review.number}`,
  about: `${review.idea}. ${review.team}`,
  button: 'See what to change',
  href: `${paths.cycle(review.teamId, review.cycleId)}#review-row`,
});

export const answeredLine = (ask: AnsweredAsk): CoachSaid => ({
  key: `answered ${ask.id}`,
  sentence: `${ask.who ?? 'Somebody'} answered your ask for help${ask.about ? ` with ${ask.about}` : ''}`,
  about: ask.team,
  button: 'Read the answer',
  href: `${paths.teamHelp(ask.teamId)}#${ask.id}`,
});
