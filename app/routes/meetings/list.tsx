import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { PastMeetings } from '~/meetings/past-meetings';
import { PromiseList } from '~/meetings/promise-list';
import { openPromises, pastMeetings } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Meetings of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [meetings, promises] = await Promise.all([pastMeetings(access), openPromises(access)]);
  return {
    team: { id: access.teamId, name: access.teamName },
    meetings,
    promises,
    today: access.today,
    mayWrite: !access.teamIsArchived && access.may('write cycles'),
  };
}

export default function Meetings() {
  const { team, meetings, promises, today, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Our meetings"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      actions={
        <>
          <a className="btn line" href={paths.meeting(team.id)}>
            Go to the meeting
          </a>
          {mayWrite ? (
            <a className="btn text" href={paths.logMeeting(team.id)}>
              Log a meeting that is over
            </a>
          ) : null}
        </>
      }
    >
      {promises.length > 0 ? (
        <Row id="promised" title="Promised, not done yet" note="Who does what by when">
          <PromiseList teamId={team.id} promises={promises} today={today} mayWrite={mayWrite} from="list" />
        </Row>
      ) : null}
      <Row id="past" title="Past meetings">
        {meetings.length === 0 ? (
          <p className="soft">None yet. A meeting stands here once it has ended.</p>
        ) : (
          <PastMeetings teamId={team.id} meetings={meetings} />
        )}
      </Row>
    </Page>
  );
}
