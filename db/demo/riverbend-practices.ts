import { week } from './clock';
import type { PracticeStory } from './story';

export const riverbendPractices: Record<string, PracticeStory> = {
  room: {
    name: 'Do the paperwork in the room',
    description:
      'Families and students fill in a form where they already are, with someone beside them who knows it, instead of taking it home.',
    steps:
      'Pick the one form that holds people up.\nFind the place and hour where everyone already is.\nHave one trained helper for every ten people.\nCheck the form before people leave, and send it off the same day.',
    forWhom: 'Anyone who must hand in a form before help or a place can start.',
    source: 'Started by the health center, from what parents told us about forms that never came back.',
    owner: 'beth',
    began: week(-72),
  },
  list: {
    name: 'Weekly list of who has not finished',
    description:
      'Once a week the people who can help look together at one short list of who is not finished yet, and share out who gets a call.',
    steps:
      'Keep one list, and take people off it when they finish.\nMeet for 15 minutes on the same day each week.\nGive every open line one name of the team.\nWrite down why someone is stuck, in three words.\nShare only counts outside the room.',
    forWhom: 'Groups of up to about 150 people with one step to finish.',
    source: 'Local, with advice from a neighboring community.',
    owner: 'marcus',
    began: week(-64),
  },
  check: {
    name: 'Two-minute check, help the same day',
    description:
      'Every day an adult checks one small group on one skill. Children who miss it get five minutes of practice that same day.',
    steps:
      'Choose one skill and ten quick questions.\nCheck one group a day, two minutes each.\nGive five minutes of practice before the day ends.\nHave a coach in the room for the first two weeks.',
    forWhom: 'Classrooms from preschool to grade 8.',
    source: 'National research with several classroom trials; fitted to our schools by reading coaches.',
    owner: 'joy',
    began: week(-40),
  },
  text: {
    name: 'Text first, then call',
    description:
      'Someone the family knows sends a short text the same day. A person calls only when no answer comes by late afternoon.',
    steps:
      'Use three lines, signed by a person the family knows.\nSend it by 2 pm.\nCall between 4 and 5 pm when there is no answer.\nAsk what got in the way and offer one kind of help.',
    forWhom: 'Families and students who missed something: a day, a visit, a session, an interview.',
    source: 'Local. Grew out of the first cycle of the Attendance Action Team.',
    owner: 'dana',
    began: week(-18),
  },
  tutoring: {
    name: 'Same tutor, three times a week',
    description:
      'Three short sessions a week with the same trained tutor, in groups of up to four, during the school day.',
    steps:
      'Choose students by a short check, not by grades.\nGroups of four or fewer.\nThree sessions of 30 minutes, on the timetable.\nKeep the same tutor all term.\nCheck progress every Friday.',
    forWhom: 'Students within two years of grade level in reading or math.',
    source: 'National research, strong evidence.',
    owner: 'nicole',
    began: week(-44),
  },
  prizes: {
    name: 'Prizes for perfect weeks',
    description:
      'Classes or students with a perfect week get a small prize, such as extra recess or a raffle ticket.',
    steps: 'Say what counts as perfect.\nCount on Friday.\nGive the prize on Monday morning.',
    forWhom: 'Whole classes.',
    source: 'Local habit; published results disagree.',
    owner: 'charles',
    began: week(-52),
  },
  letter: {
    name: 'Letter home',
    description: 'A printed letter goes home to say what was missed and whom to call.',
    steps: 'Print the letter.\nHave it signed.\nSend it in the backpack or by mail.',
    forWhom: 'Families who did not answer.',
    source: 'Local habit.',
    owner: 'charles',
    began: week(-52),
  },
  night: {
    name: 'Help night at the library',
    description:
      'One evening a week, helpers sit with families at the library. Food and a corner for small children are there.',
    steps:
      'Same evening every week, 5:30 to 7:30.\nOne helper for every three families.\nHave food and a play corner.\nFinish one thing before people go home.',
    forWhom: 'Families who cannot come during the school day.',
    source: 'Lived experience: asked for by parents at two family councils.',
    owner: 'rosa',
    began: week(-36),
  },
};
