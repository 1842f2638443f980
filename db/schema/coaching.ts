import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { reviewBeginnings, reviewOutcomes, scoreKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { cycles } from './cycles';
import { measures } from './measures';
import { people } from './people';
import { teams } from './teams';

/** What a coach says of one of the seven checks, beside what the program had answered. */
export interface KeptCheck {
  key: string;
  /** The program's own: met, not met, not yet. */
  was: string;
  /** The coach's: yes, not yet, does not apply. */
  is: string;
}

/** A review of a cycle: asked for by the team or opened by its coach, then approved or sent back, with a reason. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    beganAs: text('began_as', { enum: reviewBeginnings }).notNull(),
    /** What the coach should look at. */
    words: text('words').notNull().default(''),
    begunBy: text('begun_by').references(() => people.id),
    createdAt: createdAt(),
    takenBackAt: text('taken_back_at'),
    takenBackBy: text('taken_back_by').references(() => people.id),
    outcome: text('outcome', { enum: reviewOutcomes }),
    reason: text('reason').notNull().default(''),
    checks: text('checks', { mode: 'json' }).$type<KeptCheck[]>(),
    decidedBy: text('decided_by').references(() => people.id),
    decidedAt: text('decided_at'),
  },
  (t) => [
    // A cycle waits for one review at a time.
    uniqueIndex('reviews_open_once').on(t.cycleId).where(sql`decided_at is null and taken_back_at is null`),
    index('reviews_cycle').on(t.cycleId, t.createdAt),
    index('reviews_team').on(t.teamId, t.decidedAt, t.createdAt),
    index('reviews_community').on(t.communityId),
    index('reviews_begun_by').on(t.begunBy),
    index('reviews_taken_back_by').on(t.takenBackBy),
    index('reviews_decided_by').on(t.decidedBy),
    check('reviews_began_as', sql`${t.beganAs} in ${oneOf(reviewBeginnings)}`),
    check('reviews_outcome', sql`${t.outcome} is null or ${t.outcome} in ${oneOf(reviewOutcomes)}`),
    check('reviews_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
    check('reviews_reason', sql`${t.outcome} is null or length(trim(${t.reason})) > 0`),
  ],
);

/** What a coach has written of a review and not sent: nobody else sees it. */
export const reviewDrafts = sqliteTable(
  'review_drafts',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** The fields of the form, as typed. */
    fields: text('fields', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [
    uniqueIndex('review_drafts_once').on(t.reviewId, t.personId),
    index('review_drafts_person').on(t.personId),
  ],
);

/** What a coach says of one field of the cycle, and what the team answers to it. */
export const reviewComments = sqliteTable(
  'review_comments',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    /** A field of the worksheet, such as "learned". */
    field: text('field').notNull(),
    text: text('text').notNull(),
    answerTo: text('answer_to').references((): AnySQLiteColumn => reviewComments.id),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('review_comments_review').on(t.reviewId),
    index('review_comments_cycle').on(t.cycleId, t.createdAt),
    index('review_comments_answer_to').on(t.answerTo),
    index('review_comments_written_by').on(t.writtenBy),
    check('review_comments_text', sql`length(trim(${t.text})) > 0`),
  ],
);

/** Somebody of a team asks its coach for help, from a cycle or a measure or the team itself. */
export const helpAsks = sqliteTable(
  'help_asks',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    cycleId: text('cycle_id').references(() => cycles.id),
    measureId: text('measure_id').references(() => measures.id),
    words: text('words').notNull(),
    askedBy: text('asked_by').references(() => people.id),
    createdAt: createdAt(),
    /** No longer needed: closed without an answer, or after one. */
    closedAt: text('closed_at'),
    closedBy: text('closed_by').references(() => people.id),
  },
  (t) => [
    index('help_asks_team').on(t.teamId, t.createdAt),
    index('help_asks_community').on(t.communityId),
    index('help_asks_cycle').on(t.cycleId),
    index('help_asks_measure').on(t.measureId),
    index('help_asks_asked_by').on(t.askedBy),
    index('help_asks_closed_by').on(t.closedBy),
    check('help_asks_words', sql`length(trim(${t.words})) > 0`),
  ],
);

/** The first answer ends the wait; more may follow. */
export const helpAnswers = sqliteTable(
  'help_answers',
  {
    id: id(),
    askId: text('ask_id')
      .notNull()
      .references(() => helpAsks.id),
    text: text('text').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('help_answers_ask').on(t.askId, t.createdAt),
    index('help_answers_written_by').on(t.writtenBy),
    check('help_answers_text', sql`length(trim(${t.text})) > 0`),
  ],
);

/** A line of the queue that its coach wants to see again on a day, with the reason. */
export const snoozes = sqliteTable(
  'snoozes',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** The line's key: the queue itself is computed and never stored. */
    line: text('line').notNull(),
    untilOn: text('until_on').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('snoozes_person').on(t.personId, t.communityId, t.untilOn),
    index('snoozes_community').on(t.communityId),
    check('snoozes_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** A few words of the coach to the team: a signal to celebrate, or work that stands still. */
export const coachNotes = sqliteTable(
  'coach_notes',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    cycleId: text('cycle_id').references(() => cycles.id),
    measureId: text('measure_id').references(() => measures.id),
    /** The line of the queue that it answers. */
    line: text('line').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('coach_notes_team').on(t.teamId, t.createdAt),
    index('coach_notes_community').on(t.communityId),
    index('coach_notes_cycle').on(t.cycleId),
    index('coach_notes_measure').on(t.measureId),
    index('coach_notes_written_by').on(t.writtenBy),
    check('coach_notes_text', sql`length(trim(${t.text})) > 0`),
  ],
);

/** What of a score is true and what is missing, as it was said when the score was given. */
export interface KeptEvidence {
  score: number;
  isMet: boolean;
  sentence: string;
}

/** A progress score as the team claimed it or the coach settled it, with what the program suggested that day. */
export const progressScores = sqliteTable(
  'progress_scores',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    kind: text('kind', { enum: scoreKinds }).notNull(),
    score: real('score').notNull(),
    suggested: real('suggested').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<KeptEvidence[]>().notNull(),
    reason: text('reason').notNull(),
    givenBy: text('given_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('progress_scores_team').on(t.teamId, t.createdAt),
    index('progress_scores_community').on(t.communityId, t.createdAt),
    index('progress_scores_given_by').on(t.givenBy),
    check('progress_scores_kind', sql`${t.kind} in ${oneOf(scoreKinds)}`),
    check(
      'progress_scores_score',
      sql`${t.score} between 0.5 and 5 and ${t.suggested} between 0.5 and 5 and ${t.score} * 2 = round(${t.score} * 2)`,
    ),
    check('progress_scores_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
