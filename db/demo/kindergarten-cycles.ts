import { week } from './clock';
import type { CycleStory } from './story';

export const kindergartenCycles: CycleStory[] = [
  {
    number: 1,
    idea: 'list',
    by: 'beth',
    scale: 'site',
    people: 30,
    sites: 1,
    objective: 'Look at every open referral once a week until the family has started.',
    dataPlan: 'Beth counts families referred and families started from the referral log each month.',
    start: week(-46),
    end: week(-38, 5),
    questions: [
      {
        ask: 'Do more families start within 45 days?',
        predict: 'Yes, about 6 in 10, because nobody falls off the list.',
        happened: 'About two thirds did.',
        came: 'yes',
      },
    ],
    predictions: [['started', 60, 52, 70]],
    tasks: [
      ['Beth Larsen', 'Print the list of open referrals', 'Health center', week(-38), true],
      ['Two preschool directors', 'Call families on the list', 'By phone', week(-38, 5), true],
    ],
    did: {
      ended: week(-38, 5),
      ran: 'yes',
      saw: 'The list began with 41 families and was down to 17 by week six. Most were stuck on one missing form.',
      surprises: 'Nine families had already started and nobody had told the clinic.',
    },
    study: {
      learned: 'Fifteen minutes a week is enough. The list is also the way we learn who has already started.',
      on: week(-37, 3),
    },
    act: {
      decision: 'adopt',
      reason: 'More families start in time, and nurses say the list saves them calls.',
      next: 'Keep the Monday list. Look at the one missing form.',
      on: week(-36, 1),
    },
  },
  {
    number: 2,
    idea: 'form',
    by: 'beth',
    scale: 'few',
    people: 45,
    sites: 1,
    objective: 'Have parents fill in the screening form while they wait for the vaccine visit.',
    start: week(-33),
    end: week(-31, 5),
    questions: [
      {
        ask: 'Is there enough time before the nurse comes in?',
        predict: 'Yes, 10 minutes is enough for most parents.',
        happened: 'For most. Parents who do not read English needed 20 minutes.',
        came: 'partly',
      },
    ],
    predictions: [['screened', 56, 49, 63]],
    tasks: [
      [
        'Two medical assistants',
        'Sit with parents in the waiting room',
        'Mill Street clinic',
        week(-31, 5),
        true,
      ],
    ],
    did: {
      ended: week(-31, 5),
      ran: 'partly',
      differed: 'On two busy days no assistant was free.',
      saw: 'Parents liked having someone to ask. Three wanted a Somali form.',
    },
    study: {
      learned: 'Help in the room works. The form must be in the family’s language.',
      on: week(-30, 2),
    },
    act: {
      decision: 'adapt',
      reason: 'It worked in English. Other families ran out of time.',
      next: 'Print the form in four languages and start at check-in.',
      on: week(-30, 3),
    },
  },
  {
    number: 3,
    idea: 'form',
    after: 2,
    by: 'beth',
    kind: 'implement',
    scale: 'sites',
    people: 160,
    sites: 3,
    objective: 'Make the form at check-in how all three clinics work.',
    focus: 'Families who use another language at home',
    dataPlan: 'Clinic records, every Friday, for all three sites.',
    start: week(-29),
    end: week(-22, 5),
    questions: [
      {
        ask: 'Does it hold at clinics that were not part of the first test?',
        predict: 'Yes, once each clinic has one trained assistant.',
        happened: 'It held at all three. Harbor Street took two weeks longer.',
        came: 'yes',
      },
    ],
    predictions: [['screened', 63, 57, 69]],
    tasks: [
      ['Beth Larsen', 'Train one assistant at each clinic', 'Three clinics', week(-28, 3), true],
      ['Front desks', 'Hand out the form at check-in', 'Three clinics', week(-22, 5), true],
    ],
    did: {
      ended: week(-22, 5),
      ran: 'yes',
      saw: 'Forms in Spanish, Somali and Arabic were used 61 times in eight weeks.',
      surprises: 'Fathers filled in a third of the forms.',
    },
    study: {
      learned:
        'With four languages and a start at check-in, the form fits into the visit. Families who use another language gained the most.',
      on: week(-21, 2),
    },
    act: {
      decision: 'implement',
      reason: 'It held for eight weeks at three clinics.',
      next: 'It is in the clinics’ written routine. Watch the chart each month.',
      on: week(-21, 4),
    },
  },
  {
    number: 4,
    idea: 'text',
    by: 'beth',
    scale: 'few',
    people: 40,
    sites: 1,
    objective: 'Text families the day before a screening visit, from the nurse by name.',
    start: week(-12),
    end: week(-10, 5),
    questions: [
      {
        ask: 'Do more families come?',
        predict: 'Yes, about 3 in 4.',
        happened: 'A little more than that.',
        came: 'yes',
      },
    ],
    predictions: [['kept', 75, 68, 82]],
    tasks: [['Referral nurse', 'Send texts at noon', 'Mill Street clinic', week(-10, 5), true]],
    did: {
      ended: week(-10, 5),
      ran: 'yes',
      saw: 'About half of the families wrote back. Eleven asked for another time, and all eleven came.',
    },
    study: {
      learned:
        'A text that can be answered is worth more than a reminder: people move the visit instead of missing it.',
      on: week(-9, 2),
    },
    act: {
      decision: 'adapt',
      reason: 'Families want to choose another time, and the nurse had no open slots to offer.',
      next: 'Keep three open slots a week and name them in the text.',
      on: week(-9, 2),
    },
  },
];
