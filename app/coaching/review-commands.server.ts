import { and, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { reviewComments, reviewDrafts, reviews } from '#db/schema/coaching';
import { now } from '#db/schema/columns';
import { cycles } from '#db/schema/cycles';
import type { ReviewBeginning, ReviewOutcome } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { coachesOf } from './caseload.server';
import type { DecideFields } from './forms';
import { keptChecks } from './review-checks';
import { findComment, findReview } from './reviews.server';

async function cycleOf(team: TeamAccess, cycleId = '') {
  const cycle = await db
    .select({ id: cycles.id, number: cycles.number, archivedAt: cycles.archivedAt })
    .from(cycles)
    .where(and(eq(cycles.id, cycleId), eq(cycles.teamId, team.teamId)))
    .get();
  return found(cycle);
}

async function begin(team: TeamAccess, cycleId: string | undefined, beganAs: ReviewBeginning, words: string) {
  return transaction(async () => {
    const cycle = await cycleOf(team, cycleId);
    if (cycle.archivedAt !== null) {
      throw new RuleBroken('This cycle is put away. Bring it back before somebody reviews it.');
    }
    const open = await db
      .select({ id: reviews.id })
      .from(reviews)
      .where(and(eq(reviews.cycleId, cycle.id), isNull(reviews.decidedAt), isNull(reviews.takenBackAt)))
      .get();
    if (open) return { id: open.id, isNew: false };
    const { communityId, teamId, person } = team;
    const { id } = await db
      .insert(reviews)
      .values({ communityId, teamId, cycleId: cycle.id, beganAs, words, begunBy: person.id })
      .returning({ id: reviews.id })
      .get();
    const deed = beganAs === 'asked' ? 'asked for a review of' : 'began to review';
    await record(team, {
      deed: `${deed} Cycle ${cycle.number}`,
      ...{ cycleId: cycle.id, thing: 'review', thingId: id },
    });
    return { id, isNew: true };
  });
}

/** Asks the team's coach to look at a cycle. One that waits already is asked for once. */
export async function askForReview(team: TeamAccess, cycleId: string | undefined, words: string) {
  const coaches = await coachesOf(team);
  if (coaches.length === 0) {
    throw new RuleBroken(
      'This team has no coach yet. A leader chooses one on the page of the team’s people.',
    );
  }
  return begin(team, cycleId, 'asked', words);
}

/** The coach looks at a cycle without being asked. */
export const openReview = (team: TeamAccess, cycleId: string | undefined) =>
  begin(team, cycleId, 'opened', '');

/** Whoever asked needs no review any more, or the coach opened it in error. A second click changes nothing. */
export async function takeReviewBack(team: TeamAccess, reviewId: string | undefined): Promise<void> {
  await transaction(async () => {
    const review = await findReview(team, reviewId);
    if (review.takenBackAt !== null) return;
    if (review.decidedAt !== null) throw new RuleBroken('This review is decided: it cannot be taken back.');
    const { number } = await cycleOf(team, review.cycleId);
    await db
      .update(reviews)
      .set({ takenBackAt: now(), takenBackBy: team.person.id })
      .where(eq(reviews.id, review.id));
    await record(team, {
      deed: `took back the review of Cycle ${number}`,
      ...{ cycleId: review.cycleId, thing: 'review', thingId: review.id },
    });
  });
}

/** Keeps what a coach has written so far. Only they see it; it leaves no line in the history until it is sent. */
export async function keepDraft(
  team: TeamAccess,
  reviewId: string | undefined,
  fields: Record<string, string>,
): Promise<void> {
  await transaction(async () => {
    const review = await findReview(team, reviewId);
    requireOpen(review);
    const draft = { reviewId: review.id, personId: team.person.id, fields, savedAt: now() };
    await db
      .insert(reviewDrafts)
      .values(draft)
      .onConflictDoUpdate({
        target: [reviewDrafts.reviewId, reviewDrafts.personId],
        set: { fields, savedAt: draft.savedAt },
      });
  });
}

function requireOpen(review: {
  decidedAt: string | null;
  decidedBy: string | null;
  takenBackAt: string | null;
}) {
  if (review.takenBackAt !== null) {
    throw new RuleBroken(
      'The team took this back meanwhile. Nothing was sent, and your words are kept here.',
    );
  }
  if (review.decidedAt !== null) {
    const who = review.decidedBy ?? 'Somebody';
    throw new RuleBroken(`${who} decided this meanwhile. Nothing was sent, and your words are kept here.`);
  }
}

/**
 * Approves a cycle or sends it back, with the reason, the answers to the seven checks and what is said of single
 * fields. `was`: what the program answers of each check now, kept beside the coach's own.
 */
export async function decideReview(
  team: TeamAccess,
  reviewId: string | undefined,
  { outcome, reason, checks, comments }: Omit<DecideFields, 'outcome'> & { outcome: ReviewOutcome },
  was: readonly { key: string; state: string }[],
): Promise<void> {
  await transaction(async () => {
    const review = await findReview(team, reviewId);
    requireOpen(review);
    const { number } = await cycleOf(team, review.cycleId);
    const { person } = team;
    await db
      .update(reviews)
      .set({ outcome, reason, checks: keptChecks(checks, was), decidedBy: person.id, decidedAt: now() })
      .where(eq(reviews.id, review.id));
    const said = comments.map(({ field, text }) => ({
      ...{ reviewId: review.id, cycleId: review.cycleId, field, text, writtenBy: person.id },
    }));
    if (said.length > 0) await db.insert(reviewComments).values(said);
    // What another coach has begun to write stays theirs to read.
    await db
      .delete(reviewDrafts)
      .where(and(eq(reviewDrafts.reviewId, review.id), eq(reviewDrafts.personId, person.id)));
    await record(team, {
      deed: outcome === 'approved' ? `approved Cycle ${number}` : `sent Cycle ${number} back for a change`,
      ...{ cycleId: review.cycleId, thing: 'review', thingId: review.id },
      detail: { reason },
    });
  });
}

/** The team answers what a coach said of a field. */
export async function answerComment(
  team: TeamAccess,
  reviewId: string | undefined,
  commentId: string | undefined,
  text: string,
): Promise<{ cycleId: string }> {
  return transaction(async () => {
    const comment = await findComment(team, reviewId, commentId);
    const { cycleId, field } = comment;
    await db.insert(reviewComments).values({
      ...{ reviewId: comment.reviewId, cycleId, field, text, answerTo: comment.id },
      writtenBy: team.person.id,
    });
    await record(team, {
      deed: `answered a comment on Cycle ${comment.number}`,
      ...{ cycleId, thing: 'review', thingId: comment.reviewId },
    });
    return { cycleId };
  });
}
