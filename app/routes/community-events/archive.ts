import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { archiveCommunityEvent } from '~/events/commands.server';
import { findCommunityEvent } from '~/events/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await findCommunityEvent(await requireCommunity(request), params.eventId);
  return redirect(paths.communityEvents());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const { title } = await archiveCommunityEvent(access, params.eventId);
  return redirectSaying(paths.communityEvents(), `“${title}” is off the charts.`, {
    action: paths.bringBackCommunityEvent(params.eventId ?? ''),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveCommunityEvent() {
  return null;
}
