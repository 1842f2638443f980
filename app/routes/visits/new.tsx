import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { writeVisit } from '~/visits/commands.server';
import { visitForm } from '~/visits/forms';
import { VisitSheet } from '~/visits/visit-sheet';

export const meta: MetaFunction = () => [{ title: 'A note of a visit · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write visit notes');
  return {
    team: { id: access.teamId, name: access.teamName },
    today: access.today,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write visit notes');
  return submit(request, visitForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await writeVisit(access, fields);
      return paths.visits(access.teamId);
    });
    return redirectSaying(place, fields.isShared ? 'The team can read it.' : 'Coaches can read it.');
  });
}

export default function NewVisit() {
  const { team, today, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="A note of a visit"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.visits(team.id), label: 'Visits of the coach' },
      ]}
    >
      <Row id="note" title="The note">
        <VisitSheet answer={answer} values={{ onDate: today, isShared: 'no' }} formKey={formKey} />
      </Row>
    </Page>
  );
}
