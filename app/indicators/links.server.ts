import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { reachOfCycle } from '#db/cycle-reach';
import { cyclePredictions, cycles } from '#db/schema/cycles';
import { indicators, observations } from '#db/schema/indicators';
import { indicatorLinks, measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { LinkSign } from '#db/vocabulary';
import type { CommunityAccess, IndicatorAccess } from '~/access/gate.server';
import { isSmall } from '~/access/small-counts';
import { formatValue } from '~/charts/figures';
import { type IndicatorTrack, type LinkState, linkState, type MeasureSignal } from './link-state';
import { type Seen, seenCells } from './masking';
import type { Calendar } from './periods';
import { dimensionByGroup, dimensionsOf, figures, readerOf, rule } from './queries.server';
import { calendarOf, type Overall, readDimension, readOverall } from './reading';
import { gapHeadline } from './sentences';
import type { PracticeCycle } from './teams-at-work';
import type { ForWhom } from './unattended';
import { type WidestGap, widestGap } from './widest-gap';

/*
 * The chain between measures and indicators, both ways.
 *
 * Up, for a cycle's page: `linksOfMeasures(access, measureIds)` gives each measure's links with the indicator's latest
 * figure and gap in words. A link's state also needs the measure's signal, which is the measures room's to tell, so
 * the page joins the two:
 *
 *   const links = await linksOfMeasures(access, measureIds);                       // Map<measureId, MeasureLink[]>
 *   const { chart } = readMeasure(measure, points, cycles, ruleSet, calendar);     // measures room
 *   const signal = measureSignal(chart.reading.signals, chart.points.map((point) => point.date));   // link-state.ts
 *   const { state, sentence } = stateOf(link, signal, access.today);
 *
 * Down, for an indicator's page: the measures room lists the measures that feed it (`measuresFeeding`);
 * `practiceCycles(access)` adds the practices and cycles behind them.
 */

export interface MeasureLink {
  id: string;
  measureId: string;
  indicatorId: string;
  name: string;
  sign: LinkSign;
  /** In periods of the indicator. */
  lag: number;
  /** "77.5% in 2015–16"; "No figures yet". As this reader may see it. */
  latest: string;
  /** "Improved 7 points since 2011–12 …" */
  movement: string;
  /** "Gap narrowed: 15.5 points in 2011–12, 4.8 points in 2015–16. By Race and ethnicity: Black and White." */
  gap: string | null;
  /** Its change from baseline to latest for everyone, in its unit, and how many people the latest figure is about. */
  since: { label: string; change: number; of: number | null } | null;
  /** What the state is worked out from. */
  track: IndicatorTrack;
  calendar: Calendar;
}

/** The state of a link, once the measure's signal is known. */
export function stateOf(
  link: Pick<MeasureLink, 'track' | 'sign' | 'lag' | 'calendar'>,
  signal: MeasureSignal | null,
  today: string,
): LinkState {
  return linkState(signal, link.track, link, link.calendar, today);
}

/** The indicators that these measures feed, by measure id. A measure that feeds none has no entry. Three queries. */
export async function linksOfMeasures(
  access: CommunityAccess,
  measureIds: readonly string[],
): Promise<Map<string, MeasureLink[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: indicatorLinks.id,
      measureId: indicatorLinks.measureId,
      indicatorId: indicators.id,
      name: indicators.name,
      sign: indicatorLinks.sign,
      lag: indicatorLinks.lag,
      ...rule,
    })
    .from(indicatorLinks)
    .innerJoin(indicators, and(eq(indicators.id, indicatorLinks.indicatorId), isNull(indicators.archivedAt)))
    .where(
      and(inArray(indicatorLinks.measureId, [...measureIds]), eq(indicators.communityId, access.communityId)),
    )
    .orderBy(asc(indicators.name));
  const ids = [...new Set(rows.map((row) => row.indicatorId))];
  if (ids.length === 0) return new Map();
  const [dimensions, observed] = await Promise.all([
    dimensionsOf(access),
    db
      .select({ indicatorId: observations.indicatorId, ...figures })
      .from(observations)
      .where(inArray(observations.indicatorId, ids))
      .orderBy(asc(observations.periodStart)),
  ]);
  const groups = dimensionByGroup(dimensions);
  const links = new Map<string, MeasureLink[]>();
  for (const row of rows) {
    const own = observed.filter((one) => one.indicatorId === row.indicatorId);
    const seen = seenCells(own, groups, row, readerOf(access));
    const link = { ...inWords(row, seen, dimensions, access.community.schoolYearFirstMonth) };
    const { id, measureId, indicatorId, name, sign, lag } = row;
    links.set(measureId, [
      ...(links.get(measureId) ?? []),
      { id, measureId, indicatorId, name, sign, lag, ...link },
    ]);
  }
  return links;
}

function inWords(
  row: Parameters<typeof readOverall>[0],
  seen: Seen,
  dimensions: Awaited<ReturnType<typeof dimensionsOf>>,
  firstMonth: number,
) {
  const overall = readOverall(row, seen.cells, firstMonth);
  const readings = dimensions.map((dimension) => readDimension(dimension, row, seen, overall));
  const widest = widestGap(readings, row, overall);
  const { latest, baseline } = overall;
  const cell = latest && overall.all.cells[latest.index];
  return {
    since:
      latest && baseline && latest.index > baseline.index
        ? { label: baseline.label, change: latest.value - baseline.value, of: cell?.of ?? null }
        : null,
    latest: latest ? `${formatValue(latest.value, overall.unit)} in ${latest.label}` : 'No figures yet',
    movement: overall.sentence,
    gap: widest && gapInWords(widest, overall),
    track: {
      unit: row.unit,
      ratePer: row.ratePer,
      direction: row.direction,
      periods: overall.periods,
      cells: overall.all.cells,
      revisions: row.revisions,
    },
    calendar: calendarOf(row, firstMonth),
  };
}

function gapInWords({ reading, gap }: WidestGap, { labels, unit }: Overall): string | null {
  if (!gap.since) return null;
  return `${gapHeadline(gap.since, labels, unit)}. ${reading.name}: ${gap.focus.name} and ${gap.reference.name}.`;
}

/**
 * The cycles that test a practice, of every team with a measure that feeds the indicator: also those that target other
 * measures, because a practice began on the first day of Do of a team's first cycle of it.
 */
export async function practiceCycles(access: IndicatorAccess): Promise<PracticeCycle[]> {
  const teamsBehind = db
    .select({ id: measures.teamId })
    .from(indicatorLinks)
    .innerJoin(measures, and(eq(measures.id, indicatorLinks.measureId), isNull(measures.archivedAt)))
    .where(eq(indicatorLinks.indicatorId, access.indicatorId));
  const rows = await db
    .select({
      teamId: cycles.teamId,
      cycleId: cycles.id,
      number: cycles.number,
      doStartedOn: cycles.doStartedOn,
      reached: reachOfCycle,
      practiceId: practices.id,
      practice: practices.name,
    })
    .from(cycles)
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .innerJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .where(
      and(
        inArray(cycles.teamId, teamsBehind),
        eq(cycles.communityId, access.communityId),
        isNull(cycles.archivedAt),
      ),
    )
    .orderBy(asc(practices.name), asc(cycles.number));
  const { maskingThreshold } = access.community;
  return rows.map(({ reached, ...row }) => {
    const reach = row.doStartedOn === null ? null : reached;
    // Of a few people nothing is said to anybody: a share of so few moves no community.
    return { ...row, reach: reach === null || isSmall(reach, maskingThreshold) ? null : reach };
  });
}

/** For whom the teams say they work whose measures feed the indicator: of each aim, and of each test of those measures. */
export async function forWhom(access: IndicatorAccess): Promise<ForWhom[]> {
  const rows = await db
    .selectDistinct({ aim: teams.aimForWhom, test: cycles.focusGroup })
    .from(indicatorLinks)
    .innerJoin(measures, and(eq(measures.id, indicatorLinks.measureId), isNull(measures.archivedAt)))
    .innerJoin(teams, and(eq(teams.id, measures.teamId), isNull(teams.archivedAt)))
    .leftJoin(cyclePredictions, eq(cyclePredictions.measureId, measures.id))
    .leftJoin(cycles, and(eq(cycles.id, cyclePredictions.cycleId), isNull(cycles.archivedAt)))
    .where(
      and(eq(indicatorLinks.indicatorId, access.indicatorId), eq(measures.communityId, access.communityId)),
    );
  return [...new Set(rows.flatMap(({ aim, test }) => [aim, test ?? '']))]
    .filter((words) => words !== '')
    .map((words) => ({ words }));
}
