import { type Entry, entriesOf, textsOf } from './sheet-fields';

/** What a form is drawn with, as it carries it: of each field the number of its version and its text. */
export function drawnOf(
  values: object,
  stood: Readonly<Record<string, [version: number, text: string]>>,
  tasks: readonly { id: string }[] = [],
): string {
  const listed = tasks.map((task): Entry => ['tasksListed', task.id]);
  const texts = textsOf([...entriesOf(values), ...listed]);
  return JSON.stringify(
    Object.fromEntries([...texts].map(([field, text]) => [field, [stood[field]?.[0] ?? 0, text]])),
  );
}
