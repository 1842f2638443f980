import { fileFacts } from '~/imports/file-facts';
import type { Table } from '~/imports/header';
import type { Proposal } from '~/imports/mapping';
import { type Choices, writeChoices } from './choices';
import type { KeptSplit } from './group-places';
import { placesShown } from './group-places-shown';
import { type FileReading, type ReadFigure, withPlaces } from './import-reading';

/** At most so many are drawn; the counts are always of all. */
const mostGroups = 60;
const mostPeriods = 24;

/** A brought file as its page shows it: what may be chosen, and what would be saved. */
export function previewOf(
  table: Table,
  proposal: Proposal,
  said: Choices,
  reading: FileReading,
  splits: readonly KeptSplit[] = [],
) {
  const choices = withPlaces(said, reading);
  const periods = [...new Map(reading.figures.map(({ period }) => [period.key, period])).values()].sort(
    (a, b) => (a.startsOn < b.startsOn ? -1 : 1),
  );
  const byGroup = new Map<string, ReadFigure[]>();
  for (const figure of reading.figures) {
    const key = figure.groupId ?? figure.group ?? '';
    const rows = byGroup.get(key);
    if (rows) rows.push(figure);
    else byGroup.set(key, [figure]);
  }
  const shownPeriods = periods.slice(-mostPeriods);
  return {
    ...fileFacts(table, proposal, reading),
    choices,
    address: writeChoices(choices).toString(),
    isOtherCalendar: reading.isOtherCalendar,
    yearsTogether: reading.yearsTogether,
    periods: shownPeriods.map(({ key, label }) => ({ key, label })),
    groups: [...byGroup.entries()].slice(0, mostGroups).map(([key, figures]) => ({
      key,
      name: figures[0]?.group ?? 'Everyone',
      cells: shownPeriods.map(({ key }) => cellOf(figures.find((figure) => figure.period.key === key))),
    })),
    places: placesShown(choices, reading, splits),
    hidden: { groups: Math.max(0, byGroup.size - mostGroups), periods: periods.length - shownPeriods.length },
  };
}

export type Preview = ReturnType<typeof previewOf>;

export interface PreviewCell {
  kind: 'figure' | 'suppressed' | 'none';
  words: string;
}

function cellOf(figure: ReadFigure | undefined): PreviewCell {
  if (!figure) return { kind: 'none', words: '' };
  if (figure.isSuppressed) return { kind: 'suppressed', words: '*' };
  const { value, numerator, denominator, marginOfError } = figure;
  const say = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 4 });
  const margin = marginOfError === null ? '' : ` ± ${say(marginOfError)}`;
  const counts = numerator !== null && denominator !== null ? `${say(numerator)} of ${say(denominator)}` : '';
  if (value === null) return { kind: 'figure', words: (counts || say(numerator ?? 0)) + margin };
  return { kind: 'figure', words: say(value) + margin + (counts ? ` (${counts})` : '') };
}
