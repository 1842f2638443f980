import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { writeStudy } from '~/cycles/commands/study.server';
import { CycleFormPage } from '~/cycles/form-page';
import { studyForm } from '~/cycles/forms';
import { findCycle } from '~/cycles/queries.server';
import { PredictionRows } from '~/cycles/study-section';
import { StudySheet } from '~/cycles/study-sheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { readStudy } from './read-study.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Study for Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const cycle = await findCycle(team, params.cycleId);
  const { predictions } = await readStudy(team, cycle);
  return { teamId: team.teamId, team: team.teamName, cycle, predictions };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, studyForm, async (fields) => {
    await writeStudy(team, id, fields);
    return redirectSaying(paths.cycle(team.teamId, id), 'The Study is saved.');
  });
}

export default function StudyOfCycle() {
  const { teamId, team, cycle, predictions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CycleFormPage phase="study" teamId={teamId} team={team} cycle={cycle}>
      {predictions.length > 0 ? (
        <section aria-labelledby="numbers">
          <h3 id="numbers">The numbers you predicted</h3>
          <PredictionRows predictions={predictions} />
        </section>
      ) : null}
      <StudySheet
        answer={answer}
        values={{ answers: cycle.questions, learned: cycle.learned }}
        questions={cycle.questions}
      />
    </CycleFormPage>
  );
}
