import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireCommunity } from '~/access/gate.server';
import { admit } from '~/communities/memberships.server';
import { listPartners } from '~/communities/queries.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { AlreadyIn } from '~/people/already-in';
import { addPerson } from '~/people/commands.server';
import { newPersonForm } from '~/people/forms';
import { makeLink } from '~/people/links.server';
import { OneTimeLink } from '~/people/one-time-link';
import { PersonSheet } from '~/people/person-sheet';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a person · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const partners = await listPartners(access);
  return { partners: partners.map((partner) => ({ value: partner.id, label: partner.name })) };
}

/** The account, its place in the community and the link are one deed. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  return submit(request, newPersonForm, (fields) =>
    transaction(async () => {
      const person = await addPerson(access, fields);
      await admit(access, person, fields);
      const link = person.isInvited ? null : await makeLink(access, person.personId, request);
      return { added: { name: fields.name, address: link?.address ?? null } };
    }),
  );
}

export default function NewPerson() {
  const { partners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'added' in answer) {
    const { name, address } = answer.added;
    return address ? <OneTimeLink name={name} address={address} /> : <AlreadyIn name={name} />;
  }
  return (
    <Page title="Add a person" crumbs={[{ href: paths.people(), label: 'People' }]}>
      <Row id="about" title="About them" note="They get a link from you to choose their password">
        <PersonSheet answer={answer} partners={partners} values={{ role: 'member' }} saveWords="Add them" />
      </Row>
    </Page>
  );
}
