import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { readSettings } from '~/http/settings.server';
import { sharedLinkForm } from '~/http/shared-link-form';
import { paths } from '~/paths';
import { linksToStory, makeStoryLink } from '~/stories/links.server';
import { findStory } from '~/stories/queries.server';
import { CopyField } from '~/ui/copy';
import { Page, Row } from '~/ui/page';
import { SharedLinkList } from '~/ui/shared-link-list';
import { SharedLinkSheet } from '~/ui/shared-link-sheet';

export const meta: MetaFunction = () => [{ title: 'Share a bright spot · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  const words = await findStory(team, params.storyId);
  return {
    teamId: team.teamId,
    words,
    links: await linksToStory(team, words.id),
    threshold: team.community.maskingThreshold,
    today: team.today,
    timeZone: team.community.timeZone,
    formKey: newFormKey(),
  };
}

/** Only the answer to this form shows the link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  const { id } = await findStory(team, params.storyId);
  return submit(request, sharedLinkForm, async (fields, form) => {
    let token = '';
    const { place, isFirst } = await once(team.person.id, sentKey(form), async () => {
      token = await makeStoryLink(team, id, fields);
      return paths.brightSpotLinks(team.teamId, id);
    });
    if (!isFirst) {
      return redirectSaying(
        place,
        'This link was made already, and shown then. If you did not see it, take it back and make another.',
      );
    }
    const origin = readSettings().PUBLIC_URL ?? new URL(request.url).origin;
    return { made: { label: fields.label, address: origin + paths.sharedBrightSpot(token) } };
  });
}

export default function StoryLinks() {
  const { teamId, words, links, threshold, today, timeZone, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  return (
    <Page
      title="Share this bright spot"
      crumbs={[
        { href: paths.practice(words.practiceId), label: words.practice },
        { href: paths.brightSpot(teamId, words.id), label: 'A bright spot' },
      ]}
      meta="A link opens this one story for whoever has it, without an account. You can take it back at any time."
    >
      {made ? (
        <Row id="made" title="Pass it on" note="Shown once">
          <div className="stack-form">
            <p role="status">
              <b>The link for {made.label} is made.</b> Copy it now: it is shown this once, and we keep no
              copy.
            </p>
            <CopyField
              id="story-address"
              label="The link"
              hint="Whoever has it reads this story, without an account."
              value={made.address}
            />
          </div>
        </Row>
      ) : null}
      <Row
        id="new"
        title={made ? 'Another link' : 'A new link'}
        note="One for each reader, so that each can be taken back alone"
        side={
          <>
            <h2 className="sideh">What others see</h2>
            <p className="small soft">
              The card as it is on the day they look. Numbers out of fewer than {threshold} stay hidden. If
              the gain slips, the card says so.
            </p>
            <p className="small soft">
              They see no names of people and nothing your team wrote in its cycles.
            </p>
          </>
        }
      >
        <SharedLinkSheet
          key={formKey}
          answer={answer && 'status' in answer ? answer : undefined}
          formKey={formKey}
        />
      </Row>
      <Row id="links" title="Links" note="Those that work and those that did" wide>
        <SharedLinkList
          links={links}
          none="No links yet. Nobody outside your community sees this story."
          revokeAction={paths.revokeBrightSpotLink(teamId, words.id)}
          today={today}
          timeZone={timeZone}
        />
      </Row>
    </Page>
  );
}
