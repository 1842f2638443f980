import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { decideForm } from '~/coaching/forms';
import { Panel } from '~/coaching/panel';
import { decideReview, keepDraft } from '~/coaching/review-commands.server';
import { draftFields, draftValues } from '~/coaching/review-draft';
import { commentFields, ReviewForm } from '~/coaching/review-form';
import { draftOf, findReview, reviewsOfCycle } from '~/coaching/reviews.server';
import { SaidOfField } from '~/coaching/said-of-field';
import { ActSection } from '~/cycles/act-section';
import { checkNames } from '~/cycles/checks';
import { checksOfTeam } from '~/cycles/checks.server';
import { DoSection } from '~/cycles/do-section';
import { PlanSection } from '~/cycles/plan-section';
import { wheelPhases } from '~/cycles/stages';
import { StudySection } from '~/cycles/study-section';
import { PhaseSection } from '~/cycles/worksheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { BesideField } from '~/ui/beside-field';
import { shortDay } from '~/ui/dates';
import { Page } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import { readWorksheet } from '../cycles/worksheet.server';
import { nextPlace } from './go-on.server';
import { readQueue } from './read-queue.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `Review of Cycle ${data.sheet.cycle.number}, ${data.sheet.team} · Upcurve`
      : 'Review · Upcurve',
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const review = await findReview(team, params.reviewId);
  const draft = await draftOf(team, review.id);
  const isOver = review.decidedAt !== null || review.takenBackAt !== null;
  // Words that a coach began before somebody else decided stay here to read.
  if (isOver && !draft) {
    const sentence = review.takenBackAt ? 'The team took this review back.' : 'This review is decided.';
    throw await redirectSaying(`${paths.cycle(team.teamId, review.cycleId)}#review-row`, sentence);
  }
  const [sheet, before, queue] = await Promise.all([
    readWorksheet(team, review.cycleId, null, context),
    reviewsOfCycle(team, review.cycleId),
    readQueue(team, request, `review ${review.id}`),
  ]);
  return {
    review,
    isOver,
    sheet,
    draft: draftValues(draft?.fields ?? {}),
    savedAt: draft?.savedAt ?? null,
    before: before.filter(({ outcome }) => outcome !== null),
    asked: queue.asked,
    next: queue.shown.filter(({ isHere }) => !isHere),
    count: queue.shown.length,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const { id, cycleId } = await findReview(team, params.reviewId);
  return submit(request, decideForm, async ({ outcome, ...fields }, form) => {
    if (outcome === 'later') {
      await keepDraft(team, id, draftFields(form));
      const here = `${paths.reviewCycle(team.teamId, id, new URL(request.url).search)}#panel`;
      return redirectSaying(here, 'Saved. Only you can see it until you send it.');
    }
    const [next, checked] = await Promise.all([nextPlace(team, request, `review ${id}`), checksOfTeam(team)]);
    const cycle = checked.find((one) => one.id === cycleId);
    await decideReview(team, id, { outcome, ...fields }, cycle?.answers ?? []);
    const what = `Cycle ${cycle?.number ?? ''} of ${team.teamName}`;
    const sentence =
      outcome === 'approved' ? `${what} is approved.` : `${what} went back to the team with your reason.`;
    const link = { href: `${paths.cycle(team.teamId, cycleId)}#review-row`, label: 'See the review' };
    return redirectSaying(next.place, sentence + next.words, null, link);
  });
}

export default function Review() {
  const data = useLoaderData<typeof loader>();
  // One review's words must not stay in the form of the next.
  return <OneReview key={data.review.id} data={data} />;
}

function OneReview({ data }: { data: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { review, isOver, sheet, draft, savedAt, before, asked, next, count } = data;
  const answer = useActionData<typeof action>();
  const { cycle, states, words, predictions, charts, cameEarly, teamId, timeZone } = sheet;
  const [newest] = before;
  const said = Object.fromEntries(
    [...new Set(newest?.comments.map(({ field }) => field))].map((field) => [
      field,
      <SaidOfField
        key={field}
        comments={(newest?.comments ?? []).filter((comment) => comment.field === field)}
        {...{ teamId, timeZone, mayAnswer: false }}
      />,
    ]),
  );
  const sections = {
    plan: <PlanSection cycle={cycle} predictions={predictions} edit={undefined} />,
    do: <DoSection cycle={cycle} edit={undefined} />,
    study: (
      <StudySection
        cycle={cycle}
        predictions={predictions}
        charts={charts}
        cameEarly={cameEarly}
        edit={undefined}
      />
    ),
    act: (
      <ActSection
        {...{ teamId, cycle }}
        edit={undefined}
        nextHref={undefined}
        next={null}
        gains={sheet.gains}
      />
    ),
  };
  return (
    <Page
      title={sheet.team}
      className="p-coach p-review"
      crumbs={[{ href: paths.coaching(asked), label: 'Coaching' }]}
      meta={
        <>
          Review of Cycle {cycle.number}: {cycle.idea}. {plural(count, 'line')} on your list.
        </>
      }
    >
      <div className="split">
        <div className="ws-body">
          {review.words ? (
            <blockquote className="said">
              “{review.words}” <span className="soft">{review.begunBy}</span>
            </blockquote>
          ) : null}
          <BesideField.Provider value={commentFields(answer, draft, said)}>
            {wheelPhases.map((phase) => (
              <PhaseSection key={phase} phase={phase} states={states} words={words[phase]}>
                {sections[phase]}
              </PhaseSection>
            ))}
          </BesideField.Provider>
        </div>
        <Panel kick="Review: your answer" name={`${sheet.team}, Cycle ${cycle.number}`} isSticky>
          {isOver ? (
            <p role="note">
              This was {review.takenBackAt ? 'taken back' : 'decided'} meanwhile. What you had written is here
              to copy; it cannot be sent any more.
            </p>
          ) : null}
          {newest ? (
            <p className="hint">
              Last time, {newest.decidedAt ? shortDay(dayIn(timeZone, new Date(newest.decidedAt))) : ''}:{' '}
              {newest.reason}
            </p>
          ) : null}
          <ReviewForm
            answer={answer}
            draft={draft}
            savedAt={savedAt}
            timeZone={timeZone}
            reviewId={review.id}
            personId={sheet.personId}
            checks={sheet.checks.map((one) => ({ ...one, name: checkNames[one.key] }))}
          />
          <div className="btns">
            {isOver ? null : (
              <DeedButton action={paths.takeReviewBack(teamId, review.id)} kind="text">
                {review.beganAs === 'opened' ? 'No review after all' : 'Close it without a review'}
              </DeedButton>
            )}
            <a className="btn text" href={paths.cycle(teamId, cycle.id)}>
              See the whole cycle
            </a>
          </div>
          {next.length > 0 ? (
            <nav aria-labelledby="then">
              <h3 id="then">Also on your list</h3>
              <ol className="rows">
                {next.slice(0, 6).map((line) => (
                  <li key={line.key}>
                    <a href={line.href}>{line.team}</a>
                    <span className="soft">{line.why}</span>
                  </li>
                ))}
              </ol>
            </nav>
          ) : null}
        </Panel>
      </div>
    </Page>
  );
}
