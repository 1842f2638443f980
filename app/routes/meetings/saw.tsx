import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { noteWhatWasSeen } from '~/cycles/commands/meeting-words.server';
import { sawForm } from '~/cycles/forms';
import { OneAnswer } from '~/cycles/one-answer';
import { findCycle } from '~/cycles/queries.server';
import { submit } from '~/http/form.server';
import { newFormKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { answerInMeeting } from './answer.server';

export const meta: MetaFunction = () => [{ title: 'What did you see? · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id, number, idea } = await findCycle(team, params.cycleId);
  const { teamId, teamName } = team;
  return { team: { id: teamId, name: teamName }, cycle: { id, number, idea }, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, sawForm, async ({ answer }, form) =>
    answerInMeeting(team, id, form, { kind: 'note', text: `What we saw: ${answer}` }, () =>
      noteWhatWasSeen(team, id, answer),
    ),
  );
}

export default function SawInMeeting() {
  const { team, cycle, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Cycle ${cycle.number}: ${cycle.idea}`}
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.meeting(team.id, 'cycles'), label: 'Meeting' },
      ]}
    >
      <Row id="answer" title="At the meeting">
        <OneAnswer
          id="saw"
          action={paths.sawInMeeting(team.id, cycle.id)}
          formKey={formKey}
          question="What did you see?"
          answer={answer}
        />
      </Row>
    </Page>
  );
}
