import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { writeCommunityEvent } from '~/events/commands.server';
import { EventSheet } from '~/events/event-sheet';
import { communityEventForm } from '~/events/forms';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Write down what happened to all · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request, 'write community events');
  return { formKey: newFormKey() };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  return submit(request, communityEventForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await writeCommunityEvent(access, fields);
      return paths.communityEvents();
    });
    return redirectSaying(place, 'It is on the time line of every team.');
  });
}

export default function NewCommunityEvent() {
  const { formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Write down what happened to all"
      crumbs={[{ href: paths.communityEvents(), label: 'On the time line of every team' }]}
    >
      <Row id="about" title="About it" note="It shows on the charts of all teams">
        <input type="hidden" name="formKey" value={formKey} form="event-form" autoComplete="off" />
        <EventSheet
          answer={answer}
          values={{ kind: 'event' }}
          measures={[]}
          saveWords="Put it on the time line"
        />
      </Row>
    </Page>
  );
}
