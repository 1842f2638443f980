import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { showLinkOnce } from '~/http/made-link.server';
import { newFormKey } from '~/http/once.server';
import { publishForm } from '~/indicators/public-forms';
import { PublicList } from '~/indicators/public-list';
import { indicatorsToPublish, listPublicPages, publishPage } from '~/indicators/public-pages.server';
import { PublicSheet } from '~/indicators/public-sheet';
import { paths } from '~/paths';
import { answerParts, MadeLinkFields } from '~/ui/made-link';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Public page · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'publish indicators');
  const [pages, indicators] = await Promise.all([listPublicPages(access), indicatorsToPublish(access)]);
  const { maskingThreshold, timeZone } = access.community;
  return { pages, indicators, threshold: maskingThreshold, timeZone, formKey: newFormKey() };
}

/** Only the answer to this form shows the link. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'publish indicators');
  return submit(request, publishForm, async (fields, form) => {
    return showLinkOnce(request, form, {
      personId: access.person.id,
      label: fields.label,
      place: paths.publicPages(),
      make: () => publishPage(access, fields),
      pathOf: paths.publicBoard,
    });
  });
}

export default function PublicPages() {
  const { pages, indicators, threshold, timeZone, formKey } = useLoaderData<typeof loader>();
  const { made, refused } = answerParts(useActionData<typeof action>());
  return (
    <Page
      title="Public page"
      crumbs={[{ href: paths.indicators(), label: 'Indicators' }]}
      meta="Shows the scoreboard, and the indicators you choose, to whoever has the link. It needs no account. You can take it back at any time."
    >
      {made ? (
        <Row id="made" title="Pass it on" note="Shown once">
          <MadeLinkFields
            made={made}
            id="public-address"
            hint="Whoever has it sees the page, without an account."
          />
        </Row>
      ) : null}
      <Row
        id="new"
        title={made ? 'Another page' : 'Publish'}
        note="One for each place, so that each can be taken back alone"
        side={
          <>
            <h2 className="sideh">What others see</h2>
            <p className="small soft">
              The numbers as they are on the day they look. Groups under {threshold}, and those that would
              give them away, stay hidden from everybody.
            </p>
            <p className="small soft">They do not see names of people, teams, or who works on what.</p>
          </>
        }
      >
        <PublicSheet key={formKey} answer={refused} formKey={formKey} indicators={indicators} />
      </Row>
      <Row id="pages" title="Published" note="Those that work and those that did" wide>
        <PublicList pages={pages} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
