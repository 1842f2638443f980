import type { IndicatorUnit, PeriodKind } from '#db/vocabulary';
import type { Table } from '~/imports/header';
import type { Mapping, Proposal } from '~/imports/mapping';
import { dimensionNamed, suggestedDimension } from './dimension-names';

/**
 * What a person chose about a brought file, as the address of its preview writes it. The same words are read when
 * the figures are saved, so that what is saved is what was looked at.
 */
export interface Choices {
  mapping: Mapping;
  /** An existing dimension, or the name of a new one; both empty where no group needs one. */
  dimensionId: string;
  newDimension: string;
}

export interface KeptDimension {
  id: string;
  name: string;
}

interface Setting {
  table: Table;
  proposal: Proposal;
  dimensions: readonly KeptDimension[];
  indicator: { unit: IndicatorUnit; periodKind: PeriodKind };
}

const everyone = 'All Students';

/** The choices of an address, or those proposed where it has none. */
export function readChoices(search: URLSearchParams, setting: Setting): Choices {
  const proposed = proposedChoices(setting);
  if (!search.has('shape')) return proposed;
  const column = (name: string) => columnIn(search.get(name), setting.table);
  const group = column('group');
  const isWide = search.get('shape') === 'wide';
  const fixedPeriod = (search.get('fixedPeriod') ?? '').trim().slice(0, 40);
  const periodColumn = isWide ? null : column('periodColumn');
  const filters = setting.table.headers.flatMap((_, index) => {
    const value = search.get(`only-${index}`);
    return value ? [{ column: index, value: value.slice(0, 500) }] : [];
  });
  return {
    mapping: {
      ...proposed.mapping,
      shape: isWide ? 'wide' : 'long',
      subgroupColumn: group,
      fixedSubgroup: group === null ? everyone : null,
      periodColumns: isWide
        ? [...new Set(search.getAll('period').flatMap((one) => columnIn(one, setting.table) ?? []))]
        : [],
      periodColumn,
      fixedPeriod: isWide || periodColumn !== null || fixedPeriod === '' ? null : fixedPeriod,
      valueColumn: isWide ? null : column('value'),
      numeratorColumn: isWide ? null : column('numerator'),
      denominatorColumn: isWide ? null : column('denominator'),
      filters: filters.filter((filter) => filter.column !== group),
      scale: scaleFor(setting.indicator.unit, search.get('scale') === 'fraction' ? 'fraction' : 'percent'),
      decimalMark: search.get('decimal') === ',' ? ',' : search.get('decimal') === '.' ? '.' : null,
    },
    dimensionId: setting.dimensions.find(({ id }) => id === search.get('dimension'))?.id ?? '',
    newDimension: (search.get('newDimension') ?? '').replace(/\s+/g, ' ').trim().slice(0, 80),
  };
}

function proposedChoices({ table, proposal, dimensions, indicator }: Setting): Choices {
  const { reasons: _reasons, choices: _choices, privacyWarnings: _warnings, ...mapping } = proposal;
  const header = mapping.subgroupColumn === null ? '' : (table.headers[mapping.subgroupColumn] ?? '');
  const name = header === '' ? '' : suggestedDimension(header);
  const known = name === '' ? undefined : dimensionNamed(name, dimensions);
  return {
    mapping: {
      ...mapping,
      ignored: [],
      scale: scaleFor(indicator.unit, mapping.scale),
      periodKind: mapping.periodKind ?? indicator.periodKind,
    },
    dimensionId: known?.id ?? '',
    newDimension: known ? '' : name,
  };
}

/** Only percentages come as fractions; numbers of another kind are taken as they stand. */
function scaleFor(unit: IndicatorUnit, scale: Mapping['scale']): Mapping['scale'] {
  if (unit !== 'percent') return 'as is';
  return scale === 'fraction' ? 'fraction' : 'percent';
}

function columnIn(text: string | null, table: Table): number | null {
  if (text === null || !/^\d{1,3}$/.test(text)) return null;
  return Number(text) < table.headers.length ? Number(text) : null;
}

/** The choices as an address writes them; reading it gives the same choices again. */
export function writeChoices({ mapping, dimensionId, newDimension }: Choices): URLSearchParams {
  const search = new URLSearchParams({ shape: mapping.shape });
  const set = (name: string, value: number | string | null) => {
    if (value !== null && value !== '') search.append(name, String(value));
  };
  set('group', mapping.subgroupColumn);
  for (const column of mapping.periodColumns) set('period', column);
  set('periodColumn', mapping.periodColumn);
  set('fixedPeriod', mapping.fixedPeriod);
  set('value', mapping.valueColumn);
  set('numerator', mapping.numeratorColumn);
  set('denominator', mapping.denominatorColumn);
  for (const { column, value } of mapping.filters) set(`only-${column}`, value);
  if (mapping.scale !== 'as is') set('scale', mapping.scale);
  set('decimal', mapping.decimalMark);
  set('dimension', dimensionId);
  set('newDimension', newDimension);
  return search;
}
