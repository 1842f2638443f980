/** Those with the most votes first; of the same number, the one that was added first. */
export function inOrderOfVotes<Row extends { votes: number; at: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => b.votes - a.votes || a.at.localeCompare(b.at));
}
