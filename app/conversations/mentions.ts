export interface Nameable {
  id: string;
  name: string;
}

export interface Mentions {
  personIds: string[];
  /** Names that more than one person goes by: nobody is told by those. */
  unclear: string[];
  /** What looks like a name and is nobody's. */
  unknown: string[];
}

const isWordy = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
/** Letters, and what joins them inside a name. */
const looksLikeName = /^\p{L}[\p{L}\p{N}_]*(?:['’-][\p{L}\p{N}_]+)*/u;
const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? '';

/**
 * Whom a text names with "@Dana Whitfield", or with "@Dana" where only one person has that first name. The longest
 * name that fits is meant; an "@" inside an e-mail address names nobody.
 */
export function mentionsIn(text: string, people: readonly Nameable[]): Mentions {
  const byName = new Map<string, Set<string>>();
  for (const { id, name } of people) {
    for (const called of new Set([name.trim(), firstName(name)])) {
      if (called === '') continue;
      const key = called.toLowerCase();
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const lower = text.toLowerCase();
  const told = new Set<string>();
  const unclear = new Set<string>();
  const unknown = new Set<string>();
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    if (isWordy(lower[at - 1])) continue;
    const from = at + 1;
    const called = names.find((name) => lower.startsWith(name, from) && !isWordy(lower[from + name.length]));
    if (called === undefined) {
      const typed = looksLikeName.exec(text.slice(from))?.[0];
      if (typed !== undefined) unknown.add(typed);
      continue;
    }
    const meant = [...(byName.get(called) ?? [])];
    if (meant.length === 1) told.add(meant[0] as string);
    else unclear.add(text.slice(from, from + called.length));
  }
  return { personIds: [...told], unclear: [...unclear], unknown: [...unknown] };
}
