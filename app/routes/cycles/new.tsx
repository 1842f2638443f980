import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { startCycle } from '~/cycles/commands/start.server';
import { startForm } from '~/cycles/forms';
import { StartSheet } from '~/cycles/start-sheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
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
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return submit(request, startForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const cycle = await transaction(async () => {
        const ideaId = fields.ideaId ?? (await addIdea(team, { ...fields, name: fields.newIdea }));
        return startCycle(team, ideaId, fields);
      });
      return paths.cycle(team.teamId, cycle.id);
    });
    return redirectSaying(place, 'The cycle is started. The rest of the Plan can wait until you need it.');
  });
}

export default function NewCycle() {
  const { teamId, team, ideas, practices, practiceId, ideaId, today, formKey } =
    useLoaderData<typeof loader>();
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
          formKey={formKey}
          values={{ startsOn: today, practiceId, ideaId }}
          ideas={ideas}
          practices={practices}
        />
      </Row>
    </Page>
  );
}
