import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { rewriteStory } from '~/stories/commands.server';
import { storyForm } from '~/stories/forms';
import { findStory } from '~/stories/queries.server';
import { StorySheet } from '~/stories/story-sheet';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Words of a bright spot · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  return { teamId: team.teamId, words: await findStory(team, params.storyId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  return submit(request, storyForm, async (fields, form) => {
    await rewriteStory(team, params.storyId, fields, shownIn(form));
    return redirectSaying(paths.brightSpot(team.teamId, params.storyId ?? ''), 'Saved.');
  });
}

export default function EditStory() {
  const { teamId, words } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add your words"
      crumbs={[
        { href: paths.practice(words.practiceId), label: words.practice },
        { href: paths.brightSpot(teamId, words.id), label: 'A bright spot' },
      ]}
      meta="The aim, the tests, the chart, the decision and most cautions come from the data by themselves."
    >
      <Row id="words" title="Your words">
        <StorySheet answer={answer} values={words} />
      </Row>
    </Page>
  );
}
