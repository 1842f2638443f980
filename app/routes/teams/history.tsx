import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { HistoryList } from '~/history/history-list';
import { teamHistory } from '~/history/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

const most = 200;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  return {
    team: { id: access.teamId, name: access.teamName },
    lines: await teamHistory(access, most),
    timeZone: access.community.timeZone,
  };
}

export default function TeamHistory() {
  const { team, lines, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="History"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta="Who did what, and when."
    >
      <Row id="lines" title="Newest first" note={lines.length === most ? `The newest ${most}` : undefined}>
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
