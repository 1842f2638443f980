import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { rewriteVisit } from '~/visits/commands.server';
import { visitForm } from '~/visits/forms';
import { findVisit } from '~/visits/queries.server';
import { VisitSheet, type VisitValues } from '~/visits/visit-sheet';

export const meta: MetaFunction = () => [{ title: 'Edit a note of a visit · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write visit notes');
  const { onDate, text, isShared } = await findVisit(access, params.noteId);
  const values: VisitValues = { onDate, text, isShared: isShared ? 'yes' : 'no' };
  return { team: { id: access.teamId, name: access.teamName }, values };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write visit notes');
  const { id } = await findVisit(access, params.noteId);
  return submit(request, visitForm, async (fields, form) => {
    await rewriteVisit(access, id, fields, shownIn(form));
    return redirectSaying(paths.visits(access.teamId), 'Saved.');
  });
}

export default function EditVisit() {
  const { team, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Edit a note of a visit"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.visits(team.id), label: 'Visits of the coach' },
      ]}
    >
      <Row id="note" title="The note">
        <VisitSheet answer={answer} values={values} />
      </Row>
    </Page>
  );
}
