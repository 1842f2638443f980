// The patterns that rules look for, found in one pass each. A rule set (rule-sets.ts) says which count and how long.
import { sideOf } from './center';
import { OUT } from './runs';

/** One occurrence of a pattern. */
export interface Pattern {
  side: -1 | 0 | 1;
  /** every member, in order */
  points: number[];
  /** the members at which the pattern was complete or went on; the first of them completed it */
  completing: number[];
}

/** What a point on the line, or a tie in a trend, does: is passed over, or ends the pattern. */
export type Neutral = 'skips' | 'breaks';

const EMPTY: readonly Pattern[] = [];

function collect(
  from: number,
  to: number,
  least: number,
  side: -1 | 0 | 1,
  isMember: (i: number) => boolean,
) {
  const points: number[] = [];
  for (let i = from; i <= to; i++) if (isMember(i)) points.push(i);
  return { side, points, completing: points.slice(least - 1) };
}

/** Runs of at least `least` points on one side of the line. Points out are passed over. */
export function oneSidedRuns(
  sides: Int8Array,
  start: number,
  end: number,
  least: number,
  onLine: Neutral,
): readonly Pattern[] {
  let found: Pattern[] | null = null;
  let first = start;
  let last = start;
  let length = 0;
  let current = 0;
  for (let i = start; i <= end + 1; i++) {
    const side = i > end ? 0 : (sides[i] as number);
    if (side === OUT || (side === 0 && i <= end && onLine === 'skips')) continue;
    if (side === current) {
      length++;
      last = i;
      continue;
    }
    if (length >= least && current !== 0) {
      const of = current;
      found ??= [];
      found.push(collect(first, last, least, of as -1 | 1, (at) => sides[at] === of));
    }
    current = side;
    length = 1;
    first = i;
    last = i;
  }
  return found ?? EMPTY;
}

/**
 * Trends of at least `least` points (least − 1 steps) all rising (side 1) or all falling (−1), counted from the turning
 * point, which an upward and the following downward trend share. `sides` only says which points are out.
 */
export function trends(
  values: Float64Array,
  sides: Int8Array,
  start: number,
  end: number,
  least: number,
  ties: Neutral,
): readonly Pattern[] {
  let found: Pattern[] | null = null;
  let first = start; // the turning point
  let last: number | undefined; // the latest distinct member
  let length = 0;
  let direction = 0;
  const close = () => {
    if (length < least) return;
    let before = first;
    const of = direction as -1 | 1;
    const member = (at: number) => {
      if (at === first) return true;
      if (sides[at] === OUT || sideOf(values[at] as number, values[before] as number) === 0) return false;
      before = at;
      return true;
    };
    found ??= [];
    found.push(collect(first, last as number, least, of, member));
  };
  for (let i = start; i <= end; i++) {
    if (sides[i] === OUT) continue;
    const step = sideOf(values[i] as number, values[last ?? i] as number);
    if (step === 0) {
      // A tie inside a trend is passed over; before a direction is known the later point is the start.
      if (direction !== 0 && ties === 'skips') continue;
      close();
      first = i;
      length = 1;
      direction = 0;
    } else if (step === direction) length++;
    else {
      close();
      first = last as number;
      length = 2;
      direction = step;
    }
    last = i;
  }
  close();
  return found ?? EMPTY;
}

/** At least `least` points, three or more, going up and down by turns; a tie ends it. */
export function alternations(
  values: Float64Array,
  sides: Int8Array,
  start: number,
  end: number,
  least: number,
): readonly Pattern[] {
  const found: Pattern[] = [];
  let members: number[] = [];
  let direction = 0;
  const close = () => {
    if (members.length >= least)
      found.push({ side: 0, points: members, completing: members.slice(least - 1) });
  };
  for (let i = start; i <= end; i++) {
    if (sides[i] === OUT) continue;
    const before = members.at(-1) ?? i;
    const step = sideOf(values[i] as number, values[before] as number);
    if (step !== 0 && step === -direction) members.push(i);
    else {
      close();
      members = [before, i];
    }
    direction = step;
  }
  close();
  return found;
}
