import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormAnswer } from '~/http/form.server';
import { DeedPage } from './deed-page';

export function DeactivatePage() {
  const { person } = useLoaderData<{ person: { personId: string; name: string } }>();
  const answer = useActionData<FormAnswer>();
  return (
    <DeedPage
      title={`Deactivate ${person.name}?`}
      person={person}
      answer={answer}
      kind="danger"
      button="Deactivate them"
    >
      From now on they cannot open your community any more. What they wrote stays, under their name. You can
      bring them back later.
    </DeedPage>
  );
}
