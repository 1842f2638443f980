import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { throwFileAway } from '~/imports/keep.server';
import { fileFor } from '~/indicators/imports.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the preview. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  await throwFileAway(access, fileFor(access), params.importId);
  return redirectSaying(
    paths.indicator(access.indicatorId),
    'The file is thrown away. Nothing of it was kept.',
  );
}
