import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { chartMarkup } from '~/charts/chart-markup';
import { VerdictLine } from '~/charts/mark';
import { planSheet, sheet } from '~/charts/one-sheet';
import { RampDrawing } from '~/charts/ramp-drawing';
import { rampScene } from '~/charts/ramp-scene';
import { RunChart } from '~/charts/run-chart';
import { fidelityOf, fidelityWords } from '~/cycles/checks';
import { checksOfTeam } from '~/cycles/checks.server';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { rampTrees } from '~/cycles/ramp';
import { ideaOf, rampPicture } from '~/cycles/ramp-picture';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { paths } from '~/paths';
import { aimSentence } from '~/teams/aim-sentence';
import { findTeam } from '~/teams/queries.server';
import { dayWithYear } from '~/ui/dates';
import { Page } from '~/ui/page';
import { listed, plural } from '~/ui/words';

/** Three of them stand side by side on the sheet. */
const frame = { width: 328, height: 190, full: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.team.name ?? 'Team'} on one sheet · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [team, cycles, measures, series, tested, events, checked] = await Promise.all([
    findTeam(access),
    cyclesOfTeam(access),
    measuresOfTeam(access),
    seriesOfTeam(access),
    cyclesForChart(access),
    eventsForCharts(access),
    checksOfTeam(access),
  ]);
  const { today, community, teamId } = access;
  const { holidays, ruleSet } = community;
  const ramps = rampTrees(cycles).map((tree) => ({
    idea: ideaOf(tree),
    picture: rampPicture(tree, { today, holidays, href: (id) => paths.cycle(teamId, id) }),
  }));
  const charts = measures.flatMap((measure) => {
    const { chart, words } = readMeasure(
      ...([measure, series.get(measure.id) ?? [], tested, ruleSet, community] as const),
      { events: chartEvents(events, measure.id) },
    );
    if (!chart.points.some(({ value }) => value !== null)) return [];
    return [{ id: measure.id, name: measure.name, verdict: words.verdict, chart }];
  });
  const plan = planSheet(
    ramps.map(({ picture }) => rampScene(picture, sheet.width).height),
    charts.length,
  );
  const finished = checked.filter(({ isDone }) => isDone);
  return {
    team: { id: teamId, name: team.name },
    head: `${community.communityName}. ${dayWithYear(today)}`,
    aim: aimSentence(team) ?? 'The aim is not written yet.',
    fidelity: fidelityWords(fidelityOf(finished.map(({ answers }) => answers)), 'this team’s'),
    ramps: ramps.flatMap((ramp, position) => {
      const scale = plan.ramps[position];
      return scale == null ? [] : [{ ...ramp, scale }];
    }),
    charts: charts.slice(0, plan.charts).map(({ chart, ...one }) => ({
      ...one,
      sentence: chart.sentence,
      drawing: drawn(context, () => chartMarkup(chart, frame, { id: one.id, still: true })),
    })),
    leftOut: leftOutWords(
      ramps.filter((_, position) => plan.ramps[position] == null).map(({ idea }) => idea),
      charts.slice(plan.charts).map(({ name }) => name),
    ),
  };
}

/** "Left out for room: the ramp of “Prizes”; 2 measures: Days attended and Calls."; empty where all is there. */
function leftOutWords(ramps: string[], charts: string[]): string {
  const parts = [
    ramps.length > 0 ? `${ramps.length === 1 ? 'the ramp' : 'the ramps'} of ${named(ramps)}` : '',
    charts.length > 0 ? `${plural(charts.length, 'measure')}: ${named(charts)}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `Left out for room: ${parts.join('; ')}.`;
}

/** A list of names that stays on one line or two. */
function named(names: string[]): string {
  const quoted = names.slice(0, 3).map((name) => `“${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`);
  const more = names.length - quoted.length;
  return listed(more > 0 ? [...quoted, `${more} more`] : quoted);
}

export default function TeamOnOneSheet() {
  const { team, head, aim, fidelity, ramps, charts, leftOut } = useLoaderData<typeof loader>();
  return (
    <Page
      title="One sheet to print"
      className="p-sheet"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta="Print this page with your browser: it comes out on one sheet of letter paper, without this heading."
    >
      <section className="onesheet" aria-label={`${team.name} on one sheet`}>
        <header>
          <h2>{team.name}</h2>
          <p>{head}</p>
        </header>
        <p className="sheet-aim">{aim}</p>
        <p className="hint">
          {fidelity}. {leftOut}
        </p>
        {ramps.length === 0 ? <p className="soft">No cycle has been started yet.</p> : null}
        {ramps.map(({ idea, picture, scale }) => (
          <section key={picture.bands[0]?.key} aria-label={picture.title}>
            <h3>{idea}</h3>
            <p className="hint">{picture.sentence}</p>
            <RampDrawing picture={picture} width={sheet.width} scale={scale} className="for-paper" />
            <RampDrawing picture={picture} width={350} className="for-phone" />
          </section>
        ))}
        {charts.length === 0 ? <p className="soft">No measure has numbers yet.</p> : null}
        <div className="sheet-charts">
          {charts.map((one) => (
            <article key={one.id}>
              <h3>{one.name}</h3>
              <VerdictLine verdict={one.verdict} small>
                {one.sentence}
              </VerdictLine>
              <RunChart drawing={one.drawing} />
            </article>
          ))}
        </div>
      </section>
    </Page>
  );
}
