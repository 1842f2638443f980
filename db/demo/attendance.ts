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
        'Days attended by Lincoln students on the watch list, half a day or more. The watch list holds students who missed 10% or more of last year. Students who move away leave the list that week. Days a student is suspended do not count. School runs all year with short breaks.',
      numerator: 'School days attended by students on the watch list',
      denominator: 'Students on the watch list × days school was open that week',
      goal: 92,
      source: 'Daily attendance export from the district',
      collector: 'Grace Lin, by Monday noon',
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
      goal: 30,
      source: 'Counselors’ time sheet',
      collector: 'Luis Ortega',
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
};
