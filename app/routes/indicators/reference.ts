import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { chooseReference } from '~/indicators/commands.server';
import { referenceForm } from '~/indicators/forms';
import { readIndicator } from '~/indicators/show.server';
import { paths } from '~/paths';

export { ReferencePage as default } from '~/indicators/reference-page';

export const meta: MetaFunction = () => [{ title: 'The group to compare with · Upcurve' }];

/** The form stands on the indicator's page; this one is seen where it is refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const { indicator, dimensions } = await readIndicator(access, new URLSearchParams());
  return { indicator: { id: indicator.id, name: indicator.name }, dimensions };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return submit(request, referenceForm, async (fields) => {
    await chooseReference(access, fields);
    const place = `${paths.indicator(access.indicatorId)}?dimension=${fields.dimensionId}`;
    return redirectSaying(place, 'From now on everyone sees the groups compared with this one.');
  });
}
