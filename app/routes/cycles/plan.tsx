import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { writePlan } from '~/cycles/commands/plan.server';
import { CycleFormPage } from '~/cycles/form-page';
import { planForm } from '~/cycles/forms';
import { PlanSheet } from '~/cycles/plan-sheet';
import { planValues } from '~/cycles/plan-values';
import { choicesOfPlan, findCycle } from '~/cycles/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { withPresent } from '~/ui/with-present';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Plan for Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const [cycle, choices] = await Promise.all([findCycle(team, params.cycleId), choicesOfPlan(team)]);
  const measures = cycle.predictions.reduce(
    (options, { measureId, measure }) => withPresent(options, measureId, measure),
    choices.measures,
  );
  return {
    teamId: team.teamId,
    team: team.teamName,
    cycle,
    measures,
    people: withPresent(choices.people, cycle.ledBy, cycle.leader),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, planForm, async (fields) => {
    await writePlan(team, id, fields);
    return redirectSaying(paths.cycle(team.teamId, id), 'The Plan is saved.');
  });
}

export default function PlanOfCycle() {
  const { teamId, team, cycle, measures, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CycleFormPage phase="plan" teamId={teamId} team={team} cycle={cycle}>
      <PlanSheet
        answer={answer}
        values={planValues(cycle)}
        measures={measures}
        people={people}
        newMeasureHref={paths.newMeasure(teamId)}
      />
    </CycleFormPage>
  );
}
