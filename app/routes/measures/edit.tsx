import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { writeTeamEvent } from '~/events/commands.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { redefineMeasure } from '~/measures/define.server';
import { redefineForm } from '~/measures/definition-form';
import { MeasureSheet, measureValues } from '~/measures/measure-sheet';
import { findMeasure, ownerName } from '~/measures/queries.server';
import { paths } from '~/paths';
import { peopleOfTeam } from '~/teams/queries.server';
import { teammateOptions } from '~/teams/teammates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { withPresent } from '~/ui/with-present';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.measure.name ?? 'measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const [people, owner] = await Promise.all([peopleOfTeam(access), ownerName(measure)]);
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    owners: withPresent(teammateOptions(people), measure.ownerId, owner),
    hasGoalSteps: measure.goalSteps.length > 0,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, redefineForm, async ({ countedAnewOn, ...fields }, form) => {
    const { countsAnew } = await transaction(async () => {
      const result = await redefineMeasure(access, id, fields, shownIn(form));
      if (countedAnewOn !== null) await writeTeamEvent(access, countedAnew(id, countedAnewOn));
      return result;
    });
    const isUnmarked = countsAnew && countedAnewOn === null;
    return redirectSaying(
      paths.measure(access.teamId, id),
      isUnmarked ? 'Saved. Both versions are kept, under “How we count it”.' : 'Saved.',
    );
  });
}

const countedAnew = (measureId: string, onDate: string) => ({
  kind: 'definition change' as const,
  onDate,
  untilDate: null,
  title: 'Counted another way from here on',
  detail: '',
  measureIds: [measureId],
});

export default function EditMeasure() {
  const { measure, team, owners, hasGoalSteps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Edit “${measure.name}”`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
    >
      <Row
        id="about"
        title="About it"
        side={
          <>
            <h2 className="sideh">If the goal changes</h2>
            <p className="small soft">
              <a href={paths.measureGoals(team.id, measure.id)}>Set the next goal with its day</a>. The chart
              keeps the old one for the weeks before.
            </p>
          </>
        }
      >
        <MeasureSheet
          answer={answer}
          values={measureValues(measure)}
          owners={owners}
          goals={
            hasGoalSteps ? (
              <p className="hint">
                The goal changes by steps.{' '}
                <a href={paths.measureGoals(team.id, measure.id)}>See and set the goals</a>.
              </p>
            ) : undefined
          }
          isOpen
          shown={measure}
          saveWords="Save"
        />
      </Row>
      <Row id="away" title="Put it away">
        <div className="stack">
          <p>
            An archived measure leaves the team’s page, its lists and its reminders, and its shared links stop
            working. Its numbers stay, and it can be brought back.
          </p>
          <div className="btns">
            <DeedButton action={paths.archiveMeasure(team.id, measure.id)}>Archive this measure</DeedButton>
          </div>
        </div>
      </Row>
    </Page>
  );
}
