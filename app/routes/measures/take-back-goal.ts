import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { takeBackGoalForm } from '~/measures/goal-form';
import { takeBackGoal } from '~/measures/goals.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, takeBackGoalForm, async ({ goalId }) => {
    await takeBackGoal(access, id, goalId);
    return redirectSaying(paths.measureGoals(access.teamId, id), 'Taken back. The goal before it holds.');
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function TakeBackGoal() {
  return null;
}
