import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { logFinished } from '~/cycles/commands/finish.server';
import { FinishedSheet } from '~/cycles/finished-sheet';
import { chosenIdea, finishedForm } from '~/cycles/forms';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { addIdea } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';
import { OtherTeams } from './other-teams';
import { readStart } from './read-start.server';

export const meta: MetaFunction = () => [{ title: 'Log a finished test · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return readStart(team, request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return submit(request, finishedForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const cycle = await transaction(async () => {
        const ideaId = chosenIdea(fields) ?? (await addIdea(team, { ...fields, name: fields.newIdea }));
        return logFinished(team, ideaId, fields);
      });
      return paths.cycle(team.teamId, cycle.id);
    });
    return redirectSaying(place, 'The test is saved, and marked as written afterwards.');
  });
}

export default function FinishedCycle() {
  const { teamId, team, ideas, practices, practiceId, ideaId, otherTeams, formKey } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Log a finished test"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
      ]}
      meta={
        <>
          For {team}. <OtherTeams teams={otherTeams} href={paths.finishedCycle} /> Not over yet?{' '}
          <a href={paths.newCycle(teamId)}>Start a cycle</a>
        </>
      }
    >
      <Row
        id="over"
        title="What you tested"
        note="In one page"
        side={
          <p className="hint">
            It is marked as written afterwards: nobody can know what was expected before. Next time, write
            your guess first. It takes a minute.
          </p>
        }
      >
        <FinishedSheet
          key={teamId}
          answer={answer}
          formKey={formKey}
          values={{ practiceId, ideaId, suggestedId: ideaId }}
          ideas={ideas}
          practices={practices}
        />
      </Row>
    </Page>
  );
}
