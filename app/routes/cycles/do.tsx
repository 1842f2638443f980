import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { writeDo } from '~/cycles/commands/do.server';
import { DoSheet } from '~/cycles/do-sheet';
import { CycleFormPage } from '~/cycles/form-page';
import { doForm } from '~/cycles/forms';
import { findCycle } from '~/cycles/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Do for Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const cycle = await findCycle(team, params.cycleId);
  // The planned first day is the likely one, once it has come.
  const likelyStart = cycle.startsOn <= team.today ? cycle.startsOn : null;
  return { teamId: team.teamId, team: team.teamName, cycle, likelyStart };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, doForm, async (fields) => {
    await writeDo(team, id, fields);
    return redirectSaying(paths.cycle(team.teamId, id), 'Do is saved.');
  });
}

export default function DoOfCycle() {
  const { teamId, team, cycle, likelyStart } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const tasksDone = cycle.tasks.filter((task) => task.doneAt !== null).map((task) => task.id);
  return (
    <CycleFormPage phase="do" teamId={teamId} team={team} cycle={cycle}>
      <DoSheet
        answer={answer}
        values={{ ...cycle, doStartedOn: cycle.doStartedOn ?? likelyStart, tasksDone }}
        tasks={cycle.tasks}
      />
    </CycleFormPage>
  );
}
