import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { archiveIndicator } from '~/indicators/archive.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the indicator's page, and on that of outcomes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'archive indicators');
  const name = await archiveIndicator(access, false);
  return redirectSaying(paths.indicator(access.indicatorId), `“${name}” is back.`);
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function BringIndicatorBack() {
  return null;
}
