import type { LoaderFunctionArgs } from '@remix-run/node';
import { followPublicPage, type PublicPageAccess } from '~/access/links.server';
import { plainPage } from '~/http/outside-page';
import { noPublicPage, tooManyPublicPage } from '~/indicators/public-document.server';
import { secondsToWait } from '~/people/limits.server';
import stylesheet from '~/ui/upcurve.css?url';

export { stylesheet };

/**
 * The public page that a link opens. No session is read for it.
 * @throws Response 404 where there is no such page any more, 429 where one address asks more than 120 times a minute.
 */
export async function readPublicPage({ params, context }: LoaderFunctionArgs): Promise<PublicPageAccess> {
  const wait = await secondsToWait('shared chart', context.address);
  if (wait > 0) throw plainPage(tooManyPublicPage(stylesheet), 429, { 'Retry-After': String(wait) });
  return (await followPublicPage(params.token)) ?? notThere();
}

export function notThere(): never {
  throw plainPage(noPublicPage(stylesheet), 404);
}
