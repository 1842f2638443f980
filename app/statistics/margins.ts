// Published estimates with 90 % margins of error (American Community Survey).
import { NumbersRefused } from './errors';
import { normalTest, type Test } from './gaps';
import { Z90_ACS } from './normal';

/** A margin of error: a number from 0, or the Census marks: `**` cannot be tested, `*****` is a controlled estimate. */
export type Margin = number | '**' | '*****';

export interface PublishedEstimate {
  estimate: number;
  margin: Margin;
}

/** The standard error behind a 90 % margin; 0 for `*****`, null for `**`. Source: Census, Instructions for … ACS. */
export function standardErrorOf(margin: Margin): number | null {
  if (margin === '*****') return 0;
  if (margin === '**') return null;
  if (!(margin >= 0 && margin <= 1e100)) {
    throw new NumbersRefused('out of range', `A margin of error is a number from 0, not ${margin}.`, []);
  }
  return margin / Z90_ACS;
}

export interface PublishedDifference extends Test {
  difference: number;
  /** standard errors of the estimates, in the order given; null where they cannot be tested */
  standardErrors: (number | null)[];
  /** 90 % margin of the difference; null where it cannot be tested */
  margin: number | null;
  /** null where it cannot be tested */
  significantAt90: boolean | null;
}

function combine(estimates: readonly PublishedEstimate[], difference: number): PublishedDifference {
  const standardErrors = estimates.map(({ margin }) => standardErrorOf(margin));
  if (standardErrors.includes(null)) {
    return { difference, standardErrors, margin: null, z: null, p: null, significantAt90: null };
  }
  const standardError = Math.hypot(...(standardErrors as number[]));
  const test = normalTest(difference, standardError);
  return {
    difference,
    standardErrors,
    margin: Z90_ACS * standardError,
    ...test,
    significantAt90: test.z === null ? null : Math.abs(test.z) > Z90_ACS,
  };
}

/** second − first. Not for overlapping multi-year periods: these share their data. */
export function publishedDifference(
  first: PublishedEstimate,
  second: PublishedEstimate,
): PublishedDifference {
  return combine([first, second], second.estimate - first.estimate);
}

/** The change of a gap focus − reference between two times, four estimates. */
export function publishedGapChange(
  before: { focus: PublishedEstimate; reference: PublishedEstimate },
  after: { focus: PublishedEstimate; reference: PublishedEstimate },
): PublishedDifference {
  const gap = (at: typeof before) => at.focus.estimate - at.reference.estimate;
  return combine([before.focus, before.reference, after.focus, after.reference], gap(after) - gap(before));
}
