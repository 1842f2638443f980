import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireCommunity } from '~/access/gate.server';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { addPractice } from '~/practices/commands.server';
import { practiceForm } from '~/practices/forms';
import { PracticeSheet } from '~/practices/practice-sheet';
import { outcomesToHelp } from '~/practices/queries.server';
import { findLooseIdea, tieIdea } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a practice · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage practices');
  const [members, outcomes, idea] = await Promise.all([
    listMembers(access),
    outcomesToHelp(access),
    findLooseIdea(access, new URL(request.url).searchParams.get('idea')),
  ]);
  return {
    owners: members.map((member) => ({ value: member.personId, label: member.name })),
    outcomes: outcomes.map(({ id, name }) => ({ value: id, label: name })),
    idea,
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage practices');
  return submit(request, practiceForm, async (fields, form) => {
    const ideaId = form.get('ideaId');
    const { place } = await once(access.person.id, sentKey(form), async () => {
      const practiceId = await transaction(async () => {
        const added = await addPractice(access, fields);
        if (typeof ideaId === 'string' && ideaId) await tieIdea(access, ideaId, added);
        return added;
      });
      return paths.practice(practiceId);
    });
    return redirectSaying(place, 'The practice was added.');
  });
}

export default function NewPractice() {
  const { owners, outcomes, idea, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a practice"
      crumbs={[{ href: paths.practices(), label: 'Practices' }]}
      meta={
        idea ? (
          <>
            Made of the change idea <a href={paths.idea(idea.teamId, idea.id)}>{idea.name}</a>, which becomes
            its first use.
          </>
        ) : undefined
      }
    >
      <Row id="about" title="About it" note="Only the name is needed now">
        <PracticeSheet
          answer={answer}
          formKey={formKey}
          ideaId={idea?.id}
          values={idea ? { name: idea.name.slice(0, 120) } : undefined}
          owners={owners}
          outcomes={outcomes}
          saveWords="Add the practice"
        />
      </Row>
    </Page>
  );
}
