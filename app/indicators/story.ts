import { type StoryPart, storyParts } from '#db/vocabulary';
import type { Clash } from '~/http/errors';
import { type StoryFields, storyFields } from './story-forms';

/** One saved text of one part of the story behind the curve. */
export interface SavedVersion {
  id: string;
  part: StoryPart;
  /** Empty: what stood there was taken out. */
  text: string;
  who: string | null;
  at: string;
}

/** What each part says now; a part that was never written, or was taken out, has no entry. `versions` newest first. */
export function storyNow(versions: readonly SavedVersion[]): Partial<Record<StoryPart, SavedVersion>> {
  const newest = newestOf(versions);
  return Object.fromEntries(Object.entries(newest).filter(([, version]) => version.text !== ''));
}

/** The newest version of each part, also where it is empty. */
export function newestOf(versions: readonly SavedVersion[]): Partial<Record<StoryPart, SavedVersion>> {
  const newest: Partial<Record<StoryPart, SavedVersion>> = {};
  for (const version of versions) newest[version.part] ??= version;
  return newest;
}

export type TypedStory = StoryFields;

const wasOf = {
  'pushes up': 'wasPushesUp',
  'holds down': 'wasHoldsDown',
  unknown: 'wasUnknown',
  works: 'wasWorks',
} as const satisfies Record<StoryPart, keyof StoryFields>;

/** The versions that a person's page had shown. */
export const shownIn = (typed: TypedStory): string[] =>
  storyParts.flatMap((part) => typed[wasOf[part]] ?? []);

export interface StoryChanges {
  changed: { part: StoryPart; text: string }[];
  /** The parts that somebody else changed meanwhile; with one of them nothing is to be saved. */
  clashes: Clash[];
}

/**
 * Which parts a person changed from the versions their page had shown. `versions` are the newest of each part and
 * those shown, newest first.
 */
export function typedChanges(typed: TypedStory, versions: readonly SavedVersion[]): StoryChanges {
  const newest = newestOf(versions);
  const [changed, clashes]: [StoryChanges['changed'], Clash[]] = [[], []];
  for (const part of storyParts) {
    const text = typed[storyFields[part]];
    const shown = versions.find(({ id }) => id === typed[wasOf[part]]) ?? null;
    const now = newest[part];
    const isTouched = text !== (shown?.text ?? '') && text !== (now?.text ?? '');
    if (!isTouched) continue;
    if (!now || now.id === shown?.id) changed.push({ part, text });
    else {
      clashes.push({ field: storyFields[part], sentence: clashWords(now), shown: { [wasOf[part]]: now.id } });
    }
  }
  return { changed, clashes };
}

const clashWords = ({ who, text }: SavedVersion) =>
  text === ''
    ? `${who ?? 'Somebody'} took this out meanwhile. Save again to put your words there.`
    : `${who ?? 'Somebody'} changed this meanwhile. It says now: “${text}” Put the two together and save again.`;

/** The story as a form shows it, and which versions that is. */
export function storyInForm(versions: readonly SavedVersion[]) {
  const newest = newestOf(versions);
  const pairs = storyParts.map((part) => ({ part, version: newest[part] }));
  return {
    values: Object.fromEntries(pairs.map(({ part, version }) => [storyFields[part], version?.text ?? ''])),
    was: Object.fromEntries(pairs.map(({ part, version }) => [wasOf[part], version?.id ?? ''])),
  };
}
