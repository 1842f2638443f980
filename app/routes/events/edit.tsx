import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { happenedKinds } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { rewriteTeamEvent } from '~/events/commands.server';
import { EventSheet } from '~/events/event-sheet';
import { teamEventForm } from '~/events/forms';
import { findTeamEvent } from '~/events/queries.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { measuresOfTeam } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.event.title ?? 'what happened'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const event = await findTeamEvent(access, params.eventId);
  const [measures, lines] = await Promise.all([measuresOfTeam(access), thingHistory(access, event.id)]);
  return {
    event: { ...event, kind: happenedKinds.find((one) => one === event.kind) ?? ('event' as const) },
    lines,
    timeZone: access.community.timeZone,
    team: { id: access.teamId, name: access.teamName },
    measures: measures.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findTeamEvent(access, params.eventId);
  return submit(request, teamEventForm, async (fields, form) => {
    await rewriteTeamEvent(access, id, fields, shownIn(form));
    return redirectSaying(paths.teamEvents(access.teamId), 'Saved.');
  });
}

export default function EditTeamEvent() {
  const { event, lines, timeZone, team, measures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Edit “${event.title}”`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.teamEvents(team.id), label: 'On the time line' },
      ]}
    >
      <Row id="about" title="About it">
        <EventSheet
          mayNeedLeader
          answer={answer}
          values={event}
          measures={measures}
          isThere
          saveWords="Save"
        />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
