import type { ToldReason } from '../vocabulary';
import { type DayOffset, week } from './clock';

/** What people of the demo said beside a thing, and whom it told. The last words of a thread are the newest. */
export interface ThreadStory {
  on:
    | { team: string; cycle: number }
    | { team: string; measure: string }
    | { practice: string }
    | { indicator: string };
  part?: string;
  quote?: string;
  says: {
    by: string;
    on: DayOffset;
    at: string;
    text: string;
    tells?: [person: string, reason: ToldReason][];
  }[];
  resolved?: { by: string; on: DayOffset };
}

export const riverbendComments: ThreadStory[] = [
  {
    on: { team: 'attendance', cycle: 5 },
    part: 'plan',
    quote: 'split by home language',
    says: [
      {
        by: 'amina',
        on: week(-4, 2),
        at: '19:10',
        text: 'Should we guess for each home language too?',
        tells: [['luis', 'owner']],
      },
      {
        by: 'dana',
        on: week(-4, 3),
        at: '14:05',
        text: 'Yes, from the next test on. Grace has the counts already.',
        tells: [['amina', 'answer']],
      },
    ],
    resolved: { by: 'amina', on: week(-4, 4) },
  },
  {
    on: { team: 'attendance', cycle: 5 },
    part: 'do',
    quote: 'The text is only in English.',
    says: [
      {
        by: 'renee',
        on: week(-1, 5),
        at: '21:40',
        text: '@Dana Whitfield, that is worth a test of its own. Who could write the text in Spanish and Somali this week?',
        tells: [['dana', 'mention']],
      },
    ],
  },
  {
    on: { team: 'attendance', measure: 'minutes' },
    part: 'numbers',
    says: [
      {
        by: 'luis',
        on: week(-2, 3),
        at: '15:20',
        text: 'The day of the Route 9 breakdown took most of the week. Should the whole team look at it on Thursday?',
      },
    ],
  },
  {
    on: { practice: 'list' },
    part: 'how',
    says: [
      {
        by: 'joy',
        on: week(-3, 2),
        at: '16:30',
        text: 'We do this on paper, on the wall of the teachers’ room. It works as well.',
        tells: [['marcus', 'owner']],
      },
    ],
  },
];
