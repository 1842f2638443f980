// The patterns that rules look for among zones: far out, close in, or on both sides.
import type { Pattern } from './patterns';
import { OUT } from './runs';

/** The zone a point is in by the limits at another point: 1 beyond the upper line, −1 beyond the lower, 0 between. */
export type ZoneBy = (point: number, limitsAt: number) => number;

/**
 * `needed` of `window` consecutive points in the same outer zone, the last of them in it, all judged by the limits at the
 * last, as qcc does where limits vary. Points out are passed over. Occurrences that share points are one pattern.
 */
export function mostInZone(
  sides: Int8Array,
  start: number,
  end: number,
  needed: number,
  window: number,
  zoneBy: ZoneBy,
): readonly Pattern[] {
  const found: Pattern[] = [];
  const open = new Map<number, Pattern>(); // the latest on each side
  const recent: number[] = []; // the last `window` points that take part
  for (let i = start; i <= end; i++) {
    if (sides[i] === OUT) continue;
    recent.push(i);
    if (recent.length > window) recent.shift();
    const side = zoneBy(i, i);
    // "Three consecutive points" are three: at the start of a phase two alone do not complete the rule.
    if ((side !== 1 && side !== -1) || recent.length < window) continue;
    const members = recent.filter((at) => zoneBy(at, i) === side);
    if (members.length < needed) continue;
    let pattern = open.get(side);
    if (!pattern || (pattern.points.at(-1) as number) < (members[0] as number)) {
      pattern = { side, points: [], completing: [] };
      open.set(side, pattern);
      found.push(pattern);
    }
    const latest = pattern.points.at(-1) ?? -1;
    pattern.points.push(...members.filter((at) => at > latest));
    pattern.completing.push(i);
  }
  return found;
}

/** Stretches of at least `least` points for which `holds` is true; points out are passed over. */
export function stretches(
  sides: Int8Array,
  start: number,
  end: number,
  least: number,
  holds: (index: number) => boolean,
): readonly Pattern[] {
  const found: Pattern[] = [];
  let points: number[] = [];
  for (let i = start; i <= end + 1; i++) {
    if (i <= end && sides[i] === OUT) continue;
    if (i <= end && holds(i)) points.push(i);
    else {
      if (points.length >= least) found.push({ side: 0, points, completing: points.slice(least - 1) });
      points = [];
    }
  }
  return found;
}

/** At least `least` points in a row outside the zone, some above and some below within the last `least`. */
export function mixtures(zones: Int8Array, start: number, end: number, least: number): readonly Pattern[] {
  const outside = stretches(zones, start, end, least, (i) => zones[i] !== 0);
  return outside.flatMap((stretch) => {
    const completing = stretch.completing.filter((_, offset) => {
      const window = stretch.points.slice(offset, offset + least);
      return window.some((at) => zones[at] === 1) && window.some((at) => zones[at] === -1);
    });
    const last = completing.at(-1);
    if (last === undefined) return [];
    const from = stretch.points[stretch.points.indexOf(completing[0] as number) - least + 1] as number;
    return [
      { side: 0 as const, points: stretch.points.filter((at) => at >= from && at <= last), completing },
    ];
  });
}
