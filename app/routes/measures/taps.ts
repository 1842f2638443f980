import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { once, sentKey } from '~/http/once.server';
import { tapsForm } from '~/measures/cell-forms';
import { findMeasure } from '~/measures/queries.server';
import { countOn } from '~/measures/taps.server';
import { paths } from '~/paths';

/** Where a phone that counts sends its taps; sent again after a lost answer, they count once. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.tally(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, tapsForm, async (taps, form) => {
    await once(access.person.id, sentKey(form), async () => {
      await countOn(access, id, taps);
      return paths.tally(access.teamId, id);
    });
    return Response.json(await countOn(access, id, { ...taps, yes: 0, no: 0 }));
  });
}
