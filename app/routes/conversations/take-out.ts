import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireThing } from '~/access/gate.server';
import { takeCommentOut } from '~/conversations/commands.server';
import { takeOutForm } from '~/conversations/forms';
import { findComment } from '~/conversations/queries.server';
import { placeOfThing } from '~/conversations/things';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands under one's own comment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireThing(request, params);
  await findComment(access, params.commentId);
  return redirect(paths.comments(access.thing, access.thingId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireThing(request, params, 'comment');
  const { id } = await findComment(access, params.commentId);
  return submit(request, takeOutForm, async ({ isOut }) => {
    await takeCommentOut(access, id, isOut);
    return redirectSaying(
      `${placeOfThing({ ...access, teamId: access.teamId ?? null })}#comments-row`,
      isOut ? 'You took your comment back.' : 'Your comment is back.',
      {
        action: paths.takeCommentOut(access.thing, access.thingId, id),
        values: { isOut: isOut ? 'no' : 'yes' },
      },
    );
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function TakeCommentOut() {
  return null;
}
