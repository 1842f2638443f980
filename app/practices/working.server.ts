import { group } from 'd3-array';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { practiceUses, practiceVerdicts } from '#db/schema/evidence';
import { measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teamPeople } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { may } from '~/access/policy';
import { isSmall } from '~/access/small-counts';
import {
  byChange,
  type EvidenceTeam,
  type PracticeEvidence,
  readPractices,
  readUses,
  weighed,
} from './evidence.server';
import type { UseGap } from './group-gap';
import type { VerdictWorking } from './team-evidence';

/* One practice with the working behind its votes, as this reader may see it. */

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
