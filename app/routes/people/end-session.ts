import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requirePerson } from '~/access/gate.server';
import { endOneSession } from '~/access/session.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { endSessionForm } from '~/people/forms';

export function loader() {
  return redirect(paths.account());
}

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requirePerson(request);
  return submit(request, endSessionForm, async ({ sessionId }) => {
    await endOneSession(person.id, sessionId);
    return redirectSaying(paths.account(), 'That device is signed out.');
  });
}

/** A page, so that what is refused looks like one. */
export default function EndSession() {
  return null;
}
