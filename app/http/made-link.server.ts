import { redirectSaying } from './flash.server';
import { once, sentKey } from './once.server';
import { readSettings } from './settings.server';

/**
 * Makes a link whose token is shown once, and answers with its address: only the answer to this form shows it. Sent
 * again, the form leads back and says so.
 */
export async function showLinkOnce(
  request: Request,
  form: FormData,
  {
    personId,
    label,
    place,
    make,
    pathOf,
  }: {
    personId: string;
    /** Whom it is for. */
    label: string;
    /** The page that lists the links. */
    place: string;
    /** Makes it; returns its token. */
    make: () => Promise<string>;
    pathOf: (token: string) => string;
  },
) {
  let token = '';
  const { isFirst, ...led } = await once(personId, sentKey(form), async () => {
    token = await make();
    return place;
  });
  if (!isFirst) {
    return redirectSaying(
      led.place,
      'This link was made already, and shown then. If you did not see it, take it back and make another.',
    );
  }
  const origin = readSettings().PUBLIC_URL ?? new URL(request.url).origin;
  return { made: { label, address: origin + pathOf(token) } };
}
