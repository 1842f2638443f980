import type { CommunityAccess } from '~/access/gate.server';
import type { RunChartData } from '~/charts/run-chart-data';
import { centreOf, headOf, isRun, signalText, together } from '~/charts/signal-words';
import type { ReadingInWords } from '~/charts/words';
import type { SeenSignal } from '~/coaching/queue-lines';
import type { Measure } from '~/measures/measure';
import { cyclesOfTeams, measuresOfTeams, seriesOfMeasures } from '~/measures/queries.server';
import { readMeasure, type TestedCycle } from '~/measures/reading';
import type { SeriesPoint } from '~/measures/series';

/** A measure of a team with what its numbers say. */
export interface ReadOfTeam {
  teamId: string;
  measure: Measure;
  points: readonly SeriesPoint[];
  chart: RunChartData;
  words: ReadingInWords;
}

/** The measures of these teams as their charts read them: six queries, however many teams, measures and points. */
export async function readTeams(access: CommunityAccess, teamIds: readonly string[]): Promise<ReadOfTeam[]> {
  const measures = await measuresOfTeams(access, teamIds);
  const ids = measures.map(({ id }) => id);
  const [series, tested] = await Promise.all([seriesOfMeasures(access, ids), cyclesOfTeams(access, teamIds)]);
  const cyclesOf = new Map<string, TestedCycle[]>(teamIds.map((id) => [id, []]));
  for (const cycle of tested) cyclesOf.get(cycle.teamId)?.push(cycle);
  const { community } = access;
  return measures.map(({ teamId, ...measure }) => {
    const points = series.get(measure.id) ?? [];
    const own = cyclesOf.get(teamId) ?? [];
    const { chart, words } = readMeasure(measure, points, own, community.ruleSet, community);
    return { teamId, measure, points, chart, words };
  });
}

/** The run that a chart is headed by, where it is an improvement that goes on. */
export function improvementOf({ chart }: Pick<ReadOfTeam, 'chart'>) {
  const newest = chart.reading.phases.length - 1;
  const head = headOf(together(chart.reading.signals).filter(({ phase }) => phase >= newest));
  const first = head && chart.points[head.points[0] ?? -1];
  if (!head || !first || !isRun(head) || head.verdict !== 'better') return null;
  const known = chart.points[head.completedAt] ?? first;
  return {
    since: first.date,
    knownOn: known.date,
    text: signalText(head, chart.reading, chart.points, centreOf(chart)),
  };
}

/** What there is to celebrate in these teams. */
export function signalsOf(read: readonly ReadOfTeam[], teamNames: ReadonlyMap<string, string>): SeenSignal[] {
  return read.flatMap((one) => {
    const { teamId, measure } = one;
    const found = improvementOf(one);
    if (!found || measure.type === 'balancing') return [];
    return [
      {
        ...{ teamId, team: teamNames.get(teamId) ?? '', measureId: measure.id, measure: measure.name },
        ...{ isOutcome: measure.type === 'outcome', ...found },
      },
    ];
  });
}
