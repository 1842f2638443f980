import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findPartnerRole, setPartnerRoleAway } from '~/indicators/partners.server';
import { awayForm } from '~/indicators/story-forms';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the partner's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id, partner } = await findPartnerRole(access, params.roleId);
  return submit(request, awayForm, async ({ isAway }) => {
    await setPartnerRoleAway(access, id, isAway);
    const undo = {
      action: paths.partnerRoleAway(access.indicatorId, id),
      values: { isAway: isAway ? 'no' : 'yes' },
    };
    const sentence = isAway ? `${partner} is off the list.` : `${partner} is on the list again.`;
    return redirectSaying(`${paths.indicator(access.indicatorId)}#partners-head`, sentence, undo);
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function PartnerAway() {
  return null;
}
