import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { transaction } from '#db/client.server';
import { requireCommunity } from '~/access/gate.server';
import { deactivate } from '~/communities/memberships.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { nothing } from '~/people/forms';
import { voidLinks } from '~/people/links.server';
import { findPerson } from '~/people/queries.server';

export { DeactivatePage as default } from '~/people/deactivate-page';

export const meta: MetaFunction = () => [{ title: 'Deactivate · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const { personId, name } = await findPerson(access, params.personId);
  return { person: { personId, name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const person = await findPerson(access, params.personId);
  return submit(request, nothing, async () => {
    await transaction(async () => {
      const wasAll = await deactivate(access, person.personId);
      if (wasAll) await voidLinks(person.personId);
    });
    return redirectSaying(paths.people(), `${person.name} is deactivated.`, {
      action: paths.reactivate(person.personId),
    });
  });
}
