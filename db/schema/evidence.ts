import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { gainStates, measureTypes, measureVerdicts, verdictMethods, votes } from '../vocabulary';
import { oneOf } from './columns';
import { communities } from './communities';
import { cycles } from './cycles';
import { measures } from './measures';
import { practices } from './practices';
import { teams } from './teams';

/*
 * What the evidence rules worked out from points, cycles, links and phases, kept so that a page need not do it again.
 * No person types any of it: app/practices/refresh.server.ts alone writes here, and what is out of date stands in
 * evidence_stale, which triggers fill (migration "evidence-stale").
 */

/** A team's use of a practice, all its ideas and cycles together: it has one vote. */
export const practiceUses = sqliteTable(
  'practice_uses',
  {
    practiceId: text('practice_id')
      .notNull()
      .references(() => practices.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** First day of Do of its first cycle; null while nothing was done. */
    changeOn: text('change_on'),
    cycles: integer('cycles').notNull(),
    finishedCycles: integer('finished_cycles').notNull(),
    /** Mean fidelity of the finished cycles; null without any. */
    fidelity: real('fidelity'),
    vote: text('vote', { enum: votes }).notNull(),
    isAbandoned: integer('is_abandoned', { mode: 'boolean' }).notNull(),
    hasWidenedGap: integer('has_widened_gap', { mode: 'boolean' }).notNull(),
    /** An improvement of twelve points or more that has not turned. */
    isHeld: integer('is_held', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.teamId] }),
    index('practice_uses_community').on(t.communityId, t.practiceId),
    index('practice_uses_team').on(t.teamId),
    check('practice_uses_vote', sql`${t.vote} in ${oneOf(votes)}`),
  ],
);

/** What one measure says of one use, with its working. */
export const practiceVerdicts = sqliteTable(
  'practice_verdicts',
  {
    practiceId: text('practice_id')
      .notNull()
      .references(() => practices.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    type: text('type', { enum: measureTypes }).notNull(),
    verdict: text('verdict', { enum: measureVerdicts }).notNull(),
    method: text('method', { enum: verdictMethods }).notNull(),
    /** Where a cycle was adopted: whether its gain is held so far. */
    gain: text('gain', { enum: gainStates }),
    /** VerdictWorking of app/practices/team-evidence.ts. */
    working: text('working', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.teamId, t.measureId] }),
    index('practice_verdicts_team').on(t.teamId),
    index('practice_verdicts_measure').on(t.measureId),
    check('practice_verdicts_type', sql`${t.type} in ${oneOf(measureTypes)}`),
    check('practice_verdicts_verdict', sql`${t.verdict} in ${oneOf(measureVerdicts)}`),
    check('practice_verdicts_method', sql`${t.method} in ${oneOf(verdictMethods)}`),
    check('practice_verdicts_gain', sql`${t.gain} is null or ${t.gain} in ${oneOf(gainStates)}`),
  ],
);

/** How good one predicted number was, once what happened is known. */
export const predictionScores = sqliteTable(
  'prediction_scores',
  {
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    /** Null: a test of no practice. */
    practiceId: text('practice_id').references(() => practices.id),
    /** From this day on no other number is waited for. */
    finalFrom: text('final_from').notNull(),
    isHit: integer('is_hit', { mode: 'boolean' }),
    /** Expected − actual in units of baseline spread; null where the baseline has none. */
    error: real('error'),
    /** (expected − baseline) ÷ (actual − baseline). */
    overreach: real('overreach'),
  },
  (t) => [
    primaryKey({ columns: [t.cycleId, t.measureId] }),
    index('prediction_scores_measure').on(t.measureId),
    index('prediction_scores_community').on(t.communityId, t.finalFrom),
    index('prediction_scores_missed').on(t.communityId, t.finalFrom, t.cycleId).where(sql`${t.isHit} = 0`),
    index('prediction_scores_team').on(t.teamId, t.finalFrom),
    index('prediction_scores_practice').on(t.practiceId, t.finalFrom),
  ],
);

/** Teams of which something changed since their evidence was worked out. `mark` tells one change from the next. */
export const evidenceStale = sqliteTable('evidence_stale', {
  teamId: text('team_id')
    .primaryKey()
    .references(() => teams.id),
  mark: text('mark').notNull(),
});
