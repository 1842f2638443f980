import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { goalForm } from '~/measures/goal-form';
import { GoalList, GoalSheet } from '~/measures/goal-sheet';
import { goalStepsOf, setGoal } from '~/measures/goals.server';
import { goalWord } from '~/measures/measure';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Goals of ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return {
    measure,
    ...(await goalStepsOf(access, measure.id)),
    team: { id: access.teamId, name: access.teamName },
    today: access.today,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, goalForm, async (fields) => {
    await setGoal(access, id, fields);
    return redirectSaying(paths.measureGoals(access.teamId, id), 'Saved.');
  });
}

export default function Goals() {
  const { measure, first, steps, team, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const word = goalWord(measure.type);
  return (
    <Page
      title={`${word}s of “${measure.name}”`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={`The chart draws each ${word.toLowerCase()} over the time it held.`}
    >
      <Row id="goals" title={`${word}s`} note="Oldest first">
        <GoalList teamId={team.id} measure={measure} first={first} steps={steps} today={today} />
      </Row>
      <Row id="next" title="Set the next">
        <GoalSheet key={steps.length} answer={answer} measure={measure} />
      </Row>
    </Page>
  );
}
