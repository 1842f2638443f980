import { type Entry, fieldOfName, fieldsByName, rowOfField } from '../sheet-fields';

const firstSentence = 'That could not be saved.';

export interface InError {
  /** What is wrong, at the field that is to be mended: it may be one that nobody wrote in yet. */
  sentences: Map<string, string>;
  /** Changed fields that wait for another field of their row. */
  held: Set<string>;
}

/**
 * Whose fault a form's errors are. A changed field that is wrong is told so, and waits alone. Where another field of a
 * row is missing, or does not fit any more, that one is told so, and the changed fields of the row wait for it. What
 * belongs to neither is said at all that was changed.
 */
export function fieldsInError(
  entries: readonly Entry[],
  errors: Record<string, string[] | null>,
  changed: readonly string[],
): InError {
  const fields = fieldsByName(entries);
  const [sentences, held] = [new Map<string, string>(), new Set<string>()];
  const said = Object.entries(errors).map(
    ([name, words]) => [name, words?.join(' ') || firstSentence] as const,
  );
  for (const [name, sentence] of said) {
    const field = fieldOfName(name, fields);
    if (field === null) continue;
    const row = rowOfField(field);
    const waiting = changed.filter((one) => row !== null && rowOfField(one) === row);
    const isChanged = changed.includes(field);
    if (!isChanged && waiting.length === 0) continue;
    sentences.set(field, sentence);
    if (!isChanged) for (const one of waiting) held.add(one);
  }
  if (sentences.size === 0) for (const field of changed) sentences.set(field, said[0]?.[1] ?? firstSentence);
  return { sentences, held };
}
