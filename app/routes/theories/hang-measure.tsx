import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam, type TeamAccess } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { measuresOfTeam } from '~/measures/queries.server';
import { paths } from '~/paths';
import { hangForm } from '~/theories/forms';
import { hangMeasure } from '~/theories/measures.server';
import { partPath } from '~/theories/part-path';
import { HangSheet } from '~/theories/part-sheets';
import { findDriver, findIdea } from '~/theories/queries.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Hang a measure · Upcurve' }];

/** What the address names: a driver, an idea, or neither, which is the aim. */
async function partAsked(team: TeamAccess, request: Request) {
  const { searchParams } = new URL(request.url);
  const [driverId, ideaId] = [searchParams.get('driver'), searchParams.get('idea')];
  if (driverId) return { on: { driverId }, name: (await findDriver(team, driverId)).name };
  if (ideaId) return { on: { ideaId }, name: (await findIdea(team, ideaId)).name };
  return { on: {}, name: 'Our aim' };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const [part, measures] = await Promise.all([partAsked(team, request), measuresOfTeam(team)]);
  return {
    ...part,
    teamId: team.teamId,
    team: team.teamName,
    choices: measures.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, hangForm, async (fields, form) => {
    await hangMeasure(team, fields);
    const place = form.get('back') === 'theory' ? paths.theory(team.teamId) : partPath(team.teamId, fields);
    return redirectSaying(place, 'The measure hangs there.');
  });
}

export default function HangMeasure() {
  const { teamId, team, name, on, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Hang a measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
      ]}
      meta={name}
    >
      <Row id="about" title="Which one">
        {choices.length === 0 ? (
          <div className="stack">
            <p className="lead">The team has no measure yet.</p>
            <a className="btn" href={paths.newMeasure(teamId)}>
              Add a measure
            </a>
          </div>
        ) : (
          <HangSheet answer={answer} on={on} choices={choices} />
        )}
      </Row>
    </Page>
  );
}
