/** What a line of history keeps of a change: the old values of what is new. */
export type Changed = { before: Record<string, unknown> };

/**
 * The old values of the fields that `after` changes, so that no words are lost when somebody writes over them; null
 * where nothing changes. Lists and objects are compared by what is in them.
 */
export function changedFrom<Fields extends object>(
  before: { [Name in keyof Fields]: unknown },
  after: Fields,
): Changed | null {
  const names = (Object.keys(after) as (keyof Fields & string)[]).filter(
    (name) => !isSame(before[name], after[name]),
  );
  if (names.length === 0) return null;
  return { before: Object.fromEntries(names.map((name) => [name, before[name]])) };
}

const isSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
