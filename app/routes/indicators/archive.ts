import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { archiveIndicator } from '~/indicators/archive.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands where the indicator is edited. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'archive indicators');
  const name = await archiveIndicator(access, true);
  return redirectSaying(paths.indicators(), `“${name}” was archived.`, {
    action: paths.bringIndicatorBack(access.indicatorId),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveIndicator() {
  return null;
}
