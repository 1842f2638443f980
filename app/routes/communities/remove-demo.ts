import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { isSetUp, requireNetworkAdmin } from '~/access/gate.server';
import { removeDemo, requireDemo } from '~/communities/remove-demo.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

export function loader() {
  return redirect(paths.settings());
}

/** Every demo community goes, also those that another admin runs: a deed for the network's admin. */
export async function action({ request }: ActionFunctionArgs) {
  await removeDemo(requireDemo(await requireNetworkAdmin(request, 'remove the demo')));
  return redirectSaying((await isSetUp()) ? paths.signIn() : paths.setup(), 'The demo is removed.');
}

/** A page, so that what is refused looks like one. */
export default function RemoveDemo() {
  return null;
}
