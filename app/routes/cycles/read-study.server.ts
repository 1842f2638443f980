import type { TeamAccess } from '~/access/gate.server';
import { whatHappened } from '~/cycles/predictions';
import type { CycleInFull } from '~/cycles/queries.server';
import type { StudiedChart, StudiedPrediction } from '~/cycles/study-section';
import { cyclesForChart, measuresOfTeam, seriesOfMeasures } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { unitOf } from '~/measures/series';
import { paths } from '~/paths';

/** What the team's measures say of a cycle's predictions: the value of each, and the chart it was read from. */
export async function readStudy(
  team: TeamAccess,
  cycle: CycleInFull,
): Promise<{ predictions: StudiedPrediction[]; charts: StudiedChart[] }> {
  const ids = cycle.predictions.map((prediction) => prediction.measureId);
  if (ids.length === 0) return { predictions: [], charts: [] };
  const [measures, series, cycles] = await Promise.all([
    measuresOfTeam(team),
    seriesOfMeasures(team, ids),
    cyclesForChart(team),
  ]);
  const readings = measures
    .filter((measure) => ids.includes(measure.id))
    .map((measure) => {
      const points = series.get(measure.id) ?? [];
      return { measure, ...readMeasure(measure, points, cycles, team.community.ruleSet, team.community) };
    });
  const predictions = cycle.predictions.map((prediction) => {
    const points = readings.find(({ measure }) => measure.id === prediction.measureId)?.chart.points ?? [];
    const happened = whatHappened(prediction, points, cycle.doStartedOn, team.today);
    const { expected, low, high } = prediction;
    const said = [expected, low, high, ...(happened.state === 'not yet' ? [] : [happened.value])];
    const unit = unitOf(prediction, said);
    // "80%", not "80.0%", where no number has decimals.
    return { ...prediction, happened, unit: said.every(Number.isInteger) ? { ...unit, decimals: 0 } : unit };
  });
  const charts = readings
    .filter((reading) => reading.latest !== null)
    .map(({ measure, chart, words }) => ({
      measureId: measure.id,
      name: measure.name,
      href: paths.measure(team.teamId, measure.id),
      verdict: words.verdict,
      sentence: chart.sentence,
      chart,
    }));
  return { predictions, charts };
}
