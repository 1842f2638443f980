import type { GainState } from '#db/vocabulary';
import { judgeAfterChange } from '~/statistics/after-change';
import { median } from '~/statistics/center';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';
import {
  comparedPoints,
  type DatedPoint,
  judgeMeasure,
  type UseMeasure,
  usefulSides,
} from './measure-verdict';

/* A change was adopted. Is its gain still there over the next twelve points? */

export interface HeldGain {
  adoptedOn: string;
  state: GainState;
  /** Useful points since, of the twelve that are watched. */
  points: number;
  /** Slipping: the day of the point that completed the reverse signal. */
  since: string | null;
}

const WATCHED = 12; // issue 7, item 7
const FEWEST_BEFORE = 8; // product.md § 6: a baseline
const REVERSE_RUN = 6; // product.md § 6: as among the last six of what is called Held

/** "Held: 12 points since it was adopted on Oct 5, 2026, without a signal the other way." */
export function gainWords(gain: HeldGain): string {
  const { state, rest } = gainParts(gain);
  return `${state}: ${rest}`;
}

/** The same in two parts, where the first is set apart. */
export function gainParts({ state, points, adoptedOn, since }: HeldGain): { state: string; rest: string } {
  const on = `since it was adopted on ${dayWithYear(adoptedOn)}`;
  switch (state) {
    case 'held':
      return { state: 'Held', rest: `${plural(points, 'point')} ${on}, without a signal the other way.` };
    case 'slipping': {
      const complete = since ? `, complete on ${dayWithYear(since)}` : '';
      return { state: 'Slipping', rest: `a signal the other way ${on}${complete}.` };
    }
    case 'watching':
      return {
        state: 'Held so far',
        rest: `${points} of ${WATCHED} points ${on}, without a signal the other way.`,
      };
  }
}

/**
 * Whether the gain of one measure held after a change was adopted; null where it never had one. A reverse signal is a
 * run of six on the bad side of the median from before the change; or, where the time between change and adoption makes a
 * baseline by itself, a worsening against the level that was reached.
 */
export function watchGain(
  measure: UseMeasure,
  changeDate: string | null,
  adoptedOn: string,
): HeldGain | null {
  if (changeDate === null || measure.type === 'balancing' || measure.direction === 'neither') return null;
  const { before, after } = comparedPoints(measure, changeDate);
  const centre = median(valuesOf(before));
  if (usefulSides(before, centre).length < FEWEST_BEFORE) return null;
  const isUseful = (point: DatedPoint) => usefulSides([point], centre).length === 1;
  const reached = after.filter(({ date }) => date < adoptedOn);
  const watched = after.filter((point) => point.date >= adoptedOn && isUseful(point)).slice(0, WATCHED);
  if (!wasGained(measure, changeDate, before, reached, watched)) return null;
  const since = reversedOn(watched, centre, measure) ?? belowReached(reached, watched, measure);
  const state = since !== null ? 'slipping' : watched.length >= WATCHED ? 'held' : 'watching';
  return { adoptedOn, state, points: watched.length, since };
}

/**
 * A gain that was there at any time since can be lost again, also where all points together no longer show it: all are
 * tried first, then ever fewer of those watched.
 */
function wasGained(
  measure: UseMeasure,
  changeDate: string,
  before: readonly DatedPoint[],
  reached: readonly DatedPoint[],
  watched: readonly DatedPoint[],
): boolean {
  for (let count = watched.length; count >= 0; count--) {
    const points = [...before, ...reached, ...watched.slice(0, count)];
    if (judgeMeasure({ ...measure, points }, changeDate).verdict === 'improved') return true;
  }
  return false;
}

/** The day a run on the bad side of the old median became long enough, as the points came in; null if none did. */
function reversedOn(
  watched: readonly DatedPoint[],
  centre: number | null,
  { direction }: UseMeasure,
): string | null {
  const bad = direction === 'lower' ? 1 : -1;
  let length = 0;
  for (const [index, side] of usefulSides(watched, centre).entries()) {
    length = side === bad ? length + 1 : 0;
    if (length >= REVERSE_RUN) return watched[index]?.date ?? null;
  }
  return null;
}

/** The last point of a worsening against the level that was reached; null where there is none, or no such level. */
function belowReached(
  reached: readonly DatedPoint[],
  watched: readonly DatedPoint[],
  { direction }: UseMeasure,
): string | null {
  const better = direction === 'lower' ? 'down' : 'up';
  // Only by run and rank test: so few points are no comparison of wholes.
  const bare = (points: readonly DatedPoint[]) => points.map(({ value }) => ({ value }));
  const { verdict } = judgeAfterChange({ before: bare(reached), after: bare(watched), better });
  return verdict === 'worsened' ? (watched.at(-1)?.date ?? null) : null;
}

const valuesOf = (points: readonly DatedPoint[]) =>
  points.flatMap(({ value }) => (value !== null && Number.isFinite(value) ? [value] : []));
