import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import type { TeamEvent } from '~/events/event';
import { EventsList } from '~/events/events-list';
import { eventsOfCommunity, eventsOfTeam } from '~/events/queries.server';
import { measuresOfTeam } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `On the time line of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [events, everybodys, measures] = await Promise.all([
    eventsOfTeam(access),
    eventsOfCommunity(access),
    measuresOfTeam(access),
  ]);
  return {
    team: { id: access.teamId, name: access.teamName },
    events: events.filter(({ archivedAt }) => archivedAt === null),
    archived: events.filter(({ archivedAt }) => archivedAt !== null),
    everybodys: everybodys.filter(({ archivedAt }) => archivedAt === null),
    measureNames: Object.fromEntries(measures.map(({ id, name }) => [id, name])),
    today: access.today,
    mayWrite: !access.teamIsArchived && access.may('write measures'),
  };
}

export default function TeamEvents() {
  const { team, events, archived, everybodys, measureNames, today, mayWrite } =
    useLoaderData<typeof loader>();
  const change = (event: TeamEvent) => (
    <span className="btns">
      <a href={paths.editTeamEvent(team.id, event.id)}>
        Edit<span className="vh"> {event.title}</span>
      </a>
      <DeedButton action={paths.archiveTeamEvent(team.id, event.id)} kind="text">
        Take off<span className="vh"> the charts: {event.title}</span>
      </DeedButton>
    </span>
  );
  return (
    <Page
      title="On the time line"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta="What happened besides our cycles. It shows on the charts, so that nobody credits a cycle with it."
      actions={
        mayWrite ? (
          <a className="btn" href={paths.newTeamEvent(team.id)}>
            Write down what happened
          </a>
        ) : undefined
      }
    >
      <Row id="own" title="Of our team" wide>
        {events.length === 0 ? (
          <p className="lead">
            Nothing is written down yet. A new late bus, a snow week, a new way of counting: whoever reads a
            chart later will want to know.
          </p>
        ) : (
          <EventsList
            events={events}
            today={today}
            measureNames={measureNames}
            deed={mayWrite ? change : undefined}
          />
        )}
      </Row>
      {everybodys.length > 0 ? (
        <Row
          id="all"
          title="Of the whole community"
          note={<a href={paths.communityEvents()}>See them all</a>}
          wide
        >
          <EventsList events={everybodys} today={today} />
        </Row>
      ) : null}
      {archived.length > 0 ? (
        <Row id="archived" title="Taken off" note="On no chart any more" wide>
          <EventsList
            events={archived}
            today={today}
            measureNames={measureNames}
            deed={
              mayWrite
                ? (event) => (
                    <DeedButton action={paths.bringBackTeamEvent(team.id, event.id)} kind="text">
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
