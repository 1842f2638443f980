import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { nothing } from '~/people/forms';
import { makeLink } from '~/people/links.server';
import { OneTimeLink } from '~/people/one-time-link';
import { findPerson } from '~/people/queries.server';
import { Refused } from '~/people/refused';
import { submitToShow } from '~/people/secret-form.server';

export const meta: MetaFunction = () => [{ title: 'A one-time link · Upcurve' }];

/** Only the answer to the form shows a link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const person = await findPerson(access, params.personId);
  if (request.method === 'GET' && !request.headers.has('content-type')) return { person };
  return { person };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  return submitToShow(request, nothing, async () => ({ made: await makeLink(access, params.personId, request) }));
}

export default function MakeLink() {
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) return <OneTimeLink {...answer.made} />;
  return <Refused answer={answer} />;
}
