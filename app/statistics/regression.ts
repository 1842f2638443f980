// Poisson and logistic regression on a few rows, fitted and stopped as R's glm does.

export interface RegressionRow {
  /** events */
  count: number;
  /** exposure of a rate, or number of trials */
  of: number;
  /** one number per coefficient, the intercept's 1 among them */
  terms: readonly number[];
}

export interface Regression {
  coefficients: number[];
  standardErrors: number[];
}

const CONVERGED = 1e-8; // R's glm.control: relative change of the deviance
const MOST_ITERATIONS = 25; // likewise

/**
 * Maximum-likelihood coefficients of log rate (offset: log exposure) or log odds, by iteratively reweighted least squares.
 * Null where there are none to be had: no events, all trials events, or a slope without bound. Not for no rows at all.
 * Source: McCullagh & Nelder 1989, § 2.5; starting values and stopping as in R 4.2.2, so that its digits are met.
 */
export function regress(family: 'poisson' | 'binomial', rows: readonly RegressionRow[]): Regression | null {
  const model = family === 'poisson' ? POISSON : BINOMIAL;
  let expected = rows.map(model.start);
  let linear = rows.map((row, i) => model.linear(row, expected[i] as number));
  let deviance = devianceOf(model, rows, expected);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const weights = rows.map((row, i) => model.weight(row, expected[i] as number));
    const working = rows.map((row, i) => {
      return (linear[i] as number) + (row.count - (expected[i] as number)) / (weights[i] as number);
    });
    const fit = weightedLeastSquares(rows, weights, working);
    linear = rows.map(({ terms }) =>
      terms.reduce((total, term, t) => total + term * (fit.coefficients[t] as number), 0),
    );
    expected = rows.map((row, i) => model.expected(row, linear[i] as number));
    const next = devianceOf(model, rows, expected);
    if (Math.abs(next - deviance) / (next + 0.1) < CONVERGED) return isUsable(fit) ? fit : null;
    deviance = next;
  }
  return null; // on its way to infinity, or no number since a weight was 0
}

interface Family {
  start: (row: RegressionRow) => number;
  /** linear predictor without the offset, from the expected count */
  linear: (row: RegressionRow, expected: number) => number;
  expected: (row: RegressionRow, linear: number) => number;
  weight: (row: RegressionRow, expected: number) => number;
  /** twice the log likelihood lost by this row */
  deviance: (row: RegressionRow, expected: number) => number;
}

/** x·ln(x/e), 0 where x is. */
const excess = (x: number, e: number) => (x === 0 ? 0 : x * Math.log(x / e));

const POISSON: Family = {
  start: ({ count }) => count + 0.1, // R's poisson()$initialize
  linear: ({ of }, expected) => Math.log(expected / of),
  expected: ({ of }, linear) => of * Math.exp(linear),
  weight: (_, expected) => expected,
  deviance: ({ count }, expected) => 2 * (excess(count, expected) - (count - expected)),
};

const BINOMIAL: Family = {
  start: ({ count, of }) => (of * (count + 0.5)) / (of + 1), // R's binomial()$initialize
  linear: ({ of }, expected) => Math.log(expected / (of - expected)),
  expected: ({ of }, linear) => of / (1 + Math.exp(-linear)),
  weight: ({ of }, expected) => expected * (1 - expected / of),
  deviance: ({ count, of }, expected) => 2 * (excess(count, expected) + excess(of - count, of - expected)),
};

function devianceOf(model: Family, rows: readonly RegressionRow[], expected: readonly number[]): number {
  return rows.reduce((total, row, i) => total + model.deviance(row, expected[i] as number), 0);
}

const BEYOND_SENSE = 15; // a ratio or an error of e¹⁵ is a fit on its way to infinity: all events at one end

function isUsable({ coefficients, standardErrors }: Regression): boolean {
  const slopes = coefficients.slice(1);
  return [...slopes, ...standardErrors].every((figure) => Math.abs(figure) < BEYOND_SENSE);
}

/**
 * Solves the weighted normal equations by Gauss–Jordan elimination. Their matrix is positive definite, so pivots need
 * no choosing; where it is singular the answer is not finite.
 */
function weightedLeastSquares(
  rows: readonly RegressionRow[],
  weights: readonly number[],
  working: readonly number[],
): Regression {
  const width = (rows[0] as RegressionRow).terms.length;
  // Each row of the tableau: X'WX | X'Wz | identity.
  const tableau = Array.from({ length: width }, (_, r) => {
    const line = new Array<number>(2 * width + 1).fill(0);
    rows.forEach(({ terms }, i) => {
      const scaled = (weights[i] as number) * (terms[r] as number);
      terms.forEach((term, c) => {
        line[c] = (line[c] as number) + scaled * term;
      });
      line[width] = (line[width] as number) + scaled * (working[i] as number);
    });
    line[width + 1 + r] = 1;
    return line;
  });
  tableau.forEach((pivot, column) => {
    const head = pivot[column] as number;
    pivot.forEach((figure, c) => {
      pivot[c] = figure / head;
    });
    for (const line of tableau) {
      if (line === pivot) continue;
      const factor = line[column] as number;
      line.forEach((figure, c) => {
        line[c] = figure - factor * (pivot[c] as number);
      });
    }
  });
  return {
    coefficients: tableau.map((line) => line[width] as number),
    standardErrors: tableau.map((line, r) => Math.sqrt(line[width + 1 + r] as number)),
  };
}
