import type { CsvCell } from '~/exports/csv';
import type { Cell, Measured, PlacedCell } from './cells';
import { headingOf } from './dimension-names';
import { type Calendar, periodOf } from './periods';
import type { Dimension } from './reading';

export const figureHeads = [
  'Period',
  'Period start',
  'Split by',
  'Group',
  'Value',
  'Unit',
  'Numerator',
  'Denominator',
  'Margin of error (90%)',
  'Not shown',
  'Source',
  'Note',
] as const;

const stateWords: Record<Exclude<Cell['state'], 'figure'>, string> = {
  suppressed: 'Held back by whoever publishes the numbers',
  masked: 'Hidden: a small group, or one that would give a small group away',
  'no one': 'No one in this group',
  under: 'Under 5%',
  over: 'Over 95%',
};

const unitWords = ({ unit, ratePer }: Measured): string =>
  ({ percent: '%', rate: `per ${ratePer.toLocaleString('en-US')}`, count: '', mean: '', money: '$' })[unit];

/** An indicator's figures, one a row, as the one who asks may see them: the newest period last, everyone first. */
export function figuresFile(
  measured: Measured,
  cells: readonly PlacedCell[],
  dimensions: readonly Dimension[],
  calendar: Calendar,
  /** Where a figure is from and what somebody noted, by its place; told only of figures that are shown. */
  words: ReadonlyMap<string, { source: string; note: string }> = new Map(),
): CsvCell[][] {
  const groups = new Map(
    dimensions.flatMap((dimension, order) =>
      dimension.groups.map(({ id, name }, place) => [
        id,
        { split: headingOf(dimension.name), name, order: (order + 1) * 1000 + place },
      ]),
    ),
  );
  const everyone = { split: '', name: 'Everyone', order: 0 };
  const placed = cells.map(({ period, subgroupId, cell }) => ({
    period,
    cell,
    words: cell.state === 'figure' ? words.get(`${period} ${subgroupId ?? ''}`) : undefined,
    group: subgroupId === null ? everyone : (groups.get(subgroupId) ?? { ...everyone, name: '' }),
  }));
  placed.sort((a, b) => a.period.localeCompare(b.period) || a.group.order - b.group.order);
  return placed.map(({ period, group, cell, words: said }) => {
    const figure = cell.state === 'figure' ? cell : null;
    return [
      period,
      periodOf(period, calendar).startsOn,
      group.split,
      group.name,
      figure?.value ?? null,
      unitWords(measured),
      figure?.counts?.count ?? null,
      figure?.counts?.of ?? null,
      figure?.margin ?? null,
      cell.state === 'figure' ? '' : stateWords[cell.state],
      said?.source ?? '',
      said?.note ?? '',
    ];
  });
}
