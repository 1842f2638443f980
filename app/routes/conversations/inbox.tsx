import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { inboxTitle } from '~/conversations/inbox';
import { InboxList } from '~/conversations/inbox-list';
import { howMany, portions } from '~/conversations/portion';
import { inboxOf } from '~/conversations/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Inbox · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const count = howMany(new URL(request.url).searchParams.get('told'), portions.told);
  const { things, hasEarlier } = await inboxOf(access, count);
  const earlier = hasEarlier ? count + portions.told : null;
  return { things, earlier, timeZone: access.community.timeZone };
}

export default function Inbox() {
  const { things, earlier, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title={inboxTitle(things.length)}
      meta="Comments that name you, answer you, or stand beside what you look after."
    >
      <Row id="inbox" title="Inbox" note="One entry for each thing, however many comments">
        {things.length === 0 ? (
          <p className="lead">
            Your inbox is empty. When somebody names you with @ beside a cycle, a measure, an indicator or a
            practice, it waits here until you answer or say that you are done with it.
          </p>
        ) : (
          <InboxList things={things} timeZone={timeZone} />
        )}
        {earlier === null ? null : (
          <p className="btns">
            <a className="btn text" href={paths.inbox(earlier)}>
              Show earlier
            </a>
          </p>
        )}
      </Row>
    </Page>
  );
}
