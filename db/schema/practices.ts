import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  practiceDecisions as decisions,
  practiceSettings,
  practiceSources,
  researchTiers,
} from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { outcomes } from './indicators';
import { people } from './people';

/** A way of working that several teams can use: the community's library. */
export const practices = sqliteTable(
  'practices',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    name: text('name').notNull(),
    /** What it is, in a sentence or two. */
    description: text('description').notNull().default(''),
    steps: text('steps').notNull().default(''),
    forWhom: text('for_whom').notNull().default(''),
    setting: text('setting', { enum: practiceSettings }),
    /** The result it should help. */
    outcomeId: text('outcome_id').references(() => outcomes.id),
    takesHours: text('takes_hours').notNull().default(''),
    takesMoney: text('takes_money').notNull().default(''),
    takesMaterials: text('takes_materials').notNull().default(''),
    /** What makes it this practice; a use without one of them is a use of something else. */
    coreParts: text('core_parts').notNull().default(''),
    adaptableParts: text('adaptable_parts').notNull().default(''),
    sourceKind: text('source_kind', { enum: practiceSources }),
    /** Of national research only. */
    sourceTier: text('source_tier', { enum: researchTiers }),
    source: text('source').notNull().default(''),
    ownerId: text('owner_id').references(() => people.id),
    /** The practice of another community that it was copied from; null again where that one is gone. */
    copiedFromId: text('copied_from_id').references((): AnySQLiteColumn => practices.id),
    /** "Lakeside Promise": kept in words, so that it outlives the other community. */
    copiedFrom: text('copied_from').notNull().default(''),
    /** It was the same as another one, which has its uses now. */
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => practices.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('practices_community').on(t.communityId, t.archivedAt, t.name),
    index('practices_outcome').on(t.outcomeId),
    index('practices_owner').on(t.ownerId),
    index('practices_copied_from').on(t.copiedFromId),
    index('practices_merged_into').on(t.mergedIntoId),
  ],
);

/**
 * What leaders decided about a practice, beside what the rules said on that day. The newest row holds; of the three,
 * only "stop" changes the tier.
 */
export const practiceDecisions = sqliteTable(
  'practice_decisions',
  {
    id: id(),
    practiceId: text('practice_id')
      .notNull()
      .references(() => practices.id),
    decision: text('decision', { enum: decisions }).notNull(),
    reason: text('reason').notNull(),
    /** When leaders look at it again. */
    reviewOn: text('review_on').notNull(),
    /** The tier, the list and the sentence of the rules when it was decided; null: nothing was read then. */
    rulesSaid: text('rules_said', { mode: 'json' }).$type<RulesSaid>(),
    decidedBy: text('decided_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('practice_decisions_practice').on(t.practiceId, t.createdAt),
    index('practice_decisions_review').on(t.reviewOn),
    index('practice_decisions_decided_by').on(t.decidedBy),
    check('practice_decisions_decision', sql`${t.decision} in ${oneOf(decisions)}`),
    check('practice_decisions_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

export interface RulesSaid {
  tier: string;
  list: string;
  sentence: string;
}

/** That a practice's description may be read in the whole network, since when, until when, and by whose word. */
export const practiceOffers = sqliteTable(
  'practice_offers',
  {
    id: id(),
    practiceId: text('practice_id')
      .notNull()
      .references(() => practices.id),
    offeredBy: text('offered_by').references(() => people.id),
    createdAt: createdAt(),
    takenBackBy: text('taken_back_by').references(() => people.id),
    takenBackAt: text('taken_back_at'),
  },
  (t) => [
    index('practice_offers_practice').on(t.practiceId, t.takenBackAt),
    index('practice_offers_open').on(t.takenBackAt, t.createdAt),
    index('practice_offers_offered_by').on(t.offeredBy),
    index('practice_offers_taken_back_by').on(t.takenBackBy),
  ],
);

/** Two practices that were the same: one has the uses of both since, and the other leads to it. */
export const practiceMerges = sqliteTable(
  'practice_merges',
  {
    id: id(),
    fromId: text('from_id')
      .notNull()
      .references(() => practices.id),
    intoId: text('into_id')
      .notNull()
      .references(() => practices.id),
    reason: text('reason').notNull(),
    /** The change ideas that moved. */
    ideaIds: text('idea_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
    mergedBy: text('merged_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('practice_merges_from').on(t.fromId),
    index('practice_merges_into').on(t.intoId, t.createdAt),
    index('practice_merges_merged_by').on(t.mergedBy),
    check('practice_merges_two', sql`${t.fromId} <> ${t.intoId}`),
    check('practice_merges_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
