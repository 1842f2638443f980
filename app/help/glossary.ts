/** A word of the app and what it means, in words that need no other. Its anchor is made of the word. */
export interface Term {
  word: string;
  meaning: string;
}

export const anchorOf = (word: string) => word.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** The words of the app, each in one place. The same word stands for the same thing on every screen. */
export const glossary: readonly { title: string; terms: readonly Term[] }[] = [
  {
    title: 'Places and people',
    terms: [
      { word: 'Network', meaning: 'All the communities that share one Upcurve.' },
      {
        word: 'Community',
        meaning:
          'One partnership: a place, the organization that holds it together, and its people. No community sees another one’s data.',
      },
      {
        word: 'Partner',
        meaning: 'An organization in the community, such as a school district, a clinic or a library.',
      },
      {
        word: 'Team',
        meaning: 'People from several partners who work on one aim together. Also called an action network.',
      },
    ],
  },
  {
    title: 'What we want to reach',
    terms: [
      {
        word: 'Outcome',
        meaning:
          'A result for children and young people that everybody cares about, such as early grade reading or high school graduation.',
      },
      {
        word: 'Indicator',
        meaning:
          'A number for the whole community that tells about an outcome. It often comes once a year, and it is split by group. One program’s own number is not an indicator.',
      },
      {
        word: 'Gap',
        meaning:
          'How far apart two groups are on an indicator. We write it in points (18 points) and as a ratio.',
      },
      {
        word: 'Story behind the curve',
        meaning:
          'What people write of an indicator: what pushes it up, what holds it down, what nobody knows yet, and what works.',
      },
      {
        word: 'Root cause',
        meaning:
          'Something that holds an indicator where it is, with what speaks for it. Everyone in the community may vote. A team can make it a driver.',
      },
      {
        word: 'Aim',
        meaning:
          'What the team wants to change, for whom, from how much to how much, and by when. It fits in one sentence.',
      },
    ],
  },
  {
    title: 'What we think will help',
    terms: [
      {
        word: 'Driver diagram',
        meaning:
          'A drawing of what the team believes. It goes from the aim to what has to change (the drivers), and from there to ideas. One idea may help several drivers.',
      },
      {
        word: 'Change idea',
        meaning:
          'One thing a team wants to try, such as “Text home before calling”. It can come from a practice.',
      },
      {
        word: 'Practice',
        meaning:
          'A way of working that more than one team can use. All practices of a community are in its library.',
      },
    ],
  },
  {
    title: 'How we test',
    terms: [
      {
        word: 'Cycle',
        meaning: 'One test of one change idea: Plan, Do, Study, Act. Also called a PDSA cycle.',
      },
      {
        word: 'Prediction',
        meaning:
          'What you think will happen, written before the test. A good one has a number, a range and a day to check it.',
      },
      {
        word: 'Ramp',
        meaning:
          'The cycles of one idea, one after the other. Each one can be bigger than the one before, so it looks like stairs.',
      },
      {
        word: 'Scale',
        meaning: 'How big a test is: one person or classroom, a few, one site, several sites, everyone.',
      },
      {
        word: 'Adopt',
        meaning: 'A decision: it works, so we keep it.',
      },
      {
        word: 'Adapt',
        meaning: 'A decision: part of it works, so we change something and test again.',
      },
      {
        word: 'Expand',
        meaning: 'A decision: it works at this size, so we test it with more people or places.',
      },
      {
        word: 'Implement',
        meaning: 'A decision: it works everywhere we tried, so it becomes how we do things.',
      },
      {
        word: 'Inconclusive',
        meaning: 'A decision: we cannot tell yet, so we test again or measure better.',
      },
      {
        word: 'Abandon',
        meaning: 'A decision: it does not help, so we stop. That is a good result of a test too.',
      },
      {
        word: 'Meeting',
        meaning:
          'When a team sits together. Notes, decisions and promises (who does what by when) are written down as they are made.',
      },
      {
        word: 'Learning session',
        meaning:
          'A day on which all teams of a community come together, show what they tested and plan what is next. It stands on the calendar and on the charts.',
      },
      {
        word: 'Action period',
        meaning: 'The weeks between two learning sessions, in which teams test what they learned.',
      },
      {
        word: 'Inbox',
        meaning:
          'Comments that name you with @, answer you, or stand beside what you look after. One entry a thing, until you answer or say that you are done.',
      },
      {
        word: 'E-mails',
        meaning: 'What Upcurve sends you: once a week what waits for you, and reminders if you want them.',
      },
      {
        word: 'Queue',
        meaning:
          'A coach’s one list of what to do: reviews and help that teams asked for, scores they claim, work that stands still, and signals to celebrate.',
      },
      {
        word: 'Review',
        meaning:
          'A coach reads a cycle, answers the seven checks, and approves it or asks for a change, with a reason. Comments stand beside their fields.',
      },
      {
        word: 'Progress score',
        meaning:
          'Where a team stands, from 0.5 to 5.0. The program suggests it from evidence, the team claims it, and its coach settles it.',
      },
      {
        word: 'Written afterwards',
        meaning:
          'A cycle somebody wrote down when it was over. We cannot know what was expected before, so its prediction does not count as one.',
      },
    ],
  },
  {
    title: 'How we know',
    terms: [
      {
        word: 'Measure',
        meaning:
          'A number a team collects again and again, such as every week, to see if a change helps. It has a written rule for what is counted.',
      },
      { word: 'Outcome measure', meaning: 'Tells if the result gets better: school days attended.' },
      {
        word: 'Process measure',
        meaning: 'Tells if we do what we planned: families reached the same day.',
      },
      {
        word: 'Balancing measure',
        meaning: 'Tells if something else gets worse because of it: counselor minutes on calls.',
      },
      {
        word: 'Baseline',
        meaning:
          'The points from before the change. Later points are compared with them, and they do not move.',
      },
      {
        word: 'Signal',
        meaning:
          'A pattern that chance rarely makes. It is found by a rule with a name, never by looking at the line and guessing.',
      },
      {
        word: 'Bright spot',
        meaning:
          'The story of one use of a practice whose numbers improved, told from the data on a card that can be shared.',
      },
      {
        word: 'Verdict',
        meaning: 'What the numbers say about one use of a practice, or about an indicator.',
      },
    ],
  },
];
