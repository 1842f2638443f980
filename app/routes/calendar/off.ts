import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireCommunity } from '~/access/gate.server';
import { findGathering, setGatheringOff } from '~/events/gatherings.server';
import { choice } from '~/http/fields';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

const offForm = z.object({
  isOff: choice(['yes', 'no'], 'Say whether it goes or comes back.').transform((said) => said === 'yes'),
});

/** There is nothing to see here: the button stands on the calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await findGathering(await requireCommunity(request), params.eventId);
  return redirect(paths.calendar());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const { id } = await findGathering(access, params.eventId);
  return submit(request, offForm, async ({ isOff }) => {
    const { title } = await setGatheringOff(access, id, isOff);
    return redirectSaying(
      paths.calendar(),
      `“${title}” is ${isOff ? 'off' : 'back on'} the calendar.`,
      isOff ? { action: paths.gatheringOff(id), values: { isOff: 'no' } } : null,
    );
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function GatheringOff() {
  return null;
}
