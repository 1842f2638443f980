import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { PeopleTable } from '~/people/people-table';
import { listPeople } from '~/people/queries.server';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'People · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  return { people: await listPeople(access), community: access.community.communityName };
}

export default function People() {
  const { people, community } = useLoaderData<typeof loader>();
  const active = people.filter((person) => person.endedAt === null);
  const ended = people.filter((person) => person.endedAt !== null);
  const add = (
    <a className="btn" href={paths.newPerson()}>
      Add a person
    </a>
  );
  return (
    <Page title="People" meta={`Who works in ${community}, and what they may do.`} actions={add}>
      <Row id="active" title="Active" note={plural(active.length, 'person', 'people')} wide>
        <PeopleTable people={active} />
      </Row>
      {ended.length > 0 ? (
        <Row id="ended" title="Deactivated" note="They cannot sign in; their work stays" wide>
          <PeopleTable people={ended} />
        </Row>
      ) : null}
    </Page>
  );
}
