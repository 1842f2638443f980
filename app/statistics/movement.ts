// How an indicator moved since its baseline, and the scoreboard that counts such movements (product.md § 5).

export type Direction = 'up' | 'down';
export type Status = 'improved' | 'held' | 'worsened' | 'no data';

/** Differences smaller than this are rounding. */
export const MOVEMENT_TOLERANCE = 1e-9; // product.md § 5

/** Signed movement: + is good, so −(latest − baseline) when lower is better. */
export function movement(baseline: number, latest: number, better: Direction): number {
  return better === 'up' ? latest - baseline : baseline - latest;
}

/**
 * 1 moved well, −1 moved badly, 0 not beyond the minimum movement (in the indicator's unit, from 0). `tolerance` where
 * that unit is another than the one the figures are kept in: 1e-7 for percents, whose own unit is 0 … 1.
 */
export function movedBeyond(
  move: number,
  minimumMovement = 0,
  tolerance: number = MOVEMENT_TOLERANCE,
): -1 | 0 | 1 {
  if (move - minimumMovement > tolerance) return 1;
  return -move - minimumMovement > tolerance ? -1 : 0;
}

export interface Scoreboard {
  improved: number;
  held: number;
  worsened: number;
  noData: number;
  /** indicators with a baseline and a latest value: what the share is of */
  counted: number;
  /** improved ÷ counted, 0 … 1; null when nothing counts */
  share: number | null;
  /** improvements beyond chance */
  beyondChance: number;
  /** at or above the proof-point line of 60 % improving */
  proofPoint: boolean;
}

const PROOF_POINT = 0.6; // product.md § 5; StriveTogether's Theory of Action

/** Counts statuses. Indicators without data stand beside the share, not in it. */
export function scoreboard(
  statuses: readonly { status: Status; beyondChance: boolean | null }[],
): Scoreboard {
  const count = (status: Status) => statuses.filter((one) => one.status === status).length;
  const [improved, held, worsened] = [count('improved'), count('held'), count('worsened')];
  const counted = improved + held + worsened;
  const share = counted === 0 ? null : improved / counted;
  return {
    improved,
    held,
    worsened,
    noData: statuses.length - counted,
    counted,
    share,
    beyondChance: statuses.filter((one) => one.status === 'improved' && one.beyondChance === true).length,
    proofPoint: (share ?? 0) >= PROOF_POINT,
  };
}

/** "34 of 53 improved (64 %), 21 beyond chance, as of June 1, 2026." `asOf` is written by the caller. */
export function scoreboardSentence(board: Scoreboard, asOf: string): string {
  if (board.share === null) return `No indicator has a baseline and a later figure, as of ${asOf}.`;
  const percent = Math.round(board.share * 100);
  const missing = board.noData === 0 ? '' : `; ${board.noData} without data`;
  return `${board.improved} of ${board.counted} improved (${percent} %), ${board.beyondChance} beyond chance${missing}, as of ${asOf}.`;
}
