import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { redefineMeasure } from '~/measures/commands.server';
import { measureForm } from '~/measures/forms';
import { MeasureSheet } from '~/measures/measure-sheet';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.measure.name ?? 'measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return { measure, team: { id: access.teamId, name: access.teamName } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, measureForm, async (fields) => {
    await redefineMeasure(access, id, fields);
    return redirectSaying(paths.measure(access.teamId, id), 'Saved.');
  });
}

export default function EditMeasure() {
  const { measure, team } = useLoaderData<typeof loader>();
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
      <Row id="about" title="About it">
        <MeasureSheet answer={answer} values={measure} isOpen saveWords="Save" />
      </Row>
    </Page>
  );
}
