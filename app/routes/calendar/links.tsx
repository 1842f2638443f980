import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireCommunity } from '~/access/gate.server';
import { CalendarLinkList, CalendarLinkSheet } from '~/events/calendar-link-list';
import { makeCalendarLink, myCalendarLinks } from '~/events/calendar-links.server';
import { line } from '~/http/fields';
import { submit } from '~/http/form.server';
import { showLinkOnce } from '~/http/made-link.server';
import { newFormKey } from '~/http/once.server';
import { paths } from '~/paths';
import { answerParts, MadeLinkFields } from '~/ui/made-link';
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
    return showLinkOnce(request, form, {
      personId: access.person.id,
      label,
      place: paths.calendarLinks(),
      make: () => makeCalendarLink(access, label),
      pathOf: paths.calendarFeed,
    });
  });
}

export default function CalendarLinks() {
  const { links, timeZone, formKey } = useLoaderData<typeof loader>();
  const { made, refused } = answerParts(useActionData<typeof action>());
  return (
    <Page
      title="In your own calendar"
      crumbs={[{ href: paths.calendar(), label: 'Calendar' }]}
      meta="A link that your calendar program reads, and reads again. You can take it back at any time."
    >
      {made ? (
        <Row id="made" title="Your link" note="Shown once">
          <MadeLinkFields
            made={made}
            id="calendar-address"
            hint="In your calendar program, choose “subscribe” or “add from the internet”, and paste it."
          />
        </Row>
      ) : null}
      <Row id="new" title={made ? 'Another link' : 'A new link'} note="One for each program or device">
        <CalendarLinkSheet key={formKey} answer={refused} formKey={formKey} />
      </Row>
      <Row id="links" title="Your links">
        <CalendarLinkList links={links} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
