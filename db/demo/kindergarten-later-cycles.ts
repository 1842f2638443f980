import { week } from './clock';
import type { CycleStory } from './story';

export const kindergartenLaterCycles: CycleStory[] = [
  {
    number: 5,
    idea: 'letters',
    by: 'fatima',
    scale: 'few',
    people: 60,
    sites: 1,
    objective: 'Check one small group a day on ten letters and practice the same day.',
    dataPlan: 'Each teacher checks all children on Friday and notes how many name 10 letters.',
    start: week(-10),
    end: week(-7, 5),
    questions: [
      {
        ask: 'Can preschool teachers fit it in before lunch?',
        predict: 'Yes, if a coach shows them how.',
        happened: 'Yes, on four days of five.',
        came: 'yes',
      },
    ],
    predictions: [['letters', 50, 45, 56]],
    tasks: [
      ['Fatima Hassan', 'Coach in each room for two weeks', 'Bright Start', week(-8, 5), true],
      ['Four teachers', 'Check one group a day', 'Bright Start', week(-7, 5), true],
    ],
    did: {
      ended: week(-7, 5),
      ran: 'yes',
      saw: 'Children liked finding the letters of their own names. Fridays were often too full.',
    },
    study: {
      learned: 'The letters of a child’s own name are the way in. Two weeks of coaching were needed.',
      on: week(-6, 2),
    },
    act: {
      decision: 'adopt',
      reason: 'All four classrooms gained, and teachers want to keep it.',
      next: 'Keep it, and move the Friday group to Thursday.',
      on: week(-6, 3),
    },
  },
  {
    number: 6,
    idea: 'text',
    after: 4,
    by: 'beth',
    scale: 'site',
    people: 85,
    sites: 1,
    objective: 'Text the day before and offer three open slots in the same message.',
    dataPlan: 'Visits booked and kept, from the scheduling system every Friday.',
    start: week(-8),
    end: week(-5, 5),
    questions: [
      {
        ask: 'Do open slots bring in families who would have missed?',
        predict: 'Yes, two or three families a week.',
        happened: 'Three a week on average.',
        came: 'yes',
      },
    ],
    predictions: [['kept', 82, 77, 87]],
    tasks: [
      ['Front desk', 'Keep three slots open', 'Mill Street clinic', week(-5, 5), true],
      ['Referral nurse', 'Send texts at noon', 'Mill Street clinic', week(-5, 5), true],
    ],
    did: { ended: week(-5, 5), ran: 'yes', saw: 'The slots were gone by Wednesday in three of four weeks.' },
    study: {
      learned: 'Open slots make the text useful. One clinic can do it with the staff it has.',
      on: week(-4, 2),
    },
    act: {
      decision: 'expand',
      reason: 'More visits are kept, and no clinic hour stayed empty.',
      next: 'All three clinics, from next week.',
      on: week(-4, 4),
    },
  },
  {
    number: 7,
    idea: 'text',
    after: 6,
    by: 'beth',
    scale: 'sites',
    people: 210,
    sites: 3,
    objective: 'Text the day before at all three clinics, in the language the family reads.',
    focus: 'Families who use another language at home',
    dataPlan: 'Visits booked and kept at each clinic, every Friday, split by home language.',
    start: week(1),
    end: week(4, 5),
    questions: [
      {
        ask: 'Does it work as well in Somali, Spanish and Arabic?',
        predict: 'Yes, within five points of English.',
        chance: 65,
      },
      {
        ask: 'Can the smallest clinic keep three slots open?',
        predict: 'Only on three days a week.',
        chance: 50,
      },
    ],
    predictions: [['kept', 84, 79, 89]],
    tasks: [
      [
        'Fatima Hassan',
        'Have the texts read by two parents in each language',
        'Families Together',
        week(0, 5),
        false,
      ],
      ['Front desks', 'Keep three slots open', 'Three clinics', week(4, 5), false],
    ],
  },
];
