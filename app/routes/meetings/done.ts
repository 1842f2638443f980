import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { keepPromise } from '~/meetings/commands.server';
import { doneForm } from '~/meetings/forms';
import { findLine } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { placeOfLine } from './place-of-line';

/** There is nothing to see here: the button stands beside the promise. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  return redirect(placeOfLine(access.teamId, await findLine(access, params.meetingId, params.lineId)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const line = await findLine(access, params.meetingId, params.lineId);
  return submit(request, doneForm, async ({ isDone }, form) => {
    await keepPromise(access, line.meetingId, line.id, isDone);
    const from = String(form.get('from') ?? '');
    const place =
      from === 'due'
        ? paths.meeting(access.teamId)
        : from === 'list'
          ? paths.meetings(access.teamId)
          : placeOfLine(access.teamId, line);
    const undo = {
      action: paths.promiseDone(access.teamId, line.meetingId, line.id),
      values: { isDone: isDone ? 'no' : 'yes', from: from === 'due' || from === 'list' ? from : '' },
    };
    return redirectSaying(place, isDone ? `Done: ${line.text}` : `Not done yet: ${line.text}`, undo);
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function PromiseDone() {
  return null;
}
