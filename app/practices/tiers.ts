import { betaMean, betaQuantile } from '~/statistics/beta';
import { isCounted, type Vote } from './votes';

/* How sure we may be that a practice works: its rank, its range and its tier (product rules, practices). */

export const tiers = ['Stopped', 'Held', 'Replicated', 'Contested', 'Promising', 'Tested', 'Idea'] as const;
export type Tier = (typeof tiers)[number];

export const tierMeanings: Record<Tier, string> = {
  Stopped: 'A leader stopped it, or every team that tried it gave it up.',
  Held: 'Replicated, and one team has kept its gain for twelve points or more.',
  Replicated: 'It worked in three teams or more, from two organizations or more, and widened no gap.',
  Contested: 'It worked in one team and made things worse in another.',
  Promising: 'Two teams or more could tell, and most of what we know speaks for it.',
  Tested: 'A team has finished a test of it.',
  Idea: 'Nobody has finished a test of it yet.',
};

/** The three answers of the practices page. */
export const lists = ['spread', 'study', 'stop'] as const;
export type List = (typeof lists)[number];

export interface TeamEvidence {
  team: string;
  partner: string | null;
  vote: Vote;
  weight: number;
  finishedCycles: number;
  isAbandoned: boolean;
  hasWidenedGap: boolean;
  /** One of its measures improved and has stayed so. */
  isHeld: boolean;
}

export interface Evidence {
  /** Teams whose vote counts. */
  votes: number;
  improved: number;
  worsened: number;
  /** Home organisations of the teams whose vote counts. */
  organisations: number;
  /** Of Beta(1 + Σ w·improved, 1 + Σ w·(1 − improved)): its mean, 10th and 90th percentile; null without votes. */
  mean: number | null;
  p10: number | null;
  p90: number | null;
  tier: Tier;
  list: List;
}

const REPLICATED = { votes: 3, organisations: 2, p10: 0.5 }; // product.md § 6
const PROMISING = { votes: 2, p10: 0.35 };
const CONTESTED_VOTES = 2;
const STOP = { votes: 3, p90: 0.5 };

/** What all teams together say of a practice. One entry a team. `isStopped`: a leader stopped it. */
export function weighEvidence(teams: readonly TeamEvidence[], isStopped = false): Evidence {
  const voting = teams.filter(({ vote }) => isCounted(vote));
  const count = (vote: Vote) => voting.filter((team) => team.vote === vote).length;
  const counted = {
    votes: voting.length,
    improved: count('improved'),
    worsened: count('worsened'),
    organisations: new Set(voting.flatMap(({ partner }) => partner ?? [])).size,
    ...rangeOf(voting),
  };
  const tier = tierOf(teams, counted, isStopped);
  return { ...counted, tier, list: listOf(tier, counted) };
}

type Counted = Omit<Evidence, 'tier' | 'list'>;

/** The range of what share of teams the practice works for. */
function rangeOf(voting: readonly TeamEvidence[]): Pick<Evidence, 'mean' | 'p10' | 'p90'> {
  if (voting.length === 0) return { mean: null, p10: null, p90: null };
  let alpha = 1;
  let beta = 1;
  for (const { vote, weight } of voting) {
    if (vote === 'improved') alpha += weight;
    else beta += weight;
  }
  return {
    mean: betaMean(alpha, beta),
    p10: betaQuantile(0.1, alpha, beta),
    p90: betaQuantile(0.9, alpha, beta),
  };
}

function tierOf(teams: readonly TeamEvidence[], counted: Counted, isStopped: boolean): Tier {
  const { votes, improved, worsened, organisations, p10 } = counted;
  if (isStopped || (teams.length > 0 && teams.every(({ isAbandoned }) => isAbandoned))) return 'Stopped';
  const isReplicated =
    votes >= REPLICATED.votes &&
    organisations >= REPLICATED.organisations &&
    atLeast(p10, REPLICATED.p10) &&
    !teams.some(({ hasWidenedGap }) => hasWidenedGap);
  if (isReplicated) {
    return teams.some(({ vote, isHeld }) => vote === 'improved' && isHeld) ? 'Held' : 'Replicated';
  }
  if (votes >= CONTESTED_VOTES && improved >= 1 && worsened >= 1) return 'Contested';
  if (votes >= PROMISING.votes && atLeast(p10, PROMISING.p10)) return 'Promising';
  return teams.some(({ finishedCycles }) => finishedCycles >= 1) ? 'Tested' : 'Idea';
}

const atLeast = (value: number | null, least: number) => value !== null && value >= least;

function listOf(tier: Tier, { votes, p90 }: Counted): List {
  if (tier === 'Replicated' || tier === 'Held') return 'spread';
  if (tier === 'Stopped' || (votes >= STOP.votes && p90 !== null && p90 < STOP.p90)) return 'stop';
  return 'study';
}

/** Practices in the order of rank: by the 10th percentile, then by how many could tell, then by name. */
export function byRank<P extends { name: string; evidence: Evidence }>(a: P, b: P): number {
  return (
    (b.evidence.p10 ?? -1) - (a.evidence.p10 ?? -1) ||
    b.evidence.votes - a.evidence.votes ||
    a.name.localeCompare(b.name, 'en')
  );
}
