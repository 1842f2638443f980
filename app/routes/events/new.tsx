import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { eventAsked } from '~/events/asked';
import { writeTeamEvent } from '~/events/commands.server';
import { EventSheet } from '~/events/event-sheet';
import { teamEventForm } from '~/events/forms';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { measuresOfTeam } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Write down what happened · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measures = await measuresOfTeam(access);
  return {
    team: { id: access.teamId, name: access.teamName },
    measures: measures.map(({ id, name }) => ({ value: id, label: name })),
    values: eventAsked(
      request.url,
      measures.map(({ id }) => id),
    ),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  return submit(request, teamEventForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await writeTeamEvent(access, fields);
      const [only] = eventAsked(request.url, fields.measureIds).measureIds ?? [];
      return only ? `${paths.measure(access.teamId, only)}#events-row` : paths.teamEvents(access.teamId);
    });
    return redirectSaying(place, 'It is on the time line.');
  });
}

export default function NewTeamEvent() {
  const { team, measures, values, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Write down what happened"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.teamEvents(team.id), label: 'On the time line' },
      ]}
    >
      <Row
        id="about"
        title="About it"
        side={
          <>
            <h2 className="sideh">Cycles are there already</h2>
            <p className="small soft">
              The days of your cycles come onto the charts by themselves. Write down what else may have moved
              a number.
            </p>
          </>
        }
      >
        <input type="hidden" name="formKey" value={formKey} form="event-form" autoComplete="off" />
        <EventSheet
          mayNeedLeader
          answer={answer}
          values={values}
          measures={measures}
          saveWords="Put it on the time line"
        />
      </Row>
    </Page>
  );
}
