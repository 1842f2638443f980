import { group } from 'd3-array';
import { and, asc, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestLeaderDecision } from '#db/newest-decision';
import { partners } from '#db/schema/communities';
import { practiceUses, practiceVerdicts, predictionScores } from '#db/schema/evidence';
import { measures } from '#db/schema/measures';
import { practiceDecisions, practices } from '#db/schema/practices';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { GainState } from '#db/vocabulary';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { may } from '~/access/policy';
import { isSmall } from '~/access/small-counts';
import type { PredictionRecord } from '~/statistics/calibration-words';
import { calibrate } from '~/statistics/predictions';
import type { UseGap } from './group-gap';
import type { HeldGain } from './held-gain';
import type { VerdictWorking } from './team-evidence';
import { byRank, type Evidence, type TeamEvidence, weighEvidence } from './tiers';
import { weightOf } from './votes';

/*
 * What the evidence says, read from what app/practices/refresh.server.ts keeps. Pages ask through
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
function byChange(a: UseRow, b: UseRow): number {
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

function readPractices(which: SQL | undefined) {
  return db
    .select({ id: practices.id, name: practices.name, leadersSay: practiceDecisions.decision })
    .from(practices)
    .leftJoin(practiceDecisions, newestLeaderDecision)
    .where(which)
    .limit(2000);
}

function readUses(which: SQL | undefined) {
  return db
    .select({ ...ownOfUse, ...ofTeam })
    .from(practiceUses)
    .innerJoin(teams, eq(teams.id, practiceUses.teamId))
    .leftJoin(partners, eq(partners.id, teams.homePartnerId))
    .where(which);
}

type PracticeRow = Awaited<ReturnType<typeof readPractices>>[number];
type UseRow = Awaited<ReturnType<typeof readUses>>[number];

function weighed({ id, name, leadersSay }: PracticeRow, uses: readonly UseRow[]): PracticeEvidence {
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

/** A measure's verdict as it may be shown to this reader. */
export interface ShownVerdict extends Omit<VerdictWorking, 'concurrent' | 'gap'> {
  /** Between the group the team works for and the one that did best before; figures as shares, null where masked. */
  gap: ShownGap | null;
  measureId: string;
  measure: string;
  type: (typeof practiceVerdicts.$inferSelect)['type'];
  kind: (typeof measures.$inferSelect)['kind'];
  unit: string;
  ratePer: number;
  frequency: (typeof measures.$inferSelect)['frequency'];
  direction: (typeof measures.$inferSelect)['direction'];
  verdict: (typeof practiceVerdicts.$inferSelect)['verdict'];
  method: (typeof practiceVerdicts.$inferSelect)['method'];
  /** Other changes on the same measure among the points that are compared. */
  concurrent: { ideaId: string; idea: string; practiceId: string | null; changeDate: string }[];
  /** Some points stand for few people: the figures are not for this reader, the verdict is. */
  isMasked: boolean;
}

export interface ShownGap extends Pick<UseGap, 'focus' | 'reference' | 'word'> {
  figures: Pick<UseGap, 'before' | 'after' | 'low' | 'high' | 'phi'> | null;
}

export interface WorkedTeam extends EvidenceTeam {
  measures: ShownVerdict[];
}

export interface PracticeWorking extends PracticeEvidence {
  teams: WorkedTeam[];
}

/** One practice with its working: five queries. */
export async function practiceWithWorking(access: PracticeAccess): Promise<PracticeWorking | null> {
  const ofPractice = eq(practiceUses.practiceId, access.practiceId);
  const [rows, uses, verdicts, ideas, own] = await Promise.all([
    readPractices(and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId))),
    readUses(and(ofPractice, eq(practiceUses.communityId, access.communityId))),
    readVerdicts(access.practiceId),
    // Only the names of other changes are needed; which ones is known once the verdicts are read.
    db
      .select({ id: changeIdeas.id, name: changeIdeas.name, practiceId: changeIdeas.practiceId })
      .from(changeIdeas)
      .innerJoin(practiceUses, and(eq(practiceUses.teamId, changeIdeas.teamId), ofPractice)),
    db.select({ id: teamPeople.teamId }).from(teamPeople).where(eq(teamPeople.personId, access.person.id)),
  ]);
  const [row] = rows;
  if (!row) return null;
  const ownTeams = new Set(own.map(({ id }) => id));
  const names = new Map(ideas.map((idea) => [idea.id, idea]));
  const byTeam = group(verdicts, ({ teamId }) => teamId);
  const practice = weighed(row, uses.sort(byChange));
  return {
    ...practice,
    teams: practice.teams.map((team) => ({
      ...team,
      measures: (byTeam.get(team.team) ?? []).map(({ teamId, working, ...verdict }) => {
        const isOwn = ownTeams.has(teamId);
        const { concurrent, ...rest } = masked(access, isOwn, working as VerdictWorking);
        return {
          ...verdict,
          ...rest,
          concurrent: concurrent.map(({ ideaId, changeDate }) => ({
            ...{ ideaId, changeDate },
            idea: names.get(ideaId)?.name ?? '',
            practiceId: names.get(ideaId)?.practiceId ?? null,
          })),
        };
      }),
    })),
  };
}

function readVerdicts(practiceId: string) {
  return db
    .select({
      teamId: practiceVerdicts.teamId,
      measureId: practiceVerdicts.measureId,
      measure: measures.name,
      kind: measures.kind,
      unit: measures.unit,
      ratePer: measures.ratePer,
      frequency: measures.frequency,
      direction: measures.direction,
      type: practiceVerdicts.type,
      verdict: practiceVerdicts.verdict,
      method: practiceVerdicts.method,
      working: practiceVerdicts.working,
    })
    .from(practiceVerdicts)
    .innerJoin(measures, eq(measures.id, practiceVerdicts.measureId))
    .where(eq(practiceVerdicts.practiceId, practiceId))
    .orderBy(asc(practiceVerdicts.teamId), asc(measures.createdAt), asc(measures.id));
}

/** The figures of a team are for everyone but where they rest on few people: those are for who may edit them. */
function masked(
  { community, role }: CommunityAccess,
  isOwnTeam: boolean,
  working: VerdictWorking,
): Omit<VerdictWorking, 'gap'> & { gap: ShownGap | null; isMasked: boolean } {
  const { smallestOf, smallestGroupOf, gap } = working;
  const isOpen = may(role, 'write measures', isOwnTeam ? 'member' : null);
  const isMasked = !isOpen && isSmall(smallestOf, community.maskingThreshold);
  const hidesGroups = isMasked || (!isOpen && isSmall(smallestGroupOf, community.maskingThreshold));
  return {
    ...working,
    ...(isMasked ? { centre: null, difference: null, low: null, high: null, phi: null } : {}),
    groups: hidesGroups ? [] : working.groups,
    // That a gap widened is said all the same; how wide it is, is not.
    gap: gap === null ? null : shownGap(gap, hidesGroups),
    smallestOf: isOpen ? smallestOf : null,
    smallestGroupOf: isOpen ? smallestGroupOf : null,
    isMasked,
  };
}

function shownGap(
  { focus, reference, word, before, after, low, high, phi }: UseGap,
  isHidden: boolean,
): ShownGap {
  return { focus, reference, word, figures: isHidden ? null : { before, after, low, high, phi } };
}

export interface ShownGain {
  practiceId: string;
  practice: string;
  teamId: string;
  team: string;
  measureId: string;
  measure: string;
  adoptedOn: string;
  state: GainState;
  /** Useful points since, of twelve. */
  points: number;
  /** Slipping: the day of the point that completed the reverse signal. */
  since: string | null;
}

/** The gains of what was adopted, those that slip first: one query. `practiceId`: of one practice. */
export async function gainsOf(access: CommunityAccess, practiceId?: string): Promise<ShownGain[]> {
  const rows = await db
    .select({
      practiceId: practiceVerdicts.practiceId,
      practice: practices.name,
      teamId: practiceVerdicts.teamId,
      team: teams.name,
      measureId: practiceVerdicts.measureId,
      measure: measures.name,
      working: practiceVerdicts.working,
    })
    .from(practiceVerdicts)
    .innerJoin(practices, eq(practices.id, practiceVerdicts.practiceId))
    .innerJoin(teams, eq(teams.id, practiceVerdicts.teamId))
    .innerJoin(measures, eq(measures.id, practiceVerdicts.measureId))
    .where(
      and(
        eq(practices.communityId, access.communityId),
        isNull(practices.archivedAt),
        isNotNull(practiceVerdicts.gain),
        practiceId === undefined ? undefined : eq(practices.id, practiceId),
      ),
    )
    .orderBy(asc(practices.name), asc(teams.name), asc(measures.name));
  const order: Record<GainState, number> = { slipping: 0, watching: 1, held: 2 };
  return rows
    .map(({ working, ...row }) => ({ ...row, ...((working as VerdictWorking).gain as HeldGain) }))
    .sort((a, b) => order[a.state] - order[b.state]);
}

/** Whose predictions. */
export type Predictor = { teamId: string } | { practiceId: string } | 'community';

/** The newest so many count: what a team predicted years ago says little of it now. */
const newestPredictions = 500;

/** How good predictions were of which what happened is known and final; `last`: of the newest so many only. */
export async function calibrationOf(
  access: CommunityAccess,
  whose: Predictor,
  last = newestPredictions,
): Promise<PredictionRecord> {
  const by =
    whose === 'community'
      ? undefined
      : 'teamId' in whose
        ? eq(predictionScores.teamId, whose.teamId)
        : eq(predictionScores.practiceId, whose.practiceId);
  const rows = await db
    .select({
      isHit: predictionScores.isHit,
      error: predictionScores.error,
      overreach: predictionScores.overreach,
    })
    .from(predictionScores)
    .where(
      and(
        eq(predictionScores.communityId, access.communityId),
        lte(predictionScores.finalFrom, access.today),
        by,
      ),
    )
    .orderBy(sql`${predictionScores.finalFrom} desc`, sql`${predictionScores.cycleId} desc`)
    .limit(last);
  return { ...calibrate(rows), predictions: rows.length };
}
