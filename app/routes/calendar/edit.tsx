import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { gatheringForm } from '~/events/gathering-form';
import { GatheringSheet } from '~/events/gathering-sheet';
import { findGathering, rewriteGathering } from '~/events/gatherings.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.gathering.title ?? 'the calendar'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const gathering = await findGathering(access, params.eventId);
  return {
    gathering,
    lines: await thingHistory(access, gathering.id),
    timeZone: access.community.timeZone,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'write community events');
  const { id } = await findGathering(access, params.eventId);
  return submit(request, gatheringForm, async (fields, form) => {
    await rewriteGathering(access, id, fields, shownIn(form));
    return redirectSaying(paths.calendar(), 'Saved.');
  });
}

export default function EditGathering() {
  const { gathering, lines, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={`Edit “${gathering.title}”`} crumbs={[{ href: paths.calendar(), label: 'Calendar' }]}>
      <Row id="about" title="About it">
        <GatheringSheet answer={answer} values={gathering} isThere saveWords="Save" />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
