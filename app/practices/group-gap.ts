import type { Direction } from '#db/vocabulary';
import { mayCompare, pearsonOf, pooledOf } from '~/statistics/before-after';
import { type GapWord, gapChange, gapsOf, gapWord } from '~/statistics/gap-change';
import type { Share } from '~/statistics/gaps';
import type { DatedPoint } from './measure-verdict';

/* Whom did it help? The groups of one measure before and after a change, and the gap between two of them. */

export interface GroupSeries {
  name: string;
  /** Points of the group on both sides of the change, none set aside. */
  before: readonly DatedPoint[];
  after: readonly DatedPoint[];
}

/** All counts of a group on each side. */
export interface GroupMove {
  name: string;
  before: Share;
  after: Share;
}

export interface UseGap {
  focus: string;
  reference: string;
  /** focus − reference, as shares: before, after, and the 95 % interval of the change. */
  before: number;
  after: number;
  low: number;
  high: number;
  phi: number;
  word: GapWord;
}

export interface GroupsMoved {
  groups: GroupMove[];
  gap: UseGap | null;
}

type Cells = { before: Share[]; after: Share[] };

/**
 * The gap between the group a team works for and the group that did best before. Where no focus is named, or it is not
 * one of the groups, it is the group that did worst before. A group counts with three points and ten people on each
 * side, as a comparison before and after does; counts that vary more than chance widen the interval.
 */
export function groupsMoved(
  series: readonly GroupSeries[],
  direction: Direction,
  focusGroup: string,
): GroupsMoved {
  const cells = series
    .map(({ name, before, after }) => ({ name, before: sharesOf(before), after: sharesOf(after) }))
    .filter(({ before, after }) => mayCompare(before, after));
  const groups = cells.map(({ name, before, after }) => ({
    name,
    before: pooledOf(before),
    after: pooledOf(after),
  }));
  if (direction === 'neither' || groups.length < 2) return { groups, gap: null };
  const good = direction === 'higher' ? 1 : -1;
  const ranked = [...groups].sort(
    (a, b) => good * (shareOf(b.before) - shareOf(a.before)) || a.name.localeCompare(b.name, 'en'),
  );
  const named = ranked.find(({ name }) => isSame(name, focusGroup));
  const focus = named ?? (ranked.at(-1) as GroupMove);
  const reference = ranked.find(({ name }) => name !== focus.name) as GroupMove;
  return { groups, gap: gapOf(focus.name, reference.name, cells) };
}

function gapOf(focus: string, reference: string, all: readonly ({ name: string } & Cells)[]): UseGap {
  const of = (name: string) => all.find((one) => one.name === name) as Cells;
  const [first, second] = [of(focus), of(reference)];
  const sides = [first.before, first.after, second.before, second.after];
  const points = sides.reduce((count, side) => count + side.length, 0);
  const pearson = sides.reduce((total, side) => total + pearsonOf(side, pooledOf(side)), 0);
  const phi = Math.max(1, pearson / (points - sides.length));
  const [f1, f2, r1, r2] = sides.map((side) => {
    const { count, of: people } = pooledOf(side);
    return { count: count / phi, of: people / phi };
  }) as [Share, Share, Share, Share];
  const four = { focus: { before: f1, after: f2 }, reference: { before: r1, after: r2 } };
  const gaps = gapsOf(four);
  const change = gapChange(four);
  const [before, after] = [gaps.before.difference, gaps.after.difference];
  const { low, high } = change.interval as { low: number; high: number };
  return { focus, reference, before, after, low, high, phi, word: gapWord(before, after, change) };
}

const shareOf = ({ count, of }: Share) => count / of;
const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const sharesOf = (points: readonly DatedPoint[]) =>
  points.flatMap(({ share }) => (share && share.of > 0 ? [share] : []));
