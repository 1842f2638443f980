import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { gatheringKinds } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import type { TeamEvent } from '~/events/event';
import { EventsList } from '~/events/events-list';
import { eventsOfCommunity } from '~/events/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'On the time line of every team · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const events = await eventsOfCommunity(access);
  return {
    events: events.filter(({ archivedAt }) => archivedAt === null),
    archived: events.filter(({ archivedAt }) => archivedAt !== null),
    today: access.today,
    mayWrite: access.may('write community events'),
  };
}

export default function CommunityEvents() {
  const { events, archived, today, mayWrite } = useLoaderData<typeof loader>();
  // A learning session or an action period has a form of its own.
  const edit = ({ id, kind }: TeamEvent) =>
    gatheringKinds.some((one) => one === kind) ? paths.editGathering(id) : paths.editCommunityEvent(id);
  const change = (event: TeamEvent) => (
    <span className="btns">
      <a href={edit(event)}>
        Edit<span className="vh"> {event.title}</span>
      </a>
      <DeedButton action={paths.archiveCommunityEvent(event.id)} kind="text">
        Take off<span className="vh"> the charts: {event.title}</span>
      </DeedButton>
    </span>
  );
  return (
    <Page
      title="On the time line of every team"
      meta="What happened to the whole community. It shows on the charts of all teams."
      actions={
        mayWrite ? (
          <a className="btn" href={paths.newCommunityEvent()}>
            Write down what happened
          </a>
        ) : undefined
      }
    >
      <Row id="events" title="What happened" wide>
        {events.length === 0 ? (
          <p className="lead">
            Nothing is written down yet. A new state test, schools closed by snow, a change of bus lines: each
            may move the numbers of many teams at once.
          </p>
        ) : (
          <EventsList events={events} today={today} deed={mayWrite ? change : undefined} />
        )}
      </Row>
      {archived.length > 0 ? (
        <Row id="archived" title="Taken off" note="On no chart any more" wide>
          <EventsList
            events={archived}
            today={today}
            deed={
              mayWrite
                ? (event) => (
                    <DeedButton action={paths.bringBackCommunityEvent(event.id)} kind="text">
                      Bring back<span className="vh"> {event.title}</span>
                    </DeedButton>
                  )
                : undefined
            }
          />
        </Row>
      ) : null}
    </Page>
  );
}
