import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { gatheringForm } from '~/events/gathering-form';
import { GatheringSheet } from '~/events/gathering-sheet';
import { writeGathering } from '~/events/gatherings.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Put it on the calendar · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunity(request, 'write community events');
  return { formKey: newFormKey() };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  return submit(request, gatheringForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await writeGathering(access, fields);
      return paths.calendar();
    });
    return redirectSaying(place, 'It is on the calendar, and on the charts of every team.');
  });
}

export default function NewGathering() {
  const { formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Put it on the calendar" crumbs={[{ href: paths.calendar(), label: 'Calendar' }]}>
      <Row id="about" title="About it">
        <GatheringSheet
          answer={answer}
          values={{ kind: 'learning session' }}
          formKey={formKey}
          saveWords="Put it on the calendar"
        />
      </Row>
    </Page>
  );
}
