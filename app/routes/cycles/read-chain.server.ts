import type { TeamAccess } from '~/access/gate.server';
import type { ChainMeasure } from '~/cycles/chain';
import type { StudiedPrediction } from '~/cycles/study-section';
import { linkStateWords, measureSignal } from '~/indicators/link-state';
import { linksOfMeasures, stateOf } from '~/indicators/links.server';
import type { ReadChart } from './read-study.server';

/** From the measures a cycle predicted to the indicators they feed and the gaps behind those, with what each link says. */
export async function readChain(
  team: TeamAccess,
  predictions: StudiedPrediction[],
  charts: ReadChart[],
): Promise<ChainMeasure[]> {
  const links = await linksOfMeasures(
    team,
    predictions.map((prediction) => prediction.measureId),
  );
  return predictions.map(({ measureId, measure }) => {
    const read = charts.find((one) => one.measureId === measureId);
    const dates = read?.chart.points.map((point) => point.date) ?? [];
    const signal = read ? measureSignal(read.chart.reading.signals, dates) : null;
    return {
      id: measureId,
      name: measure,
      signal: read?.sentence ?? 'No numbers yet',
      verdict: read?.verdict ?? 'early',
      feeds: (links.get(measureId) ?? []).map((link) => {
        const { state, sentence } = stateOf(link, signal, team.today);
        return {
          indicatorId: link.indicatorId,
          name: link.name,
          latest: link.latest,
          link: `${linkStateWords[state]}. ${sentence}`,
          gap: link.gap,
        };
      }),
    };
  });
}
