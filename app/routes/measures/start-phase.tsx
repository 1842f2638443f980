import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { startPhase } from '~/measures/judging.server';
import { phaseForm } from '~/measures/judging-forms';
import { phaseOptions } from '~/measures/judging-options';
import { PhaseSheet } from '~/measures/phase-sheet';
import { proposedPhase } from '~/measures/proposal';
import { cyclesForChart, findMeasure, readSeries } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Start a new phase: ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const [points, cycles] = await Promise.all([readSeries(access, measure.id), cyclesForChart(access)]);
  const reading = readMeasure(measure, points, cycles, access.community.ruleSet, access.community);
  const from = new URL(request.url).searchParams.get('from');
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    options: phaseOptions(measure, points),
    proposal: proposedPhase(reading),
    from,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, phaseForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await startPhase(access, id, fields);
      return `${paths.measure(access.teamId, id)}#judged-row`;
    });
    return redirectSaying(place, 'The new phase has begun.');
  });
}

export default function StartPhase() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { measure, team } = page;
  return (
    <Page
      title="Start a new phase"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="about"
        title="The new phase"
        side={
          <>
            <h2 className="sideh">When to start one</h2>
            <p className="small soft">
              Start a phase where you know what changed, and it is here to stay. From then on the numbers are
              judged by a middle of their own. The old ones stay on the chart with theirs.
            </p>
            <p className="small soft">
              A phase after a worsening draws the worse level as the usual one. It can be taken back.
            </p>
          </>
        }
      >
        {page.options.length === 0 ? (
          <p className="lead">A new phase begins after an old one: there must be a number before it.</p>
        ) : (
          <div className="stack">
            {page.proposal ? <p className="lead">{page.proposal.sentence}</p> : null}
            <input type="hidden" name="formKey" value={page.formKey} form="phase-form" autoComplete="off" />
            <PhaseSheet
              answer={answer}
              options={page.options}
              from={page.from ?? page.proposal?.fromOn ?? ''}
            />
          </div>
        )}
      </Row>
    </Page>
  );
}
