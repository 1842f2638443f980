import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { sendAgain } from '~/mail/commands.server';
import { findMail } from '~/mail/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the letter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id } = await findMail(await requireCommunity(request, 'change settings'), params.mailId);
  return redirect(paths.mail(id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'change settings');
  const { id } = await findMail(access, params.mailId);
  return submit(request, z.object({}), async () => {
    await sendAgain(access, id);
    return redirectSaying(paths.mail(id), 'It is tried again within a minute.');
  });
}

/** Drawn only where the letter needs no second try: with it, a refusal is the error page and not bare text. */
export default function SendAgain() {
  return null;
}
