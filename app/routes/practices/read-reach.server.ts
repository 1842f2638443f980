import type { PracticeAccess } from '~/access/gate.server';
import { isSmall } from '~/access/small-counts';
import { ceilingOfTeam, type LinkedMeasure } from '~/indicators/ceiling';
import type { MeasureLink } from '~/indicators/links.server';
import { type SeriesPoint, shownValue } from '~/measures/series';
import type { TeamReach } from '~/practices/contexts.server';
import type { DetailReach } from '~/practices/practice-detail';
import type { ShownVerdict, WorkedTeam } from '~/practices/working.server';

type Linked = ReadonlyMap<string, readonly MeasureLink[]>;
type Series = ReadonlyMap<string, readonly SeriesPoint[]>;

/** Whom a practice reached, and the most that each team's use of it can have moved the indicators its measures feed. */
export function reachOf(
  { community: { maskingThreshold } }: Pick<PracticeAccess, 'community'>,
  reaches: readonly TeamReach[],
  teams: readonly WorkedTeam[],
  series: Series,
  links: Linked,
): DetailReach | null {
  const [largest] = reaches;
  if (!largest) return null;
  const by = `by ${largest.team} in Cycle ${largest.number}`;
  if (isSmall(largest.reached, maskingThreshold)) {
    return {
      sentence: `The largest test reached fewer than ${maskingThreshold} people, ${by}.`,
      ceilings: [],
    };
  }
  const told = reaches.filter(({ reached }) => !isSmall(reached, maskingThreshold));
  return {
    sentence: `The largest test reached ${people(largest.reached)}, ${by}. Tests are not added up: they may have reached the same people. Where nobody counted, the planned number stands.`,
    ceilings: told.flatMap((reach) => {
      const team = teams.find((one) => one.team === reach.teamId);
      return team ? ceilingsOf(team, reach.reached, series, links) : [];
    }),
  };
}

const people = (count: number) => `${count.toLocaleString('en-US')} people`;

/** One sentence for each indicator that the team's measures feed and of which a ceiling can be said. */
function ceilingsOf(team: WorkedTeam, reach: number, series: Series, links: Linked): string[] {
  const feeding = team.measures.flatMap((measure) =>
    (links.get(measure.measureId) ?? []).map((link) => ({ measure, link })),
  );
  const indicators = new Map(feeding.map(({ link }) => [link.indicatorId, link]));
  return [...indicators.values()].flatMap(({ indicatorId, name, since, track }) => {
    if (since === null) return [];
    const ceiling = ceilingOfTeam({
      began: team.changeOn,
      reach,
      eligible: since.of,
      indicator: { unit: track.unit, direction: track.direction, change: since.change },
      measures: feeding
        .filter(({ link }) => link.indicatorId === indicatorId)
        .map(({ measure, link }) => asLinked(measure, link, series.get(measure.measureId) ?? [])),
    });
    if (ceiling === null) return [];
    const effect = ceiling.effect.toFixed(1);
    const worked =
      effect === '0.0'
        ? 'Its measure did not move the good way.'
        : `${people(Math.min(reach, since.of ?? reach))} of ${(since.of ?? 0).toLocaleString('en-US')}, times at most ${effect} points.`;
    return `“${name}” since ${since.label}, ${team.name}: ${ceiling.sentence} ${worked}`;
  });
}

function asLinked(
  measure: ShownVerdict,
  { sign }: MeasureLink,
  points: readonly SeriesPoint[],
): LinkedMeasure {
  const { type, kind, rebasedOn } = measure;
  return {
    type,
    kind,
    sign,
    phaseStarts: rebasedOn === null ? [] : [rebasedOn],
    shares: points.flatMap((point) => {
      const { periodStart: date, numerator: count, denominator: of, ghostedAt } = point;
      const takesPart = ghostedAt === null && shownValue(measure, point) !== null;
      return takesPart && count !== null && of && count <= of ? [{ date, share: { count, of } }] : [];
    }),
  };
}
