import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { progressOf } from '~/imports/progress.server';

/** Asked again and again by the page that waits: how far its file is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return Response.json(await progressOf(access, params.importId));
}
