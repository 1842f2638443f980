import type { IndicatorUnit, PeriodKind } from '#db/vocabulary';
import type { Table } from '~/imports/header';
import type { Mapping, Proposal } from '~/imports/mapping';
import { proposedMapping, readMapping, writeMapping } from '~/imports/mapping-address';
import { type RepeatAnswer, readRepeats } from '~/imports/repeats';
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
  /** Null: not said yet, so that rows which contradict each other are asked about. */
  repeats: RepeatAnswer | null;
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

/** The choices of an address, or those proposed where it has none. */
export function readChoices(search: URLSearchParams, setting: Setting): Choices {
  const proposed = proposedChoices(setting);
  if (!search.has('shape')) return proposed;
  const { table, indicator, dimensions } = setting;
  const mapping = readMapping(search, table, proposed.mapping, scaleFor(indicator.unit));
  return {
    // School years have no last calendar year to go by.
    mapping: indicator.periodKind === 'year' ? mapping : { ...mapping, yearsTogether: null },
    dimensionId: dimensions.find(({ id }) => id === search.get('dimension'))?.id ?? '',
    newDimension: (search.get('newDimension') ?? '').replace(/\s+/g, ' ').trim().slice(0, 80),
    repeats: readRepeats(search),
  };
}

function proposedChoices({ table, proposal, dimensions, indicator }: Setting): Choices {
  const mapping = proposedMapping(proposal, scaleFor(indicator.unit));
  const header = mapping.subgroupColumn === null ? '' : (table.headers[mapping.subgroupColumn] ?? '');
  const name = header === '' ? '' : suggestedDimension(header);
  const known = name === '' ? undefined : dimensionNamed(name, dimensions);
  return {
    mapping: { ...mapping, periodKind: mapping.periodKind ?? indicator.periodKind },
    dimensionId: known?.id ?? '',
    newDimension: known ? '' : name,
    repeats: null,
  };
}

/** Only percentages come as fractions; numbers of another kind are taken as they stand. */
const scaleFor =
  (unit: IndicatorUnit) =>
  (scale: Mapping['scale']): Mapping['scale'] => {
    if (unit !== 'percent') return 'as is';
    return scale === 'fraction' ? 'fraction' : 'percent';
  };

/** The choices as an address writes them; reading it gives the same choices again. */
export function writeChoices({ mapping, dimensionId, newDimension, repeats }: Choices): URLSearchParams {
  const search = writeMapping(mapping);
  if (dimensionId !== '') search.append('dimension', dimensionId);
  if (newDimension !== '') search.append('newDimension', newDimension);
  if (repeats !== null) search.append('repeats', repeats);
  return search;
}
