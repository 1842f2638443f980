import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { findAction, rewriteAction } from '~/indicators/actions.server';
import { findIndicator } from '~/indicators/queries.server';
import { actionForm } from '~/indicators/story-forms';
import { ActionSheet } from '~/indicators/story-sheets';
import { dueWords } from '~/indicators/turning';
import { WrittenBy } from '~/indicators/written-by';
import { paths } from '~/paths';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.what ?? 'Action'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  const item = await findAction(access, params.actionId);
  const [{ id, name }, lines] = await Promise.all([findIndicator(access), thingHistory(access, item.id)]);
  return {
    indicator: { id, name },
    item,
    lines,
    timeZone: access.community.timeZone,
    today: access.today,
    mayWrite: !access.indicatorIsArchived && access.may('write stories'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id } = await findAction(access, params.actionId);
  return submit(request, actionForm, async (fields, form) => {
    await rewriteAction(access, id, fields, shownIn(form));
    return redirectSaying(paths.indicatorAction(access.indicatorId, id), 'Saved.');
  });
}

export default function IndicatorAction() {
  const { indicator, item, lines, timeZone, today, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  const isAway = item.takenOutAt !== null;
  const isDone = item.doneAt !== null;
  return (
    <Page
      title={item.what}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta={dueWords(item, today, timeZone)}
    >
      {isAway ? (
        <div className="banner">
          <p>This action was taken off the list.</p>
          {mayWrite ? (
            <DeedButton action={paths.actionAway(indicator.id, item.id)} values={{ isAway: 'no' }}>
              Put it back
            </DeedButton>
          ) : null}
        </div>
      ) : null}
      {mayWrite && !isAway ? (
        <Row id="change" title="Change it">
          <div className="stack">
            <DeedButton
              action={paths.actionDone(indicator.id, item.id)}
              values={{ isDone: isDone ? 'no' : 'yes' }}
            >
              {isDone ? 'It is not done yet' : 'It is done'}
            </DeedButton>
            <ActionSheet
              key={round}
              answer={answer}
              values={{ what: item.what, who: item.responsible, byDate: item.byDate }}
            />
            <DeedButton
              action={paths.actionAway(indicator.id, item.id)}
              kind="text"
              values={{ isAway: 'yes' }}
            >
              Take this action off the list
            </DeedButton>
          </div>
        </Row>
      ) : null}
      <Row id="history" title="History">
        <div className="stack">
          <p className="hint">
            Written by <WrittenBy who={item.who} at={item.at} timeZone={timeZone} />
          </p>
          <HistoryList lines={lines} timeZone={timeZone} />
        </div>
      </Row>
    </Page>
  );
}
