import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findAction, setActionAway } from '~/indicators/actions.server';
import { awayForm } from '~/indicators/story-forms';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the action's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id } = await findAction(access, params.actionId);
  return submit(request, awayForm, async ({ isAway }) => {
    await setActionAway(access, id, isAway);
    const undo = {
      action: paths.actionAway(access.indicatorId, id),
      values: { isAway: isAway ? 'no' : 'yes' },
    };
    const sentence = isAway ? 'The action is off the list.' : 'The action is on the list again.';
    return redirectSaying(`${paths.indicator(access.indicatorId)}#actions-head`, sentence, undo);
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function ActionAway() {
  return null;
}
