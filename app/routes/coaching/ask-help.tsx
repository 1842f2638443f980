import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { type AskContext, askForHelp, contextOf } from '~/coaching/ask-commands.server';
import { coachesOf } from '~/coaching/caseload.server';
import { askHelpForm } from '~/coaching/forms';
import { WordsForm } from '~/coaching/words-form';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { listed } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Ask for help · Upcurve' }];

/** What it is about stands in the address: a cycle or a measure, or neither. */
function contextIn(request: Request): AskContext {
  const { searchParams } = new URL(request.url);
  const cycleId = searchParams.get('cycle');
  return { cycleId, measureId: cycleId === null ? searchParams.get('measure') : null };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const [about, coaches] = await Promise.all([contextOf(team, contextIn(request)), coachesOf(team)]);
  return {
    team: { id: team.teamId, name: team.teamName },
    about,
    coaches: listed(coaches.map(({ name }) => name)),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const context = contextIn(request);
  await contextOf(team, context);
  return submit(request, askHelpForm, async ({ words }, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const id = await askForHelp(team, context, words);
      return `${paths.teamHelp(team.teamId)}#${id}`;
    });
    return redirectSaying(place, 'Your coach sees it on their list.');
  });
}

export default function AskHelp() {
  const { team, about, coaches, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={about ? `Ask for help with ${about}` : 'Ask for help'}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
    >
      <Row id="ask" title="Ask your coach" note={coaches || 'This team has no coach yet'}>
        <WordsForm
          answer={answer}
          formKey={formKey}
          name="words"
          label="What do you need help with?"
          hint={about ? `Your coach sees ${about} beside it.` : 'A sentence or two is enough.'}
          button="Ask for help"
        />
      </Row>
    </Page>
  );
}
