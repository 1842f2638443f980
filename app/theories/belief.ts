/* What a team believes of a part of its theory: the newest row holds, and none means that it believes. */

export interface BeliefRow {
  id: string;
  driverId: string | null;
  ideaId: string | null;
  isBelieved: boolean;
  reason: string;
  cycleIds: string[];
  who: string | null;
  at: string;
}

/** By the id of the driver or idea, the newest row. `rows` are oldest first. */
export function newestBeliefs<Row extends Pick<BeliefRow, 'driverId' | 'ideaId'>>(
  rows: readonly Row[],
): Map<string, Row> {
  return new Map(rows.map((row) => [row.driverId ?? row.ideaId ?? '', row]));
}

/** The ids of drivers and ideas that the team does not believe in any more. */
export function unbelieved(rows: readonly BeliefRow[]): Set<string> {
  return new Set([...newestBeliefs(rows)].flatMap(([id, row]) => (row.isBelieved ? [] : [id])));
}
