import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { showLinkOnce } from '~/http/made-link.server';
import { newFormKey } from '~/http/once.server';
import { sharedLinkForm } from '~/http/shared-link-form';
import { paths } from '~/paths';
import { linksToStory, makeStoryLink } from '~/stories/links.server';
import { findStory } from '~/stories/queries.server';
import { answerParts, MadeLinkFields } from '~/ui/made-link';
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
    return showLinkOnce(request, form, {
      personId: team.person.id,
      label: fields.label,
      place: paths.brightSpotLinks(team.teamId, id),
      make: () => makeStoryLink(team, id, fields),
      pathOf: paths.sharedBrightSpot,
    });
  });
}

export default function StoryLinks() {
  const { teamId, words, links, threshold, today, timeZone, formKey } = useLoaderData<typeof loader>();
  const { made, refused } = answerParts(useActionData<typeof action>());
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
          <MadeLinkFields
            made={made}
            id="story-address"
            hint="Whoever has it reads this story, without an account."
          />
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
        <SharedLinkSheet key={formKey} answer={refused} formKey={formKey} />
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
