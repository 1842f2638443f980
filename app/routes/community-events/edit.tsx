import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { happenedKinds } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import { rewriteCommunityEvent } from '~/events/commands.server';
import { EventSheet } from '~/events/event-sheet';
import { communityEventForm } from '~/events/forms';
import { findCommunityEvent } from '~/events/queries.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.event.title ?? 'what happened'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const event = await findCommunityEvent(access, params.eventId);
  const kind = happenedKinds.find((one) => one === event.kind);
  // A learning session or an action period has a form of its own.
  if (!kind) throw redirect(paths.editGathering(event.id));
  return {
    event: { ...event, kind },
    lines: await thingHistory(access, event.id),
    timeZone: access.community.timeZone,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const { id } = await findCommunityEvent(access, params.eventId);
  return submit(request, communityEventForm, async (fields, form) => {
    await rewriteCommunityEvent(access, id, fields, shownIn(form));
    return redirectSaying(paths.communityEvents(), 'Saved.');
  });
}

export default function EditCommunityEvent() {
  const { event, lines, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Edit “${event.title}”`}
      crumbs={[{ href: paths.communityEvents(), label: 'On the time line of every team' }]}
    >
      <Row id="about" title="About it">
        <EventSheet answer={answer} values={event} measures={[]} isThere saveWords="Save" />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
