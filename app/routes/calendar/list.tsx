import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { aheadAndOver, whereWeAre } from '~/events/calendar';
import { GatheringList } from '~/events/gathering-list';
import { gatheringsOf } from '~/events/gatherings.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Calendar · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const all = await gatheringsOf(access);
  const shown = all.filter(({ archivedAt }) => archivedAt === null);
  return {
    ...aheadAndOver(shown, access.today),
    off: all.filter(({ archivedAt }) => archivedAt !== null),
    sentence: whereWeAre(shown, access.today),
    community: access.community.communityName,
    today: access.today,
    mayWrite: access.may('write community events'),
  };
}

export default function Calendar() {
  const { ahead, over, off, sentence, community, today, mayWrite } = useLoaderData<typeof loader>();
  const deeds = mayWrite
    ? (one: { id: string; title: string }) => (
        <>
          <a className="btn text" href={paths.editGathering(one.id)}>
            Edit<span className="vh"> {one.title}</span>
          </a>
          <DeedButton action={paths.gatheringOff(one.id)} kind="text" values={{ isOff: 'yes' }}>
            Take off<span className="vh"> the calendar: {one.title}</span>
          </DeedButton>
        </>
      )
    : undefined;
  return (
    <Page
      title="Learning sessions and action periods"
      meta={sentence || `The calendar of ${community}.`}
      actions={
        <>
          {mayWrite ? (
            <a className="btn" href={paths.newGathering()}>
              Put one on the calendar
            </a>
          ) : null}
          <a className="btn line" href={paths.calendarLinks()}>
            See it in your own calendar
          </a>
        </>
      }
    >
      <Row id="ahead" title="Now and next" note="Shown on the charts of every team">
        {ahead.length === 0 ? (
          <p className="lead">
            Nothing is ahead. A learning session brings all teams together; in the action period after it they
            test what they learned.
          </p>
        ) : (
          <GatheringList gatherings={ahead} today={today} deed={deeds} />
        )}
      </Row>
      {over.length > 0 ? (
        <Row id="over" title="Before">
          <GatheringList gatherings={over} today={today} deed={deeds} />
        </Row>
      ) : null}
      {off.length > 0 && mayWrite ? (
        <Row id="off" title="Taken off" note="On no chart any more">
          <GatheringList
            gatherings={off}
            today={today}
            deed={(one) => (
              <DeedButton action={paths.gatheringOff(one.id)} kind="text" values={{ isOff: 'no' }}>
                Put back<span className="vh"> {one.title}</span>
              </DeedButton>
            )}
          />
        </Row>
      ) : null}
    </Page>
  );
}
