import { week } from './clock';
import type { TheoryStory } from './story';

/** What each team of the demo believes has to change, what it tries for that, and what it stopped believing. */
export const theories: Record<string, TheoryStory> = {
  attendance: {
    aim: ['attended', 'gap'],
    began: week(-31, 4),
    by: 'dana',
    drivers: [
      {
        key: 'hear',
        name: 'Families hear the same day that a student is missing',
        measures: ['reached'],
        under: [
          { key: 'language', name: 'The message is in a language the family reads', ideas: ['text'] },
          {
            key: 'time',
            name: 'Teachers have the minutes to write it',
            measures: ['minutes'],
            ideas: ['text'],
          },
        ],
      },
      {
        key: 'reason',
        name: 'Families see why every day counts',
        ideas: ['call', 'letter'],
      },
      {
        key: 'there',
        name: 'Students can get to school',
        under: [{ key: 'bus', name: 'A bus runs when they need it', ideas: ['rides'] }],
      },
    ],
    ideaMeasures: { text: ['reached'] },
    beliefs: [
      {
        driver: 'reason',
        on: week(-6, 4),
        by: 'dana',
        reason:
          'We thought families did not know that days matter. They knew. What they lacked was a message they could read on the day it happened.',
        cycles: [1, 3],
      },
      {
        idea: 'letter',
        on: week(-8, 4),
        by: 'luis',
        reason: 'No family brought the letter up. It cost 40 minutes and moved nothing.',
        cycles: [3],
      },
    ],
  },
  fafsa: {
    aim: ['finished'],
    began: week(-25, 2),
    drivers: [
      {
        key: 'school-time',
        name: 'Seniors finish the form in school time',
        measures: ['errors'],
        under: [
          { key: 'help', name: 'Somebody who knows the form sits beside them', ideas: ['class', 'night'] },
          { key: 'papers', name: 'The tax papers are at hand', ideas: ['class'] },
        ],
      },
      {
        key: 'known',
        name: 'Counselors know who has not finished',
        measures: ['seen'],
        ideas: ['list'],
      },
      {
        key: 'parents',
        name: 'Parents know that the form brings money',
        measures: ['night', 'asked'],
        ideas: ['letter', 'night'],
      },
    ],
    ideaMeasures: { night: ['night'] },
    beliefs: [
      {
        idea: 'letter',
        on: week(-14, 4),
        reason:
          'Nothing changed after the letters. Parents knew of the form; it was the form itself that stopped them.',
        cycles: [1],
      },
    ],
  },
  kindergarten: {
    aim: ['started'],
    began: week(-40, 3),
    drivers: [
      {
        key: 'early',
        name: 'Needs are found before age four',
        measures: ['screened'],
        under: [
          { key: 'visit', name: 'Screening happens at a visit families make anyway', ideas: ['form'] },
          { key: 'kept', name: 'Screening visits are kept', measures: ['kept'], ideas: ['text'] },
        ],
      },
      {
        key: 'handover',
        name: 'A found need leads to help',
        measures: ['started'],
        ideas: ['list'],
      },
      {
        key: 'letters',
        name: 'Preschools teach the first letters',
        measures: ['letters'],
        ideas: ['letters'],
      },
      { key: 'forget', name: 'Families forget that screening exists' },
    ],
    beliefs: [
      {
        driver: 'forget',
        on: week(-9, 3),
        reason:
          'Families knew about screening. Asked at the vaccine visit, nearly all said yes, as long as it took no second trip.',
        cycles: [2, 3],
      },
    ],
  },
  literacy: {
    aim: ['pace'],
    began: week(-30, 2),
    drivers: [
      {
        key: 'practice',
        name: 'Children read aloud often, with somebody who listens',
        measures: ['together'],
        ideas: ['buddies'],
        under: [{ key: 'home', name: 'They read at home too', ideas: ['night'] }],
      },
      {
        key: 'sounds',
        name: 'Teachers know which sounds a child lacks',
        measures: ['sounds'],
        ideas: ['sounds'],
      },
      { key: 'present', name: 'Children are there on Mondays', measures: ['mondays'], ideas: ['prizes'] },
    ],
    ideaMeasures: { buddies: ['pace'] },
    beliefs: [
      {
        idea: 'prizes',
        on: week(-10, 2),
        reason: 'A prize does not make a sick child well. Monday attendance fell, and children felt blamed.',
        cycles: [3],
      },
    ],
  },
  math: {
    aim: ['quiz'],
    began: week(-28, 3),
    drivers: [
      {
        key: 'help',
        name: 'Students get help within the week they fall behind',
        measures: ['sessions'],
        under: [
          { key: 'come', name: 'They come to the sessions', ideas: ['text', 'tutoring'] },
          { key: 'see', name: 'Teachers see who is lost the same day', measures: ['exit'], ideas: ['exit'] },
        ],
      },
      { key: 'homework', name: 'Students hand in all of their homework', measures: ['homework'] },
    ],
    ideaMeasures: { tutoring: ['quiz'] },
    beliefs: [
      {
        driver: 'homework',
        on: week(-16, 4),
        reason:
          'Handing in went up, and so did copied work. More homework on paper is not more math in the head.',
        cycles: [1],
      },
    ],
  },
  careers: {
    aim: ['days'],
    began: week(-24, 2),
    drivers: [
      {
        key: 'ready',
        name: 'Students are ready on the day an employer asks',
        measures: ['papers'],
        ideas: ['papers'],
        under: [
          { key: 'show-up', name: 'They come to the interview', measures: ['interviews'], ideas: ['text'] },
        ],
      },
      { key: 'match', name: 'Employers know who is still free', ideas: ['list'] },
      { key: 'wage', name: 'Jobs pay enough to be taken', measures: [] },
    ],
    beliefs: [
      {
        driver: 'wage',
        on: week(-7, 4),
        reason:
          'No student on the Friday list turned a job down for its pay. They had not heard of it in time.',
        cycles: [3],
      },
    ],
  },
  'lakeside-9th': {
    aim: ['on-time'],
    began: week(-16, 2),
    drivers: [
      { key: 'welcome', name: 'Somebody is glad to see them at the door', ideas: ['greeting'] },
      { key: 'order', name: 'The first minutes of the day are calm', measures: ['referrals'] },
    ],
  },
};
