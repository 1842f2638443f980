import { passes } from '~/imports/filters';
import type { Table } from '~/imports/header';
import type { Mapping } from '~/imports/mapping';
import { isTotalGroup } from '~/imports/words';
import { plainName, suggestedDimension } from './dimension-names';
import { groupFinder, knownGroup } from './known-groups';

/* What each group name of a file becomes: a group of the community, a new one, or nothing. */

export interface KeptGroup {
  id: string;
  name: string;
}

export interface KeptSplit {
  id: string;
  name: string;
  groups: readonly KeptGroup[];
}

export type Place = { becomes: 'group'; group: KeptGroup } | { becomes: 'new' } | { becomes: 'out' };

/** By groupKey of a name what a person said it becomes: the id of a group, "new" or "out". */
export type SaidOfGroups = Readonly<Record<string, string>>;

/** More than this are no groups of people: somebody took a column of codes for one of groups. */
export const mostGroups = 300;

/** The dimension somebody chose, or the one whose name they wrote. */
export function chosenAmong<Split extends { id: string; name: string }>(
  splits: readonly Split[],
  choices: { dimensionId: string; newDimension: string },
): Split | undefined {
  return (
    splits.find(({ id }) => id === choices.dimensionId) ??
    splits.find(({ name }) => plainName(name) === plainName(choices.newDimension))
  );
}

/** What a name is called in an address: short whatever its length, and the same in the next file. FNV-1a, 32 bits. */
export function groupKey(name: string): string {
  const plain = plainName(name);
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1) {
    hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  }
  return `as-${plain.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

export const isGroupKey = (name: string) => /^as-[0-9a-z]+-[0-9a-z]+$/.test(name);

/** The different group names of the rows that are read, without those of everyone; null of too many. */
export function groupNamesIn(table: Table, mapping: Mapping): string[] | null {
  const { subgroupColumn, filters } = mapping;
  if (subgroupColumn === null) return [];
  const names = new Map<string, string>();
  for (const row of table.rows) {
    const name = row.cells[subgroupColumn] ?? '';
    if (name === '' || isTotalGroup(name) || !passes(row, filters)) continue;
    const plain = plainName(name);
    if (!names.has(plain)) names.set(plain, name);
    if (names.size > mostGroups) return null;
  }
  return [...names.values()];
}

/** The split whose groups most of these names are, by the same or another name; numbers alone tell no split. */
export function splitOfMost<Split extends KeptSplit>(
  names: readonly string[],
  splits: readonly Split[],
): Split | undefined {
  let best: Split | undefined;
  let most = names.length / 2;
  for (const split of splits) {
    const find = groupFinder(split.groups);
    const count = names.filter((name) => /\p{L}/u.test(name) && find(name)).length;
    if (count <= most) continue;
    best = split;
    most = count;
  }
  return best;
}

interface Setting {
  splits: readonly KeptSplit[];
  dimensionId: string;
  newDimension: string;
  groups: SaidOfGroups;
  /** Of the column of groups. */
  header: string;
}

/**
 * Tells what a name becomes: what a person said, else the group of the chosen split that it is by the same or another
 * name. A group that goes by well-known names, such as “English learners”, is found in whatever split it is kept,
 * unless somebody named a new one.
 */
export function placesBy({ splits, dimensionId, newDimension, groups, header }: Setting) {
  const chosen = chosenAmong(splits, { dimensionId, newDimension });
  const find = groupFinder(chosen?.groups ?? []);
  const isOwnName = !chosen && newDimension !== suggestedDimension(header);
  const others = isOwnName ? [] : splits.filter((split) => split !== chosen);
  const findElsewhere = groupFinder(others.flatMap((split) => split.groups));
  const byId = new Map(splits.flatMap((split) => split.groups.map((group) => [group.id, group])));
  return (name: string): Place => {
    const said = groups[groupKey(name)];
    if (said === 'out') return { becomes: 'out' };
    const saidGroup = said === undefined ? undefined : byId.get(said);
    if (saidGroup) return { becomes: 'group', group: saidGroup };
    const alike = find(name);
    const isSameName = alike !== undefined && plainName(alike.name) === plainName(name);
    if (said === 'new' && !isSameName) return { becomes: 'new' };
    const found = alike ?? (isWellKnown(name) ? findElsewhere(name) : undefined);
    return found ? { becomes: 'group', group: found } : { becomes: 'new' };
  };
}

/** A letter alone is a grade as often as a gender. */
export const isWellKnown = (name: string) => name.length > 1 && knownGroup(name) !== null;

/** As an address says it. */
export const saidAs = (place: Place) => (place.becomes === 'group' ? place.group.id : place.becomes);
