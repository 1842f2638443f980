import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { DeedPage } from '~/people/deed-page';
import { nothing } from '~/people/forms';
import { makeLink } from '~/people/links.server';
import { OneTimeLink } from '~/people/one-time-link';
import { findPerson } from '~/people/queries.server';

export const meta: MetaFunction = () => [{ title: 'A one-time link · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const { personId, name } = await findPerson(access, params.personId);
  return { person: { personId, name } };
}

/** Only the answer to this form shows the link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  return submit(request, nothing, async () => ({
    made: await makeLink(access, params.personId, request),
  }));
}

export default function MakeLink() {
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) return <OneTimeLink {...answer.made} />;
  return (
    <DeedPage
      title={`A one-time link for ${person.name}`}
      person={person}
      answer={answer}
      kind=""
      button="Make the link"
    >
      You get an address to pass on. With it they choose a new password, once, within seven days. A link they
      got before stops working.
    </DeedPage>
  );
}
