import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { hasMailServer } from '~/http/settings.server';
import { OutboxTable } from '~/mail/outbox-table';
import { outboxOf } from '~/mail/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'E-mails · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'change settings');
  return {
    mails: await outboxOf(access),
    timeZone: access.community.timeZone,
    hasServer: hasMailServer(),
  };
}

export default function Outbox() {
  const { mails, timeZone, hasServer } = useLoaderData<typeof loader>();
  return (
    <Page
      title="E-mails"
      crumbs={[{ href: paths.settings(), label: 'Community settings' }]}
      meta={
        hasServer
          ? 'What Upcurve wrote to the people of your community, and what became of it. What an e-mail says is for its reader.'
          : 'No mail server is set, so e-mails are kept here and can be read. Nothing is sent.'
      }
    >
      <Row id="letters" title="Outbox" note="Newest first" wide>
        {mails.length === 0 ? (
          <p className="lead">
            No e-mails yet. The first digest is written on Monday morning, for whom something waits.
          </p>
        ) : (
          <OutboxTable mails={mails} timeZone={timeZone} />
        )}
      </Row>
    </Page>
  );
}
