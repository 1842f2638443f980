import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { FirstChart } from '~/measures/first-chart';
import { medianWords } from '~/measures/lead';
import { PrintedCharts } from '~/measures/printed-charts';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Charts of ${data?.team.name ?? 'the team'}, four to a page · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [measures, series, cycles, events] = await Promise.all([
    measuresOfTeam(access),
    seriesOfTeam(access),
    cyclesForChart(access),
    eventsForCharts(access),
  ]);
  const { community, today } = access;
  const charts = measures.map((measure) => {
    const reading = readMeasure(measure, series.get(measure.id) ?? [], cycles, community.ruleSet, community, {
      events: chartEvents(events, measure.id),
    });
    return {
      id: measure.id,
      name: measure.name,
      type: measure.type,
      chart: reading.chart,
      words: reading.words,
      method: `${medianWords(measure, reading)}. ${reading.ruleLine}`,
      source: measure.source,
    };
  });
  return {
    team: { id: access.teamId, name: access.teamName },
    head: `${access.teamName}, ${access.community.communityName}. ${dayWithYear(today)}`,
    charts: charts.filter(({ chart }) => chart.points.some(({ value }) => value !== null)),
  };
}

export default function PrintMeasures() {
  const { team, head, charts } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Four charts to a page"
      className="p-fourup"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measures(team.id), label: 'Our measures' },
      ]}
      meta="Print this page with your browser: it comes out on letter paper, four charts to a page, without this heading."
    >
      {charts.length === 0 ? <FirstChart /> : <PrintedCharts charts={charts} head={head} />}
    </Page>
  );
}
