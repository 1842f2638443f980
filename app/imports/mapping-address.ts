import type { Table } from './header';
import type { Mapping, Proposal } from './mapping';

/** The group of rows that name none. */
export const everyone = 'All Students';

/** Which of the scales these numbers can have. */
type ScaleFor = (scale: Mapping['scale']) => Mapping['scale'];

/** A proposal without what only its page needs. */
export function proposedMapping(proposal: Proposal, scaleFor: ScaleFor): Mapping {
  const { reasons: _reasons, choices: _choices, privacyWarnings: _warnings, ...mapping } = proposal;
  return { ...mapping, ignored: [], scale: scaleFor(mapping.scale) };
}

/** The mapping that an address writes down; the one proposed where it writes none. */
export function readMapping(
  search: URLSearchParams,
  table: Table,
  proposed: Mapping,
  scaleFor: ScaleFor,
): Mapping {
  if (!search.has('shape')) return proposed;
  const column = (name: string) => columnIn(search.get(name), table);
  const group = column('group');
  const isWide = search.get('shape') === 'wide';
  // Choices of another file say no period for all: this file's own titles may.
  const fixedPeriod = (search.get('fixedPeriod') ?? proposed.fixedPeriod ?? '').trim().slice(0, 40);
  const periodColumn = isWide ? null : column('periodColumn');
  const dateOrder = search.get('dates');
  const filters = table.headers.flatMap((_, index) => {
    const value = search.get(`only-${index}`);
    return value ? [{ column: index, value: value.slice(0, 500) }] : [];
  });
  return {
    ...proposed,
    shape: isWide ? 'wide' : 'long',
    subgroupColumn: group,
    fixedSubgroup: group === null ? everyone : null,
    periodColumns: isWide
      ? [...new Set(search.getAll('period').flatMap((one) => columnIn(one, table) ?? []))]
      : [],
    periodColumn,
    fixedPeriod: isWide || periodColumn !== null || fixedPeriod === '' ? null : fixedPeriod,
    valueColumn: isWide ? null : column('value'),
    numeratorColumn: isWide ? null : column('numerator'),
    denominatorColumn: isWide ? null : column('denominator'),
    marginColumn: isWide ? null : column('margin'),
    filters: filters.filter((filter) => filter.column !== group),
    scale: scaleFor(search.get('scale') === 'fraction' ? 'fraction' : 'percent'),
    decimalMark: search.get('decimal') === ',' ? ',' : search.get('decimal') === '.' ? '.' : null,
    yearsTogether: search.get('together') === 'last year' ? 'last year' : null,
    dateOrder: dateOrder === 'month first' || dateOrder === 'day first' ? dateOrder : proposed.dateOrder,
  };
}

function columnIn(text: string | null, table: Table): number | null {
  if (text === null || !/^\d{1,3}$/.test(text)) return null;
  return Number(text) < table.headers.length ? Number(text) : null;
}

/** The mapping as an address writes it; reading it gives the same mapping again. */
export function writeMapping(mapping: Mapping): URLSearchParams {
  const search = new URLSearchParams({ shape: mapping.shape });
  const set = (name: string, value: number | string | null) => {
    if (value !== null && value !== '') search.append(name, String(value));
  };
  set('sheet', mapping.sheet);
  set('group', mapping.subgroupColumn);
  for (const column of mapping.periodColumns) set('period', column);
  set('periodColumn', mapping.periodColumn);
  set('fixedPeriod', mapping.fixedPeriod);
  set('value', mapping.valueColumn);
  set('numerator', mapping.numeratorColumn);
  set('denominator', mapping.denominatorColumn);
  set('margin', mapping.marginColumn);
  for (const { column, value } of mapping.filters) set(`only-${column}`, value);
  if (mapping.scale !== 'as is') set('scale', mapping.scale);
  set('decimal', mapping.decimalMark);
  set('together', mapping.yearsTogether);
  set('dates', mapping.dateOrder);
  return search;
}
