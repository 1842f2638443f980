import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { PastMeetings } from '~/meetings/past-meetings';
import { pastMeetings } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Meetings of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const meetings = await pastMeetings(access);
  return { team: { id: access.teamId, name: access.teamName }, meetings };
}

export default function Meetings() {
  const { team, meetings } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Our meetings"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      actions={
        <a className="btn line" href={paths.meeting(team.id)}>
          Go to the meeting
        </a>
      }
    >
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
