/** The cycle that a link leads to once archived cycles are passed over; null where it leads to none. */
export function lastStanding(
  previousId: string | null,
  before: ReadonlyMap<string, string | null>,
): string | null {
  const passed = new Set<string>();
  let id = previousId;
  while (id !== null && before.has(id) && !passed.has(id)) {
    passed.add(id);
    id = before.get(id) ?? null;
  }
  return id !== null && before.has(id) ? null : id;
}
