import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { putAway } from '~/conversations/commands.server';
import { putAwayForm } from '~/conversations/forms';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands in the inbox. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request);
  return redirect(paths.inbox());
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request);
  return submit(request, putAwayForm, async (which) => {
    const { at } = await putAway(access, which);
    const { thing, thingId, isAway } = which;
    return redirectSaying(
      paths.inbox(),
      isAway ? 'It is out of your inbox.' : 'It waits in your inbox again.',
      isAway ? { action: paths.putAway(), values: { thing, thingId, isAway: 'no', at } } : null,
    );
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function PutAway() {
  return null;
}
