/** So many threads beside a thing, and comments in an inbox, are shown at first; "Show earlier" adds as many. */
export const portions = { threads: 100, told: 500 };
const most = 5000;

/** How many an address asks for: a portion at least, and never all there could be. */
export function howMany(asked: string | null, portion: number): number {
  const count = Number(asked);
  return Number.isInteger(count) && count > portion ? Math.min(count, most) : portion;
}
