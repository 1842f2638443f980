import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { runChartMarkup } from '~/charts/chart-markup';
import { sharedScale } from '~/charts/shared-scale';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import {
  addressOfForm,
  askedComparison,
  comparisonAddress,
  comparisonChoices,
} from '~/measures/asked-comparison';
import { compareStretches } from '~/measures/comparison';
import { ComparisonForm, ComparisonTable, StretchCharts } from '~/measures/comparison-parts';
import { comparisonInWords, comparisonRows } from '~/measures/comparison-words';
import { FirstChart } from '~/measures/first-chart';
import { cyclesForChart, findMeasure, readSeries } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Two stretches of time: ${data?.measure.name ?? 'Measure'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { searchParams } = new URL(request.url);
  const address = addressOfForm(searchParams);
  if (address) throw redirect(paths.compareStretches(access.teamId, params.measureId ?? '') + address);
  const measure = await findMeasure(access, params.measureId);
  const [points, cycles, events] = await Promise.all([
    readSeries(access, measure.id),
    cyclesForChart(access),
    eventsForCharts(access),
  ]);
  const { today, community } = access;
  const choices = comparisonChoices(measure, points, cycles, today, community);
  const asked = askedComparison(searchParams, points, choices);
  const comparison = asked?.stretches ? compareStretches(measure, points, asked.stretches) : null;
  const { chart } = readMeasure(measure, points, cycles, community.ruleSet, community, {
    events: chartEvents(events, measure.id),
  });
  const stretches = (['first', 'second'] as const).flatMap((which) => {
    const window = asked?.stretches?.[which];
    if (!window) return [];
    const { from, to } = window;
    const words = `${dayWithYear(from)} to ${dayWithYear(to)}`;
    return [{ which, words, chart: { ...chart, window: { from, to }, title: `${chart.title}, ${words}` } }];
  });
  const scale = sharedScale(stretches.map((one) => one.chart)) ?? undefined;
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    asked,
    choices: choices.map((choice) => {
      const address = comparisonAddress(choice);
      const isShown = asked?.stretches != null && comparisonAddress(asked.stretches) === address;
      return { words: choice.words, address, isShown };
    }),
    charts: stretches.map(({ chart, which, words }) => ({
      which,
      words,
      drawing: drawn(context, () => runChartMarkup({ ...chart, scale }, 'small', which)),
    })),
    words: comparison && comparisonInWords(measure, comparison),
    rows: comparison && comparisonRows(measure, comparison),
  };
}

export default function CompareStretches() {
  const { measure, team, asked, choices, charts, words, rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Two stretches of time"
      className="p-measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      {asked === null ? (
        <Row id="stretches" title="Which days?" note="It takes two numbers or more">
          <FirstChart />
        </Row>
      ) : (
        <Row id="stretches" title="Which days?" note="Any two stretches that share no day">
          <ComparisonForm asked={asked} choices={choices} />
        </Row>
      )}
      {words && rows ? (
        <Row id="difference" title="What they say" wide>
          <div className="stack-l">
            <div className="stack">
              <p className="bigsig t-none">{words.sentence}</p>
              {words.certainty ? <p className="lead">{words.certainty}</p> : null}
            </div>
            <StretchCharts charts={charts} />
            <ComparisonTable title={measure.name} rows={rows} />
            <p className="hint">
              {words.method} Days that were picked because they look different will look different: the
              chart’s own rules do not have that weakness.
            </p>
          </div>
        </Row>
      ) : null}
    </Page>
  );
}
