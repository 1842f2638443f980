import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { redefineIndicator } from '~/indicators/commands.server';
import { indicatorForm } from '~/indicators/forms';
import { IndicatorSheet } from '~/indicators/indicator-sheet';
import { findIndicator, listOutcomes } from '~/indicators/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { withPresent } from '~/ui/with-present';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.indicator.name ?? 'indicator'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const [indicator, outcomes, members] = await Promise.all([
    findIndicator(access),
    listOutcomes(access),
    listMembers(access),
  ]);
  const owners = members.map(({ personId, name }) => ({ value: personId, label: name }));
  return { indicator, outcomes, owners: withPresent(owners, indicator.ownerId, indicator.owner) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return submit(request, indicatorForm, async (fields, form) => {
    await redefineIndicator(access, fields, shownIn(form));
    return redirectSaying(paths.indicator(access.indicatorId), 'Saved.');
  });
}

export default function EditIndicator() {
  const { indicator, outcomes, owners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Edit “${indicator.name}”`}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
    >
      <Row id="about" title="About it">
        <IndicatorSheet
          answer={answer}
          values={indicator}
          outcomes={outcomes.map(({ id, name }) => ({ value: id, label: name }))}
          owners={owners}
          isThere
          saveWords="Save"
        />
      </Row>
      <Row id="revisions" title="Counted differently">
        <p>
          Did what is counted change from a year on?{' '}
          <a href={paths.indicatorRevisions(indicator.id)}>
            {indicator.revisions.length === 0 ? 'Mark it as a break' : 'See the breaks'}
          </a>
          , so that nobody compares what is not the same thing.
        </p>
      </Row>
      <Row id="archive" title="No longer kept">
        <DeedButton action={paths.archiveIndicator(indicator.id)} kind="danger">
          Archive the indicator
        </DeedButton>
        <p className="hint">It leaves the scoreboard. Its numbers and history stay, and it can come back.</p>
      </Row>
    </Page>
  );
}
