import { attendanceCycles } from './attendance-cycles';
import { week } from './clock';
import type { TeamStory } from './story';

export const attendance: TeamStory = {
  key: 'attendance',
  name: 'Attendance Action Team',
  about:
    'Counselors, teachers, a parent organizer and a youth worker from Lincoln, Eastside and Harbor high schools. We meet on Thursdays at 3:30 in the Lincoln library.',
  aim: {
    what: 'chronic absence',
    forWhom: '9th graders at Lincoln, Eastside and Harbor',
    from: 31,
    to: 22,
    unit: '%',
    by: [5, 21],
  },
  home: 'schools',
  began: week(-32, 2),
  startedBy: 'marisol',
  members: ['dana', 'luis', 'amina', 'pat', 'andre', 'grace'],
  coach: 'renee',
  ideas: {
    call: { name: 'Call home after 2 absences', practice: null },
    text: {
      name: 'Text first, then call',
      practice: 'text',
      adaptation: 'The homeroom teacher texts, not the office. Counselors call between 4 and 5 pm.',
    },
    letter: { name: 'Add a letter home', practice: 'letter' },
    rides: { name: 'Ride with an older student from the same street', practice: null },
  },
  measures: [
    {
      key: 'attended',
      name: 'School days attended',
      type: 'outcome',
      kind: 'proportion',
      direction: 'higher',
      frequency: 'weekly',
      definition:
        'Days attended by Lincoln students on the watch list, half a day or more, out of students on the watch list × days school was open that week. School runs all year with short breaks.',
      inclusions:
        'In: students who missed 10% or more of last year. Out: students who moved away that week, and days a student is suspended.',
      numerator: 'Days attended',
      denominator: 'Days possible',
      goal: 90,
      goalSteps: [{ from: week(-13), goal: 92, by: 'dana' }],
      source: 'Daily attendance export from the district',
      collector: 'Grace Lin, by Monday noon',
      owner: 'grace',
      redefined: {
        on: week(-23),
        by: 'grace',
        was: {
          definition:
            'Whole days attended by Lincoln students on the watch list. School runs all year with short breaks.',
        },
      },
      series: {
        points: 30,
        levels: [],
        ripple: 0,
        values: [
          84.6, 83.2, 85.3, 84.0, 83.5, 85.1, 82.7, 84.9, 83.8, 84.5, 86.1, 84.9, 83.6, 82.8, 84.4, 81.9,
          84.1, 83.2, 85.0, 83.3, 85.8, 86.9, 86.2, 87.6, 86.7, 88.4, 87.7, 88.2, 89.1, 88.6,
        ],
        outOf: [60, 62],
        isPerDay: true,
      },
      links: [{ indicator: 'absent-high', sign: 'opposite', lag: 0 }],
    },
    {
      key: 'reached',
      name: 'Families reached the same day',
      type: 'process',
      kind: 'proportion',
      direction: 'higher',
      frequency: 'weekly',
      definition:
        'A family is reached when someone at home answers a text or a call before 6 pm on the day of the alert. An alert is a second absence in a row.',
      inclusions:
        'In: each alert, also where a family gets several. Groups are by the language spoken at home.',
      numerator: 'Alerts answered the same day',
      denominator: 'Alerts that week',
      goal: 80,
      source: 'Shared sheet of alerts, kept by homeroom',
      collector: 'Grace Lin, every Friday',
      series: {
        points: 30,
        levels: [],
        ripple: 0,
        values: [
          33, 36, 30, 34, 37, 32, 35, 31, 36, 33, 31, 28, 35, 33, 30, 38, 34, 36, 33, 31, 58, 66, 62, 71, 69,
          78, 82, 80, 86, 82,
        ],
        outOf: [28, 46],
        strata: {
          English: { share: 0.5, distance: [[null, 0]] },
          Spanish: {
            share: 0.32,
            distance: [
              [null, -3],
              [week(-10), -6],
            ],
          },
          Somali: {
            share: 0.18,
            distance: [
              [null, -5],
              [week(-10), -24],
            ],
          },
        },
      },
    },
    {
      key: 'gap',
      name: 'Attendance gap by family income',
      type: 'outcome',
      kind: 'mean',
      direction: 'lower',
      frequency: 'weekly',
      definition:
        'Percent of days attended by all 9th graders, minus percent of days attended by 9th graders from low-income families.',
      unit: 'points',
      goal: 3,
      source: 'Daily attendance export from the district',
      collector: 'Grace Lin, by Monday noon',
      owner: 'grace',
      series: { points: 28, levels: [[null, 6.0]], ripple: 0.5, decimals: 1 },
    },
    {
      key: 'minutes',
      name: 'Counselor minutes on calls each day',
      type: 'balancing',
      kind: 'mean',
      direction: 'lower',
      frequency: 'weekly',
      definition: 'Minutes two counselors spend on calls about absence, on an average day of the week.',
      unit: 'minutes',
      inclusions: 'In: calls, texts and the notes about them. Out: meetings with families at school.',
      lowest: 0,
      highest: 240,
      goal: 30,
      source: 'Counselors’ time sheet',
      collector: 'Luis Ortega',
      owner: 'luis',
      series: {
        points: 30,
        levels: [],
        ripple: 0,
        values: [
          23, 21, 24, 20, 25, 22, 19, 23, 26, 21, 22, 25, 19, 24, 21, 26, 23, 20, 24, 21, 27, 29, 31, 34, 33,
          36, 38, 37, 41, 39,
        ],
      },
    },
  ],
  cycles: attendanceCycles,
  visits: [
    {
      on: week(-6, 3),
      text: 'Sat in on the Thursday meeting. They went through the list in twelve minutes and decided on each open line. Agreed: Grace counts by home language from the next cycle on.',
      isShared: true,
    },
    {
      on: week(-2, 3),
      text: 'Two homeroom teachers text late because they do not see the list before lunch. Ask the principal for a slot in the morning before anybody is named.',
      isShared: false,
    },
  ],
  meetings: [
    {
      on: week(-1, 4),
      present: 'Dana, Luis, Amina, Pat, Andre, Grace, Renee; Mr. Osei of the parent council',
      by: 'dana',
      lines: [
        {
          kind: 'note',
          by: 'dana',
          cycle: 5,
          text: 'What we saw: the teachers who set a 1:45 reminder on their phone never missed a text.',
        },
        {
          kind: 'decision',
          by: 'luis',
          cycle: 5,
          text: 'We finish Do this Friday as planned, and write the Study together next week.',
        },
        {
          kind: 'promise',
          by: 'dana',
          who: 'Amina Warsame',
          text: 'Ask six families what they think of the text.',
          due: week(0, 3),
        },
        {
          kind: 'promise',
          by: 'luis',
          who: 'Luis Ortega',
          text: 'Get the text put into Spanish and Somali.',
          due: week(-1, 5),
        },
        {
          kind: 'promise',
          by: 'grace',
          who: 'Grace Lin',
          text: 'Split the answers by home language before Friday.',
          due: week(-1, 5),
          isDone: true,
        },
        { kind: 'note', by: 'amina', text: 'The library is taken next Thursday. We meet in room 114.' },
      ],
    },
  ],
  events: [
    {
      key: 'half-days',
      kind: 'definition change',
      on: week(-23),
      title: 'Half days count from here on',
      detail: 'The weeks before were counted again in the same way.',
      by: 'grace',
      measures: ['attended'],
    },
    {
      key: 'phones',
      kind: 'barrier',
      on: week(-15, 2),
      until: week(-15, 4),
      title: 'The text service was down for three days',
      by: 'luis',
      measures: ['reached'],
    },
    {
      key: 'bus',
      kind: 'event',
      on: week(-9),
      title: 'A new late bus to Eastside began',
      detail: 'It takes some of our students home after tutoring. Harbor has none.',
      by: 'amina',
      measures: ['attended', 'gap'],
    },
    {
      key: 'lincoln',
      kind: 'milestone',
      on: week(-5),
      title: 'All 9th grade homerooms at Lincoln text',
      by: 'dana',
    },
  ],
};
