/** One field as somebody changed it, with the number of the version they had read. */
export interface FieldChange {
  field: string;
  text: string;
  version: number;
}

/** Two people in one field: what the other saved, and what this one wrote. */
export interface FieldClash {
  field: string;
  state: 'clash';
  /** Of theirs. */
  version: number;
  theirs: string;
  mine: string;
  who: string | null;
  /** Instant. */
  at: string;
}

export type FieldAnswer =
  /** `text` where the field was not sent: saving another one wrote it too. */
  | { field: string; state: 'saved'; version: number; text?: string }
  | { field: string; state: 'wrong'; sentence: string }
  /** It waits for another field of its row. */
  | { field: string; state: 'held' }
  | FieldClash;

/** Which of two texts is kept: one's own, theirs, or both, theirs first. */
export const keeps = ['mine', 'theirs', 'both'] as const;
export type Keep = (typeof keeps)[number];

export function kept(keep: Keep, { theirs, mine }: Pick<FieldClash, 'theirs' | 'mine'>): string {
  if (keep === 'mine') return mine;
  if (keep === 'theirs') return theirs;
  return [theirs, mine].filter((text) => text !== '').join('\n\n');
}

/** Both texts can stand together where they are words, not a choice, a number or a day. */
export const canJoin = (field: string) =>
  /(^|\.)(objective|dataPlan|question|prediction|whatDiffered|observations|surprises|text|whatHappened|workedFor|learned|reason|nextStep)$/.test(
    field,
  );
