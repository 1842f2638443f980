import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { unbelieved } from '~/theories/belief';
import { BeliefSheet } from '~/theories/belief-sheet';
import { changeBelief } from '~/theories/beliefs.server';
import { beliefForm } from '~/theories/forms';
import { findDriver, readTheory } from '~/theories/queries.server';
import { Page, Row } from '~/ui/page';
import { cycleChoices } from './read-part.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What we believe of ${data?.name ?? 'it'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id, name } = await findDriver(team, params.driverId);
  const [{ beliefs }, cycles] = await Promise.all([readTheory(team), cyclesOfTeam(team)]);
  return {
    id,
    name,
    teamId: team.teamId,
    team: team.teamName,
    isBelieved: !unbelieved(beliefs).has(id),
    cycles: cycleChoices(cycles),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id, name } = await findDriver(team, params.driverId);
  return submit(request, beliefForm, async (fields) => {
    await changeBelief(team, { driverId: id, ideaId: null }, name, fields);
    return redirectSaying(paths.driver(team.teamId, id), 'It is kept, with the reason.');
  });
}

export default function DriverBelief() {
  const { id, name, teamId, team, isBelieved, cycles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={isBelieved ? 'We no longer believe this' : 'We believe this again'}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
        { href: paths.driver(teamId, id), label: name },
      ]}
      meta={name}
    >
      <Row
        id="why"
        title="Why"
        side={
          <>
            <h2 className="sideh">It stays in the picture</h2>
            <p className="small soft">
              It is struck through, with the words beside it. What a team stopped believing is worth as much
              as what it found.
            </p>
          </>
        }
      >
        <BeliefSheet answer={answer} isBelieved={isBelieved} cycles={cycles} />
      </Row>
    </Page>
  );
}
