import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { addDriver, driverChoices } from '~/theories/drivers.server';
import { newDriverForm } from '~/theories/forms';
import { NewDriverSheet } from '~/theories/part-sheets';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a driver · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const primaries = (await driverChoices(team)).filter(({ isPrimary }) => isPrimary);
  const under = new URL(request.url).searchParams.get('under');
  return {
    teamId: team.teamId,
    team: team.teamName,
    primaries: primaries.map(({ value, label }) => ({ value, label })),
    parentId: primaries.find(({ value }) => value === under)?.value,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, newDriverForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      await addDriver(team, fields);
      return `${paths.theory(team.teamId)}#outline-row`;
    });
    return redirectSaying(place, `“${fields.name}” is in the theory.`);
  });
}

export default function NewDriver() {
  const { teamId, team, primaries, parentId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a driver"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
      ]}
      meta="A driver is something that has to change before the aim can be reached."
    >
      <Row id="about" title="About it">
        <NewDriverSheet answer={answer} formKey={formKey} parentId={parentId} primaries={primaries} />
      </Row>
    </Page>
  );
}
