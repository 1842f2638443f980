import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type Decision, decisionWords } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { decide } from '~/cycles/commands/decide.server';
import { decideForm } from '~/cycles/forms';
import { OneDecision } from '~/cycles/one-answer';
import { findCycle } from '~/cycles/queries.server';
import { submit } from '~/http/form.server';
import { newFormKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { answerInMeeting } from './answer.server';

export const meta: MetaFunction = () => [{ title: 'Decide · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id, number, idea, learned } = await findCycle(team, params.cycleId);
  const { teamId, teamName } = team;
  const cycle = { id, number, idea, learned };
  return { team: { id: teamId, name: teamName }, cycle, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, decideForm, async (fields, form) => {
    const text = [`${decidedWords(fields.decision)}. ${fields.reason}`, fields.nextStep]
      .filter(Boolean)
      .join(' Next: ');
    return answerInMeeting(team, id, form, { kind: 'decision', text }, () =>
      decide(team, id, { ...fields, decidedOn: team.today }),
    );
  });
}

/** As people say it at the table. */
const decidedWords = (decision: Decision) =>
  decision === 'inconclusive' ? 'We cannot tell yet' : decisionWords[decision];

export default function DecideInMeeting() {
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
      {cycle.learned ? (
        <Row id="learned" title="What you learned">
          <p className="lines">{cycle.learned}</p>
        </Row>
      ) : null}
      <Row id="answer" title="At the meeting">
        <OneDecision
          id="decide"
          action={paths.decideInMeeting(team.id, cycle.id)}
          formKey={formKey}
          answer={answer}
        />
      </Row>
    </Page>
  );
}
