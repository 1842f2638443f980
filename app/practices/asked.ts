import { type PracticeSetting, practiceSettings } from '#db/vocabulary';
import { type List, lists, type Tier, tiers } from './tiers';

/** What the address of the practices page asks for: all that is null or empty asks for nothing. */
export interface AskedPractices {
  outcomeId: string;
  setting: PracticeSetting | '';
  group: string;
  tier: Tier | '';
  /** Lists that are asked for to their end. */
  whole: readonly List[];
}

/** What narrows the lists; which of them are whole does not. */
export const isNarrowed = ({ whole: _, ...filters }: AskedPractices) => Object.values(filters).some(Boolean);

export interface Filtered {
  tier: Tier;
  setting: PracticeSetting | null;
  outcomeIds: readonly string[];
  groups: readonly string[];
}

/** Reads the address; what is no choice of ours is not asked. */
export function askedPractices(search: URLSearchParams): AskedPractices {
  const of = <Word extends string>(name: string, words: readonly Word[]): Word | '' =>
    words.find((word) => word === search.get(name)) ?? '';
  return {
    outcomeId: search.get('outcome')?.slice(0, 40) ?? '',
    setting: of('setting', practiceSettings),
    group: search.get('group')?.slice(0, 200).trim() ?? '',
    tier: of('tier', tiers),
    whole: lists.filter((list) => search.getAll('all').includes(list)),
  };
}

export function isAsked(practice: Filtered, { outcomeId, setting, group, tier }: AskedPractices): boolean {
  return (
    (tier === '' || practice.tier === tier) &&
    (setting === '' || practice.setting === setting || practice.setting === 'several') &&
    (outcomeId === '' || practice.outcomeIds.includes(outcomeId)) &&
    (group === '' || practice.groups.some((name) => name.toLowerCase() === group.toLowerCase()))
  );
}

/** An address that keeps what is asked. */
export function withAsked(path: string, { outcomeId, setting, group, tier, whole }: AskedPractices): string {
  const search = new URLSearchParams();
  if (outcomeId) search.set('outcome', outcomeId);
  if (setting) search.set('setting', setting);
  if (group) search.set('group', group);
  if (tier) search.set('tier', tier);
  for (const list of whole) search.append('all', list);
  const asked = search.toString();
  return asked ? `${path}?${asked}` : path;
}

/** So many of a list are shown before it is asked for to its end. */
export const firstOfList = 20;

/** The first of each list, in the order they come in, or all of it where it is asked for whole; and always the open one. */
export function firstOfLists<Row extends { id: string; list: List }>(
  rows: readonly Row[],
  whole: readonly List[],
  openId?: string,
): Row[] {
  const before = { spread: 0, study: 0, stop: 0 } satisfies Record<List, number>;
  return rows.filter(({ id, list }) => {
    const place = before[list]++;
    return place < firstOfList || whole.includes(list) || id === openId;
  });
}
