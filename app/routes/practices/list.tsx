import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { decisionsToReview } from '~/practices/decide.server';
import { begunWords } from '~/practices/gauges';
import { GaugesPanel } from '~/practices/gauges-panel';
import { PracticeFilters, PracticeLegend, PracticeLists } from '~/practices/practice-lists';
import { ReviewList } from '~/practices/review-list';
import { plural } from '~/ui/words';
import { gaugesFor } from './read-evidence.server';
import { readLists } from './read-practices.server';

export const meta: MetaFunction = () => [{ title: 'Practices · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return {
    ...(await readLists(access, new URL(request.url).searchParams)),
    reviews: await decisionsToReview(access),
    gauges: await gaugesFor(access, 'community'),
    today: access.today,
    mayAdd: access.may('manage practices'),
  };
}

export default function Practices() {
  const { rows, counts, shown, asked, all, outcomes, groups, reviews, gauges, today, mayAdd } =
    useLoaderData<typeof loader>();
  return (
    <main id="main" className="page p-prac">
      <div className="title">
        <h1>Which practices work here?</h1>
        <p className="meta big">
          {plural(all, 'practice')}. {begunWords(gauges)} Each small mark is one team. Lists are ranked by the
          low end of the range, so one lucky try cannot reach the top.
        </p>
        <PracticeLegend />
        <p className="btns">
          {mayAdd ? (
            <a className="btn" href={paths.newPractice()}>
              Add a practice
            </a>
          ) : null}
          <a className="btn line" href={paths.offeredPractices()}>
            Practices of the network
          </a>
          <a className="btn line" href={paths.leaders()}>
            For leaders
          </a>
        </p>
      </div>
      {all === 0 ? (
        <div className="empty">
          <h2>No practices yet</h2>
          <p>
            A practice is a way of working that one team tried and another could use, such as “Text first,
            then call”.
          </p>
        </div>
      ) : (
        <>
          <PracticeFilters asked={asked} outcomes={outcomes} groups={groups} shown={shown} all={all} />
          <div className="split">
            <div className="plist">
              <PracticeLists rows={rows} counts={counts} asked={asked} selectedId={null} />
              <p className="hint">
                The rules suggest a list. Leaders decide. What they decided, and why, stands with each
                practice.
              </p>
            </div>
            <aside className="pdetail" aria-labelledby="reading">
              <h2 id="reading">How to read this</h2>
              <p className="lead2">
                A practice is judged by what the measures of the teams that use it did, never by what anyone
                says of it. A team has one vote, however many cycles it ran.
              </p>
              <p>
                <a href={paths.howWeJudgePractices()}>How we judge practices</a>
              </p>
              <h3>Choose a practice</h3>
              <p>
                Each opens with every team, where it worked and where it did not, for whom, what went wrong,
                and how to start.
              </p>
              <h3>Leaders look again</h3>
              <ReviewList reviews={reviews} today={today} isNarrow />
              <h3>How honest is this?</h3>
              <p className="soft">Three things, kept apart: none stands for another.</p>
              <GaugesPanel gauges={gauges} whose="This community’s" isStacked />
            </aside>
          </div>
        </>
      )}
    </main>
  );
}
