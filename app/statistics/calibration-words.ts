// What a record of predictions says in words, for whoever makes the next one (product.md § 6).
import type { Calibration } from './predictions';

/** A record with the number of predictions behind it. */
export interface PredictionRecord extends Calibration {
  predictions: number;
}

/** Fewer say nothing of whoever made them. */
const FEWEST = 3;
/** Between these, what was predicted and what came are about the same. */
const ABOUT_RIGHT = { from: 0.8, to: 1.25 };
/** So many ranges in a hundred should hold what happens, and how far from it is no matter of chance in some ten. */
const RIGHT = 80;
const TOO_NARROW = 0.6;
const FEWEST_RANGES = 5;

const once = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/**
 * "Your last 6 were 2.5 times too high." and "4 of 6 ranges held what happened." Whose: "Your", "This team’s". Nothing
 * where too few are known.
 */
export function recordWords(record: PredictionRecord, whose: string): string[] {
  const { predictions, overreach, ranges, hitRate } = record;
  if (predictions < FEWEST) return [];
  const last = `${whose} last ${predictions}`;
  const said: string[] = [];
  if (overreach !== null) said.push(`${last} ${overreachWords(overreach)}`);
  if (hitRate !== null && ranges >= FEWEST) {
    const held = Math.round(hitRate * ranges);
    const advice = ranges >= FEWEST_RANGES && hitRate < TOO_NARROW ? ' Make them wider.' : '';
    said.push(`${held} of ${ranges} ranges held what happened; of 10, ${RIGHT / 10} should.${advice}`);
  }
  return said;
}

/** Counted from the baseline: 2.5 is a change predicted two and a half times as large as the one that came. */
export function overreachWords(overreach: number): string {
  if (overreach < 0) return 'went the other way than predicted.';
  if (overreach > ABOUT_RIGHT.to) return `were ${once(overreach)} times too high.`;
  if (overreach >= ABOUT_RIGHT.from) return 'were about right.';
  if (overreach < 0.1) return 'expected next to no change, and there was one.';
  return `were too low: the change was ${once(1 / overreach)} times what was predicted.`;
}
