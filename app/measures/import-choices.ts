import { describeColumns } from '~/imports/columns';
import type { Table } from '~/imports/header';
import type { Mapping, Proposal } from '~/imports/mapping';
import { everyone, proposedMapping, readMapping, writeMapping } from '~/imports/mapping-address';
import { type RepeatAnswer, readRepeats } from '~/imports/repeats';
import { isMargin } from '~/imports/roles';
import { atOnce } from '~/imports/steps';
import { readValue } from '~/imports/values';
import { groupRank, groupWords, headerWord } from '~/imports/words';
import { hasTwoNumbers, type Measure } from './measure';

/** What a person chose about a file for a measure, as the address of its preview writes it. */
export interface ImportChoices {
  mapping: Mapping;
  /** Null: not said yet, so that rows which contradict each other are asked about. */
  repeats: RepeatAnswer | null;
  /** Lines of the file that are left out by hand. */
  without: number[];
}

const mostWithout = 500;

/** The choices of an address, or those proposed where it has none. */
export function readImportChoices(
  search: URLSearchParams,
  table: Table,
  proposal: Proposal,
  measure: Pick<Measure, 'kind' | 'frequency'>,
): ImportChoices {
  const proposed = withCounts(table, proposedMapping(proposal, scaleFor(measure)), measure);
  const mapping = readMapping(search, table, proposed, scaleFor(measure));
  return {
    // A team counts; only what others publish has a margin of error, or is of several years together.
    mapping: { ...mapping, marginColumn: null, yearsTogether: null },
    repeats: readRepeats(search),
    without: search
      .getAll('without')
      .filter((line) => /^\d{1,7}$/.test(line))
      .slice(0, mostWithout)
      .map(Number),
  };
}

/** The choices as an address writes them; reading it gives the same choices again. */
export function writeImportChoices({ mapping, repeats, without }: ImportChoices): URLSearchParams {
  const search = writeMapping(mapping);
  if (repeats !== null) search.append('repeats', repeats);
  for (const line of without) search.append('without', String(line));
  return search;
}

/** Only shares come as percents or fractions. */
const scaleFor =
  ({ kind }: Pick<Measure, 'kind'>) =>
  (scale: Mapping['scale']): Mapping['scale'] => {
    if (kind !== 'proportion') return 'as is';
    return scale === 'fraction' ? 'fraction' : 'percent';
  };

/**
 * A team's own words for its counts, such as “Days attended”, are in no list. Where a measure is so many out of so many,
 * the only two columns of whole numbers are it, or two beside each other of which the first is hardly ever the larger.
 */
function withCounts(table: Table, mapping: Mapping, { kind }: Pick<Measure, 'kind'>): Mapping {
  const hasCounts = mapping.numeratorColumn !== null && mapping.denominatorColumn !== null;
  if (!hasTwoNumbers(kind) || mapping.shape === 'wide' || hasCounts) return mapping;
  const columns = atOnce(describeColumns(table, new Set()));
  const group = columns.find(({ index }) => index === mapping.subgroupColumn);
  // A column of numbers with a word among them is no column of groups, unless its header says so.
  const isGroup = group !== undefined && (!group.hasNumbers || groupRank(group.words) < groupWords.length);
  const taken = [
    mapping.periodColumn,
    isGroup ? group.index : null,
    ...mapping.filters.map(({ column }) => column),
  ];
  const counts = columns.filter(
    ({ index, header, words, hasNumbers, numeric, isCode }) =>
      !taken.includes(index) &&
      hasNumbers &&
      numeric >= 0.5 &&
      !isCode &&
      !isMargin({ header, words }) &&
      !headerWord.rate.test(words) &&
      mostly(table, (row) => Number.isInteger(row(index) ?? 0)),
  );
  const pairs = counts.slice(1).map((of, at) => [counts[at]?.index ?? 0, of.index] as const);
  const isPart = ([top, of]: readonly [number, number]) =>
    mostly(table, (row) => (row(top) ?? 0) <= (row(of) ?? Number.POSITIVE_INFINITY));
  const pair = pairs.length === 1 ? pairs[0] : pairs.find((one) => kind !== 'proportion' || isPart(one));
  if (!pair) return mapping;
  const groups = isGroup ? {} : { subgroupColumn: null, fixedSubgroup: everyone };
  return { ...mapping, ...groups, numeratorColumn: pair[0], denominatorColumn: pair[1], valueColumn: null };
}

const sampledRows = 500;

/** True of more than half of the rows: single mistakes in a file are to be shown, and do not decide how it is read. */
function mostly(table: Table, isTrue: (row: (column: number) => number | null) => boolean): boolean {
  const sample = table.rows.slice(0, sampledRows);
  const fitting = sample.filter(({ cells }) =>
    isTrue((column) => {
      const read = readValue(cells[column] ?? '', '.');
      return read.kind === 'number' ? read.value : null;
    }),
  );
  return fitting.length * 2 > sample.length;
}
