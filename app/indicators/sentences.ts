import type { Direction, IndicatorUnit } from '#db/vocabulary';
import { formatValue } from '~/charts/figures';
import { gapText } from '~/charts/group-data';
import type { Verdict } from '~/charts/mark';
import type { Unit } from '~/charts/run-chart-data';
import { aheadNow, equitySentence } from '~/statistics/equity';
import { MOVEMENT_TOLERANCE } from '~/statistics/movement';
import type { Cell, Measured } from './cells';
import { betterOf, type Movement } from './change';
import type { GapAt, GapSince, GapWord } from './gap';

/* What the numbers say, in words that a person could say in a meeting. */

const kinds: Record<IndicatorUnit, Unit['kind']> = {
  percent: 'percent',
  rate: 'rate',
  count: 'count',
  mean: 'mean',
  money: 'money',
};

/** How the charts and tables write an indicator's numbers. */
export function unitOf({ unit, ratePer }: Measured, decimals: number): Unit {
  if (unit !== 'rate') return { kind: kinds[unit], decimals };
  return {
    kind: 'rate',
    decimals,
    suffix: ratePer === 1 ? undefined : `per ${ratePer.toLocaleString('en-US')}`,
  };
}

/** A cell as it stands in a table. */
export function cellWords(cell: Cell | null, unit: Unit): string {
  switch (cell?.state) {
    case 'figure':
      return formatValue(cell.value, unit);
    case 'suppressed':
      return '*';
    case 'masked':
      return 'Hidden';
    case 'no one':
      return 'No one';
    case 'under':
      return 'under 5%';
    case 'over':
      return 'over 95%';
    default:
      return '';
  }
}

/** Gaps and their ranges have one decimal, also beside whole percents: two roundings would not agree with a third. */
export const gapUnit = (unit: Unit): Unit =>
  unit.kind === 'percent' || unit.kind === 'rate' ? { ...unit, decimals: Math.max(unit.decimals, 1) } : unit;

/** "7.4 points" */
export const gapWords = (gap: number, unit: Unit): string => gapText(gap, gapUnit(unit));

/** "+12.0", "−0.4" where the head of the column says points. */
export function signedGap(gap: number, unit: Unit): string {
  const words = plainGap(Math.abs(gap), unit);
  if (Math.abs(gap) <= MOVEMENT_TOLERANCE || !/[1-9]/.test(words)) return words;
  return `${gap > 0 ? '+' : '−'}${words}`;
}

/** A gap's number alone. */
export const plainGap = (gap: number, unit: Unit): string =>
  formatValue(gap, { kind: unit.kind === 'money' ? 'money' : 'count', decimals: gapUnit(unit).decimals });

const statusVerdicts: Record<Movement['status'], Verdict> = {
  improved: 'better',
  worsened: 'worse',
  held: 'none',
  'no data': 'early',
};
export const verdictOfStatus = (status: Movement['status']): Verdict => statusVerdicts[status];

/** "Improved 12 points since 2021–22." with what chance may have to do with it. */
export function movementSentence(
  { status, change, interval, beyondChance }: Movement,
  since: string,
  unit: Unit,
  direction: Direction,
): string {
  if (status === 'no data' || change === null) return 'No two figures to compare yet.';
  const size = gapText(change, unit);
  const went =
    direction === 'neither' && Math.abs(change) > MOVEMENT_TOLERANCE
      ? `${change > 0 ? 'Rose' : 'Fell'} ${size} since ${since}`
      : {
          improved: `Improved ${size} since ${since}`,
          worsened: `Worsened ${size} since ${since}`,
          held: `Held since ${since}`,
        }[status];
  if (!interval) return `${went}. ${withoutCounts(unit)}`;
  return beyondChance ? `${went}, beyond chance.` : `${went}. The change could be chance.`;
}

const withoutCounts = (unit: Unit) =>
  unit.kind === 'percent'
    ? 'Only percentages exist, so chance cannot be told.'
    : 'Only the values exist, so chance cannot be told.';

/** Why a gap stands without an interval. */
export const noInterval = (unit: Unit) =>
  unit.kind === 'percent'
    ? 'Only percentages exist, not counts: no interval.'
    : 'Only values exist, not counts: no interval.';

const headlines: Record<GapWord, string> = {
  narrowed: 'Gap narrowed',
  widened: 'Gap widened',
  'cannot tell': 'Cannot tell whether the gap changed',
  'no change': 'Gap unchanged',
};

/** "Gap narrowed: 15.5 points in 2011–12, 4.8 points in 2015–16" */
export function gapHeadline(since: GapSince, labels: readonly string[], unit: Unit): string {
  const at = ({ difference, index }: GapAt, other = '') =>
    `${gapWords(difference, unit)}${other} in ${labels[index]}`;
  const { baseline, latest, verdict } = since;
  if (verdict.class === 'reversed') return `Gap reversed: ${at(baseline)}, ${at(latest)}`;
  return `${headlines[since.word]}: ${at(baseline)}, ${at(latest, changedSides(since) ? ' the other way' : '')}`;
}

/** 1, 0 or −1: on whose side the gap is, if on anybody's. */
const sideOf = ({ difference }: GapAt): number =>
  Math.abs(difference) <= MOVEMENT_TOLERANCE ? 0 : Math.sign(difference);

/** The group that was ahead is behind, chance left out. */
const changedSides = ({ baseline, latest }: GapSince) => sideOf(baseline) * sideOf(latest) === -1;

/** How sure the word over the chart is. */
export function chanceSentence(since: GapSince, unit: Unit): string {
  const { interval, change, baseline, latest, word, verdict } = since;
  if (!interval) {
    return unit.kind === 'percent'
      ? 'Only percentages exist here, not counts, so no interval can be given and chance cannot be told.'
      : 'Only values exist here, not counts, so no interval can be given and chance cannot be told.';
  }
  // Seen from the baseline's side, or from nowhere to the latest: + is wider.
  const side = (sideOf(baseline) || sideOf(latest)) === -1 ? -1 : 1;
  const [least, most] = side === 1 ? [interval.low, interval.high] : [-interval.high, -interval.low];
  const size = (value: number) => gapWords(value, unit);
  if (verdict.class === 'reversed') {
    const ends = [Math.abs(least), Math.abs(most)].sort((a, b) => a - b) as [number, number];
    return `With chance taken into account, it moved by ${between(...ends, unit)}.`;
  }
  if (changedSides(since)) {
    const [back, on] = [Math.max(0, most), Math.max(0, -least)];
    return `The gap changed sides. With chance taken into account, it may have moved that way by up to ${size(on)}, or the other way by up to ${size(back)}.`;
  }
  if (word === 'narrowed' && most < 0)
    return `With chance taken into account, it narrowed by ${between(-most, -least, unit)}.`;
  if (word === 'widened' && least > 0)
    return `With chance taken into account, it widened by ${between(least, most, unit)}.`;
  if (word === 'cannot tell' && least <= 0 && most >= 0) {
    return `With chance taken into account, it may have narrowed by up to ${size(least)} or widened by up to ${size(most)}.`;
  }
  return `It moved by ${size(change)}.`;
}

function between(low: number, high: number, unit: Unit): string {
  return `${plainGap(Math.abs(low), unit)} to ${gapWords(high, unit)}`;
}

/** "0.82" */
export const ratioWords = (ratio: number): string => ratio.toFixed(2);

/** How near a ratio is to 1, which is no gap; half as much is as far away as twice as much. */
const distance = (ratio: number) => Math.abs(Math.log(ratio));

/**
 * The gap as a ratio, then and now, and what became of it. In points and as a ratio a gap can move in two ways; both are
 * said, and where they do not agree that is said too.
 */
export function relativeSentence(
  { baseline, latest, relative, word }: Pick<GapSince, 'baseline' | 'latest' | 'relative' | 'word'>,
  names: { focus: string; reference: string },
  labels: readonly string[],
): string {
  const [then, now] = [baseline.ratio, latest.ratio];
  if (then === null || now === null) return `There is no ratio, because ${names.reference} is at 0.`;
  const told = `As a ratio, ${names.focus} to ${names.reference}: ${ratioWords(then)} in ${labels[baseline.index]}, ${ratioWords(now)} in ${labels[latest.index]} (1 is no gap).`;
  if (then === 0 || now === 0) return told;
  const change = distance(now) - distance(then);
  const came = change < 0 ? 'It came closer to 1' : 'It moved away from 1';
  const isSame = ratioWords(then) === ratioWords(now);
  const isInPoints = word === 'narrowed' || word === 'widened';
  if (isSame) return `${told} It is as it was${isInPoints ? `, though in points the gap ${word}` : ''}.`;
  if (!relative) return `${told} ${came}.${disagreement(change, word)}`;
  if (relative.low <= 1 && relative.high >= 1) {
    return `${told} That change could be chance${isInPoints ? ', though in points it is not' : ''}.`;
  }
  return `${told} ${came}, beyond chance.${disagreement(change, word)}`;
}

function disagreement(change: number, word: GapWord): string {
  if (word === 'narrowed' && change > 0) return ' So the gap narrowed in points, and widened as a ratio.';
  if (word === 'widened' && change < 0) return ' So the gap widened in points, and narrowed as a ratio.';
  return '';
}

/** "−21.4 to −9.6" of a gap's interval, in points. */
export function intervalWords({ interval }: Pick<GapAt, 'interval'>, unit: Unit): string {
  if (!interval) return noInterval(unit);
  return `${plainGap(interval.low, unit)} to ${plainGap(interval.high, unit)}`;
}

/** The equity verdict, or what can be said where only the newest figures exist. */
export function verdictSentence(
  since: GapSince | null,
  gaps: readonly GapAt[],
  values: { focus: (number | null)[]; reference: (number | null)[] },
  names: { focus: string; reference: string; direction: Direction },
  unit: Unit,
  /** The chosen baseline where one of the two has no figure in it. */
  lacking: string | null = null,
): string {
  const better = betterOf(names.direction);
  if (since) return equitySentence(since.verdict, { ...names, better });
  const only = gaps.at(-1);
  if (!only) return `There is no period in which both ${names.focus} and ${names.reference} have a figure.`;
  const now = `The gap is ${gapWords(only.difference, unit)} now.`;
  if (lacking !== null) return `${now} There are no figures for both groups in ${lacking}.`;
  const rounded = (value: number | null | undefined) =>
    value == null ? null : Number(value.toFixed(unit.decimals));
  const latest = (list: (number | null)[]) => ({ baseline: null, latest: rounded(list[only.index]) });
  const suffix = unit.kind === 'percent' ? '%' : (unit.suffix ?? '');
  // Whichever of the two is ahead, it is so now and nothing is known of before.
  const [focus, reference] = [latest(values.focus), latest(values.reference)];
  const ahead = aheadNow(focus, reference, better, suffix);
  if (ahead) return `${names.focus}: ${ahead}.`;
  const isBehind = aheadNow(reference, focus, better, suffix);
  if (isBehind) return `${names.reference}: ${isBehind}.`;
  return `${now} There is no earlier period with figures for both.`;
}
