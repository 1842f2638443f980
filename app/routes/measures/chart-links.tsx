import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { showLinkOnce } from '~/http/made-link.server';
import { newFormKey } from '~/http/once.server';
import { sharedLinkForm } from '~/http/shared-link-form';
import { linksToChart, makeChartLink } from '~/measures/chart-links.server';
import { MadeChartLink } from '~/measures/made-chart-link';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { answerParts } from '~/ui/made-link';
import { Page, Row } from '~/ui/page';
import { SharedLinkList } from '~/ui/shared-link-list';
import { SharedLinkSheet } from '~/ui/shared-link-sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Share ${data?.measure.name ?? 'a chart'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: access.teamId, name: access.teamName },
    links: await linksToChart(access, measure.id),
    threshold: access.community.maskingThreshold,
    today: access.today,
    timeZone: access.community.timeZone,
    formKey: newFormKey(),
  };
}

/** Only the answer to this form shows the link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return submit(request, sharedLinkForm, async (fields, form) => {
    return showLinkOnce(request, form, {
      personId: access.person.id,
      label: fields.label,
      place: paths.chartLinks(access.teamId, measure.id),
      make: () => makeChartLink(access, measure.id, fields),
      pathOf: paths.sharedChart,
    });
  });
}

export default function ChartLinks() {
  const { measure, team, links, threshold, today, timeZone, formKey } = useLoaderData<typeof loader>();
  const { made, refused } = answerParts(useActionData<typeof action>());
  return (
    <Page
      title="Share this chart"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta="A link opens this one chart for whoever has it, without an account. You can take it back at any time."
    >
      {made ? (
        <Row id="made" title="Pass it on" note="Shown once">
          <MadeChartLink made={made} title={measure.name} />
        </Row>
      ) : null}
      <Row
        id="new"
        title={made ? 'Another link' : 'A new link'}
        note="One for each place, so that each can be taken back alone"
        side={
          <>
            <h2 className="sideh">What others see</h2>
            <p className="small soft">
              The chart as it is on the day they look, what it says, its numbers, how it is read and where the
              numbers come from. Numbers out of fewer than {threshold} stay hidden.
            </p>
            <p className="small soft">
              They do not see names of people, notes, what your cycles were about, or what happened on the
              time line.
            </p>
          </>
        }
      >
        <SharedLinkSheet key={formKey} answer={refused} formKey={formKey} />
      </Row>
      <Row id="links" title="Links" note="Those that work and those that did" wide>
        <SharedLinkList
          links={links}
          none="No links yet. Nobody outside your community sees this chart."
          revokeAction={paths.revokeChartLink(team.id, measure.id)}
          today={today}
          timeZone={timeZone}
        />
      </Row>
    </Page>
  );
}
