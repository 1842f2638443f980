import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requirePractice } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { takeOfferBack } from '~/practices/offers.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params);
  return redirect(paths.practice(access.practiceId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  await takeOfferBack(access);
  return redirectSaying(
    paths.practice(access.practiceId),
    'Other communities no longer see this practice. Copies they made are theirs.',
    { action: paths.offerPractice(access.practiceId) },
  );
}
