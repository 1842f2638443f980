import { type PracticeSetting, practiceSettings } from '#db/vocabulary';
import { type Tier, tiers } from './tiers';

/** What the address of the practices page asks for: all that is null or empty asks for nothing. */
export interface AskedPractices {
  outcomeId: string;
  setting: PracticeSetting | '';
  group: string;
  tier: Tier | '';
}

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
export function withAsked(path: string, { outcomeId, setting, group, tier }: AskedPractices): string {
  const search = new URLSearchParams();
  if (outcomeId) search.set('outcome', outcomeId);
  if (setting) search.set('setting', setting);
  if (group) search.set('group', group);
  if (tier) search.set('tier', tier);
  const asked = search.toString();
  return asked ? `${path}?${asked}` : path;
}
