import type { CommunityAccess } from '~/access/gate.server';
import { type MeasureEvidence, type Suggestion, suggestedScore } from '~/coaching/score';
import { factsOfTeams } from '~/coaching/scores.server';
import { shownValue } from '~/measures/series';
import { charterMissing } from '~/teams/charter';
import { chartersOfTeams } from '~/teams/charter.server';
import { improvementOf, type ReadOfTeam, readTeams } from './read-signals.server';

/**
 * What the program suggests of each team, with its evidence; from what this reader may see of its numbers. A fixed number
 * of queries, however many teams. `read`: where the measures were read already.
 */
export async function readSuggestions(
  access: CommunityAccess,
  teamIds: readonly string[],
  read?: readonly ReadOfTeam[],
): Promise<Map<string, Suggestion>> {
  const [facts, charters, measures] = await Promise.all([
    factsOfTeams(access, teamIds),
    chartersOfTeams(access, teamIds),
    read ?? readTeams(access, teamIds),
  ]);
  return new Map(
    facts.map((team) => {
      const own = measures.filter(({ teamId }) => teamId === team.id);
      const evidence = {
        charterMissing: charterMissing(charters.get(team.id) ?? []),
        meetings: team.meetings,
        measures: own.map((one) => evidenceOf(one, team.firstDo)),
        cycles: team.cycles,
      };
      return [team.id, suggestedScore(evidence)];
    }),
  );
}

/** Before the change is until the day a person chose for the baseline, else until the team's first Do. */
function evidenceOf(one: ReadOfTeam, firstDo: string | null): MeasureEvidence {
  const { measure, points, words } = one;
  const values = points.flatMap((point) => {
    const value = point.ghostedAt === null ? shownValue(measure, point) : null;
    return value === null ? [] : [{ date: point.periodStart, value }];
  });
  const through = measure.baselineThrough;
  const isBefore = ({ date }: { date: string }) =>
    through !== null ? date <= through : firstDo === null || date < firstDo;
  return {
    name: measure.name,
    type: measure.type,
    goal: measure.goal,
    higherIsBetter: measure.direction !== 'lower',
    hasChosenBaseline: through !== null,
    before: values.filter(isBefore).map(({ value }) => value),
    since: values.filter((value) => !isBefore(value)),
    improvedSince: improvementOf(one)?.since ?? null,
    isWorse: words.verdict === 'worse',
  };
}
