import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireCommunity } from '~/access/gate.server';
import { revokeCalendarLink } from '~/events/calendar-links.server';
import { id } from '~/http/fields';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the link. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request);
  return redirect(paths.calendarLinks());
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request);
  return submit(request, z.object({ linkId: id('Choose a link.') }), async ({ linkId }) => {
    await revokeCalendarLink(access, linkId);
    return redirectSaying(paths.calendarLinks(), 'The link is taken back. It opens nothing any more.');
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function RevokeCalendarLink() {
  return null;
}
