import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { runChartMarkup } from '~/charts/chart-markup';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import { GroupChartTiles, GroupTable } from '~/measures/group-chart-tiles';
import { groupCharts, groupRows } from '~/measures/group-charts';
import { periodNoun } from '~/measures/periods';
import { cyclesForChart, findMeasure, readGroups } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Groups: ${data?.measure.name ?? 'Measure'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const measure = await findMeasure(access, params.measureId);
  const [groups, cycles, events] = await Promise.all([
    readGroups(access, measure.id),
    cyclesForChart(access),
    eventsForCharts(access),
  ]);
  return {
    measure: { id: measure.id, name: measure.name, frequency: measure.frequency },
    team: { id: access.teamId, name: access.teamName },
    hasGroups: measure.strata.length > 0 || [...groups.keys()].some((group) => group !== ''),
    charts: groupCharts(measure, groups, cycles, access.community, {
      events: chartEvents(events, measure.id),
    }).map(({ chart, ...one }, at) => ({
      ...one,
      drawing: chart && drawn(context, () => runChartMarkup(chart, 'small', `group${at}`)),
    })),
    rows: groupRows(measure, groups),
    mayWrite: !access.teamIsArchived && access.may('write measures'),
  };
}

export default function MeasureGroups() {
  const { measure, team, hasGroups, charts, rows, mayWrite } = useLoaderData<typeof loader>();
  const noun = periodNoun[measure.frequency];
  return (
    <Page
      title="Each group beside the others"
      className="p-measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={hasGroups ? `${measure.name}, the whole first` : undefined}
    >
      {hasGroups ? (
        <Row id="groups" title="The charts" note="One scale for all" wide>
          <div className="stack-l">
            <p className="lead">
              Each chart is read by itself. A small group goes up and down more by chance alone, so one low or
              high {noun} says little.
            </p>
            <GroupChartTiles charts={charts} />
            <GroupTable
              title={`${measure.name}, by group`}
              when={noun.charAt(0).toUpperCase() + noun.slice(1)}
              names={charts.map(({ name }) => name)}
              rows={rows}
            />
          </div>
        </Row>
      ) : (
        <Row id="groups" title="The charts">
          <p className="soft">
            This measure has no groups. Schools, grades or languages can be groups; each then gets numbers and
            a chart of its own.
          </p>
          {mayWrite ? (
            <p>
              <a href={paths.editMeasure(team.id, measure.id)}>Name the groups</a>
            </p>
          ) : null}
        </Row>
      )}
    </Page>
  );
}
