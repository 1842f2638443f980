import { type StoryPart, storyParts } from '#db/vocabulary';
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

export interface StoryChanges {
  changed: { part: StoryPart; text: string }[];
  /** A part that somebody else changed meanwhile, and what to say at its field. */
  clash: { field: string; sentence: string } | null;
}

/** Which parts a person changed from the versions their page had shown. */
export function typedChanges(typed: TypedStory, versions: readonly SavedVersion[]): StoryChanges {
  const newest = newestOf(versions);
  const changed: StoryChanges['changed'] = [];
  for (const part of storyParts) {
    const text = typed[storyFields[part]];
    const shown = versions.find(({ id }) => id === typed[wasOf[part]]) ?? null;
    const now = newest[part];
    const isTouched = text !== (shown?.text ?? '') && text !== (now?.text ?? '');
    if (!isTouched) continue;
    if (now && now.id !== shown?.id) {
      const sentence =
        now.text === ''
          ? `${now.who ?? 'Somebody'} took this out meanwhile. Save again to put your words there.`
          : `${now.who ?? 'Somebody'} changed this meanwhile. It says now: “${now.text}” Put the two together and save again.`;
      return { changed: [], clash: { field: storyFields[part], sentence } };
    }
    changed.push({ part, text });
  }
  return { changed, clash: null };
}

/** The story as a form shows it, and which versions that is. */
export function storyInForm(versions: readonly SavedVersion[]) {
  const newest = newestOf(versions);
  const pairs = storyParts.map((part) => ({ part, version: newest[part] }));
  return {
    values: Object.fromEntries(pairs.map(({ part, version }) => [storyFields[part], version?.text ?? ''])),
    was: Object.fromEntries(pairs.map(({ part, version }) => [wasOf[part], version?.id ?? ''])),
  };
}
