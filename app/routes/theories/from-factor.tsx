import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { findFactorForTeam, markFactorDriver } from '~/indicators/factors.server';
import { factorDriverForm } from '~/indicators/story-forms';
import { FactorDriverSheet } from '~/indicators/story-sheets';
import { paths } from '~/paths';
import { addDriver, driverChoices } from '~/theories/drivers.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Make a root cause a driver · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const [factor, choices] = await Promise.all([
    findFactorForTeam(team, params.factorId),
    driverChoices(team),
  ]);
  return {
    team: { id: team.teamId, name: team.teamName },
    factor,
    primaries: choices.filter(({ isPrimary }) => isPrimary).map(({ value, label }) => ({ value, label })),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const factor = await findFactorForTeam(team, params.factorId);
  return submit(request, factorDriverForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), () =>
      transaction(async () => {
        const driverId = await addDriver(team, { ...fields, afterId: null });
        await markFactorDriver(team, factor.id, driverId);
        return paths.driver(team.teamId, driverId);
      }),
    );
    return redirectSaying(place, `“${fields.name}” is in the theory of ${team.teamName}.`);
  });
}

export default function DriverFromFactor() {
  const { team, factor, primaries, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Make a root cause a driver"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.theory(team.id), label: 'Our theory' },
      ]}
      meta="A driver is something that has to change before the aim can be reached."
    >
      <Row id="from" title="The root cause">
        <div className="stack">
          <p className="ans">
            <a href={paths.factor(factor.indicatorId, factor.id)}>{factor.name}</a>
          </p>
          {factor.evidence ? <p className="lines">{factor.evidence}</p> : null}
          <p className="hint">
            Named for the indicator <a href={paths.indicator(factor.indicatorId)}>{factor.indicator}</a>.
          </p>
        </div>
      </Row>
      <Row id="driver" title="The driver">
        <FactorDriverSheet answer={answer} formKey={formKey} name={factor.name} primaries={primaries} />
      </Row>
    </Page>
  );
}
