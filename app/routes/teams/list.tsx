import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { listTeams, ownTeamIds } from '~/teams/queries.server';
import { ArchivedTeams, TeamTable } from '~/teams/team-table';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Teams · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const [teams, archived, own] = await Promise.all([
    listTeams(access),
    listTeams(access, true),
    ownTeamIds(access),
  ]);
  return {
    teams,
    archived,
    own,
    isArchivedOpen: new URL(request.url).searchParams.has('archived'),
    mayStart: access.may('start teams'),
    mayArchive: access.may('archive teams'),
  };
}

export default function Teams() {
  const { teams, archived, own, isArchivedOpen, mayStart, mayArchive } = useLoaderData<typeof loader>();
  const mine = teams.filter((team) => own.includes(team.id));
  const others = teams.filter((team) => !own.includes(team.id));
  return (
    <Page
      title="Teams"
      meta="People from several partners with one aim. Each team tests changes in small cycles and keeps what works."
      actions={
        mayStart ? (
          <a className="btn" href={paths.newTeam()}>
            Start a team
          </a>
        ) : undefined
      }
    >
      {mine.length > 0 ? (
        <Row id="mine" title="Your teams" note={plural(mine.length, 'team')} wide>
          <TeamTable teams={mine} />
        </Row>
      ) : null}
      {others.length > 0 || teams.length === 0 ? (
        <Row
          id="all"
          title={mine.length > 0 ? 'Other teams' : 'All teams'}
          note={plural(others.length, 'team')}
          wide
        >
          {teams.length === 0 ? (
            <div className="empty">
              <h3>No teams yet</h3>
              <p>
                A team is a few people, an aim with a number and a date, and one measure they can get every
                week. A leader starts it.
              </p>
            </div>
          ) : (
            <TeamTable teams={others} />
          )}
        </Row>
      ) : null}
      {archived.length > 0 ? (
        <Row id="archived" title="Archived" note={plural(archived.length, 'team')} wide>
          <ArchivedTeams teams={archived} isOpen={isArchivedOpen} mayBringBack={mayArchive} />
        </Row>
      ) : null}
    </Page>
  );
}
