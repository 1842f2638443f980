/* What is typed in the outline and not yet saved, by the key of its line. Pure: the hook sends it. */

export interface Draft {
  /** What stands in the field. */
  text: string;
  /** What was sent and taken last; the page may not show it yet. */
  saved: string | null;
  /** What somebody else wrote there meanwhile. */
  theirs: string | null;
}

export type OutlineDrafts = ReadonlyMap<string, Draft>;

export function typed(drafts: OutlineDrafts, key: string, text: string): OutlineDrafts {
  const before = drafts.get(key);
  return new Map(drafts).set(key, { text, saved: before?.saved ?? null, theirs: before?.theirs ?? null });
}

/** The lines to send: those that differ from what is saved, are not empty, and clash with nobody. */
export function toSend(drafts: OutlineDrafts, nameOf: (key: string) => string): string[] {
  return [...drafts].flatMap(([key, { text, saved, theirs }]) =>
    theirs === null && text.trim() !== '' && text.trim() !== (saved ?? nameOf(key)) ? [key] : [],
  );
}

/** `sent` was taken; what was typed meanwhile stays to be sent. */
export function taken(drafts: OutlineDrafts, key: string, sent: string): OutlineDrafts {
  const now = drafts.get(key);
  return now ? new Map(drafts).set(key, { ...now, saved: sent, theirs: null }) : drafts;
}

export function clashed(drafts: OutlineDrafts, key: string, theirs: string): OutlineDrafts {
  const now = drafts.get(key);
  return now ? new Map(drafts).set(key, { ...now, theirs }) : drafts;
}

/** One's own words, to be sent over theirs; or theirs, and one's own are let go. */
export function chosen(drafts: OutlineDrafts, key: string, whose: 'mine' | 'theirs'): OutlineDrafts {
  const now = drafts.get(key);
  if (!now || now.theirs === null) return drafts;
  const next = new Map(drafts);
  if (whose === 'mine') return next.set(key, { text: now.text, saved: now.theirs, theirs: null });
  return next.set(key, { text: now.theirs, saved: now.theirs, theirs: null });
}

/** The page was read again: what it shows needs no draft, and a line that is gone has none. */
export function settled(drafts: OutlineDrafts, nameOf: (key: string) => string | undefined): OutlineDrafts {
  return new Map([...drafts].filter(([key, { text }]) => nameOf(key) !== undefined && nameOf(key) !== text));
}

export function dropped(drafts: OutlineDrafts, key: string): OutlineDrafts {
  const next = new Map(drafts);
  next.delete(key);
  return next;
}
