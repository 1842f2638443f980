import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requirePractice } from '~/access/gate.server';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { rewritePractice } from '~/practices/commands.server';
import { practiceForm } from '~/practices/forms';
import { PracticeSheet } from '~/practices/practice-sheet';
import { findPractice, outcomesToHelp } from '~/practices/queries.server';
import { Page, Row } from '~/ui/page';
import { withPresent } from '~/ui/with-present';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.practice.name ?? 'practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  const [practice, members, outcomes] = await Promise.all([
    findPractice(access),
    listMembers(access),
    outcomesToHelp(access),
  ]);
  const owners = members.map((member) => ({ value: member.personId, label: member.name }));
  return {
    practice,
    owners: withPresent(owners, practice.ownerId, practice.owner),
    outcomes: outcomes.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  return submit(request, practiceForm, async (fields, form) => {
    await rewritePractice(access, fields, shownIn(form));
    return redirectSaying(paths.practice(access.practiceId), 'Saved.');
  });
}

export default function EditPractice() {
  const { practice, owners, outcomes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Edit “${practice.name}”`}
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
    >
      <Row id="about" title="About it">
        <PracticeSheet
          answer={answer}
          values={practice}
          owners={owners}
          outcomes={outcomes}
          isThere
          saveWords="Save"
        />
      </Row>
    </Page>
  );
}
