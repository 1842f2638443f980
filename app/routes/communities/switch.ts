import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requirePerson } from '~/access/gate.server';
import { switchCommunity } from '~/communities/commands.server';
import { switchForm } from '~/communities/forms';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

export function loader() {
  return redirect(paths.home());
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requirePerson(request);
  return submit(request, switchForm, async ({ communityId }) => {
    await switchCommunity(access, communityId);
    return redirect(paths.home());
  });
}

/** A page, so that what is refused looks like one. */
export default function Switch() {
  return null;
}
