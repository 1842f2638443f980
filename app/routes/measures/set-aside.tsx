import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { setAsideForm } from '~/measures/judging-forms';
import { asideOptions, askedPoint } from '~/measures/judging-options';
import { findMeasure, readGroups } from '~/measures/queries.server';
import { setAside } from '~/measures/set-aside.server';
import { SetAsideSheet } from '~/measures/set-aside-sheet';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Set a number aside: ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const groups = await readGroups(access, measure.id);
  const asked = new URL(request.url).searchParams;
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    options: asideOptions(measure, groups),
    pointId: askedPoint(groups, asked),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, setAsideForm, async (fields) => {
    await setAside(access, id, fields);
    return redirectSaying(`${paths.measure(access.teamId, id)}#judged-row`, 'The number is set aside.');
  });
}

export default function SetAside() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { measure, team } = page;
  return (
    <Page
      title="Set a number aside"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="about"
        title="The number"
        side={
          <>
            <h2 className="sideh">It is not deleted</h2>
            <p className="small soft">
              A number that was set aside is still drawn, hollow, with your reason. It takes part in no median
              and no rule. You can let it count again.
            </p>
            <p className="small soft">
              Set a number aside because of how it was counted, not because of how it looks.
            </p>
          </>
        }
      >
        {page.options.length === 0 ? (
          <p className="lead">There is no number yet.</p>
        ) : (
          <SetAsideSheet answer={answer} options={page.options} pointId={page.pointId} />
        )}
      </Row>
    </Page>
  );
}
