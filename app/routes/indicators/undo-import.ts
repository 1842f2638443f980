import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { undoneSentence } from '~/imports/undone-words';
import { undoImport } from '~/indicators/imports.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the files of before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const undone = await undoImport(access, params.importId);
  return redirectSaying(paths.bringFile(access.indicatorId), undoneSentence(undone));
}
