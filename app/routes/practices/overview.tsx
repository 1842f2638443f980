import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { BarrierList } from '~/events/barrier-list';
import { openBarriers } from '~/events/barriers.server';
import { BoardMarks } from '~/indicators/board-parts';
import { addDays } from '~/measures/periods';
import { paths } from '~/paths';
import { fewBroken } from '~/practices/chains';
import { brokenChains } from '~/practices/chains.server';
import { ChainsList } from '~/practices/chains-list';
import { decisionsToReview } from '~/practices/decide.server';
import { GainsList } from '~/practices/gains-list';
import { GaugesPanel } from '~/practices/gauges-panel';
import { ReviewList } from '~/practices/review-list';
import { TierList } from '~/practices/tier-list';
import { listStories } from '~/stories/queries.server';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';
import { boardHead } from '../indicators/read-board.server';
import { gainsFor, gaugesFor } from './read-evidence.server';
import { readPractices } from './read-practices.server';

export const meta: MetaFunction = () => [{ title: 'For leaders · Upcurve' }];

/** A list longer than this is for nobody to read. */
const most = 500;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const asksAll = new URL(request.url).searchParams.get('chains') === 'all';
  const { rows } = await readPractices(access, new URLSearchParams());
  const [{ head }, gauges, gains, chains, barriers, reviews, stories] = await Promise.all([
    boardHead(access),
    gaugesFor(access, 'community'),
    gainsFor(access),
    brokenChains(access, addDays(access.today, -365), asksAll ? most : fewBroken),
    openBarriers(access),
    decisionsToReview(access),
    listStories(access),
  ]);
  return {
    community: access.community.communityName,
    today: access.today,
    mayAnswer: access.may('answer barriers'),
    gains: gains.filter(({ state }) => state !== 'watching').slice(0, 40),
    ...{ rows, head, gauges, chains, barriers, reviews, stories },
  };
}

export default function ForLeaders() {
  const { community, today, mayAnswer, rows, head, gauges, gains, chains, barriers, reviews, stories } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="What works, what is stuck, what to decide"
      className="p-leaders"
      meta={`${community}, ${dayWithYear(today)}. Print this page with your browser to take it to a board. Teams are not ranked, here or anywhere.`}
    >
      <Row id="board" title="The scoreboard" note={<a href={paths.indicators()}>All indicators</a>} wide>
        <div className="stack">
          <p className="lead2">{head.sentence}</p>
          {head.areas.length > 0 ? <BoardMarks head={head} hrefOf={null} /> : null}
        </div>
      </Row>
      <Row id="tiers" title="Practices by tier" note={plural(rows.length, 'practice')} wide>
        {rows.length === 0 ? <p className="lead">No practices yet.</p> : <TierList rows={rows} />}
      </Row>
      <Row id="reviews" title="To look at again" note="What leaders decided, by its day">
        <ReviewList reviews={reviews} today={today} />
      </Row>
      {gains.length > 0 ? (
        <Row id="gains" title="Held or slipping" note="After a change was adopted">
          <GainsList gains={gains} isOfOnePractice={false} />
        </Row>
      ) : null}
      <Row id="barriers" title="What stands in the way" note="Raised by teams">
        <BarrierList barriers={barriers} mayAnswer={mayAnswer} />
      </Row>
      <Row id="chains" title="Chains that break" note="From a practice to the gap">
        <ChainsList chains={chains} />
      </Row>
      <Row id="gauges" title="How honest is this?" note="Three things, kept apart" wide>
        <GaugesPanel gauges={gauges} whose="This community’s" />
      </Row>
      <Row id="stories" title="Bright spots" note="To pass on">
        {stories.length === 0 ? (
          <p className="lead">
            None told yet. A practice’s page offers it for every team whose numbers improved.
          </p>
        ) : (
          <ul className="chains">
            {stories.map((one) => (
              <li key={one.id}>
                <p>
                  <a href={paths.brightSpot(one.teamId, one.id)}>{one.practice}</a>, {one.team}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Row>
    </Page>
  );
}
