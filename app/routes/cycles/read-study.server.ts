import type { TeamAccess } from '~/access/gate.server';
import type { RunChartData } from '~/charts/run-chart-data';
import type { CycleInFull } from '~/cycles/queries.server';
import type { StudiedChart, StudiedPrediction } from '~/cycles/study-section';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { cyclesForChart, measuresOfTeam, seriesOfMeasures } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { unitOf } from '~/measures/series';
import { paths } from '~/paths';
import { happenedTo } from './what-happened';

/** A studied chart before it is drawn. */
export interface ReadChart extends Omit<StudiedChart, 'drawing'> {
  chart: RunChartData;
}

/** What the team's measures say of a cycle's predictions: the value of each, and the chart it was read from. */
export async function readStudy(
  team: TeamAccess,
  cycle: CycleInFull,
): Promise<{ predictions: StudiedPrediction[]; charts: ReadChart[] }> {
  const ids = cycle.predictions.map((prediction) => prediction.measureId);
  if (ids.length === 0) return { predictions: [], charts: [] };
  const [measures, series, cycles, events] = await Promise.all([
    measuresOfTeam(team),
    seriesOfMeasures(team, ids),
    cyclesForChart(team),
    eventsForCharts(team),
  ]);
  const readings = measures
    .filter((measure) => ids.includes(measure.id))
    .map((measure) => {
      const points = series.get(measure.id) ?? [];
      const options = { events: chartEvents(events, measure.id) };
      const { ruleSet } = team.community;
      return { measure, ...readMeasure(measure, points, cycles, ruleSet, team.community, options) };
    });
  const predictions = cycle.predictions.map((prediction) => {
    const { expected, low, high } = prediction;
    const points = series.get(prediction.measureId) ?? [];
    const happened = happenedTo(prediction, points, cycle.doStartedOn, team.community, team.today);
    const said = [expected, low, high, ...(happened.state === 'not yet' ? [] : [happened.value])];
    const unit = unitOf(prediction, said);
    // "80%", not "80.0%", where no number has decimals.
    return { ...prediction, happened, unit: said.every(Number.isInteger) ? { ...unit, decimals: 0 } : unit };
  });
  const charts = readings
    .filter((reading) => reading.latest !== null)
    .map(({ measure, chart, words, ruleSet }) => ({
      measureId: measure.id,
      name: measure.name,
      href: paths.measure(team.teamId, measure.id),
      verdict: words.verdict,
      sentence: chart.sentence,
      chart,
      ruleSet,
    }));
  return { predictions, charts };
}
