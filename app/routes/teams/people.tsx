import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { mayCoach } from '~/access/policy';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { choosePart } from '~/teams/commands.server';
import { partForm } from '~/teams/forms';
import { JoinSheet, TeamPeople } from '~/teams/people-sheet';
import { peopleOfTeam } from '~/teams/queries.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `People of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'choose team people');
  const [people, members] = await Promise.all([peopleOfTeam(access), listMembers(access)]);
  const isIn = new Set(people.map((person) => person.personId));
  return {
    team: { id: access.teamId, name: access.teamName },
    people: people.map((person) => ({ ...person, mayCoach: mayCoach(person.role) })),
    others: members
      .filter((member) => !isIn.has(member.personId))
      .map(({ personId, name, partner, role }) => ({
        value: personId,
        label: [name, partner, mayCoach(role) ? 'coach by role' : ''].filter(Boolean).join(', '),
      })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'choose team people');
  return submit(request, partForm, async (fields) => {
    const { personId } = fields;
    const left = await choosePart(access, fields);
    const place = paths.teamPeople(access.teamId);
    if (left === null) return redirectSaying(place, 'Saved.');
    const sentence = `${left.name} has left the team. What they wrote and lead stays, with their name.`;
    return redirectSaying(place, sentence, { action: place, values: { personId, part: left.part } });
  });
}

export default function PeopleOfTeam() {
  const { team, people, others } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="People of the team"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
    >
      <Row id="in" title="In the team">
        {people.length === 0 ? <p className="lead">Nobody yet.</p> : <TeamPeople people={people} />}
      </Row>
      <Row id="join" title="Add somebody" note="People of your community. An admin adds new people.">
        {others.length === 0 ? (
          <p className="soft">Everyone of your community is in this team.</p>
        ) : (
          <JoinSheet answer={answer} people={others} key={people.length} />
        )}
      </Row>
    </Page>
  );
}
