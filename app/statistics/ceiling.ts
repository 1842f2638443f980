// The most a change can have moved a community's number (product.md § 5, Ceiling).

export interface CeilingInput {
  /** the largest number of people one use reached; uses are not added up, as they may reach the same people */
  reach: number;
  /** everybody the community's number is about */
  eligible: number;
  /** upper 95 % limit of the change of the linked outcome measure, in percentage points, + is good */
  effect: number;
}

/** reach ÷ eligible × effect, in percentage points; reach counts at most as everybody. Null where nobody is eligible. */
export function contributionCeiling({ reach, eligible, effect }: CeilingInput): number | null {
  if (!(eligible > 0) || !(reach >= 0) || !Number.isFinite(effect)) return null;
  return Math.min(1, reach / eligible) * Math.max(0, effect);
}
