import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { eventDays, markOf } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { definitionChanges } from '~/measures/definition-versions';
import { definitionLines } from '~/measures/definition-versions.server';
import { findMeasure } from '~/measures/queries.server';
import { VersionTable } from '~/measures/version-table';
import { paths } from '~/paths';
import { longDay } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `How ${data?.measure.name ?? 'a measure'} was counted · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const measure = await findMeasure(access, params.measureId);
  const [lines, events] = await Promise.all([definitionLines(access, measure.id), eventsForCharts(access)]);
  return {
    measure: { id: measure.id, name: measure.name },
    changes: definitionChanges(measure, lines).map((change) => ({
      ...change,
      mark: change.countsAnew ? markOf(events, measure.id, change.day) : null,
    })),
    today: access.today,
    team: { id: access.teamId, name: access.teamName },
    mayWrite: !access.teamIsArchived && access.may('write measures'),
  };
}

export default function MeasureVersions() {
  const { measure, changes, today, team, mayWrite } = useLoaderData<typeof loader>();
  const mark = (day: string) => {
    const asked = new URLSearchParams({ measure: measure.id, kind: 'definition change', on: day });
    return `${paths.newTeamEvent(team.id)}?${asked}`;
  };
  return (
    <Page
      title={`How “${measure.name}” was counted`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta="Each change with the words before it and after it, newest first."
    >
      {changes.length === 0 ? (
        <Row id="none" title="No change">
          <p className="lead">It is counted as it was from the start.</p>
        </Row>
      ) : null}
      {changes.map((change) => (
        <Row
          key={change.id}
          id={change.id}
          title={longDay(change.day)}
          note={change.who ?? undefined}
          side={
            change.mark ? (
              <p className="small soft">
                Marked on the chart: “{change.mark.title}”, {eventDays(change.mark, today)}.
              </p>
            ) : mayWrite && change.countsAnew ? (
              <>
                <h2 className="sideh">Did the numbers change with it?</h2>
                <p className="small soft">
                  <a href={mark(change.day)}>Mark the day on the chart</a>, so that a jump there is not taken
                  for an effect.
                </p>
              </>
            ) : undefined
          }
        >
          <VersionTable parts={change.parts} />
        </Row>
      ))}
    </Page>
  );
}
