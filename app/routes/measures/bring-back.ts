import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { bringBackForm } from '~/measures/judging-forms';
import { findMeasure } from '~/measures/queries.server';
import { bringBack } from '~/measures/set-aside.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the measure's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, bringBackForm, async ({ pointId }) => {
    await bringBack(access, id, pointId);
    return redirectSaying(`${paths.measure(access.teamId, id)}#judged-row`, 'It counts again.');
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function BringBackPoint() {
  return null;
}
