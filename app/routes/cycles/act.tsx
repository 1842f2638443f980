import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { ActSheet } from '~/cycles/act-sheet';
import { decide } from '~/cycles/commands/decide.server';
import { CycleFormPage } from '~/cycles/form-page';
import { decisionForm } from '~/cycles/forms';
import { findCycle } from '~/cycles/queries.server';
import { Answer } from '~/cycles/worksheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Act for Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const cycle = await findCycle(team, params.cycleId);
  return { teamId: team.teamId, team: team.teamName, cycle, today: team.today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, decisionForm, async (fields) => {
    await decide(team, id, fields);
    return redirectSaying(paths.cycle(team.teamId, id), 'The decision is saved.');
  });
}

export default function ActOfCycle() {
  const { teamId, team, cycle, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { decision, reason, nextStep, decidedOn } = cycle;
  return (
    <CycleFormPage phase="act" teamId={teamId} team={team} cycle={cycle}>
      {cycle.learned ? (
        <section aria-labelledby="learned">
          <h3 id="learned">What you learned</h3>
          <Answer text={cycle.learned} />
        </section>
      ) : (
        <p className="lead">
          Write what you learned before you decide.{' '}
          <a href={paths.studyCycle(teamId, cycle.id)}>Write the Study</a>
        </p>
      )}
      <ActSheet answer={answer} values={{ decision, reason, nextStep, decidedOn: decidedOn ?? today }} />
    </CycleFormPage>
  );
}
