import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { linkForm } from '~/measures/forms';
import { LinkSheet } from '~/measures/link-sheet';
import { indicatorsToFeed, linkMeasure, linksOfMeasure } from '~/measures/links.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Link ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'link measures');
  const measure = await findMeasure(access, params.measureId);
  const [links, indicators] = await Promise.all([
    linksOfMeasure(access, measure.id),
    indicatorsToFeed(access),
  ]);
  const linked = new Set(links.map((link) => link.indicatorId));
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    indicators: indicators
      .filter((indicator) => !linked.has(indicator.id))
      .map((indicator) => ({ value: indicator.id, label: indicator.name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'link measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, linkForm, async (fields) => {
    await linkMeasure(access, id, fields);
    return redirectSaying(paths.measure(access.teamId, id), 'Linked.');
  });
}

export default function LinkMeasure() {
  const { measure, team, indicators } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Link an indicator"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="link"
        title="What it feeds"
        side={
          <>
            <h2 className="sideh">A link is a claim</h2>
            <p className="small soft">
              It says what you expect, not what is proven. The indicator’s page checks it against the numbers.
            </p>
          </>
        }
      >
        {indicators.length === 0 ? (
          <p className="lead">There is no indicator left to link. A leader adds indicators.</p>
        ) : (
          <LinkSheet answer={answer} indicators={indicators} />
        )}
      </Row>
    </Page>
  );
}
