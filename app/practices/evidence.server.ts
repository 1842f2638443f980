import { group } from 'd3-array';
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestLeaderDecision } from '#db/newest-decision';
import { partners } from '#db/schema/communities';
import { practiceUses } from '#db/schema/evidence';
import { practiceDecisions, practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import type { CommunityAccess } from '~/access/gate.server';
import { byRank, type Evidence, type TeamEvidence, weighEvidence } from './tiers';
import { weightOf } from './votes';

/*
 * What the evidence says, read from what app/practices/refresh.server.ts keeps: here of practices and their votes, in
 * working.server.ts, gains.server.ts, gauges.server.ts and calibration.server.ts the rest. Pages ask through
 * app/routes/practices/read-evidence.server.ts, which brings it up to date first:
 *
 *   evidenceOfPractices(access)   every practice of the community with its teams' votes, its range, tier and list, ranked
 *   evidenceOfPractice(access)    one practice with its working: each team, each measure, and what would change it
 *   gainsFor(access, practiceId?) what was adopted, and whether its gain is held or slipping
 *   gaugesFor(access, whose)      activity, learning and results of a team, a practice or the community
 *   calibrationFor(access, whose)  how good the predictions of a team, a practice or the community were
 */

/** One mark of the evidence strip. */
export interface EvidenceTeam extends TeamEvidence {
  name: string;
  partnerName: string | null;
  changeOn: string | null;
  cycles: number;
  fidelity: number | null;
}

export interface PracticeEvidence {
  id: string;
  name: string;
  evidence: Evidence;
  /** Whoever tried it first, first. */
  teams: EvidenceTeam[];
  /** The newest decision of a leader, which changes nothing but for a stop. */
  leadersSay: 'spread' | 'study' | 'stop' | null;
}

/** Every practice in use, best rank first: three queries. Teams are read once, not with each of their many uses. */
export async function practicesWithEvidence(access: CommunityAccess): Promise<PracticeEvidence[]> {
  const here = and(eq(practices.communityId, access.communityId), isNull(practices.archivedAt));
  const [rows, uses, homes] = await Promise.all([
    readPractices(here),
    db
      .select(ownOfUse)
      .from(practiceUses)
      .where(eq(practiceUses.communityId, access.communityId))
      .orderBy(asc(practiceUses.practiceId)),
    db
      .select({ id: teams.id, ...ofTeam })
      .from(teams)
      .leftJoin(partners, eq(partners.id, teams.homePartnerId))
      .where(eq(teams.communityId, access.communityId)),
  ]);
  const home = new Map(homes.map(({ id, ...team }) => [id, team]));
  const byPractice = group(
    uses.flatMap((use) => {
      const team = home.get(use.team);
      return team ? [{ ...use, ...team }] : [];
    }),
    ({ practiceId }) => practiceId,
  );
  return rows.map((row) => weighed(row, byPractice.get(row.id)?.sort(byChange) ?? [])).sort(byRank);
}

/** Whoever tried it first, first; who has not begun, last. */
export function byChange(a: UseRow, b: UseRow): number {
  const [first, second] = [a.changeOn ?? '9', b.changeOn ?? '9'];
  return first === second ? a.name.localeCompare(b.name, 'en') : first < second ? -1 : 1;
}

const ownOfUse = {
  practiceId: practiceUses.practiceId,
  team: practiceUses.teamId,
  changeOn: practiceUses.changeOn,
  cycles: practiceUses.cycles,
  finishedCycles: practiceUses.finishedCycles,
  fidelity: practiceUses.fidelity,
  vote: practiceUses.vote,
  isAbandoned: practiceUses.isAbandoned,
  hasWidenedGap: practiceUses.hasWidenedGap,
  isHeld: practiceUses.isHeld,
};

const ofTeam = { name: teams.name, partner: teams.homePartnerId, partnerName: partners.name };

export function readPractices(which: SQL | undefined) {
  return db
    .select({ id: practices.id, name: practices.name, leadersSay: practiceDecisions.decision })
    .from(practices)
    .leftJoin(practiceDecisions, newestLeaderDecision)
    .where(which)
    .limit(2000);
}

export function readUses(which: SQL | undefined) {
  return db
    .select({ ...ownOfUse, ...ofTeam })
    .from(practiceUses)
    .innerJoin(teams, eq(teams.id, practiceUses.teamId))
    .leftJoin(partners, eq(partners.id, teams.homePartnerId))
    .where(which);
}

type PracticeRow = Awaited<ReturnType<typeof readPractices>>[number];
type UseRow = Awaited<ReturnType<typeof readUses>>[number];

export function weighed({ id, name, leadersSay }: PracticeRow, uses: readonly UseRow[]): PracticeEvidence {
  const own = uses.map(({ practiceId: _, ...use }) => ({ ...use, weight: weightOf(use.fidelity) }));
  return { id, name, leadersSay, teams: own, evidence: weighEvidence(own, leadersSay === 'stop') };
}

/** One practice with its teams' votes, without the working: for a page that anybody with a link may read. */
export async function weighedPractice(
  { communityId }: Pick<CommunityAccess, 'communityId'>,
  practiceId: string,
): Promise<PracticeEvidence | null> {
  const [[row], uses] = await Promise.all([
    readPractices(and(eq(practices.id, practiceId), eq(practices.communityId, communityId))),
    readUses(and(eq(practiceUses.practiceId, practiceId), eq(practiceUses.communityId, communityId))),
  ]);
  return row ? weighed(row, uses) : null;
}
