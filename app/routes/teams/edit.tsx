import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { listPartners } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { rewriteTeam } from '~/teams/commands.server';
import { teamForm } from '~/teams/forms';
import { findTeam } from '~/teams/queries.server';
import { TeamSheet } from '~/teams/team-sheet';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { withPresent } from '~/ui/with-present';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.team.name ?? 'team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'edit teams');
  const [team, partners] = await Promise.all([findTeam(access), listPartners(access)]);
  return {
    team,
    partners: withPresent(
      partners.map((partner) => ({ value: partner.id, label: partner.name })),
      team.homePartnerId,
      team.homePartner,
    ),
    mayArchive: access.may('archive teams'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'edit teams');
  return submit(request, teamForm, async (fields, form) => {
    await rewriteTeam(access, fields, shownIn(form));
    return redirectSaying(paths.team(access.teamId), 'Saved.');
  });
}

export default function EditTeam() {
  const { team, partners, mayArchive } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, name } = team;
  return (
    <Page
      title={`Edit “${name}”`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(id), label: name },
      ]}
    >
      <Row
        id="about"
        title="About it"
        side={
          <>
            <h2 className="sideh">A good aim names who is behind</h2>
            <p className="small soft">
              Say for whom it gets better. Most teams that close a gap wrote it down first.
            </p>
          </>
        }
      >
        <TeamSheet answer={answer} values={team} partners={partners} isThere saveWords="Save" />
      </Row>
      {mayArchive ? (
        <Row id="away" title="Put it away">
          <div className="stack">
            <p>
              An archived team is still read by everyone. Nothing more is written until it is brought back.
            </p>
            <div className="btns">
              <DeedButton action={paths.archiveTeam(id)}>Archive the team</DeedButton>
            </div>
          </div>
        </Row>
      ) : null}
    </Page>
  );
}
