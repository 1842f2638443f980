import type { TeamSight } from '~/access/gate.server';
import type { RunChartData } from '~/charts/run-chart-data';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import type { ChartSheet } from '~/exports/chart-svg.server';
import { askedChart } from '~/measures/asked-chart';
import { askedDays } from '~/measures/asked-days';
import { chartFooter } from '~/measures/chart-footer';
import { cyclesForChart, findMeasure, readGroups } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import type { SeriesPoint } from '~/measures/series';
import { onSharedChart } from '~/measures/shared-chart-data';

/**
 * A chart as its page shows it at this address (?chart, ?from and ?to), to be taken out: put together from the measures
 * room and the events room. What the one who asks may not see is hidden in its numbers already.
 */
export async function readChart(team: TeamSight, measureId: string | undefined, search: URLSearchParams) {
  const measure = await findMeasure(team, measureId);
  const [groups, cycles, events] = await Promise.all([
    readGroups(team, measure.id),
    cyclesForChart(team),
    eventsForCharts(team),
  ]);
  const points: SeriesPoint[] = groups.get('') ?? [];
  const { window } = askedDays(search, points, team.today);
  const isShared = team.person === null;
  const reading = readMeasure(measure, points, cycles, team.community.ruleSet, team.community, {
    chart: askedChart(search),
    events: chartEvents(events, measure.id),
  });
  const whole: RunChartData = isShared ? onSharedChart(reading.chart) : reading.chart;
  const chart = window ? { ...whole, window } : whole;
  const footer = chartFooter(measure, reading, {
    window,
    from: [team.teamName, team.community.communityName],
    today: team.today,
  });
  const sheet: ChartSheet = { chart, title: measure.name, footer };
  return { measure, groups, reading, chart, window, sheet };
}
