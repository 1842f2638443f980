import type { IndicatorAccess } from '~/access/gate.server';
import { isFigure } from '~/indicators/cells';
import { measureSignal } from '~/indicators/link-state';
import { forWhom, practiceCycles, stateOf } from '~/indicators/links.server';
import type { IndicatorPage } from '~/indicators/show.server';
import { type FeederOfTeam, teamsAtWork } from '~/indicators/teams-at-work';
import { unattendedGaps } from '~/indicators/unattended';
import { usesSaid } from '~/indicators/uses-said';
import { cyclesOfTeams, measuresFeeding, seriesOfMeasures } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { evidenceOfPractices } from '../practices/read-evidence.server';

/** The way back down from an indicator, put together from the measures room and this one; and the gaps nobody works on. */
export async function readWork(access: IndicatorAccess, page: IndicatorPage) {
  const { overall, calendar, indicator, dimensions } = page;
  const measures = await measuresFeeding(access, access.indicatorId);
  const teamIds = [...new Set(measures.map((measure) => measure.teamId))];
  const [series, cycles, tests, work, evidence] = await Promise.all([
    seriesOfMeasures(
      access,
      measures.map((measure) => measure.id),
    ),
    cyclesOfTeams(access, teamIds),
    practiceCycles(access),
    forWhom(access),
    measures.length > 0 ? evidenceOfPractices(access) : [],
  ]);
  const track = { ...indicator, periods: overall.periods, cells: overall.all.cells };
  const { community } = access;
  const feeders = measures.map((measure): FeederOfTeam => {
    const own = cycles.filter((cycle) => cycle.teamId === measure.teamId);
    const { chart, words, ...reading } = readMeasure(
      measure,
      series.get(measure.id) ?? [],
      own,
      community.ruleSet,
      community,
    );
    const dates = chart.points.map((point) => point.date);
    const signal = measureSignal(chart.reading.signals, dates);
    return {
      teamId: measure.teamId,
      team: measure.team,
      measureId: measure.id,
      name: measure.name,
      direction: measure.direction,
      values: chart.points.map((point) => (point.ghosted ? null : point.value)).slice(-24),
      verdict: words.verdict,
      words: [words.word, words.text].filter(Boolean).join('. '),
      sign: measure.sign,
      lag: measure.lag,
      link: stateOf({ track, calendar, sign: measure.sign, lag: measure.lag }, signal, access.today),
      type: measure.type,
      kind: measure.kind,
      phaseStarts: measure.phaseStarts,
      shares: chart.points.flatMap(({ date, value, numerator, denominator, ghosted }) =>
        ghosted || value === null || numerator == null || !denominator || numerator > denominator
          ? []
          : [{ date, share: { count: numerator, of: denominator } }],
      ),
      cycleIds: reading.cycles.map((cycle) => cycle.id),
    };
  });
  const newest = overall.latest ? overall.all.cells[overall.latest.index] : null;
  const { unit, direction } = indicator;
  const stopped = new Set(evidence.flatMap((one) => (one.evidence.tier === 'Stopped' ? [one.id] : [])));
  const inUse = tests.filter(({ practiceId }) => !stopped.has(practiceId));
  return {
    teams: teamsAtWork(feeders, inUse, {
      eligible: isFigure(newest) ? newest.of : null,
      indicator: { unit, direction, change: overall.movement.change },
      uses: new Map(evidence.map(({ id, teams }) => [id, usesSaid(teams.map(({ vote }) => vote))])),
    }),
    unattended: unattendedGaps(dimensions, overall, direction, work),
  };
}
