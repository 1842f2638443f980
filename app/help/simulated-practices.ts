// Made by `npm run simulate:practices` (tests/practices/simulate.ts) with the app's own functions; not written by hand.
// 10 libraries of 200 practices in each world, seed 20261126.

/** The seed, the practices of a library, and how many libraries stand behind a share. */
export const practiceSeed = 20261126;
export const practices = 200;
export const libraries = 10;

/** How far a real practice moves a measure, in σ of its points. */
export const effects = { from: 0.75, to: 2 };

/** What else goes on: how much points lean, a rise in ten points and a dip before, in σ. */
export const worlds = {
  plain: { correlation: 0, trend: 0, dip: 0 },
  leaning: { correlation: 0.3, trend: 0, dip: 0 },
  dipping: { correlation: 0, trend: 0, dip: 1.5 },
  rising: { correlation: 0, trend: 0.5, dip: 0 },
};

/** The columns of `firstLibrary`. */
export const tierNames = ['Stopped', 'Held', 'Replicated', 'Contested', 'Promising', 'Tested', 'Idea'];

/** One library: how many practices that do nothing, and that do something, stand in each tier. */
export const firstLibrary = { inert: [0, 0, 0, 5, 0, 95, 0], real: [0, 48, 0, 2, 25, 25, 0] };

/** A tier or above it: the columns of what follows, in percent of practices. */
export const ladder = ['Promising', 'Replicated', 'Held'];

/** Practices that do nothing and that do something, in each world. */
export const reachedTiers = {
  plain: { inert: [0, 0, 0], real: [72.8, 48.9, 48.9] },
  leaning: { inert: [0, 0, 0], real: [71.8, 46, 46] },
  dipping: { inert: [0, 0, 0], real: [75, 51.3, 51.3] },
  rising: { inert: [45.8, 11.2, 11.2], real: [89.2, 71.5, 71.5] },
};

/** The same by the stricter rule that the page proposes. */
export const cautious = {
  plain: { inert: [0, 0, 0], real: [62, 37.1, 37.1] },
  leaning: { inert: [0, 0, 0], real: [61, 34.8, 34.8] },
  dipping: { inert: [0, 0, 0], real: [68.7, 43.9, 43.9] },
  rising: { inert: [15.3, 1.7, 1.7], real: [86.2, 63.6, 63.6] },
};

/** Teams of a practice: the rows of `byTeams`. */
export const teamSteps = [
  [1, 2],
  [3, 4],
  [5, 8],
  [9, 12],
];
export const byTeams = {
  inert: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  real: [
    [29.2, 0, 0],
    [71.6, 35.8, 35.8],
    [81.4, 56.9, 56.9],
    [84.7, 69.4, 69.4],
  ],
};

/** Effects in σ, for three teams or more: the rows of `byEffect`. */
export const effectSteps = [
  [0.75, 1],
  [1, 1.5],
  [1.5, 2],
];
export const byEffect = [
  [41, 13, 13],
  [82.3, 57.2, 57.2],
  [97.2, 78.5, 78.5],
];

/** Votes on practices that do nothing that say improved, and worsened, in percent. */
export const falseVotes = { plain: [2.1, 2.6], leaning: [4.7, 4.9], dipping: [4.7, 1.3], rising: [62.6, 0] };
