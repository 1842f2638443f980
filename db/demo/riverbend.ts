import { attendance } from './attendance';
import { careers } from './careers';
import { week } from './clock';
import { riverbendComments } from './comments';
import { fafsa } from './fafsa';
import { kindergarten } from './kindergarten';
import { literacy } from './literacy';
import { math } from './math';
import { riverbendIndicators } from './riverbend-indicators';
import { riverbendPractices } from './riverbend-practices';
import { riverbendScoreboard } from './riverbend-scoreboard';
import type { CommunityStory, TeamStory } from './story';

const summerReading: TeamStory = {
  key: 'summer',
  name: 'Summer Reading Team',
  about: 'Ran reading hours at three summer meal sites. Its members now work in the Early Literacy Network.',
  aim: {
    what: 'reading kept over the summer',
    forWhom: 'children entering grades 1 to 3',
    from: 48,
    to: 57,
    unit: '%',
    by: [8, 31],
  },
  home: 'library',
  began: week(-124),
  startedBy: 'marisol',
  members: ['rosa', 'joy'],
  coach: 'samuel',
  archived: week(-58, 4),
  ideas: {},
  measures: [],
  cycles: [],
};

export const riverbend: CommunityStory = {
  key: 'riverbend',
  name: 'Riverbend Cradle to Career',
  timeZone: 'America/New_York',
  schoolYearFirstMonth: 7,
  began: week(-156),
  partners: {
    fund: ['Three Rivers Community Fund', 'philanthropy'],
    schools: ['Riverbend Public Schools', 'education'],
    clinic: ['Riverbend Community Health Center', 'health'],
    preschool: ['Bright Start Preschools', 'nonprofit'],
    library: ['Riverbend Public Library', 'government'],
    college: ['Riverbend State College', 'higher education'],
    club: ['Eastside Youth Club', 'nonprofit'],
    chamber: ['Riverbend Chamber of Commerce', 'business'],
    families: ['Families Together Riverbend', 'families'],
  },
  members: [
    ['helen', 'admin', 'fund'],
    ['marisol', 'leader', 'fund'],
    ['charles', 'leader', 'schools'],
    ['renee', 'coach', 'fund'],
    ['samuel', 'coach', 'fund'],
    ['dana', 'member', 'schools'],
    ['luis', 'member', 'schools'],
    ['amina', 'member', 'families'],
    ['pat', 'member', 'schools'],
    ['andre', 'member', 'club'],
    ['grace', 'member', 'schools'],
    ['beth', 'member', 'clinic'],
    ['fatima', 'member', 'preschool'],
    ['joy', 'member', 'schools'],
    ['rosa', 'member', 'library'],
    ['marcus', 'member', 'college'],
    ['keisha', 'member', 'schools'],
    ['omar', 'member', 'club'],
    ['nicole', 'member', 'schools'],
    ['ines', 'member', 'chamber'],
    ['david', 'member', 'schools'],
  ],
  practices: riverbendPractices,
  dimensions: {
    'Race and ethnicity': {
      Black: 28,
      Latino: 25,
      White: 36,
      Asian: 6,
      'Two or more races': 4,
      'Native American': 0.6,
      'Pacific Islander': 0.4,
    },
    'Family income': { 'Low-income': 51, 'Not low-income': 49 },
    Language: { 'English learner': 12, 'Not an English learner': 88 },
    Disability: { 'Has an IEP': 14, 'No IEP': 86 },
    Gender: { Female: 49.4, Male: 50.6 },
    School: { Lincoln: 37, Eastside: 33, Harbor: 30 },
  },
  indicators: [...riverbendIndicators, ...riverbendScoreboard],
  publicPages: [
    {
      key: 'web',
      label: 'Our web page',
      by: 'marisol',
      made: week(-6),
      shows: ['graduated', 'fafsa', 'ready'],
    },
  ],
  teams: [attendance, kindergarten, literacy, fafsa, math, careers, summerReading],
  comments: riverbendComments,
  events: [
    {
      key: 'ls1',
      kind: 'learning session',
      on: week(-13, 4),
      title: 'Learning session 1',
      detail: 'Each team brought its aim and one run chart, and left with a first test for Monday.',
      by: 'marisol',
      writtenOn: week(-26, 2),
      startsAt: '09:00',
      endsAt: '15:00',
      place: 'Riverbend Public Library, second floor',
    },
    {
      key: 'ap1',
      kind: 'action period',
      on: week(-13, 5),
      until: week(2, 3),
      title: 'Action period 1',
      detail: 'Teams run cycles. Coaches visit each team twice.',
      by: 'marisol',
      writtenOn: week(-26, 2),
    },
    {
      key: 'ls2',
      kind: 'learning session',
      on: week(2, 4),
      title: 'Learning session 2',
      detail: 'Bring the ramp of one idea, and one test that did not work.',
      by: 'marisol',
      writtenOn: week(-26, 2),
      startsAt: '09:00',
      endsAt: '15:00',
      place: 'Riverbend State College, room 114',
    },
    {
      key: 'ap2',
      kind: 'action period',
      on: week(2, 5),
      until: week(16, 3),
      title: 'Action period 2',
      by: 'marisol',
      writtenOn: week(-26, 2),
    },
    {
      key: 'bells',
      kind: 'event',
      on: week(-19),
      title: 'New bell times in all schools',
      detail: 'High schools begin 20 minutes later, elementary schools 10 minutes earlier.',
      by: 'marisol',
    },
  ],
};
