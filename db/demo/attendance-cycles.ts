import { week } from './clock';
import type { CycleStory } from './story';

export const attendanceCycles: CycleStory[] = [
  {
    number: 1,
    idea: 'call',
    by: 'dana',
    scale: 'one',
    people: 1,
    sites: 1,
    objective: 'Find out whether a call on the second day of absence brings an answer the same day.',
    dataPlan: 'Luis writes down the time of the call and of the answer.',
    start: week(-15, 2),
    end: week(-15, 5),
    questions: [
      {
        ask: 'Will the family answer a call the same day?',
        predict: 'Yes, before 5 pm.',
        chance: 70,
        happened: 'No. The voicemail was full. A text got a reply in 9 minutes.',
        came: 'no',
      },
    ],
    tasks: [['Luis Ortega', 'Call after the second absence', 'Counseling office', week(-15, 4), true]],
    did: {
      ended: week(-15, 5),
      ran: 'partly',
      differed: 'After two calls Luis sent a text from the school phone.',
      saw: 'Two calls went to a full voicemail. The text was answered in 9 minutes.',
      surprises: 'The parent thanked us and asked for texts from now on.',
    },
    study: {
      learned: 'A text can reach a family that a call cannot. The parent knew the sender’s name.',
      on: week(-14, 2),
    },
    act: {
      decision: 'adapt',
      reason: 'Voicemail was full. A text got a reply in 9 minutes.',
      next: 'Text first, and call only when no one answers.',
      on: week(-14, 4),
    },
  },
  {
    number: 2,
    idea: 'text',
    after: 1,
    by: 'dana',
    scale: 'one',
    people: 15,
    sites: 1,
    objective: 'Try a text from the homeroom teacher in one classroom.',
    dataPlan:
      'The homeroom teacher keeps a tally: alerts, texts sent, answers by 6 pm. Grace adds it up on Fridays.',
    start: week(-13),
    end: week(-12, 5),
    questions: [
      {
        ask: 'How many families answer the same day?',
        predict: 'About 7 of 10, because they know the homeroom teacher.',
        happened: '9 of 11 families answered the same day.',
        came: 'yes',
      },
    ],
    predictions: [['reached', 36, 30, 42]],
    tasks: [
      ['Pat Kowalski', 'Text home by 2 pm', 'Room 114', week(-12, 5), true],
      ['Luis Ortega', 'Call if no answer by 4 pm', 'Counseling office', week(-12, 5), true],
    ],
    did: {
      ended: week(-12, 5),
      ran: 'yes',
      saw: 'Eleven alerts in two weeks. Nine answers, most within half an hour. Two families were called; one answered.',
      surprises: 'Three families wrote back with a bus problem we did not know about.',
    },
    study: {
      learned:
        'Families answer a name they know. One classroom does not yet move the number for the whole watch list.',
      on: week(-12, 5),
    },
    act: {
      decision: 'adopt',
      reason: '9 of 11 families answered the same day, and it took the teacher four minutes a day.',
      next: 'Keep it in this homeroom and get three more ready.',
      on: week(-12, 5),
    },
  },
  {
    number: 3,
    idea: 'letter',
    after: 2,
    isBranch: true,
    by: 'pat',
    scale: 'one',
    people: 15,
    sites: 1,
    objective: 'See whether a letter in the backpack helps with families who do not answer.',
    start: week(-11),
    end: week(-11, 5),
    questions: [
      {
        ask: 'Will families bring up the letter?',
        predict: 'Half of them will.',
        happened: 'None did in one week.',
        came: 'no',
      },
    ],
    predictions: [['gap', 5, 4.5, 5.6]],
    tasks: [['Pat Kowalski', 'Write, print and hand out letters', 'Room 114', week(-11, 3), true]],
    did: {
      ended: week(-11, 5),
      ran: 'yes',
      saw: 'Six letters went home. Four were still in backpacks on Friday.',
    },
    study: {
      learned: 'A letter in a backpack is not a message. Nobody read it the same day.',
      on: week(-11, 5),
    },
    act: {
      decision: 'abandon',
      reason: 'No family brought it up. It cost 40 minutes.',
      next: 'Go on with texts in four classrooms.',
      on: week(-11, 5),
    },
  },
  {
    number: 4,
    idea: 'text',
    after: 2,
    by: 'dana',
    scale: 'few',
    people: 54,
    sites: 1,
    objective: 'Text first in four classrooms, with four teachers who had not done it before.',
    dataPlan: 'Same tally in each homeroom. Grace collects them on Friday and enters alerts and answers.',
    start: week(-10),
    end: week(-8, 5),
    questions: [
      {
        ask: 'Does it work with teachers who are new to it?',
        predict: 'Yes, but a little less often than in the first classroom.',
        happened: '31 of 38 families answered the same day: 82%, as in the first classroom.',
        came: 'yes',
      },
      {
        ask: 'Can counselors keep up with the calls?',
        predict: 'Yes, within 30 minutes a day.',
        happened: 'They went a little past it in the last week.',
        came: 'partly',
      },
    ],
    predictions: [
      ['reached', 60, 50, 70],
      ['attended', 86, 84.5, 87.5],
      ['minutes', 27, 23, 30],
    ],
    tasks: [
      ['Four homeroom teachers', 'Send the text', 'Lincoln', week(-8, 5), true],
      ['Dana and Luis', 'Call if no answer', 'Counseling office', week(-8, 5), true],
      ['Grace Lin', 'Count alerts and answers', 'Shared sheet', week(-8, 5), true],
    ],
    did: {
      ended: week(-8, 5),
      ran: 'yes',
      saw: 'All four teachers texted every day. One asked for a script, and we wrote three lines that all now use.',
      surprises: 'Students started to ask, “Did you text my mom?” and came to explain first.',
      notes: [
        [week(-10, 2), 'First texts out by 1:40 pm. Room 121 asked for a script.', 'pat'],
        [week(-9, 4), 'Three-line script on paper in each room. Nobody edits it any more.', 'dana'],
        [week(-8, 3), 'Luis took two calls at once at 4:20. He called one family back at 5.', 'dana'],
      ],
      counts: [
        ['', 38, 38, 31],
        ['English at home', 22, 22, 19],
        ['Spanish at home', 16, 16, 12],
      ],
      files: [
        [
          'text-script.txt',
          'Hi, this is [teacher] from Lincoln. We missed [student] yesterday and today.\nIs there something in the way that we can help with?\nText me back here any time today.\n',
        ],
      ],
    },
    study: {
      workedFor:
        'It worked for families with one phone and one language at home. It missed three families whose number had changed.',
      learned:
        'It works with four teachers. The script helps. Counselors spend more time, because more families want to talk.',
      on: week(-7, 2),
    },
    act: {
      decision: 'adopt',
      reason: '31 of 38 families answered the same day.',
      next: 'All eight 9th-grade homerooms, after the testing weeks.',
      on: week(-7, 4),
    },
  },
  {
    number: 5,
    idea: 'text',
    after: 4,
    by: 'dana',
    scale: 'site',
    people: 62,
    sites: 1,
    objective:
      'When a 9th grader on the watch list misses two days in a row, the homeroom teacher texts home by 2 pm. If no one answers by 4 pm, a counselor calls. We ask what got in the way, and we offer one kind of help.',
    focus: 'Students from low-income families',
    dataPlan:
      'Grace counts alerts and answers every Friday, split by home language. Luis keeps the counselors’ time sheet.',
    start: week(-4),
    end: week(-1, 5),
    questions: [
      {
        ask: 'Does this still work with eight teachers and 62 students?',
        predict:
          'Yes. In Cycle 4 texts got answers from 31 of 38 families, and these are people families already know.',
        happened: '51 of 62 families answered the same day.',
        came: 'yes',
      },
      {
        ask: 'Does it take more time than we have?',
        predict: 'No. About 30 minutes a day for both counselors.',
      },
      {
        ask: 'Who did it work for, and who did it miss?',
        predict: 'It will work about as well in every home language.',
      },
    ],
    predictions: [
      ['reached', 80, 70, 90],
      ['attended', 88, 86, 90],
      ['minutes', 30, 25, 35],
    ],
    tasks: [
      ['Eight homeroom teachers', 'Send the text', 'Lincoln', week(-1, 5), true],
      ['Dana and Luis', 'Call if no answer', 'Counseling office', week(-1, 5), true],
      ['Grace Lin', 'Count alerts and answers', 'Shared sheet', week(-1, 5), true],
      ['Amina Warsame', 'Ask six families what they think of the text', 'By phone', week(0, 3), false],
    ],
    did: {
      ended: week(-1, 5),
      ran: 'partly',
      differed: 'Six of eight teachers texted by 2 pm every time. Two often texted after school.',
      saw: 'Week 1: all eight teachers sent their first texts; two asked for a shorter message, so we cut it to three lines.\nWeek 2: state testing, no texts went out in two homerooms.\nWeek 3: eleven alerts in one day after the bus on Route 9 broke down.',
      surprises:
        'Families who use English at home answered more often than the others. The text is only in English.',
      notes: [
        [week(-4, 3), 'All eight teachers sent their first texts. Two asked for a shorter message.', 'dana'],
        [week(-3, 3), 'State testing: no texts went out in two homerooms.', 'pat'],
        [week(-2, 2), 'Eleven alerts in one day: the bus on Route 9 broke down.', 'dana'],
      ],
      counts: [
        ['', 62, 60, 51],
        ['English at home', 38, 37, 34],
        ['Spanish at home', 24, 23, 17],
      ],
    },
  },
];
