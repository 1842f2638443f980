import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { driverChoices, placeIdea } from '~/theories/drivers.server';
import { placeForm } from '~/theories/forms';
import { PlaceSheet } from '~/theories/part-sheets';
import { ideasOfTeam } from '~/theories/queries.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Put an idea under a driver · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const [drivers, ideas] = await Promise.all([driverChoices(team), ideasOfTeam(team)]);
  const { searchParams } = new URL(request.url);
  return {
    teamId: team.teamId,
    team: team.teamName,
    drivers: drivers.map(({ value, label }) => ({ value, label })),
    ideas: ideas.map(({ id, name }) => ({ value: id, label: name })),
    values: {
      driverId: drivers.find(({ value }) => value === searchParams.get('driver'))?.value,
      ideaId: ideas.find(({ id }) => id === searchParams.get('idea'))?.id,
    },
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, placeForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const ideaId = await placeIdea(team, fields);
      return form.get('back') === 'idea'
        ? paths.idea(team.teamId, ideaId)
        : `${paths.theory(team.teamId)}#outline-row`;
    });
    return redirectSaying(place, 'It is under that driver.');
  });
}

export default function PlaceIdea() {
  const { teamId, team, drivers, ideas, values, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Put an idea under a driver"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
      ]}
      meta="A change idea is what you try. It may serve several drivers."
    >
      <Row id="about" title="About it">
        {drivers.length === 0 ? (
          <div className="stack">
            <p className="lead">The theory has no driver yet. An idea hangs under one.</p>
            <a className="btn" href={paths.newDriver(teamId)}>
              Add a driver
            </a>
          </div>
        ) : (
          <PlaceSheet answer={answer} formKey={formKey} values={values} drivers={drivers} ideas={ideas} />
        )}
      </Row>
    </Page>
  );
}
