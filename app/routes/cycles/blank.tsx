import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { PaperSheet } from '~/cycles/paper-sheet';
import { paths } from '~/paths';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Blank worksheet · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { teamId, teamName } = await requireTeam(request, params);
  return { teamId, teamName };
}

/** An empty worksheet on one sheet of paper, for a table without a laptop. */
export default function BlankWorksheet() {
  const { teamId, teamName } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Blank worksheet"
      className="p-paper"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: teamName },
      ]}
      meta="Print this page: it is one sheet. Write by hand, then log it here."
    >
      <PaperSheet team={teamName} cycle={null} />
    </Page>
  );
}
