import { type Entry, fieldsByName, rowOfField } from '../sheet-fields';

const firstSentence = 'That could not be saved.';

/**
 * Whose fault a form's errors are, among the fields that were changed: the field itself; else the changed fields of the
 * same row, which is not whole yet; else all of them, for one error of the form as a whole.
 */
export function fieldsInError(
  entries: readonly Entry[],
  errors: Record<string, string[] | null>,
  changed: readonly string[],
): Map<string, string> {
  const fields = fieldsByName(entries);
  const sentences = new Map<string, string>();
  const blame = (field: string, sentence: string) => {
    if (!sentences.has(field)) sentences.set(field, sentence);
  };
  const said = Object.entries(errors).map(
    ([name, words]) => [name, words?.join(' ') || firstSentence] as const,
  );
  for (const [name, sentence] of said) {
    const field = fields.get(name);
    if (field !== undefined && changed.includes(field)) blame(field, sentence);
  }
  for (const [name, sentence] of said) {
    const row = changed.includes(fields.get(name) ?? '') ? null : rowOf(name, fields);
    if (row === null) continue;
    for (const field of changed) if (rowOfField(field) === row) blame(field, sentence);
  }
  if (sentences.size === 0) for (const field of changed) blame(field, said[0]?.[1] ?? firstSentence);
  return sentences;
}

/** "predictions[0].measureId" is of the row that its neighbours are of. */
function rowOf(name: string, fields: ReadonlyMap<string, string>): string | null {
  const start = /^\w+\[\d+\]\./.exec(name)?.[0];
  if (!start) return null;
  const neighbour = [...fields].find(([other]) => other.startsWith(start));
  return neighbour ? rowOfField(neighbour[1]) : null;
}
