import type { IndicatorUnit, PeriodKind } from '#db/vocabulary';
import type { Table } from '~/imports/header';
import type { Mapping, Proposal } from '~/imports/mapping';
import { proposedMapping, readMapping, writeMapping } from '~/imports/mapping-address';
import { type RepeatAnswer, readRepeats } from '~/imports/repeats';
import { dimensionNamed, plainName, suggestedDimension } from './dimension-names';
import {
  chosenAmong,
  groupNamesIn,
  isGroupKey,
  type KeptSplit,
  type SaidOfGroups,
  splitOfMost,
} from './group-places';

/**
 * What a person chose about a brought file, as the address of its preview writes it. The same words are read when
 * the figures are saved, so that what is saved is what was looked at.
 */
export interface Choices {
  mapping: Mapping;
  /** An existing dimension, or the name of a new one; both empty where no group needs one. */
  dimensionId: string;
  newDimension: string;
  /** What becomes of the group names of the file; one that is not in it becomes what is proposed. */
  groups: SaidOfGroups;
  /** Null: not said yet, so that rows which contradict each other are asked about. */
  repeats: RepeatAnswer | null;
}

interface Setting {
  table: Table;
  proposal: Proposal;
  dimensions: readonly KeptSplit[];
  indicator: { unit: IndicatorUnit; periodKind: PeriodKind };
}

/** The choices of an address, or those proposed where it has none. */
export function readChoices(search: URLSearchParams, setting: Setting): Choices {
  const proposed = proposedChoices(setting);
  if (!search.has('shape')) return proposed;
  const { table, indicator, dimensions } = setting;
  const mapping = readMapping(search, table, proposed.mapping, scaleFor(indicator.unit));
  const split = {
    dimensionId: dimensions.find(({ id }) => id === search.get('dimension'))?.id ?? '',
    newDimension: (search.get('newDimension') ?? '').replace(/\s+/g, ' ').trim().slice(0, 80),
  };
  return {
    // School years have no last calendar year to go by.
    mapping: indicator.periodKind === 'year' ? mapping : { ...mapping, yearsTogether: null },
    ...split,
    groups: readGroups(search, split, dimensions),
    repeats: readRepeats(search),
  };
}

/** Of which split what is said of the groups was said. */
export const groupsOf = ({ dimensionId, newDimension }: Pick<Choices, 'dimensionId' | 'newDimension'>) =>
  dimensionId === '' ? plainName(newDimension) : dimensionId;

/** What an address says of the groups. Said of another split than is chosen now, only what still fits is kept. */
function readGroups(
  search: URLSearchParams,
  split: Pick<Choices, 'dimensionId' | 'newDimension'>,
  dimensions: readonly KeptSplit[],
): SaidOfGroups {
  const isSameSplit = search.get('groupsOf') === groupsOf(split);
  const fitting = isSameSplit ? dimensions : [chosenAmong(dimensions, split)];
  const ids = new Set(fitting.flatMap((one) => one?.groups ?? []).map(({ id }) => id));
  const fits = (said: string) => said === 'out' || (said === 'new' && isSameSplit) || ids.has(said);
  return Object.fromEntries([...search].filter(([name, said]) => isGroupKey(name) && fits(said)));
}

function proposedChoices({ table, proposal, dimensions, indicator }: Setting): Choices {
  const mapping = proposedMapping(proposal, scaleFor(indicator.unit));
  const header = mapping.subgroupColumn === null ? '' : (table.headers[mapping.subgroupColumn] ?? '');
  const name = header === '' ? '' : suggestedDimension(header);
  const ofMost = splitOfMost(groupNamesIn(table, mapping) ?? [], dimensions);
  const known = ofMost ?? (name === '' ? undefined : dimensionNamed(name, dimensions));
  return {
    mapping: { ...mapping, periodKind: mapping.periodKind ?? indicator.periodKind },
    dimensionId: known?.id ?? '',
    newDimension: known ? '' : name,
    groups: {},
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
export function writeChoices(choices: Choices): URLSearchParams {
  const { mapping, dimensionId, newDimension, groups, repeats } = choices;
  const search = writeMapping(mapping);
  if (dimensionId !== '') search.append('dimension', dimensionId);
  if (newDimension !== '') search.append('newDimension', newDimension);
  const said = Object.entries(groups);
  if (said.length > 0) search.append('groupsOf', groupsOf(choices));
  for (const [name, place] of said) search.append(name, place);
  if (repeats !== null) search.append('repeats', repeats);
  return search;
}
