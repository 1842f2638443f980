import { formatValue } from '~/charts/figures';
import type { Verdict } from '~/charts/mark';
import type { Unit } from '~/charts/run-chart-data';
import type { GapStatus } from '~/charts/wedge';
import { MOVEMENT_TOLERANCE } from '~/statistics/movement';
import { isFigure, type Observed } from './cells';
import type { Movement } from './change';
import { lacksBaseline, type Tone } from './gap';
import { type Reader, seenCells, seenThen } from './masking';
import { periodLabel } from './periods';
import { type Dimension, type Overall, type Rule, readDimension, readOverall, targetLabel } from './reading';
import { plainGap, verdictOfStatus, verdictSentence } from './sentences';
import { type WidestGap, widestGap } from './widest-gap';

export interface ScoreDefinition extends Rule {
  id: string;
  name: string;
  outcomeId: string;
  isCore: boolean;
}

/** The widest gap of an indicator, over all its splits. */
export interface LargestGap {
  dimension: string;
  focus: string;
  reference: string;
  /** "Closing", "Reversed"; null where only newest figures exist. */
  word: string | null;
  status: GapStatus | null;
  tone: Tone;
  /** Sizes in points: at baseline and now; null where there is no earlier one. */
  before: string | null;
  now: string;
  /** The equity verdict as a sentence. */
  verdict: string;
}

export interface Fact {
  label: string;
  value: number;
  words: string;
}

/** One row of the scoreboard, as one reader may see it. */
export interface ScoreRow {
  id: string;
  name: string;
  outcomeId: string;
  isCore: boolean;
  isLowerBetter: boolean;
  unit: Unit;
  status: Movement['status'];
  mark: Verdict;
  beyondChance: boolean | null;
  /** What it did since the baseline, in words. */
  sentence: string;
  /** Figures for everyone, oldest first, for the line. */
  values: (number | null)[];
  baselineIndex: number | null;
  baseline: Fact | null;
  latest: Fact | null;
  /** "+8", "−3", in points where the figures are percentages. */
  change: string | null;
  changeValue: number | null;
  target: Fact | null;
  /** How far along it would be by now if on pace, from 0 to 1. */
  pace: number | null;
  gap: LargestGap | null;
}

/** Reads one indicator for the scoreboard from all its figures: what hides a small group can hide a total. */
export function scoreRow(
  definition: ScoreDefinition,
  observed: readonly Observed[],
  dimensions: readonly Dimension[],
  dimensionOf: ReadonlyMap<string, string>,
  reader: Reader,
  firstMonth: number,
  /** Where `observed` is what was known on a past day: what is known now. */
  now: readonly Observed[] | null = null,
): ScoreRow {
  const seen = now
    ? seenThen(observed, now, dimensionOf, definition, reader)
    : seenCells(observed, dimensionOf, definition, reader);
  const overall = readOverall(definition, seen.cells, firstMonth);
  const { all, baseline, latest, movement, sentence, unit } = overall;
  const fact = (found: { label: string; value: number } | null): Fact | null =>
    found && { ...found, words: formatValue(found.value, unit, { brief: true }) };
  const until = targetLabel(definition, firstMonth);
  const readings = dimensions.map((dimension) => readDimension(dimension, definition, seen, overall));
  const widest = widestGap(readings, definition, overall);
  return {
    id: definition.id,
    name: definition.name,
    outcomeId: definition.outcomeId,
    isCore: definition.isCore,
    isLowerBetter: definition.direction === 'lower',
    unit,
    status: movement.status,
    mark: verdictOfStatus(movement.status),
    beyondChance: movement.beyondChance,
    sentence,
    values: all.cells.map((cell) => (isFigure(cell) ? cell.value : null)),
    baselineIndex: baseline?.index ?? null,
    baseline: fact(baseline),
    latest: fact(latest),
    change: movement.change === null ? null : changeWords(movement.change, unit),
    changeValue: movement.change,
    target: definition.target === null ? null : fact({ value: definition.target, label: until ?? '' }),
    pace: paceOf(definition, overall),
    gap: widest && gapInWords(widest, definition, overall),
  };
}

/** A change with its sign; points and rates without their unit, which the head of the column says. */
export function changeWords(change: number, unit: Unit): string {
  const isMoney = unit.kind === 'money';
  const sized = (decimals: number) =>
    formatValue(Math.abs(change), isMoney ? { ...unit, decimals } : { kind: 'count', decimals });
  if (Math.abs(change) <= MOVEMENT_TOLERANCE) return sized(unit.decimals);
  // A change that counts is never said to be 0: it has as many decimals as it takes, up to two more.
  const all = [0, 1, 2].map((more) => sized(unit.decimals + more));
  const size =
    all.find((words) => /[1-9]/.test(words)) ?? `under ${sized(unit.decimals + 2).replace(/0$/, '1')}`;
  return `${change > 0 ? '+' : '−'}${size}`;
}

function paceOf({ targetPeriod }: Rule, { periods, baseline, latest }: Overall): number | null {
  if (targetPeriod === null || !baseline || !latest) return null;
  const [from, now] = [periods[baseline.index]?.start, periods[latest.index]?.start];
  const until = Number(targetPeriod.slice(0, 4));
  if (from === undefined || now === undefined || until <= from) return null;
  return Math.min(1, Math.max(0, (now - from) / (until - from)));
}

const gapWordsShort = {
  narrowed: 'Closing',
  widened: 'Widening',
  'cannot tell': 'Unclear',
  'no change': 'No change',
} as const;

function gapInWords(
  { reading, gap: { focus, reference, gaps, since } }: WidestGap,
  rule: ScoreDefinition,
  { unit, periods }: Overall,
): LargestGap {
  const values = ({ cells }: typeof focus) => cells.map((cell) => (isFigure(cell) ? cell.value : null));
  const size = (gap: number) => plainGap(Math.abs(gap), unit);
  const isReversed = since?.verdict.class === 'reversed';
  return {
    dimension: reading.name,
    focus: focus.name,
    reference: reference.name,
    word: since && (isReversed ? 'Reversed' : gapWordsShort[since.word]),
    status: since ? (isReversed ? 'flat' : since.status) : null,
    tone: since?.tone ?? 'neutral',
    before: since && size(since.baseline.difference),
    now: size(gaps.at(-1)?.difference ?? 0),
    verdict: verdictSentence(
      since,
      gaps,
      { focus: values(focus), reference: values(reference) },
      { focus: focus.name, reference: reference.name, direction: rule.direction },
      unit,
      lacksBaseline(gaps, periods, rule.baselinePeriod) ? periodLabel(rule.baselinePeriod ?? '') : null,
    ),
  };
}
