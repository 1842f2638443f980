import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireCommunity } from '~/access/gate.server';
import { assignRole } from '~/communities/memberships.server';
import { listPartners } from '~/communities/queries.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { correctPerson } from '~/people/commands.server';
import { personForm } from '~/people/forms';
import { stateInWords } from '~/people/people-table';
import { PersonSheet } from '~/people/person-sheet';
import { findPerson } from '~/people/queries.server';
import { WayIn } from '~/people/way-in';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  const person = await findPerson(access, params.personId);
  const [partners, lines] = await Promise.all([listPartners(access), thingHistory(access, person.personId)]);
  return {
    person,
    partners: withPresent(partners, person).map((partner) => ({ value: partner.id, label: partner.name })),
    lines,
    timeZone: access.community.timeZone,
  };
}

/** The partners to choose from; one that was archived stays for who has it. */
function withPresent(
  partners: { id: string; name: string }[],
  { partnerId, partner }: { partnerId: string | null; partner: string | null },
) {
  if (partnerId === null || partners.some((one) => one.id === partnerId)) return partners;
  return [...partners, { id: partnerId, name: `${partner} (no longer active)` }];
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage people');
  await findPerson(access, params.personId);
  return submit(request, personForm, async (fields, form) => {
    const shown = shownIn(form);
    await transaction(async () => {
      await correctPerson(access, params.personId, fields, shown);
      await assignRole(access, params.personId, fields, shown);
    });
    return redirectSaying(paths.people(), 'Saved.');
  });
}

export default function Person() {
  const { person, partners, lines, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const note = person.mayTouchAccount
    ? undefined
    : 'Their account is not of this community alone: name and e-mail are theirs';
  return (
    <Page
      title={person.name}
      crumbs={[{ href: paths.people(), label: 'People' }]}
      meta={`${person.email}. ${stateInWords(person)}.`}
    >
      <Row id="about" title="What they are here" note={note}>
        <PersonSheet
          answer={answer}
          values={person}
          partners={partners}
          withAccount={person.mayTouchAccount}
          isThere
          saveWords="Save"
        />
      </Row>
      <Row id="way-in" title="Their way in">
        <WayIn person={person} />
      </Row>
      <Row id="history" title="What happened">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
