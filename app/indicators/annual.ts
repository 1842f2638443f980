import type { CsvCell } from '~/exports/csv';
import type { Period } from '~/imports/calendar';
import type { Cell, Measured, Observed } from './cells';
import { headingOf } from './dimension-names';
import { type Reader, readableCells, seenThen } from './masking';
import { periodsFrom } from './periods';
import { calendarOf, type Dimension, type Rule } from './reading';

export interface AnnualDefinition extends Measured, Pick<Rule, 'periodKind'> {
  id: string;
  name: string;
  outcomeId: string;
  source: string;
}

/** What annual figures are made of: as it is now, or as a snapshot kept it. */
export interface AnnualSource {
  outcomes: { id: string; name: string }[];
  definitions: AnnualDefinition[];
  dimensions: Dimension[];
  observed: (Observed & { indicatorId: string })[];
}

/** How things are now, of the indicators of a copy: its figures, in the groups of now. */
export type AnnualNow = Pick<AnnualSource, 'dimensions' | 'observed'>;

/** One year of one group. What is hidden or held back says so; a count of zero is left blank. */
export interface AnnualCell {
  numerator: CsvCell;
  denominator: CsvCell;
  /** As it was published, where no counts are known. */
  value: CsvCell;
}

export interface AnnualRow {
  indicator: string;
  unit: string;
  source: string;
  /** Empty for everyone. */
  split: string;
  group: string;
  /** By year, as in `years`; null where nothing is kept. */
  cells: (AnnualCell | null)[];
}

export interface AnnualTable {
  /** Newest first. */
  years: string[];
  areas: { id: string; name: string; rows: AnnualRow[] }[];
  /** Some figure has no counts behind it: each year then has a column for values. */
  hasValues: boolean;
}

const stateWords: Record<Exclude<Cell['state'], 'figure' | 'no one'>, string> = {
  suppressed: '*',
  masked: 'hidden',
  under: 'under 5%',
  over: 'over 95%',
};

const blankZero = (count: number | null): number | null => (count === 0 ? null : count);

function annualCell(cell: Cell, { unit }: Measured): AnnualCell {
  if (cell.state === 'no one') return { numerator: null, denominator: null, value: null };
  if (cell.state !== 'figure') {
    return { numerator: stateWords[cell.state], denominator: blankZero(cell.of), value: null };
  }
  if (cell.counts) {
    return { numerator: blankZero(cell.counts.count), denominator: cell.counts.of, value: null };
  }
  if (unit === 'count') return { numerator: blankZero(cell.value), denominator: null, value: null };
  return { numerator: null, denominator: blankZero(cell.of), value: cell.value };
}

/**
 * The yearly table by subgroup: the core indicators of each outcome, everyone and each group of which anything is
 * kept, numerator and denominator of each year, the newest first. As this reader may see it.
 */
export function annualTable(
  source: AnnualSource,
  reader: Reader,
  firstMonth: number,
  /** Where the source is a copy kept before: how things are now, for the two are not to give each other away. */
  now: AnnualNow | null = null,
): AnnualTable {
  const { outcomes, definitions, dimensions, observed } = source;
  // With the groups that were added since: what they hide now is to be hidden in the copy.
  const dimensionOf = new Map(
    [...(now?.dimensions ?? []), ...dimensions].flatMap(({ id, groups }) =>
      groups.map((group) => [group.id, id] as const),
    ),
  );
  const ofIndicator = byIndicator(observed);
  const ofNow = now && byIndicator(now.observed);
  const years = yearsOf(definitions, ofIndicator, firstMonth);
  let hasValues = false;
  const rowsOf = (definition: AnnualDefinition): AnnualRow[] => {
    const own = ofIndicator.get(definition.id) ?? [];
    const seen = ofNow
      ? seenThen(own, ofNow.get(definition.id) ?? [], dimensionOf, definition, reader).cells
      : readableCells(own, dimensionOf, definition, reader);
    const cells = new Map(
      seen.map(({ period, subgroupId, cell }) => [
        `${subgroupId ?? ''} ${period}`,
        annualCell(cell, definition),
      ]),
    );
    hasValues ||= [...cells.values()].some(({ value }) => value !== null);
    const row = (id: string, split: string, group: string): AnnualRow => ({
      indicator: definition.name,
      unit: unitWords(definition),
      source: definition.source,
      split,
      group,
      cells: years.map(({ kind, key }) =>
        kind === definition.periodKind ? (cells.get(`${id} ${key}`) ?? null) : null,
      ),
    });
    return [
      row('', '', 'Everyone'),
      ...dimensions.flatMap(({ name, groups }) =>
        groups.map((group) => row(group.id, headingOf(name), group.name)),
      ),
    ].filter(({ cells: own }) => own.some(Boolean));
  };
  const areas = outcomes.map(({ id, name }) => ({
    id,
    name,
    rows: definitions.filter(({ outcomeId }) => outcomeId === id).flatMap(rowsOf),
  }));
  return {
    years: years.map(({ label }) => label),
    areas: areas.filter(({ rows }) => rows.length > 0),
    hasValues,
  };
}

function byIndicator(observed: AnnualSource['observed']): Map<string, Observed[]> {
  const groups = new Map<string, Observed[]>();
  for (const { indicatorId, ...one } of observed) {
    const known = groups.get(indicatorId);
    if (known) known.push(one);
    else groups.set(indicatorId, [one]);
  }
  return groups;
}

/** Every year of which something is kept, newest first; school years and calendar years are columns of their own. */
function yearsOf(
  definitions: readonly AnnualDefinition[],
  ofIndicator: ReadonlyMap<string, Observed[]>,
  firstMonth: number,
): Pick<Period, 'kind' | 'key' | 'label'>[] {
  const years = new Map<string, Period>();
  for (const definition of definitions) {
    const kept = new Set((ofIndicator.get(definition.id) ?? []).map(({ period }) => period));
    for (const period of periodsFrom(kept, calendarOf(definition, firstMonth))) {
      if (kept.has(period.key)) years.set(period.label, period);
    }
  }
  return [...years.values()].sort(
    (a, b) => b.startsOn.localeCompare(a.startsOn) || a.label.localeCompare(b.label),
  );
}

const unitWords = ({ unit, ratePer }: Measured): string =>
  ({
    percent: 'percent',
    rate: `per ${ratePer.toLocaleString('en-US')}`,
    count: 'count',
    mean: 'average',
    money: 'dollars',
  })[unit];

/** The table as rows of a file. */
export function annualFile({ years, areas, hasValues }: AnnualTable): {
  heads: string[];
  rows: CsvCell[][];
} {
  const parts = hasValues ? ['numerator', 'denominator', 'value'] : ['numerator', 'denominator'];
  const heads = [
    'Outcome',
    'Indicator',
    'Unit',
    'Split by',
    'Group',
    ...years.flatMap((year) => parts.map((part) => `${year} ${part}`)),
    'Source',
  ];
  const blank: AnnualCell = { numerator: null, denominator: null, value: null };
  const rows = areas.flatMap((area) =>
    area.rows.map(({ indicator, unit, source, split, group, cells }) => [
      area.name,
      indicator,
      unit,
      split,
      group,
      ...cells.flatMap((cell) => {
        const { numerator, denominator, value } = cell ?? blank;
        return hasValues ? [numerator, denominator, value] : [numerator, denominator];
      }),
      source,
    ]),
  );
  return { heads, rows };
}
