import { formatValue } from '~/charts/words';
import { plural } from '~/ui/words';
import { type Comparison, type Difference, fewestToRank, type StretchFigures } from './comparison';
import type { Measure } from './measure';
import { periodNoun } from './periods';
import { unitOf, valueWords } from './series';

export interface ComparisonInWords {
  /** What a person could say in a meeting. */
  sentence: string;
  /** How sure, in words. May be empty. */
  certainty: string;
  /** How it was worked out. */
  method: string;
}

type Counted = Pick<Measure, 'kind' | 'unit' | 'ratePer' | 'frequency'>;

/** A difference without its sign: "4.2 points" of percents, "3.5 minutes". */
function amount(measure: Counted, difference: number): string {
  const size = Math.abs(difference);
  if (measure.kind === 'proportion') return `${size.toFixed(1)} points`;
  return valueWords(Math.round(size * 100) / 100, unitOf(measure, [difference]));
}

const way = (difference: number) => (difference > 0 ? 'higher' : 'lower');
const isNothing = (measure: Counted, difference: number) =>
  /^0(\.0+)?\b/.test(amount(measure, difference).replace('$', ''));

/** "About 3 times in 100"; what is rarer than 1 in 1,000 is said so. */
export function oftenByChance(p: number): string {
  if (p < 0.001) return 'less than 1 time in 1,000';
  if (p < 0.01) return `about ${plural(Math.round(p * 1000), 'time')} in 1,000`;
  return `about ${plural(Math.round(p * 100), 'time')} in 100`;
}

/** What the two stretches say, never why. */
export function comparisonInWords(
  measure: Counted,
  { first, second, difference }: Comparison,
): ComparisonInWords {
  if (difference.by === 'nothing') return nothingToSay(measure, { first, second }, difference.why);
  const said = difference.by === 'shares' ? sharesSaid : ranksSaid;
  const beyond =
    'That they differ is beyond chance. It does not say why: ask what else was different, and who chose these days.';
  const { sentence, certainty } = said(measure, first, second, difference as never);
  return {
    sentence: difference.isBeyondChance ? sentence : `Cannot tell. ${sentence}`,
    certainty: difference.isBeyondChance ? `${certainty} ${beyond}` : certainty,
    method: methodOf(difference),
  };
}

type Of<By extends Difference['by']> = Extract<Difference, { by: By }>;

function sharesSaid(measure: Counted, a: StretchFigures, b: StretchFigures, found: Of<'shares'>) {
  const { difference, low, high, isBeyondChance } = found;
  const value = (figures: StretchFigures) => valueWords(figures.pooled?.value ?? 0, unitOf(measure));
  const apart = isNothing(measure, difference)
    ? 'the same'
    : `${amount(measure, difference)} ${way(difference)}`;
  return {
    sentence: `All counted together, the second stretch is at ${value(b)}, ${apart} ${apart === 'the same' ? 'as' : 'than'} the first (${value(a)}).`,
    certainty: isBeyondChance
      ? `With chance allowed for, it is between ${amount(measure, Math.min(Math.abs(low), Math.abs(high)))} and ${amount(measure, Math.max(Math.abs(low), Math.abs(high)))} ${way(difference)}.`
      : `With chance allowed for, the second could be anywhere from ${amount(measure, low)} lower to ${amount(measure, high)} higher.`,
  };
}

function ranksSaid(measure: Counted, a: StretchFigures, b: StretchFigures, found: Of<'ranks'>) {
  const { difference, p, isBeyondChance } = found;
  const value = (figures: StretchFigures) =>
    valueWords(figures.median ?? 0, unitOf(measure, [figures.median]));
  const apart = isNothing(measure, difference)
    ? 'the same as'
    : `${amount(measure, difference)} ${way(difference)} than`;
  const often = oftenByChance(p);
  return {
    sentence: `The median of the second stretch is ${value(b)}, ${apart} that of the first (${value(a)}).`,
    certainty: isBeyondChance
      ? `If nothing had changed, numbers would part as far as this ${often}.`
      : `If nothing had changed, numbers would part as far as this ${often}. That is too often to call it a difference.`,
  };
}

function nothingToSay(
  { frequency }: Counted,
  { first, second }: Pick<Comparison, 'first' | 'second'>,
  why: Of<'nothing'>['why'],
): ComparisonInWords {
  const noun = periodNoun[frequency];
  if (why === 'no variation') {
    return { sentence: 'Cannot tell. Every number is the same.', certainty: '', method: '' };
  }
  return {
    sentence: `Cannot tell. The first stretch has ${plural(first.count, noun)} with a number, the second ${second.count}.`,
    certainty: `It takes at least ${fewestToRank} on each side to tell a difference from chance.`,
    method: '',
  };
}

function methodOf(difference: Exclude<Difference, { by: 'nothing' }>): string {
  if (difference.by === 'ranks') {
    return 'Mann–Whitney test of ranks, both sides. It takes each number to stand for itself; numbers close in time are often alike, so take a close call as a hint.';
  }
  const wider =
    difference.phi > 1.005
      ? ` The numbers vary more than chance alone would have them, so the counts are divided by φ = ${difference.phi.toFixed(2)}.`
      : '';
  return `Newcombe’s 95 percent interval for the difference of two shares.${wider}`;
}

export interface ComparisonRow {
  name: string;
  first: string;
  second: string;
}

/** The figures of both stretches as a table says them. */
export function comparisonRows(measure: Counted, { first, second }: Comparison): ComparisonRow[] {
  const unit = unitOf(measure, [first.lowest, first.highest, second.lowest, second.highest]);
  const say = (value: number | null) => (value === null ? 'None' : valueWords(value, unit));
  const exact = (value: number | null) =>
    value === null ? 'None' : formatValue(value, unit, { decimals: Math.max(unit.decimals, 1) });
  const row = (name: string, words: (figures: StretchFigures) => string): ComparisonRow => ({
    name,
    first: words(first),
    second: words(second),
  });
  const count = (number: number) => number.toLocaleString('en-US');
  const some = (of: (figures: StretchFigures) => number) => of(first) + of(second) > 0;
  return [
    row('Numbers', (figures) => count(figures.count)),
    ...(some(({ leftOut }) => leftOut) ? [row('Left out', ({ leftOut }) => count(leftOut))] : []),
    ...(some(({ hidden }) => hidden) ? [row('Hidden from you', ({ hidden }) => count(hidden))] : []),
    row('Median', (figures) => say(figures.median)),
    row('Mean', (figures) => exact(figures.mean)),
    row('Lowest to highest', ({ lowest, highest }) =>
      lowest === null ? 'None' : `${say(lowest)} to ${say(highest)}`,
    ),
    row('Middle half', ({ middleHalf }) =>
      middleHalf ? `${exact(middleHalf.from)} to ${exact(middleHalf.to)}` : 'Too few',
    ),
    ...(first.pooled || second.pooled
      ? [
          row('All counted together', ({ pooled }) =>
            pooled
              ? `${exact(pooled.value)} (${count(pooled.numerator)} of ${count(pooled.denominator)})`
              : 'Not all have counts',
          ),
        ]
      : []),
  ];
}
