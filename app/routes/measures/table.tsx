import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { tableMarkup } from '~/charts/table-markup';
import { drawn } from '~/http/drawn';
import { whenWord } from '~/measures/periods';
import { paths } from '~/paths';
import { DrawnHere } from '~/ui/drawn';
import { Page, Row } from '~/ui/page';
import { Sideways } from '~/ui/sideways';
import { plural } from '~/ui/words';
import { readChart } from './read-chart.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The numbers of ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

/** The numbers of a long chart, which are too many to stand under it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { measure, chart } = await readChart(access, params.measureId, new URL(request.url).searchParams);
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    count: chart.points.filter(({ value }) => value !== null).length,
    sentence: chart.sentence,
    table: drawn(context, () => tableMarkup(chart, whenWord(measure.frequency))),
  };
}

export default function ChartNumbers() {
  const { measure, team, count, sentence, table } = useLoaderData<typeof loader>();
  return (
    <Page
      title="The numbers as a table"
      className="p-measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={`${measure.name}. ${sentence}`}
    >
      <Row id="numbers" title="The numbers" note={`${plural(count, 'number')}, the oldest first`} wide>
        <Sideways label="The numbers of the chart">
          <DrawnHere markup={table} />
        </Sideways>
      </Row>
    </Page>
  );
}
