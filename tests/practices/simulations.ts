// How often do the evidence rules take a practice that does nothing for one that works, and find one that does? Whole
// libraries of practices are made by chance and read with the app's own functions. simulate.ts prints what comes out.
import { comparedPoints, type DatedPoint, type UseMeasure } from '../../app/practices/measure-verdict';
import { isGainHeld, readPractice, readUse } from '../../app/practices/read-uses';
import { type Evidence, type Tier, tiers, weighEvidence } from '../../app/practices/tiers';
import { mergeUses, type Use } from '../../app/practices/uses';
import { voteOf } from '../../app/practices/votes';
import { mannWhitney } from '../../app/statistics/mann-whitney';
import { clusteredCount, normalNoise, seeded, seedFor, series } from '../statistics/noise';

/** The seed of every library, together with its number and its world. */
export const SEED = 20_261_126;
/** Practices in a library: the first half does nothing, the second half something. */
export const PRACTICES = 200;
/** How far a real practice moves an outcome or process measure, in σ of its points: between these, one for each practice. */
export const EFFECTS = { from: 0.75, to: 2 };

/** What else goes on in a world, whatever teams do. */
export interface World {
  /** How much each point leans on the one before. */
  correlation: number;
  /** σ of a point that every measure rises in ten points by itself. */
  trend: number;
  /** Teams begin where a number has just been bad: so many σ lower, at most, over the three points before. */
  dip: number;
}

/** By the name the page finds them under: as it should be, and what may deceive. */
export const WORLDS = {
  plain: { correlation: 0, trend: 0, dip: 0 },
  leaning: { correlation: 0.3, trend: 0, dip: 0 },
  dipping: { correlation: 0, trend: 0, dip: 1.5 },
  rising: { correlation: 0, trend: 0.5, dip: 0 },
} satisfies Record<string, World>;
export type WorldName = keyof typeof WORLDS;

type Draw = ReturnType<typeof drawing>;

function drawing(seed: number) {
  const uniform = seeded(seed);
  const between = (from: number, to: number) => from + (to - from) * uniform();
  return {
    uniform,
    noise: normalNoise(uniform),
    between,
    whole: (from: number, to: number) => Math.floor(between(from, to + 1)),
    chance: (p: number) => uniform() < p,
  };
}

const CHANGE_WEEK = 100;
const DAY = 86_400_000;
/** The first day of a week; the change is on that of week 100. */
const weekOf = (week: number) => new Date(Date.UTC(2024, 0, 1) + week * 7 * DAY).toISOString().slice(0, 10);

/** One series of 12 to 60 points about a change: half of them measurements, half shares of 20 to 60 people. */
function aMeasure(
  draw: Draw,
  id: string,
  type: UseMeasure['type'],
  effect: number,
  world: World,
): UseMeasure {
  const { uniform, noise, between, whole, chance } = draw;
  const count = whole(12, 60);
  const before = Math.round(count * between(0.35, 0.65));
  const dip = between(0, world.dip);
  const noises = series(noise, count, world.correlation);
  const level = (i: number) => {
    const isJustBefore = i < before && i >= before - 3;
    return (i >= before ? effect : 0) + (world.trend * i) / 10 - (isJustBefore ? dip : 0);
  };
  const dated = (i: number) => weekOf(CHANGE_WEEK - before + i);
  const isShare = chance(0.5);
  const of = whole(20, 60);
  const p = between(0.25, 0.75);
  const sigma = Math.sqrt((p * (1 - p)) / of);
  // Every other share jumps about more than chance alone would have it.
  const sigmaZ = chance(0.5) ? 1 : 1.4;
  const points = noises.map((value, i): DatedPoint => {
    if (!isShare) return { date: dated(i), value: value + level(i) };
    const leans = world.correlation > 0 ? world.correlation * value : 0;
    const chanceHere = Math.min(0.98, Math.max(0.02, p + sigma * (level(i) + leans)));
    const share = { count: clusteredCount({ of, p: chanceHere, sigmaZ }, uniform, noise), of };
    return { date: dated(i), value: share.count / of, share };
  });
  return { id, type, direction: 'higher', rebasedOn: [], points };
}

/** A practice as 1 to 12 teams of up to 4 organisations used it, each with 1 to 3 measures. */
function aPractice(draw: Draw, effect: number, world: World): Use[] {
  const { whole, chance, between } = draw;
  return Array.from({ length: whole(1, 12) }, (_, index) => {
    const team = `team ${index}`;
    const measure = (type: UseMeasure['type'], of: number) =>
      aMeasure(draw, `${team} ${type}`, type, of, world);
    return {
      team,
      partner: `partner ${whole(1, 4)}`,
      changeDate: weekOf(CHANGE_WEEK),
      finishedCycles: whole(1, 4),
      fidelity: between(0.4, 1),
      isAbandoned: false,
      hasWidenedGap: false,
      measures: [
        measure('outcome', effect),
        ...(chance(0.5) ? [measure('process', effect)] : []),
        ...(chance(0.3) ? [measure('balancing', 0)] : []),
      ],
    };
  });
}

const LEVEL = 0.025; // as the rules ask of the whole baseline

/**
 * The rule that "How we judge practices" proposes against rises that were on their way: an improvement counts only if
 * the points after are also better than the newer half of the baseline.
 */
export function readCautiously(uses: readonly Use[]): Evidence {
  const teams = mergeUses(uses).map((use) => {
    const read = readUse(use);
    const measures = read.measures.map((measure, index) => {
      const isDoubted =
        measure.verdict === 'improved' &&
        !isBeyondNewerHalf(use.measures[index] as UseMeasure, use.changeDate);
      return isDoubted ? { ...measure, verdict: 'no signal' as const, isHeld: false } : measure;
    });
    return { ...read, vote: voteOf(measures), isHeld: isGainHeld(measures) };
  });
  return weighEvidence(teams);
}

function isBeyondNewerHalf(measure: UseMeasure, changeDate: string | null): boolean {
  const { before, after } = comparedPoints(measure, changeDate);
  const values = (points: readonly DatedPoint[]) => points.flatMap(({ value }) => value ?? []);
  const newer = values(before.slice(Math.floor(before.length / 2)));
  return mannWhitney(newer, values(after)).higher <= LEVEL;
}

export interface Judged {
  /** σ that the practice moves a measure; 0 for one that does nothing. */
  effect: number;
  teams: number;
  votes: number;
  improved: number;
  worsened: number;
  tier: Tier;
  /** By the stricter rule. */
  cautious: Tier;
}

/** One library, judged. */
export function judgedLibrary(name: WorldName, library: number): Judged[] {
  const draw = drawing(seedFor(`${name} ${library}`, SEED));
  return Array.from({ length: PRACTICES }, (_, index) => {
    const effect = index < PRACTICES / 2 ? 0 : draw.between(EFFECTS.from, EFFECTS.to);
    const uses = aPractice(draw, effect, WORLDS[name]);
    const { tier, teams, votes, improved, worsened } = readPractice(uses);
    const cautious = readCautiously(uses).tier;
    return { effect, teams: teams.length, votes, improved, worsened, tier, cautious };
  });
}

/** How many of some practices stand in a tier or above it; what is contested stands beside them. */
export function reached(
  practices: readonly Judged[],
  tier: 'Promising' | 'Replicated' | 'Held',
  by: 'tier' | 'cautious' = 'tier',
): number {
  const enough: readonly Tier[] = {
    Promising: tiers.slice(1, 5),
    Replicated: tiers.slice(1, 3),
    Held: tiers.slice(1, 2),
  }[tier].filter((one) => one !== 'Contested');
  return practices.filter((practice) => enough.includes(practice[by])).length;
}

/** Share of votes of practices that do nothing which say it improved, or worsened. */
export function falseVotes(practices: readonly Judged[]): { improved: number; worsened: number } {
  const sum = (of: (practice: Judged) => number) => practices.reduce((total, one) => total + of(one), 0);
  const votes = sum((one) => one.votes);
  return { improved: sum((one) => one.improved) / votes, worsened: sum((one) => one.worsened) / votes };
}
