import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findIndicator } from '~/indicators/queries.server';
import { storyInForm } from '~/indicators/story';
import { newestVersionsOf, writeStory } from '~/indicators/story.server';
import { storyForm } from '~/indicators/story-forms';
import { StorySheet } from '~/indicators/story-sheets';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'The story behind the curve · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const [{ id, name }, versions] = await Promise.all([findIndicator(access), newestVersionsOf(access)]);
  return { indicator: { id, name }, ...storyInForm(versions) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  return submit(request, storyForm, async (typed) => {
    await writeStory(access, typed);
    return redirectSaying(paths.indicator(access.indicatorId), 'The story is saved.');
  });
}

export default function WriteStory() {
  const { indicator, values, was } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="The story behind the curve"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="What the number itself does not say. Everyone in the community reads it."
    >
      <Row
        id="write"
        title="Write it"
        note="Each part that you change is kept as a new version"
        side={
          <p className="small">
            <a href={paths.storyVersions(indicator.id)}>Earlier versions</a>
          </p>
        }
      >
        <StorySheet answer={answer} values={values} was={was} />
      </Row>
    </Page>
  );
}
