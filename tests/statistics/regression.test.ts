// The regressions against a second fit of the same definition: two coefficients, solved in closed form.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RegressionRow, regress } from '../../app/statistics/regression';

type Two = RegressionRow & { terms: readonly [number, number] };

/** Iteratively reweighted least squares by McCullagh & Nelder's table 2.1, stopped where R's glm.control stops. */
function fitTwo(family: 'poisson' | 'binomial', rows: readonly Two[]) {
  const isPoisson = family === 'poisson';
  const log = (x: number, y: number) => (x > 0 ? x * Math.log(x / y) : 0);
  const deviance = (means: number[]) =>
    rows.reduce((all, { count: y, of: n }, i) => {
      const m = means[i] as number;
      return all + 2 * (isPoisson ? log(y, m) - y + m : log(y, m) + log(n - y, n - m));
    }, 0);
  let means = rows.map(({ count: y, of: n }) => (isPoisson ? y + 0.1 : (n * (y + 0.5)) / (n + 1)));
  let before = deviance(means);
  for (let iteration = 1; iteration <= 25; iteration++) {
    let [sw, swx, swxx, swz, swxz] = [0, 0, 0, 0, 0];
    rows.forEach(({ count: y, of: n, terms: [, x] }, i) => {
      const m = means[i] as number;
      const w = isPoisson ? m : (m * (n - m)) / n;
      const z = (isPoisson ? Math.log(m / n) : Math.log(m / (n - m))) + (y - m) / w;
      sw += w;
      swx += w * x;
      swxx += w * x * x;
      swz += w * z;
      swxz += w * x * z;
    });
    const determinant = sw * swxx - swx * swx;
    const slope = (sw * swxz - swx * swz) / determinant;
    const intercept = (swxx * swz - swx * swxz) / determinant;
    means = rows.map(({ of: n, terms: [, x] }) => {
      const eta = intercept + slope * x;
      return isPoisson ? n * Math.exp(eta) : n / (1 + Math.exp(-eta));
    });
    const now = deviance(means);
    const isStill = Math.abs(now - before) / (0.1 + Math.abs(now)) < 1e-8;
    before = now;
    if (!isStill) continue;
    const errors = [Math.sqrt(swxx / determinant), Math.sqrt(sw / determinant)];
    const isSensible = [slope, ...errors].every((figure) => Math.abs(figure) < 15);
    return isSensible ? { coefficients: [intercept, slope], standardErrors: errors } : null;
  }
  return null;
}

const expectSame = (family: 'poisson' | 'binomial', rows: readonly Two[]) => {
  const [said, known] = [regress(family, rows), fitTwo(family, rows)];
  if (known === null) {
    expect(said).toBeNull();
    return;
  }
  // Where R stops shows in the standard errors: they are those of the last weights but one.
  for (const part of ['coefficients', 'standardErrors'] as const) {
    known[part].forEach((figure, k) => {
      expect(Math.abs((said?.[part][k] as number) - figure)).toBeLessThan(1e-11 * (1 + Math.abs(figure)));
    });
  }
};
const years = (counts: readonly number[], of: number | readonly number[]): Two[] =>
  counts.map((count, i) => ({
    count,
    of: typeof of === 'number' ? of : (of[i] as number),
    terms: [1, i - 2],
  }));

test.each([
  ['poisson', [12, 15, 11, 19, 22], 1000],
  ['poisson', [0, 3, 5, 8, 12], [900, 1100, 1000, 950, 1200]],
  ['poisson', [1, 2, 4, 8, 16], 1],
  ['poisson', [900, 2, 700, 1, 40], 30],
  ['poisson', [40000, 41000, 43000, 42000, 45000], 1e6],
  ['binomial', [12, 15, 11, 19, 22], 100],
  ['binomial', [0, 3, 5, 8, 12], [90, 110, 100, 95, 120]],
  ['binomial', [5, 7, 8, 9, 10], 10],
  ['binomial', [90, 2, 70, 1, 40], 100],
  ['binomial', [400, 410, 430, 420, 450], 1e6],
] as const)(
  'a %s regression of %j in %j is the fit of its definition, stopped where R stops',
  (family, counts, of) => {
    expect(regress(family, years(counts, of))).not.toBeNull();
    expectSame(family, years(counts, of));
  },
);

test('so is that of any five years', () => {
  const figures = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 200 })), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(figures, fc.constantFrom('poisson' as const, 'binomial' as const), (pairs, family) => {
      const counts = pairs.map(([count]) => count);
      expectSame(
        family,
        years(
          counts,
          pairs.map(([count, more]) => count + more + 1),
        ),
      );
    }),
  );
});

test('nothing that happened, or everything, has no slope, nor has what lies all at one end', () => {
  const none = [
    regress('poisson', years([0, 0, 0, 0, 0], 100)),
    regress('binomial', years([0, 0, 0, 0, 0], 100)),
    regress('binomial', years([100, 100, 100, 100, 100], 100)),
    regress('binomial', years([1e12, 1e12, 1e12, 1e12, 1e12], 1e12)),
    regress('poisson', years([0, 0, 0, 0, 3], 10)),
    regress('binomial', years([0, 0, 0, 10, 10], 10)),
  ];
  expect(none).toEqual([null, null, null, null, null, null]);
});

test('the same term twice has no coefficients', () => {
  const rows = [3, 5, 9].map((count) => ({ count, of: 10, terms: [1, 1] }));
  expect([regress('poisson', rows), regress('binomial', rows)]).toEqual([null, null]);
});

test('a slope or an error of 15 and more is none, a smaller one is', () => {
  const doubled = (step: number) =>
    regress('poisson', [
      { count: 1000, of: 1, terms: [1, 0] },
      { count: 2000, of: 1, terms: [1, step] },
    ]);
  // The slope is ln 2 ÷ step.
  expect(doubled(Math.LN2 / 14.9)?.coefficients[1]).toBeCloseTo(14.9, 6);
  expect(doubled(Math.LN2 / 15.1)).toBeNull();
  expect(doubled(-Math.LN2 / 15.1)).toBeNull();
  // Beside equal counts of 1000 the slope is 0 and its error √(2/1000) ÷ step.
  const level = (step: number) =>
    regress('poisson', [
      { count: 1000, of: 1, terms: [1, 0] },
      { count: 1000, of: 1, terms: [1, step] },
    ]);
  expect(level(Math.sqrt(0.002) / 14.9)?.standardErrors[1]).toBeCloseTo(14.9, 6);
  expect(level(Math.sqrt(0.002) / 15.1)).toBeNull();
});

test('four coefficients are solved as two by two: the cells’ own logarithms', () => {
  const cells = [30, 45, 20, 24].map((count, cell) => {
    const [isFocus, isAfter] = [cell < 2 ? 1 : 0, cell % 2];
    return { count, of: 100 + 10 * cell, terms: [1, isFocus, isAfter, isFocus * isAfter] };
  });
  const log = cells.map(({ count, of }) => Math.log(count / of)) as [number, number, number, number];
  const fit = regress('poisson', cells);
  const expected = [log[2], log[0] - log[2], log[3] - log[2], log[1] - log[0] - log[3] + log[2]];
  expected.forEach((figure, k) => {
    expect(fit?.coefficients[k]).toBeCloseTo(figure, 7);
  });
  const shares = cells.map(({ count }) => 1 / count);
  expect(fit?.standardErrors[3]).toBeCloseTo(Math.sqrt(shares.reduce((all, one) => all + one, 0)), 5);
  expect(fit?.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 20), 5);
});
