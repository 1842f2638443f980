import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { folded } from '#db/folded';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { indicators, outcomes } from '#db/schema/indicators';
import { indicatorLinks, measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas, drivers, ideaDrivers } from '#db/schema/theories';
import { findAlike } from '#db/search.server';
import type { TeamAccess } from '~/access/gate.server';
import { type TriedTeam, triedByTeam, triedSentence } from './tried';

/** What was tried before that is much like a sentence. */
export interface Tried {
  /** What it was asked about. */
  about: string;
  sentence: string;
  teams: TriedTeam[];
  /** Practices of the library that say the same. */
  practices: { id: string; name: string }[];
  /** Cycles of other ideas that wrote about it. */
  learnings: { id: string; number: number; teamId: string; team: string; idea: string; words: string }[];
}

const most = { alike: 60, teams: 6, practices: 3, learnings: 3 };

/**
 * What teams of the community tried before, that is much like `about`: ideas with its words, and ideas of the same
 * practice. `exceptIdeaId` is the idea it is asked for.
 */
export async function findTried(access: TeamAccess, about: string, exceptIdeaId?: string): Promise<Tried> {
  const alike = await findAlike(access.communityId, about, most.alike);
  const idsOf = (kind: string, isNamedSo = false) =>
    alike.filter((one) => one.kind === kind && (one.isNamedSo || !isNamedSo)).map((one) => one.id);
  // What only speaks of it was not a test of it.
  const [ideaIds, practiceIds] = [idsOf('idea', true), idsOf('practice', true)];
  const words = new Map(alike.map((one) => [one.id, one.words]));
  const ideas = await ideasLike(access, ideaIds, practiceIds, exceptIdeaId);
  const found = ideas.map((idea) => idea.id);
  const [cyclesFound, shared, named, learnings] = await Promise.all([
    cyclesOf(found),
    sharedWith(access, ideas),
    practicesNamed(idsOf('practice')),
    learningsOf(access, idsOf('cycle'), found, exceptIdeaId),
  ]);
  const tested = triedByTeam(
    ideas.map((idea) => ({
      ...idea,
      words: words.get(idea.id) ?? 0,
      sharedDriver: shared.driver(idea.id),
      sharedOutcome: shared.outcome(idea.teamId),
    })),
    cyclesFound,
    access.teamId,
  );
  return {
    about,
    sentence: triedSentence(tested),
    teams: tested.slice(0, most.teams),
    practices: named,
    learnings,
  };
}

async function ideasLike(
  access: TeamAccess,
  ideaIds: string[],
  practiceIds: string[],
  exceptIdeaId: string | undefined,
) {
  if (ideaIds.length + practiceIds.length === 0) return [];
  const sameIdeas = inArray(changeIdeas.id, ideaIds);
  const theirPractices = db
    .select({ id: changeIdeas.practiceId })
    .from(changeIdeas)
    .where(and(sameIdeas, isNotNull(changeIdeas.practiceId)));
  const rows = await db
    .select({ id: changeIdeas.id, name: changeIdeas.name, teamId: teams.id, team: teams.name })
    .from(changeIdeas)
    .innerJoin(teams, eq(teams.id, changeIdeas.teamId))
    .where(
      and(
        eq(changeIdeas.communityId, access.communityId),
        or(
          sameIdeas,
          inArray(changeIdeas.practiceId, practiceIds),
          inArray(changeIdeas.practiceId, theirPractices),
        ),
      ),
    )
    .limit(200);
  return rows.filter((idea) => idea.id !== exceptIdeaId);
}

async function cyclesOf(ideaIds: string[]) {
  if (ideaIds.length === 0) return [];
  return db
    .select({
      id: cycles.id,
      number: cycles.number,
      ideaId: cycles.ideaId,
      startsOn: cycles.startsOn,
      learned: cycles.learned,
      decision: cycleDecisions.decision,
      reason: cycleDecisions.reason,
    })
    .from(cycles)
    .leftJoin(cycleDecisions, newestDecision)
    .where(and(inArray(cycles.ideaId, ideaIds), isNull(cycles.archivedAt)))
    .limit(500);
}

/** Which drivers and outcomes these ideas share with the team that asks. */
async function sharedWith(access: TeamAccess, ideas: { id: string; teamId: string }[]) {
  if (ideas.length === 0) return { driver: () => null, outcome: () => null };
  const [driverRows, outcomeRows] = await Promise.all([
    db
      .select({ ideaId: ideaDrivers.ideaId, name: drivers.name })
      .from(ideaDrivers)
      .innerJoin(drivers, and(eq(drivers.id, ideaDrivers.driverId), isNull(drivers.archivedAt)))
      .where(
        and(
          inArray(
            ideaDrivers.ideaId,
            ideas.map((idea) => idea.id),
          ),
          sql`${folded(drivers.name)} in (
            select folded(d.name) from drivers d where d.team_id = ${access.teamId} and d.archived_at is null)`,
        ),
      ),
    db
      .selectDistinct({ teamId: measures.teamId, outcomeId: outcomes.id, name: outcomes.name })
      .from(measures)
      .innerJoin(indicatorLinks, eq(indicatorLinks.measureId, measures.id))
      .innerJoin(indicators, eq(indicators.id, indicatorLinks.indicatorId))
      .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
      .where(inArray(measures.teamId, [access.teamId, ...new Set(ideas.map((idea) => idea.teamId))])),
  ]);
  const ours = new Set(outcomeRows.filter((row) => row.teamId === access.teamId).map((row) => row.outcomeId));
  const drive = new Map(driverRows.map((row) => [row.ideaId, row.name]));
  const lead = new Map(
    outcomeRows.filter((row) => ours.has(row.outcomeId)).map((row) => [row.teamId, row.name]),
  );
  return {
    driver: (ideaId: string) => drive.get(ideaId) ?? null,
    outcome: (teamId: string) => (teamId === access.teamId ? null : (lead.get(teamId) ?? null)),
  };
}

async function practicesNamed(ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: practices.id, name: practices.name })
    .from(practices)
    .where(and(inArray(practices.id, ids), isNull(practices.archivedAt)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).slice(0, most.practices);
}

/** What cycles of other ideas learned or decided, where they wrote about it. */
async function learningsOf(
  access: TeamAccess,
  cycleIds: string[],
  ideaIds: string[],
  exceptIdeaId: string | undefined,
) {
  if (cycleIds.length === 0) return [];
  const rows = await db
    .select({
      id: cycles.id,
      number: cycles.number,
      ideaId: cycles.ideaId,
      teamId: teams.id,
      team: teams.name,
      idea: changeIdeas.name,
      learned: cycles.learned,
      reason: cycleDecisions.reason,
    })
    .from(cycles)
    .innerJoin(teams, eq(teams.id, cycles.teamId))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(
      and(
        inArray(cycles.id, cycleIds),
        eq(cycles.communityId, access.communityId),
        isNull(cycles.archivedAt),
      ),
    );
  const others = new Set([...ideaIds, exceptIdeaId]);
  return cycleIds
    .flatMap((id) => rows.find((row) => row.id === id) ?? [])
    .filter((row) => !others.has(row.ideaId))
    .map(({ id, number, teamId, team, idea, learned, reason }) => {
      return { id, number, teamId, team, idea, words: learned || (reason ?? '') };
    })
    .filter((row) => row.words !== '')
    .slice(0, most.learnings);
}
