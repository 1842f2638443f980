import type { StoryPart } from '../vocabulary';
import { type DayOffset, week } from './clock';

/** What people wrote of an indicator: its story, the partners with a role, what is next, and root causes with votes. */
export interface CurveStory {
  /** Oldest first: a part that is told twice was rewritten. */
  story: { part: StoryPart; by: string; on: DayOffset; text: string }[];
  partners: { partner: string; role: string; by: string; on: DayOffset }[];
  actions: { what: string; who: string; due: DayOffset; by: string; on: DayOffset; done?: DayOffset }[];
  factors: {
    key: string;
    name: string;
    evidence: string;
    by: string;
    on: DayOffset;
    votes: string[];
    /** A team that made it a driver of its theory, by their keys. */
    driver?: [team: string, driver: string];
  }[];
}

/** Community → indicator → what was written of it. */
export const curves: Record<string, Record<string, CurveStory>> = {
  riverbend: {
    fafsa: {
      story: [
        {
          part: 'pushes up',
          by: 'marcus',
          on: week(-20, 2),
          text: 'Since spring all three schools set aside class time for the form.',
        },
        {
          part: 'pushes up',
          by: 'keisha',
          on: week(-5, 2),
          text: 'All three schools set aside class time for the form. Counselors see each Tuesday who has not finished, and one of them sits with each of those seniors.',
        },
        {
          part: 'holds down',
          by: 'keisha',
          on: week(-5, 2),
          text: 'Many English learners have a parent with no Social Security number. That part of the form fails often, and our help is only in English.',
        },
        {
          part: 'unknown',
          by: 'marcus',
          on: week(-5, 2),
          text: 'Whether seniors who finish the form in class go on to enroll. The fall count will tell.',
        },
        {
          part: 'works',
          by: 'marcus',
          on: week(-4, 3),
          text: 'Doing the form in the room, with somebody beside the senior who knows it. Letters home moved nothing.',
        },
      ],
      partners: [
        {
          partner: 'college',
          role: 'Sends two aid officers to class hours and to the help nights',
          by: 'marcus',
          on: week(-20, 2),
        },
        {
          partner: 'library',
          role: 'Keeps the computer room open on help nights',
          by: 'marcus',
          on: week(-20, 2),
        },
        {
          partner: 'families',
          role: 'Finds parents who explain the form in Spanish and Somali',
          by: 'keisha',
          on: week(-5, 2),
        },
      ],
      actions: [
        {
          what: 'Ask the college for an aid officer who speaks Spanish',
          who: 'Marcus Bell',
          due: week(3, 5),
          by: 'keisha',
          on: week(-5, 2),
        },
        {
          what: 'Put the steps for parents without a Social Security number on one page',
          who: 'Keisha Grant',
          due: week(-2, 5),
          by: 'keisha',
          on: week(-5, 2),
        },
        {
          what: 'Give every economics class two hours in the lab',
          who: 'Three principals',
          due: week(-10, 5),
          by: 'marcus',
          on: week(-20, 2),
          done: week(-11, 4),
        },
      ],
      factors: [
        {
          key: 'language',
          name: 'Help with the form is only in English',
          evidence:
            'All four help nights were in English. Three of ten families who came home without a form said that this was why.',
          by: 'keisha',
          on: week(-9, 3),
          votes: ['keisha', 'marcus', 'amina', 'dana', 'rosa', 'joy', 'beth'],
        },
        {
          key: 'papers',
          name: 'Tax papers are not at hand when the form is open',
          evidence: 'Of 40 forms that were sent back this fall, 26 lacked a number from the tax return.',
          by: 'marcus',
          on: week(-9, 3),
          votes: ['marcus', 'keisha', 'ines', 'nicole'],
          driver: ['fafsa', 'papers'],
        },
        {
          key: 'worth',
          name: 'Families do not believe that aid will come',
          evidence: '',
          by: 'marcus',
          on: week(-8, 2),
          votes: ['omar'],
        },
      ],
    },
    'absent-high': {
      story: [
        {
          part: 'pushes up',
          by: 'dana',
          on: week(-12, 3),
          text: 'Families of 9th graders get a text the same morning, in the language they read. Those students miss fewer days.',
        },
        {
          part: 'holds down',
          by: 'luis',
          on: week(-12, 3),
          text: 'The early bus on the east side was cut. Students who miss it have no second one.',
        },
        {
          part: 'unknown',
          by: 'dana',
          on: week(-12, 3),
          text: 'How many of the missed days are for paid work. We do not ask yet.',
        },
        {
          part: 'works',
          by: 'dana',
          on: week(-6, 3),
          text: 'A message on the day itself. A call comes too late, and letters moved nothing.',
        },
      ],
      partners: [
        {
          partner: 'club',
          role: 'Walks with students from the east side stop',
          by: 'dana',
          on: week(-12, 3),
        },
        {
          partner: 'families',
          role: 'Checks that each message reads well in six languages',
          by: 'amina',
          on: week(-12, 3),
        },
      ],
      actions: [
        {
          what: 'Bring the counts of missed buses to the transit board',
          who: 'Luis Ortega',
          due: week(5, 2),
          by: 'luis',
          on: week(-6, 3),
        },
        {
          what: 'Ask 40 students who were out what they did that day',
          who: 'Eastside Youth Club',
          due: week(2, 4),
          by: 'dana',
          on: week(-6, 3),
        },
      ],
      factors: [
        {
          key: 'late-word',
          name: 'Families hear too late that a student is missing',
          evidence:
            'Before the texts, the call came at 4 pm. In a survey of 210 families, 6 of 10 had not known.',
          by: 'dana',
          on: week(-30, 2),
          votes: ['dana', 'luis', 'amina', 'pat', 'andre', 'grace'],
          driver: ['attendance', 'hear'],
        },
        {
          key: 'bus',
          name: 'There is no bus before first period on the east side',
          evidence: 'On the two days without the late bus, absences at Eastside doubled.',
          by: 'luis',
          on: week(-12, 3),
          votes: ['luis', 'andre', 'omar'],
        },
      ],
    },
  },
};
