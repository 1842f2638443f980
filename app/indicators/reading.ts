import type { Direction, PeriodKind } from '#db/vocabulary';
import type { Unit } from '~/charts/run-chart-data';
import type { Period } from '~/imports/calendar';
import { isFigure, type Measured, type PlacedCell } from './cells';
import { type Movement, movementOf } from './change';
import { headingOf } from './dimension-names';
import { bestAtBaseline, farthestBehind, type GapAt, type GapSince, gapSince, gapsOf } from './gap';
import type { Seen } from './masking';
import { type Calendar, periodLabel, periodOf, periodsFrom } from './periods';
import { acrossBreak, breaksAt, type DefinitionRevision, lastBreak } from './revisions';
import { movementSentence, unitOf } from './sentences';
import { baselineFigure, decimalsOf, latestFigure, type Series, seriesOf } from './series';

/** What of an indicator's definition its numbers are read by. */
export interface Rule extends Measured {
  direction: Direction;
  periodKind: PeriodKind;
  baselinePeriod: string | null;
  minimumMovement: number;
  target: number | null;
  targetPeriod: string | null;
  /** From these periods on something else is counted. */
  revisions?: readonly DefinitionRevision[];
}

export interface Dimension {
  id: string;
  name: string;
  groups: { id: string; name: string }[];
  /** The group somebody chose to compare with; null: the one doing best at baseline. */
  chosenReferenceId: string | null;
}

/** An indicator's figures for everyone, and what they did since the baseline. */
export interface Overall {
  periods: Period[];
  labels: string[];
  unit: Unit;
  all: Series;
  baseline: { label: string; index: number; value: number } | null;
  latest: { label: string; index: number; value: number } | null;
  movement: Movement;
  sentence: string;
  /** Where something else is counted from then on. */
  breaks: { index: number; words: string }[];
}

export const calendarOf = (rule: Pick<Rule, 'periodKind'>, firstMonth: number): Calendar => ({
  kind: rule.periodKind,
  firstMonth,
});

/** Reads the figures for everyone. `cells` are those this reader may see. */
export function readOverall(rule: Rule, cells: readonly PlacedCell[], firstMonth: number): Overall {
  const calendar = calendarOf(rule, firstMonth);
  const periods = periodsFrom(
    cells.map((one) => one.period),
    calendar,
  );
  const [all] = seriesOf(cells, periods, [{ id: null, name: 'Everyone' }]) as [Series];
  const groups = [...new Set(cells.map((one) => one.subgroupId))].map((id) => ({ id, name: '' }));
  const unit = unitOf(rule, decimalsOf(seriesOf(cells, periods, groups), rule.unit));
  const { before, now, movement } = movedSince(all, periods, rule);
  const labels = periods.map((period) => period.label);
  const asFact = (found: typeof now) =>
    found && { label: labels[found.index] as string, index: found.index, value: found.figure.value };
  const counted = acrossBreak(
    rule.revisions,
    before ? periods[before.index]?.key : undefined,
    now ? periods[now.index]?.key : undefined,
  );
  return {
    periods,
    labels,
    unit,
    all,
    baseline: asFact(before),
    latest: asFact(now),
    movement,
    breaks: breaksAt(rule.revisions, periods),
    sentence: [
      movementSentence(movement, before ? (labels[before.index] as string) : '', unit, rule.direction),
      counted,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** What a group did from the baseline to its newest figure, and the two figures. */
export function movedSince(
  { cells }: Series,
  periods: readonly Pick<Period, 'key'>[],
  rule: Pick<Rule, 'unit' | 'ratePer' | 'direction' | 'baselinePeriod' | 'minimumMovement' | 'revisions'>,
) {
  const before = baselineFigure(cells, periods, rule.baselinePeriod, lastBreak(rule.revisions));
  const now = latestFigure(cells);
  const isLater = before !== null && now !== null && now.index > before.index;
  const movement = movementOf(isLater ? before.figure : null, isLater ? now.figure : null, rule);
  return { before, now, movement };
}

export interface GroupRow extends Series {
  isReference: boolean;
  baseline: number | null;
  latest: number | null;
  status: Movement['status'];
  /** People in the newest period with figures. */
  of: number | null;
  gap: GapSince | null;
}

export interface DimensionReading {
  id: string;
  name: string;
  reference: Series | null;
  /** The group looked at beside it where nobody asks for another; null where everyone may see no gap. */
  focusId: string | null;
  /** Where its groups' figures begin and end, for the heads of the table. */
  baselineIndex: number;
  latestIndex: number;
  rows: GroupRow[];
}

/**
 * Every group of one dimension beside its reference. Groups of which nothing is kept are left out. Which two are
 * compared at first is the same for all readers, so that they speak of the same gap.
 */
export function readDimension(
  dimension: Dimension,
  rule: Rule,
  { cells, open }: Seen,
  { periods }: Pick<Overall, 'periods'>,
  askedReferenceId: string | null = null,
): DimensionReading {
  const groups = seriesOf(cells, periods, dimension.groups).filter((series) => series.cells.some(Boolean));
  const withFigures = groups.filter((series) => series.cells.some(isFigure));
  const forAll = seriesOf(open, periods, dimension.groups);
  const named = (id: string | null) => withFigures.find((series) => series.id === id) ?? null;
  const reference =
    named(askedReferenceId) ??
    named(dimension.chosenReferenceId) ??
    named(bestAtBaseline(forAll, periods, rule)?.id ?? null) ??
    bestAtBaseline(withFigures, periods, rule);
  const referenceForAll = forAll.find((series) => series.id === reference?.id);
  const asked = periods.findIndex((period) => period.key === rule.baselinePeriod);
  const counted = lastBreak(rule.revisions);
  const first = periods.findIndex(
    ({ key }, index) =>
      (counted === null || key >= counted) && withFigures.some((series) => isFigure(series.cells[index])),
  );
  const baselineIndex = asked === -1 ? first : asked;
  const latestIndex = periods.findLastIndex((_, index) => groups.some((series) => series.cells[index]));
  return {
    id: dimension.id,
    name: headingOf(dimension.name),
    reference,
    focusId: referenceForAll ? (farthestBehind(forAll, referenceForAll, rule)?.id ?? null) : null,
    baselineIndex,
    latestIndex,
    rows: groups.map((series) => rowOf(series, reference, rule, periods, baselineIndex, latestIndex)),
  };
}

function rowOf(
  series: Series,
  reference: Series | null,
  rule: Rule,
  periods: Period[],
  baselineIndex: number,
  latestIndex: number,
): GroupRow {
  const [before, now] = [series.cells[baselineIndex], series.cells[latestIndex]];
  const isReference = series.id === reference?.id;
  const gaps = reference && !isReference ? gapsOf(series, reference, rule) : [];
  const figure = (cell: typeof now) => (isFigure(cell) ? cell : null);
  const movement = movementOf(figure(before), latestIndex > baselineIndex ? figure(now) : null, rule);
  return {
    ...series,
    isReference,
    baseline: figure(before)?.value ?? null,
    latest: figure(now)?.value ?? null,
    status: movement.status,
    of: now?.of ?? null,
    gap: reference && !isReference ? gapSince(gaps, series, reference, periods, rule) : null,
  };
}

export interface GapReading {
  focus: Series;
  reference: Series;
  gaps: GapAt[];
  since: GapSince | null;
}

/** The two groups looked at and the gap between them; null where no two groups have figures. */
export function readGap(
  reading: DimensionReading,
  rule: Rule,
  periods: Period[],
  askedFocusId: string | null,
): GapReading | null {
  const { reference, rows } = reading;
  if (!reference) return null;
  const others = rows.filter((row) => row.cells.some(isFigure) && row.id !== reference.id);
  const focus =
    others.find((row) => row.id === askedFocusId) ??
    others.find((row) => row.id === reading.focusId) ??
    farthestBehind(others, reference, rule);
  if (!focus) return null;
  const gaps = gapsOf(focus, reference, rule);
  return {
    focus: { ...plain(focus) },
    reference,
    gaps,
    since: gapSince(gaps, focus, reference, periods, rule),
  };
}

const plain = ({ id, name, cells }: Series): Series => ({ id, name, cells });

/** "2029–30", the period a target is for. */
export const targetLabel = (
  rule: Pick<Rule, 'targetPeriod' | 'periodKind'>,
  firstMonth: number,
): string | null =>
  rule.targetPeriod === null
    ? null
    : periodLabel(periodOf(rule.targetPeriod, calendarOf(rule, firstMonth)).key);
