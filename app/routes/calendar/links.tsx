import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireCommunity } from '~/access/gate.server';
import { CalendarLinkList, CalendarLinkSheet } from '~/events/calendar-link-list';
import { makeCalendarLink, myCalendarLinks } from '~/events/calendar-links.server';
import { line } from '~/http/fields';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { readSettings } from '~/http/settings.server';
import { paths } from '~/paths';
import { CopyField } from '~/ui/copy';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'In your own calendar · Upcurve' }];

const linkForm = z.object({ label: line('Say for which calendar it is.', 80) });

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return {
    links: await myCalendarLinks(access),
    timeZone: access.community.timeZone,
    formKey: newFormKey(),
  };
}

/** Only the answer to this form shows the link. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request);
  return submit(request, linkForm, async ({ label }, form) => {
    let token = '';
    const { place, isFirst } = await once(access.person.id, sentKey(form), async () => {
      token = await makeCalendarLink(access, label);
      return paths.calendarLinks();
    });
    if (!isFirst) {
      return redirectSaying(
        place,
        'This link was made already, and shown then. If you did not see it, take it back and make another.',
      );
    }
    const origin = readSettings().PUBLIC_URL ?? new URL(request.url).origin;
    return { made: { label, address: origin + paths.calendarFeed(token) } };
  });
}

export default function CalendarLinks() {
  const { links, timeZone, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  return (
    <Page
      title="In your own calendar"
      crumbs={[{ href: paths.calendar(), label: 'Calendar' }]}
      meta="A link that your calendar program reads, and reads again. You can take it back at any time."
    >
      {made ? (
        <Row id="made" title="Your link" note="Shown once">
          <div className="stack-form">
            <p role="status">
              <b>The link for {made.label} is made.</b> Copy it now: it is shown this once, and we keep no
              copy.
            </p>
            <CopyField
              id="calendar-address"
              label="The link"
              hint="In your calendar program, choose “subscribe” or “add from the internet”, and paste it."
              value={made.address}
            />
          </div>
        </Row>
      ) : null}
      <Row id="new" title={made ? 'Another link' : 'A new link'} note="One for each program or device">
        <CalendarLinkSheet
          key={formKey}
          answer={answer && 'status' in answer ? answer : undefined}
          formKey={formKey}
        />
      </Row>
      <Row id="links" title="Your links">
        <CalendarLinkList links={links} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
