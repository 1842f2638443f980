import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { chooseReference } from '~/indicators/commands.server';
import { referenceForm } from '~/indicators/forms';
import { paths } from '~/paths';

/** There is nothing to see here: the form stands on the indicator's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return submit(request, referenceForm, async (fields) => {
    await chooseReference(access, fields);
    const place = `${paths.indicator(access.indicatorId)}?dimension=${fields.dimensionId}`;
    return redirectSaying(place, 'From now on everyone sees the groups compared with this one.');
  });
}
