import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import { FirstChart } from '~/measures/first-chart';
import { medianWords } from '~/measures/lead';
import { PrintedCharts } from '~/measures/printed-charts';
import { printedDrawing } from '~/measures/printed-drawing';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Charts of ${data?.team.name ?? 'the team'}, four to a page · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [measures, series, cycles, events] = await Promise.all([
    measuresOfTeam(access),
    seriesOfTeam(access),
    cyclesForChart(access),
    eventsForCharts(access),
  ]);
  const { community, today } = access;
  const charts = measures.flatMap((measure) => {
    const reading = readMeasure(measure, series.get(measure.id) ?? [], cycles, community.ruleSet, community, {
      events: chartEvents(events, measure.id),
    });
    const { chart, words, ruleLine } = reading;
    if (!chart.points.some(({ value }) => value !== null)) return [];
    const { id, name, type, source } = measure;
    return [
      {
        id,
        name,
        type,
        sentence: chart.sentence,
        drawing: drawn(context, () => printedDrawing(chart, id)),
        words,
        method: `${medianWords(measure, reading)}. ${ruleLine}`,
        source,
      },
    ];
  });
  return {
    team: { id: access.teamId, name: access.teamName },
    head: `${access.teamName}, ${access.community.communityName}. ${dayWithYear(today)}`,
    charts,
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
