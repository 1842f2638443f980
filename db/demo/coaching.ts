import { week } from './clock';
import type { CoachingStory } from './story';

/** What the coaches of Riverbend were asked and what they said, by team. */
export const coaching: Record<string, CoachingStory> = {
  attendance: {
    reviews: [
      {
        cycle: 4,
        by: 'dana',
        asked: week(-7, 3),
        words: 'We want to go to all eight homerooms. Is it too early?',
        decided: {
          by: 'renee',
          on: week(-7, 4),
          outcome: 'approved',
          reason:
            'A clear prediction, and the numbers came out inside your range. The script is the part to keep. Go to eight homerooms after the testing weeks.',
          comments: [
            {
              field: 'learned',
              text: 'Which families did not answer? You may have them on your sheet already.',
              answer: {
                by: 'dana',
                on: week(-6, 1),
                text: 'We did not look. In Cycle 5 Grace counts answers by home language.',
              },
            },
            { field: 'scale', text: 'Eight homerooms is twice as many. Keep the two counselors who call.' },
          ],
        },
      },
    ],
    asks: [
      {
        by: 'luis',
        on: week(-9, 2),
        measure: 'minutes',
        words: 'Counselors forget to write down their minutes. Is a rough guess good enough?',
        answers: [
          {
            by: 'renee',
            on: week(-9, 3),
            text: 'A guess at the end of each day is fine, as long as it is always the same person who guesses.',
          },
        ],
      },
    ],
    scores: [
      {
        kind: 'claimed',
        by: 'dana',
        on: week(-12, 2),
        score: 2.5,
        suggested: 2,
        reason: 'We have a baseline and our first test is over.',
      },
      {
        kind: 'settled',
        by: 'renee',
        on: week(-12, 4),
        score: 2,
        suggested: 2,
        reason: 'The baseline is there. A goal for the outcome would make it 2.5.',
      },
      {
        kind: 'claimed',
        by: 'dana',
        on: week(-3, 2),
        score: 3.5,
        suggested: 3,
        reason: 'Families answer, and more students come.',
      },
      {
        kind: 'settled',
        by: 'renee',
        on: week(-3, 3),
        score: 3,
        suggested: 3,
        reason: 'A real improvement in one measure. Let us wait for the outcome to follow.',
      },
    ],
  },
  fafsa: {
    reviews: [
      {
        cycle: 5,
        by: 'marcus',
        asked: week(-1, 3),
        words: 'It helped most families and widened the gap. Is adapt the right word?',
      },
      {
        cycle: 3,
        by: 'keisha',
        asked: week(-11, 4),
        words: '',
        decided: {
          by: 'renee',
          on: week(-10, 1),
          outcome: 'approved',
          reason:
            'Three schools, two measures, and a date in the term plan: this is how a change becomes how we work.',
        },
      },
    ],
    asks: [
      {
        by: 'keisha',
        on: week(-1, 4),
        measure: 'seen',
        words: 'Harbor still has not sent its numbers. Should we study Eastside alone, or wait?',
      },
    ],
    scores: [
      {
        kind: 'claimed',
        by: 'marcus',
        on: week(-10, 2),
        score: 3.5,
        suggested: 3.5,
        reason: 'More than half of seniors finish in time at all three schools.',
      },
      {
        kind: 'settled',
        by: 'renee',
        on: week(-10, 3),
        score: 3.5,
        suggested: 3.5,
        reason: 'The shift is there and holds. English learners are the next half point.',
      },
    ],
  },
  math: {
    reviews: [
      {
        cycle: 6,
        by: 'omar',
        asked: week(-1, 2),
        words: 'We wrote this one down late. Does it still tell us something?',
      },
      {
        cycle: 4,
        by: 'nicole',
        asked: week(-8, 2),
        words: '',
        decided: {
          by: 'renee',
          on: week(-8, 5),
          outcome: 'returned',
          reason:
            'Good work, and I cannot see what you expected. Write down what you thought would happen before the next one starts.',
          comments: [{ field: 'questions', text: 'What did you predict, and why?' }],
        },
      },
    ],
    asks: [
      {
        by: 'nicole',
        on: week(-1, 5),
        measure: 'quiz',
        words: 'The quiz changed in October. Do we need a new baseline?',
      },
    ],
    scores: [
      {
        kind: 'claimed',
        by: 'omar',
        on: week(-6, 2),
        score: 3,
        suggested: 2.5,
        reason: 'Tutoring runs at one school and teachers ask for more.',
      },
      {
        kind: 'settled',
        by: 'renee',
        on: week(-6, 4),
        score: 2.5,
        suggested: 2.5,
        reason: 'The tests are sound. The next half point needs a measure that has moved.',
      },
    ],
  },
  literacy: {
    reviews: [],
    asks: [],
    scores: [
      {
        kind: 'settled',
        by: 'samuel',
        on: week(-5, 2),
        score: 2.5,
        suggested: 2.5,
        reason: 'One tested change, and a goal that the whole team can say.',
      },
    ],
  },
};
