import { careersCycles } from './careers-cycles';
import { week } from './clock';
import type { TeamStory } from './story';

export const careers: TeamStory = {
  key: 'careers',
  name: 'Career Pathways Network',
  about: 'Employers, career teachers and the Chamber place juniors and seniors in paid internships.',
  aim: {
    what: 'paid internships',
    forWhom: 'juniors and seniors in career programs',
    from: 120,
    to: 200,
    unit: 'students',
    by: [6, 30],
  },
  home: 'chamber',
  began: week(-43, 3),
  startedBy: 'charles',
  members: ['david', 'ines'],
  coach: 'samuel',
  ideas: {
    papers: {
      name: 'Work papers signed at school',
      practice: 'room',
      adaptation: 'The county clerk comes to the career center every second Thursday.',
    },
    text: {
      name: 'Text the day before an interview',
      practice: 'text',
      adaptation: 'The career teacher texts; the employer calls if the student is late.',
    },
    list: {
      name: 'Friday list of students not yet placed',
      practice: 'list',
      adaptation: 'Two employers sit at the table and take names they can interview.',
    },
  },
  measures: [
    {
      key: 'days',
      name: 'Days from application to first day',
      type: 'outcome',
      kind: 'mean',
      direction: 'lower',
      frequency: 'weekly',
      definition:
        'Average number of days from application to the first day of work, for students who started that week.',
      unit: 'days',
      goal: 20,
      source: 'Chamber placement log',
      collector: 'Ines Moreau',
      series: {
        points: 26,
        levels: [
          [null, 31],
          [week(-10), 22.5],
        ],
        ripple: 2.2,
        decimals: 1,
      },
      links: [{ indicator: 'working', sign: 'opposite', lag: 1 }],
    },
    {
      key: 'interviews',
      name: 'Interviews kept',
      type: 'process',
      kind: 'proportion',
      direction: 'higher',
      frequency: 'weekly',
      definition: 'Interviews where the student came on time, of all that were set for that week.',
      numerator: 'Interviews kept',
      denominator: 'Interviews set',
      goal: 90,
      source: 'Employers’ replies',
      collector: 'Ines Moreau',
      series: {
        points: 30,
        levels: [
          [null, 66],
          [week(-14), 82],
        ],
        ripple: 3.6,
        outOf: [20, 32],
      },
    },
    {
      key: 'papers',
      name: 'Work papers ready on the first day',
      type: 'process',
      kind: 'proportion',
      direction: 'higher',
      frequency: 'weekly',
      definition: 'Students whose work permit and bank form were ready on their first day of work.',
      numerator: 'Students with papers ready',
      denominator: 'Students who started that week',
      goal: 90,
      source: 'Chamber placement log',
      collector: 'Ines Moreau',
      series: {
        points: 42,
        levels: [
          [null, 57],
          [week(-22), 79],
        ],
        ripple: 4.6,
        outOf: [16, 28],
      },
      links: [{ indicator: 'working', sign: 'same', lag: 1 }],
    },
  ],
  cycles: careersCycles,
};
