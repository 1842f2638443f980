import type { Feeder, TeamAtWork } from './feeders';

export interface FeederOfTeam extends Feeder {
  teamId: string;
  team: string;
  /** The cycles that target the measure. */
  cycleIds: string[];
}

export interface PracticeBehind {
  measureId: string;
  practiceId: string;
  practice: string;
  cycles: number;
}

/** Measures and practices under the teams they belong to, in the order given. */
export function teamsAtWork(
  feeders: readonly FeederOfTeam[],
  practices: readonly PracticeBehind[],
): TeamAtWork[] {
  const teams = new Map<string, TeamAtWork & { cycleIds: Set<string> }>();
  for (const { teamId, team, cycleIds, ...measure } of feeders) {
    const entry = teams.get(teamId) ?? {
      teamId,
      team,
      cycles: 0,
      measures: [],
      practices: [],
      cycleIds: new Set(),
    };
    entry.measures.push(measure);
    for (const id of cycleIds) entry.cycleIds.add(id);
    teams.set(teamId, entry);
  }
  return [...teams.values()].map(({ cycleIds, ...team }) => ({
    ...team,
    cycles: cycleIds.size,
    practices: practicesOf(team, practices),
  }));
}

function practicesOf(
  { measures }: TeamAtWork,
  practices: readonly PracticeBehind[],
): TeamAtWork['practices'] {
  const byId = new Map<string, TeamAtWork['practices'][number]>();
  for (const { measureId, practiceId, practice, cycles } of practices) {
    if (!measures.some((measure) => measure.measureId === measureId)) continue;
    // A cycle may target several of the measures: the largest count is the least that is true.
    const before = byId.get(practiceId)?.cycles ?? 0;
    byId.set(practiceId, { practiceId, practice, cycles: Math.max(before, cycles) });
  }
  return [...byId.values()];
}
