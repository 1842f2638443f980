import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { wake } from '~/coaching/snoozes.server';
import { redirectSaying } from '~/http/flash.server';
import { readForm } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands in the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request, 'see the queue');
  return redirect(paths.coaching());
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'see the queue');
  const line = (await readForm(request)).get('line');
  await wake(access, typeof line === 'string' ? line : '');
  return redirectSaying(paths.coaching(), 'It is on your list again.');
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function Wake() {
  return null;
}
