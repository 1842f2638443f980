import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { listPartners } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { startTeam } from '~/teams/commands.server';
import { teamForm } from '~/teams/forms';
import { TeamSheet } from '~/teams/team-sheet';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Start a team · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'start teams');
  const partners = await listPartners(access);
  return {
    partners: partners.map((partner) => ({ value: partner.id, label: partner.name })),
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'start teams');
  return submit(request, teamForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.teamPeople(await startTeam(access, fields)),
    );
    return redirectSaying(place, 'The team was started. Who is in it?');
  });
}

export default function NewTeam() {
  const { partners, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Start a team" crumbs={[{ href: paths.teams(), label: 'Teams' }]}>
      <Row id="about" title="About it" note="Only the name is needed now">
        <TeamSheet answer={answer} formKey={formKey} partners={partners} saveWords="Start the team" />
      </Row>
    </Page>
  );
}
