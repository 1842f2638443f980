import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/access/session.server';
import { paths } from '~/paths';

/** A link cannot sign anybody out. */
export function loader() {
  return redirect(paths.home());
}

export async function action({ request }: ActionFunctionArgs) {
  return signOut(request);
}
