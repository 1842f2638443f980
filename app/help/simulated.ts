// Made by `npm run simulate` (tests/statistics/simulate.ts) with the app's own functions; not written by hand.
// 20,000 simulated series behind each figure, seed 20261122. Figures are percent.

/** The seed, and how many series stand behind each figure. */
export const seed = 20261122;
export const series = 20000;

/** Points of a chart; the columns of `falseSignals`. */
export const chartPoints = [8, 12, 20, 24, 36, 60];

/** Charts of pure noise in which a reading fires; null where the app does not test. */
export const falseSignals = {
  anhoej: [null, 1.4, 2.1, 3.1, 4.3, 4.3],
  anhoejFrozen10: [null, 1.4, 8.8, 10.3, 17.4, 22.1],
  anhoejFrozen12: [null, null, 6.3, 7.6, 15.3, 18.9],
  ihi: [null, 13.5, 30.1, 37.1, 56.2, 80.2],
  nhs: [null, 0.2, 3.5, 6, 13.8, 29.1],
  westernElectric: [null, 0, 0.7, 1.7, 4.9, 13],
  nelson: [null, 1.7, 5.4, 7.2, 12.9, 24.4],
  limitsAnhoej: [2.8, 6.8, 10.9, 12.1, 16.6, 22.8],
  limitsIhi: [3.9, 8, 14.8, 18.5, 28.8, 46],
  limitsNhs: [3.7, 7.1, 15, 18.8, 29.5, 47.1],
  limitsWesternElectric: [3.6, 7.8, 15.1, 18.5, 28.5, 45.3],
  limitsNelson: [4.3, 8.4, 18.6, 22.9, 34.8, 53.9],
};

/** Points of a chart; the columns of `foundShifts`. */
export const powerPoints = [12, 20, 24, 36, 60];

/** Charts whose level rises by 1 or 1.5 σ half way, or after the frozen points, in which a reading fires. */
export const foundShifts = {
  one: {
    anhoej: [6, 12.5, 15.6, 25.1, 33.8],
    anhoejFrozen10: [1.8, 40.2, 47.3, 68.7, 80.4],
    anhoejFrozen12: [null, 32.8, 41.6, 67.6, 80.3],
    ihi: [19, 49.3, 58.4, 79, 95.1],
    nhs: [0.5, 18.4, 26.7, 47.6, 73.5],
    westernElectric: [0, 7.7, 13.6, 29.5, 54.8],
    nelson: [2.7, 7.9, 13, 27.5, 50.3],
    limitsAnhoej: [13.3, 26.5, 30.3, 42.3, 55.7],
    limitsIhi: [14.5, 32.2, 39.4, 57.5, 79.7],
    limitsNhs: [14, 36.2, 44.9, 64.7, 85.1],
    limitsWesternElectric: [16.9, 37.5, 46.4, 65.2, 86.1],
    limitsNelson: [17.6, 37.4, 45.4, 64.7, 85.8],
  },
  oneAndAHalf: {
    anhoej: [15.2, 31.8, 36.7, 54, 71.5],
    anhoejFrozen10: [2.1, 67.4, 75.7, 92.4, 97.5],
    anhoejFrozen12: [null, 60.9, 70.3, 92, 97.7],
    ihi: [28.5, 67.2, 76.4, 92.4, 99.3],
    nhs: [0.8, 36.7, 48.8, 74.2, 93.1],
    westernElectric: [0, 20.8, 32.2, 56.8, 83.9],
    nelson: [4, 16, 25.8, 49.1, 76.6],
    limitsAnhoej: [22.9, 46.7, 52.7, 68.7, 83.3],
    limitsIhi: [22.4, 49.7, 60.4, 80, 94.8],
    limitsNhs: [22.9, 57.7, 67.3, 86.1, 97.3],
    limitsWesternElectric: [29.1, 59.5, 69.8, 87.3, 97.7],
    limitsNelson: [29.8, 57.3, 67.5, 85.7, 97.3],
  },
};

/** Points before a change: the rows of what follows; and after it: the columns. */
export const before = [8, 10, 12, 20, 30];
export const after = [6, 9, 12, 18, 24, 36];

/** Unchanged series called improved or worsened after a change: noise, and noise with autocorrelation 0.3. */
export const falseVerdicts = {
  independent: [
    [2.9, 3.2, 3.3, 3.7, 3.2, 4.1],
    [2.6, 3.1, 2.6, 3.5, 3, 4],
    [2.6, 3.1, 2.5, 3.5, 3.3, 3.8],
    [2.5, 3, 2.6, 2.9, 3, 3.1],
    [2.3, 2.6, 2.4, 2.7, 2.3, 2.9],
  ],
  correlated: [
    [8.1, 9.6, 9.9, 11.2, 11, 11.9],
    [8.1, 9.4, 9.2, 10.9, 11.1, 12.3],
    [7.9, 9.6, 8.7, 10.9, 10.8, 12.2],
    [7.3, 9.3, 8.5, 10.5, 10.1, 11.7],
    [6.9, 8.9, 7.9, 10, 9.1, 10.8],
  ],
};

/** Series that rise by 1 or 1.5 σ and are called improved. */
export const foundChanges = {
  one: [
    [26.8, 35.3, 39.6, 51.5, 54.4, 63.1],
    [28.3, 37.3, 40.7, 55.7, 59, 68.9],
    [29.4, 40, 43.8, 59.7, 63.4, 73.8],
    [32.1, 45.1, 47.7, 66.3, 69.4, 81.8],
    [32.7, 46.1, 49.5, 69.6, 72.2, 85.2],
  ],
  oneAndAHalf: [
    [55.9, 67.4, 71.8, 85.2, 87.1, 92.8],
    [58.9, 70.4, 73.9, 88.3, 90.6, 95.7],
    [59.2, 73.4, 76.5, 89.8, 92.3, 96.9],
    [63.3, 75.7, 79.4, 92.8, 94.5, 98.5],
    [64.1, 76.9, 80.9, 93.6, 95.5, 99],
  ],
};

/** Points on each side of a comparison of counts: the rows of what follows. */
export const sides = [3, 4, 5, 7];

/** How far counts spread, in units of what chance gives (σ_z): the columns. */
export const spreads = [1, 1.4, 2];

/** Unchanged counts out of 30 called improved or worsened, at 30 % and at 10 %. */
export const falseComparisons = {
  thirty: [
    [3.7, 8.3, 10.8],
    [3.7, 7.7, 9.2],
    [4, 7.2, 8.2],
    [4.1, 6.8, 6.8],
  ],
  ten: [
    [3.3, 7, 9.7],
    [3.4, 7.2, 8.9],
    [3.4, 6.7, 8.1],
    [3.8, 6.7, 7.1],
  ],
};

/** Counts out of 30 at 30 % that rise by 1 or 1.5 σ of a point and are called improved. */
export const foundComparisons = {
  one: [
    [17.9, 25.7, 27.7],
    [22.5, 30.4, 31.8],
    [27.9, 35.6, 35.1],
    [38.4, 44.2, 44.3],
  ],
  oneAndAHalf: [
    [35, 43.3, 45],
    [46.1, 52.8, 52.6],
    [55.7, 61.7, 60],
    [71.3, 74.6, 73.2],
  ],
};
