import type { DatedPoint } from '../../app/practices/measure-verdict';
import { readPractice } from '../../app/practices/read-uses';

/* The plain-data door to the evidence rules: a ledger goes in, what the app's own functions say of it comes out. */

export interface LedgerPoint {
  date: string;
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  ghosted?: boolean;
}

export interface LedgerMeasure {
  id: string;
  type: 'outcome' | 'process' | 'balancing';
  direction: 'higher' | 'lower';
  kind: 'value' | 'proportion';
  rebasedOn?: string[];
  points: LedgerPoint[];
}

export interface LedgerUse {
  team: string;
  partner: string | null;
  fidelity: number | null;
  changeDate: string | null;
  abandoned?: boolean;
  finishedCycles: number;
  widenedGap?: boolean;
  measures: LedgerMeasure[];
}

export interface Ledger {
  stopped?: boolean;
  uses: LedgerUse[];
}

/** What the rules say of a ledger: one entry a team. */
export function readLedger({ stopped = false, uses }: Ledger) {
  const { teams, mean, p10, p90, votes, tier } = readPractice(
    uses.map(({ measures, abandoned = false, widenedGap = false, ...use }) => ({
      team: use.team,
      partner: use.partner ?? null,
      fidelity: use.fidelity ?? null,
      changeDate: use.changeDate ?? null,
      finishedCycles: use.finishedCycles ?? 0,
      isAbandoned: abandoned,
      hasWidenedGap: widenedGap,
      measures: measures.map(({ id, type, direction, kind, rebasedOn = [], points }) => ({
        id,
        type,
        direction,
        rebasedOn,
        points: points.map((point) => pointOf(kind, point)),
      })),
    })),
    stopped,
  );
  return {
    uses: teams.map(({ team, vote, measures }) => ({
      team,
      vote,
      measures: measures.map(({ id, verdict, method }) => ({ id, verdict, method })),
    })),
    mean,
    p10,
    p90,
    votes,
    tier,
  };
}

/** A proportion is its two counts where it has them. */
function pointOf(kind: LedgerMeasure['kind'], point: LedgerPoint): DatedPoint {
  const { date, value = null, numerator = null, denominator = null, ghosted = false } = point;
  const about = { date, isGhosted: ghosted };
  if (kind === 'value' || numerator === null || denominator === null) return { ...about, value };
  // Out of nobody, or more than everybody: no number (statistics.md § 1.1).
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return { ...about, value: null };
  return { ...about, value: numerator / denominator, share: { count: numerator, of: denominator } };
}
