import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { BaselineSheet } from '~/measures/baseline-sheet';
import { holdBaseline, judgingOf } from '~/measures/judging.server';
import { baselineForm } from '~/measures/judging-forms';
import { baselineOptions } from '~/measures/judging-options';
import { findMeasure, readSeries } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Choose the baseline: ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const [points, { baseline }] = await Promise.all([
    readSeries(access, measure.id),
    judgingOf(access, measure.id),
  ]);
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    options: baselineOptions(measure, points),
    chosen: baseline,
    hasPhases: measure.phaseStarts.length > 0,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, baselineForm, async (fields) => {
    await holdBaseline(access, id, fields);
    return redirectSaying(`${paths.measure(access.teamId, id)}#judged-row`, 'The baseline is set.');
  });
}

export default function HoldBaseline() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { measure, team } = page;
  return (
    <Page
      title="Choose the baseline"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="about"
        title="What later numbers are judged against"
        side={
          <>
            <h2 className="sideh">Why hold it still?</h2>
            <p className="small soft">
              A median of all the numbers follows them, and hides a change for long. Held on the numbers from
              before, it shows one as soon as the rules can.
            </p>
            <p className="small soft">
              Twelve numbers or more make a good baseline. With fewer, false alarms are more common. Choose it
              for a reason that has nothing to do with how the later numbers look.
            </p>
          </>
        }
      >
        {page.hasPhases ? (
          <p className="lead">
            This chart has phases, each with a middle of its own. Take the phases back first.
          </p>
        ) : page.options.length === 0 ? (
          <p className="lead">A baseline needs 6 numbers or more.</p>
        ) : (
          <BaselineSheet answer={answer} options={page.options} chosen={page.chosen} />
        )}
      </Row>
    </Page>
  );
}
