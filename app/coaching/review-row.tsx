import { reviewOutcomeWords } from '#db/vocabulary';
import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { type CoachAnswer, checkAnswerWords, checksInBrief } from './review-checks';
import { labelOf } from './review-fields';
import type { ReviewInFull } from './reviews.server';
import { SaidOfField } from './said-of-field';

interface Reviewed {
  teamId: string;
  cycleId: string;
  reviews: readonly ReviewInFull[];
  timeZone: string;
  /** The names of the checks, by their keys. */
  checkNames: Readonly<Record<string, string>>;
  may: { ask: boolean; review: boolean };
}

/** At the top of the worksheet: what came back, and why, or that it is approved. */
export function ReviewBanner({ reviews, timeZone }: Pick<Reviewed, 'reviews' | 'timeZone'>) {
  const newest = reviews.find(({ outcome }) => outcome !== null);
  if (newest?.outcome !== 'returned' || reviews[0] !== newest) return null;
  return (
    <div className="banner">
      <p>
        <b>{newest.decidedBy ?? 'Your coach'} asks for a change</b>
        {newest.decidedAt ? `, ${moment(newest.decidedAt, timeZone)}` : ''}: {newest.reason}{' '}
        <a href="#review-row">
          {newest.comments.length > 0
            ? 'All that was said; comments stand beside their fields'
            : 'See the review'}
        </a>
      </p>
    </div>
  );
}

/** The reviews of a cycle on its worksheet: what waits, what was decided, and all that was before. */
export function ReviewRow(props: Reviewed) {
  const { teamId, cycleId, reviews, timeZone, may } = props;
  const open = reviews.find(({ outcome }) => outcome === null);
  const [newest, ...older] = reviews.filter(({ outcome }) => outcome !== null);
  return (
    <Row id="review" title="Review" note="By the team’s coach">
      <div className="stack">
        {open ? (
          <p>
            {open.beganAs === 'asked'
              ? `${open.begunBy ?? 'Somebody'} asked for a review, ${moment(open.createdAt, timeZone)}.`
              : `${open.begunBy ?? 'The coach'} began to review it, ${moment(open.createdAt, timeZone)}.`}
            {open.words ? ` “${open.words}”` : ''}
          </p>
        ) : reviews.length === 0 ? (
          <p className="soft">Nobody has reviewed it yet.</p>
        ) : null}
        {may.ask || may.review ? (
          <div className="btns">
            {open && may.review ? (
              <a className="btn line" href={paths.reviewCycle(teamId, open.id)}>
                Review it
              </a>
            ) : null}
            {open && may.ask ? (
              <DeedButton action={paths.takeReviewBack(teamId, open.id)} kind="text">
                Take it back
              </DeedButton>
            ) : null}
            {!open && may.review ? (
              <DeedButton action={paths.openReview(teamId, cycleId)}>Review this cycle</DeedButton>
            ) : null}
            {!open && may.ask && !may.review ? (
              <a className="btn line" href={paths.askReview(teamId, cycleId)}>
                {newest ? 'Ask for another review' : 'Ask for a review'}
              </a>
            ) : null}
            {may.ask && !may.review ? (
              <a className="btn text" href={paths.askHelp(teamId, { cycle: cycleId })}>
                Ask for help
              </a>
            ) : null}
          </div>
        ) : null}
        {newest ? <Decided review={newest} {...props} /> : null}
        {older.length > 0 ? (
          <details className="more">
            <summary>Earlier reviews</summary>
            {older.map((review) => (
              <Decided key={review.id} review={review} {...props} may={{ ...may, ask: false }} />
            ))}
          </details>
        ) : null}
      </div>
    </Row>
  );
}

function Decided({ review, teamId, timeZone, checkNames, may }: Reviewed & { review: ReviewInFull }) {
  const { outcome, reason, decidedBy, decidedAt, comments } = review;
  const checks = review.checks ?? [];
  const seen = checks.filter(({ is }) => is === 'not yet');
  const fields = [...new Set(comments.map(({ field }) => field))];
  if (outcome === null) return null;
  return (
    <article className="decided">
      <h3>
        {reviewOutcomeWords[outcome]}
        <span className="soft">
          {' '}
          by {decidedBy ?? 'a coach'}
          {decidedAt ? `, ${moment(decidedAt, timeZone)}` : ''}
        </span>
      </h3>
      <blockquote className="said lines">{reason}</blockquote>
      {checks.length > 0 ? (
        <p>
          {checksInBrief(checks)}
          {seen.length > 0
            ? ` ${checkAnswerWords['not yet' satisfies CoachAnswer]}: ${seen.map(({ key }) => checkNames[key] ?? key).join('; ')}.`
            : ''}
        </p>
      ) : null}
      {fields.map((field) => (
        <section key={field}>
          <h4 className="lab">{labelOf(field)}</h4>
          <SaidOfField
            comments={comments.filter((comment) => comment.field === field)}
            {...{ teamId, timeZone, mayAnswer: may.ask }}
          />
        </section>
      ))}
    </article>
  );
}
