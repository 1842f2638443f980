import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { startNextCycle } from '~/cycles/commands/start.server';
import { CycleFormPage } from '~/cycles/form-page';
import { nextForm } from '~/cycles/forms';
import { NextSheet } from '~/cycles/next-sheet';
import { sizeInWords } from '~/cycles/plan-section';
import { cyclesOfTeam, findCycle } from '~/cycles/queries.server';
import { followerOf } from '~/cycles/ramp';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The cycle after Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const cycle = await findCycle(team, params.cycleId);
  const next = followerOf(await cyclesOfTeam(team), cycle.id);
  return {
    ...{ teamId: team.teamId, team: team.teamName, cycle, today: team.today, formKey: newFormKey() },
    next: next && { id: next.id, number: next.number },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, nextForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const next = await startNextCycle(team, id, fields);
      return paths.cycle(team.teamId, next.id);
    });
    return redirectSaying(
      place,
      'The next cycle is started with the same Plan. Now predict its numbers again.',
    );
  });
}

export default function NextCycle() {
  const { teamId, team, cycle, today, formKey, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const size = sizeInWords(cycle);
  return (
    <CycleFormPage phase={null} teamId={teamId} team={team} cycle={cycle}>
      {next ? (
        <p>
          <a href={paths.cycle(teamId, next.id)}>Cycle {next.number}</a> is the next step already. What you
          start here stands beside it, as a new branch.
        </p>
      ) : null}
      <p>
        The Plan is copied: what you try, the questions and what you predict, and the tasks that are not done.
        You can change all of it.
      </p>
      {size ? (
        <p>
          Last time: {size.charAt(0).toLowerCase()}
          {size.slice(1)}.
        </p>
      ) : null}
      <NextSheet
        answer={answer}
        formKey={formKey}
        values={{ scale: cycle.scale ?? undefined, startsOn: today, startsBranch: next ? 'yes' : 'no' }}
      />
    </CycleFormPage>
  );
}
