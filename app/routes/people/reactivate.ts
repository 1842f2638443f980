import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { reactivate } from '~/communities/memberships.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { nothing } from '~/people/forms';
import { findPerson } from '~/people/queries.server';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.person(params.personId ?? ''));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const person = await findPerson(access, params.personId);
  return submit(request, nothing, async () => {
    const isAsked = await reactivate(access, person.personId);
    const words = isAsked ? 'is asked to come back.' : 'can sign in again.';
    return redirectSaying(paths.person(person.personId), `${person.name} ${words}`);
  });
}

/** A page, so that what is refused looks like one. */
export default function Reactivate() {
  return null;
}
