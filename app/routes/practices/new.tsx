import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { addPractice } from '~/practices/commands.server';
import { practiceForm } from '~/practices/forms';
import { PracticeSheet } from '~/practices/practice-sheet';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a practice · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage practices');
  const members = await listMembers(access);
  return {
    owners: members.map((member) => ({ value: member.personId, label: member.name })),
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage practices');
  return submit(request, practiceForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.practice(await addPractice(access, fields)),
    );
    return redirectSaying(place, 'The practice was added.');
  });
}

export default function NewPractice() {
  const { owners, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Add a practice" crumbs={[{ href: paths.practices(), label: 'Practices' }]}>
      <Row id="about" title="About it" note="Only the name is needed now">
        <PracticeSheet answer={answer} formKey={formKey} owners={owners} saveWords="Add the practice" />
      </Row>
    </Page>
  );
}
