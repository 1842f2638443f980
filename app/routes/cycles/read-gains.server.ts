import type { TeamAccess } from '~/access/gate.server';
import type { Verdict } from '~/charts/mark';
import type { GainSince } from '~/cycles/act-section';
import type { CycleInBrief, CycleInFull } from '~/cycles/queries.server';
import { measuresOfTeam, seriesOfMeasures } from '~/measures/queries.server';
import { shownValue } from '~/measures/series';
import { gainWords, type HeldGain, watchGain } from '~/practices/held-gain';

const verdictOf: Record<HeldGain['state'], Verdict> = {
  held: 'better',
  watching: 'early',
  slipping: 'worse',
};

/** Whether what an adopted cycle gained is still there, by the measures it predicted: for a team's own eyes and numbers. */
export async function readGains(
  team: TeamAccess,
  cycle: CycleInFull,
  cycles: readonly CycleInBrief[],
): Promise<GainSince[]> {
  const { decision, decidedOn, ideaId, predictions } = cycle;
  if ((decision !== 'adopt' && decision !== 'implement') || !decidedOn || predictions.length === 0) return [];
  const ids = predictions.map(({ measureId }) => measureId);
  const [measures, series] = await Promise.all([measuresOfTeam(team), seriesOfMeasures(team, ids)]);
  const changeDate =
    cycles
      .filter((one) => one.ideaId === ideaId)
      .flatMap(({ doStartedOn }) => doStartedOn ?? [])
      .sort()[0] ?? null;
  return measures
    .filter(({ id }) => ids.includes(id))
    .flatMap((measure) => {
      const points = (series.get(measure.id) ?? []).map((point) => ({
        date: point.periodStart,
        value: shownValue(measure, point),
        isGhosted: point.ghostedAt !== null,
      }));
      const gain = watchGain({ ...measure, rebasedOn: measure.phaseStarts, points }, changeDate, decidedOn);
      if (!gain) return [];
      return {
        measureId: measure.id,
        measure: measure.name,
        verdict: verdictOf[gain.state],
        words: gainWords(gain),
      };
    });
}
