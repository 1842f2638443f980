import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { reviewComments, reviewDrafts, reviews } from '#db/schema/coaching';
import { cycles } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { found } from '~/http/errors';
import { shortDay } from '~/ui/dates';
import type { ReviewAsked } from './queue-lines';

/** Waits for a decision. */
const isOpen = and(isNull(reviews.decidedAt), isNull(reviews.takenBackAt));

/** What waits for a review in these teams, the oldest first, in one query. */
export async function openReviews(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<ReviewAsked[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({
      id: reviews.id,
      teamId: reviews.teamId,
      team: teams.name,
      cycleId: reviews.cycleId,
      number: cycles.number,
      scale: cycles.scale,
      startsOn: cycles.startsOn,
      doStartedOn: cycles.doStartedOn,
      beganAs: reviews.beganAs,
      who: people.name,
      words: reviews.words,
      createdAt: reviews.createdAt,
    })
    .from(reviews)
    .innerJoin(cycles, and(eq(cycles.id, reviews.cycleId), isNull(cycles.archivedAt)))
    .innerJoin(teams, eq(teams.id, reviews.teamId))
    .leftJoin(people, eq(people.id, reviews.begunBy))
    .where(
      and(inArray(reviews.teamId, [...teamIds]), isAlso(reviews.communityId, access.communityId), isOpen),
    )
    .orderBy(asc(reviews.createdAt))
    .limit(500);
  return rows.map(({ startsOn, doStartedOn, createdAt, ...row }) => ({
    ...row,
    isPlanned: doStartedOn === null,
    startsOnWords: shortDay(startsOn),
    onDate: dayIn(access.community.timeZone, new Date(createdAt)),
  }));
}

const begun = alias(people, 'begun');
const decided = alias(people, 'decided');

const ofReview = {
  id: reviews.id,
  teamId: reviews.teamId,
  cycleId: reviews.cycleId,
  beganAs: reviews.beganAs,
  words: reviews.words,
  begunBy: begun.name,
  createdAt: reviews.createdAt,
  takenBackAt: reviews.takenBackAt,
  outcome: reviews.outcome,
  reason: reviews.reason,
  checks: reviews.checks,
  decidedBy: decided.name,
  decidedAt: reviews.decidedAt,
};

const selectReviews = () =>
  db
    .select(ofReview)
    .from(reviews)
    .leftJoin(begun, eq(begun.id, reviews.begunBy))
    .leftJoin(decided, eq(decided.id, reviews.decidedBy))
    .$dynamic();

/** A review of the team. @throws 404 where it is not this team's. */
export async function findReview(team: TeamAccess, reviewId = '') {
  const review = await selectReviews()
    .where(and(eq(reviews.id, reviewId), eq(reviews.teamId, team.teamId)))
    .get();
  return found(review);
}

/** All reviews of a cycle with what was said in them, the newest first. What was taken back is left out. */
export async function reviewsOfCycle(team: TeamAccess, cycleId: string) {
  const [rows, comments] = await Promise.all([
    selectReviews()
      .where(and(eq(reviews.cycleId, cycleId), eq(reviews.teamId, team.teamId), isNull(reviews.takenBackAt)))
      .orderBy(desc(reviews.createdAt))
      .limit(100),
    db
      .select({
        id: reviewComments.id,
        reviewId: reviewComments.reviewId,
        field: reviewComments.field,
        text: reviewComments.text,
        answerTo: reviewComments.answerTo,
        who: people.name,
        createdAt: reviewComments.createdAt,
      })
      .from(reviewComments)
      .leftJoin(people, eq(people.id, reviewComments.writtenBy))
      .where(eq(reviewComments.cycleId, cycleId))
      .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
      .limit(1000),
  ]);
  return rows.map((review) => {
    const own = comments.filter(({ reviewId }) => reviewId === review.id);
    return {
      ...review,
      comments: own
        .filter(({ answerTo }) => answerTo === null)
        .map((comment) => ({ ...comment, answers: own.filter(({ answerTo }) => answerTo === comment.id) })),
    };
  });
}
export type ReviewInFull = Awaited<ReturnType<typeof reviewsOfCycle>>[number];
export type ReviewComment = ReviewInFull['comments'][number];

/** What a coach says of a field, of this team. @throws 404 where there is none. */
export async function findComment(team: TeamAccess, reviewId = '', commentId = '') {
  const row = await db
    .select({
      id: reviewComments.id,
      field: reviewComments.field,
      text: reviewComments.text,
      cycleId: reviewComments.cycleId,
      reviewId: reviewComments.reviewId,
      number: cycles.number,
      who: people.name,
    })
    .from(reviewComments)
    .innerJoin(reviews, eq(reviews.id, reviewComments.reviewId))
    .innerJoin(cycles, eq(cycles.id, reviewComments.cycleId))
    .leftJoin(people, eq(people.id, reviewComments.writtenBy))
    .where(
      and(
        eq(reviewComments.id, commentId),
        eq(reviewComments.reviewId, reviewId),
        eq(reviews.teamId, team.teamId),
        isNull(reviewComments.answerTo),
      ),
    )
    .get();
  return found(row);
}

/** What this person has written of a review and not sent. */
export async function draftOf(team: TeamAccess, reviewId: string) {
  return db
    .select({ fields: reviewDrafts.fields, savedAt: reviewDrafts.savedAt })
    .from(reviewDrafts)
    .where(and(eq(reviewDrafts.reviewId, reviewId), eq(reviewDrafts.personId, team.person.id)))
    .get();
}
