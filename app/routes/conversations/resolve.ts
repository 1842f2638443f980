import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireThing } from '~/access/gate.server';
import { resolveThread } from '~/conversations/commands.server';
import { resolveForm } from '~/conversations/forms';
import { findComment } from '~/conversations/queries.server';
import { placeOfThing } from '~/conversations/things';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands under the comment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireThing(request, params);
  await findComment(access, params.commentId);
  return redirect(paths.comments(access.thing, access.thingId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireThing(request, params, 'comment');
  const { id } = await findComment(access, params.commentId);
  return submit(request, resolveForm, async ({ isResolved }) => {
    await resolveThread(access, id, isResolved);
    return redirectSaying(
      `${placeOfThing({ ...access, teamId: access.teamId ?? null })}#comments-row`,
      isResolved ? 'Resolved. It is kept with the comments.' : 'It is open again.',
      {
        action: paths.resolveComment(access.thing, access.thingId, id),
        values: { isResolved: isResolved ? 'no' : 'yes' },
      },
    );
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function ResolveComment() {
  return null;
}
