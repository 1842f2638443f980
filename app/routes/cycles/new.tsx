import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { startCycle } from '~/cycles/commands/start.server';
import { startForm } from '~/cycles/forms';
import { StartSheet } from '~/cycles/start-sheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { listPractices } from '~/practices/queries.server';
import { addIdea } from '~/theories/commands.server';
import { ideasOfTeam } from '~/theories/queries.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Start a cycle · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const [ideas, practices] = await Promise.all([ideasOfTeam(team), listPractices(team)]);
  const { searchParams } = new URL(request.url);
  return {
    teamId: team.teamId,
    team: team.teamName,
    ideas: ideas.map(({ id, name }) => ({ value: id, label: name })),
    practices: practices.map(({ id, name }) => ({ value: id, label: name })),
    practiceId: practices.find(({ id }) => id === searchParams.get('practice'))?.id,
    ideaId: ideas.find(({ id }) => id === searchParams.get('idea'))?.id,
    today: team.today,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return submit(request, startForm, async (fields) => {
    const cycle = await transaction(async () => {
      const ideaId = fields.ideaId ?? (await addIdea(team, { ...fields, name: fields.newIdea }));
      return startCycle(team, ideaId, fields);
    });
    const sentence = `Cycle ${cycle.number} is started. The rest of the Plan can wait until you need it.`;
    return redirectSaying(paths.cycle(team.teamId, cycle.id), sentence);
  });
}

export default function NewCycle() {
  const { teamId, team, ideas, practices, practiceId, ideaId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Start a cycle"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
      ]}
    >
      <Row id="four" title="Four questions" note="All else can wait">
        <StartSheet
          answer={answer}
          values={{ startsOn: today, practiceId, ideaId }}
          ideas={ideas}
          practices={practices}
        />
      </Row>
    </Page>
  );
}
