import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { paths } from '~/paths';
import { charterSentence } from '~/teams/charter';
import { readCharter } from '~/teams/charter.server';
import { CharterList } from '~/teams/charter-list';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Charter of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  return {
    team: { id: access.teamId, name: access.teamName },
    parts: await readCharter(access),
    mayEdit: !access.teamIsArchived && access.may('edit teams'),
  };
}

export default function Charter() {
  const { team, parts, mayEdit } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Our charter"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={charterSentence(parts)}
    >
      <Row id="parts" title="What belongs to it" note="Written where it is used, read together here">
        <div className="stack">
          <progress
            className="pb"
            value={parts.filter(({ isThere }) => isThere).length}
            max={parts.length}
            aria-label="Parts of the charter that are there"
          />
          <CharterList parts={parts} mayEdit={mayEdit} />
        </div>
      </Row>
    </Page>
  );
}
