import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { revokePageForm } from '~/indicators/public-forms';
import { revokePublicPage } from '~/indicators/public-pages.server';
import { paths } from '~/paths';

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request, 'publish indicators');
  return redirect(paths.publicPages());
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'publish indicators');
  return submit(request, revokePageForm, async ({ pageId }) => {
    const label = await revokePublicPage(access, pageId);
    return redirectSaying(
      paths.publicPages(),
      `The page for ${label} was taken back. Its link opens nothing any more.`,
    );
  });
}
