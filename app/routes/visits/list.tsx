import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { visitsOf } from '~/visits/queries.server';
import { VisitList } from '~/visits/visit-list';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Visits to ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  return {
    team: { id: access.teamId, name: access.teamName },
    notes: await visitsOf(access),
    isCoach: access.may('write visit notes'),
    mayWrite: !access.teamIsArchived && access.may('write visit notes'),
  };
}

export default function Visits() {
  const { team, notes, isCoach, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Visits of the coach"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={
        isCoach
          ? 'Notes for coaches are seen by the coaches of this team and nobody else.'
          : 'What the coach shared with the team, and with everybody in the community.'
      }
      actions={
        mayWrite ? (
          <a className="btn" href={paths.newVisit(team.id)}>
            Write a note
          </a>
        ) : undefined
      }
    >
      <Row id="notes" title="Notes" note="The newest visit first">
        {notes.length === 0 ? (
          <p className="lead">{isCoach ? 'No notes yet.' : 'Nothing is shared yet.'}</p>
        ) : (
          <VisitList teamId={team.id} notes={notes} />
        )}
      </Row>
    </Page>
  );
}
