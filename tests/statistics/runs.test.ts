import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { c4 } from '../../app/statistics/limits';
import {
  countRuns,
  fewestCrossings,
  halvedRunCountLimits,
  longestRunLimit,
  OUT,
  runCountLimits,
} from '../../app/statistics/runs';

interface Limits {
  n: number;
  exactLower: number;
  exactUpper: number;
  anhoejLongest: number;
  anhoejCrossings: number;
}

// Mutants are tried in a copy two folders further down (stryker.config.json).
const path = ['../shared', '../../../shared']
  .map((place) => `${place}/vectors/public.json`)
  .find((place) => existsSync(place));
if (path) {
  const { runLimits, distributions } = JSON.parse(readFileSync(path, 'utf8')) as {
    runLimits: Limits[];
    distributions: { constants: { n: number[]; c4: number[] } };
  };
  test('limits of runs from 10 to 100 points are those of the reference', () => {
    for (const { n, exactLower, exactUpper, anhoejLongest, anhoejCrossings } of runLimits) {
      expect(halvedRunCountLimits(n), `n = ${n}`).toEqual({ fewest: exactLower, most: exactUpper });
      expect(longestRunLimit(n), `n = ${n}`).toBe(anhoejLongest);
      expect(fewestCrossings(n), `n = ${n}`).toBe(anhoejCrossings);
    }
  });
  test('c4 from 2 to 30 is that of the reference', () => {
    distributions.constants.n.forEach((n, i) => {
      expect(c4(n)).toBeCloseTo(distributions.constants.c4[i] as number, 12);
    });
  });
} else {
  test.skip('the tables of run limits and c4 were not run: ../shared/vectors/public.json is not on this machine', () => {});
}

test('points on the line and points out neither add to a run nor end it', () => {
  const sides = Int8Array.from([1, 0, 1, OUT, 1, -1, 0]);
  expect(countRuns(sides, 0, 6)).toEqual({ useful: 4, above: 3, below: 1, longestRun: 3, crossings: 1 });
});

test('nothing useful has no run and no crossing', () => {
  expect(countRuns(Int8Array.from([0, OUT]), 0, 1)).toEqual({
    useful: 0,
    above: 0,
    below: 0,
    longestRun: 0,
    crossings: 0,
  });
});

test('the fewest crossings are exact also where chances underflow', () => {
  // qbinom(0.05, c(0, 1, 4999, 99999), 0.5), R 4.2.2: normal approximation with continuity correction agrees.
  expect(fewestCrossings(1)).toBe(0);
  expect(fewestCrossings(2)).toBe(0);
  expect(fewestCrossings(5000)).toBe(2441);
  expect(fewestCrossings(100_000)).toBe(49_739);
  expect(fewestCrossings(100_000)).toBe(49_739);
});

test('the actual split above and below decides the limits of runs', () => {
  expect(runCountLimits(5, 5)).toEqual({ fewest: 3, most: 9 });
  expect(runCountLimits(7, 3)).toEqual({ fewest: 3, most: 7 });
  expect(runCountLimits(3, 7)).toEqual({ fewest: 3, most: 7 });
  expect(runCountLimits(1, 9)).toEqual({ fewest: 2, most: 3 });
  expect(runCountLimits(10, 0)).toBeNull();
  expect(runCountLimits(0, 10)).toBeNull();
});

test('a tail of exactly two and a half per cent is not more than that', () => {
  // 3 above and 14 below: 17 of 680 orders have at most 3 runs.
  expect(runCountLimits(3, 14)?.fewest).toBe(4);
});
