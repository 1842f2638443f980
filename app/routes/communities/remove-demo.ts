import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isSetUp, requireCommunity } from '~/access/gate.server';
import { removeDemoForm } from '~/communities/forms';
import { listDemo } from '~/communities/queries.server';
import { removeDemo, requireDemo } from '~/communities/remove-demo.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

export { RemoveDemoPage as default } from '~/communities/remove-demo-page';

export const meta: MetaFunction = () => [{ title: 'Remove the demo · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  requireDemo(await requireCommunity(request, 'remove the demo'));
  return { demo: await listDemo() };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = requireDemo(await requireCommunity(request, 'remove the demo'));
  return submit(request, removeDemoForm, async () => {
    await removeDemo(access);
    return redirectSaying((await isSetUp()) ? paths.signIn() : paths.setup(), 'The demo is removed.');
  });
}
