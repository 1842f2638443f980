import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { pastKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { indicators } from './indicators';
import { people } from './people';

/**
 * What a figure, a definition or a group to compare with was before it was changed or taken out, and until when: with
 * it the scoreboard of a past day is worked out from what was known then. Triggers write it, so that no command can
 * forget; what stands now is in the tables themselves.
 */
export const indicatorPasts = sqliteTable(
  'indicator_pasts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    kind: text('kind', { enum: pastKinds }).notNull(),
    /** Which of its kind: a period and a subgroup's id, a dimension's id, or nothing for a definition. */
    cell: text('cell').notNull(),
    /** As it was, by the names of the columns; null: there was nothing. */
    was: text('was', { mode: 'json' }).$type<Record<string, unknown>>(),
    knownFrom: text('known_from').notNull(),
    knownUntil: text('known_until').notNull(),
  },
  (t) => [
    index('indicator_pasts_until').on(t.indicatorId, t.knownUntil),
    check('indicator_pasts_kind', sql`${t.kind} in ${oneOf(pastKinds)}`),
  ],
);

/** A link by which anybody may read the scoreboard and some indicators. Only a hash of its token is kept. */
export const publicPages = sqliteTable(
  'public_pages',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    tokenHash: text('token_hash').notNull(),
    /** Whom it is for, in the words of whoever made it. */
    label: text('label').notNull(),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    revokedAt: text('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('public_pages_token').on(t.tokenHash),
    index('public_pages_community').on(t.communityId, t.createdAt),
    index('public_pages_made_by').on(t.madeBy),
    index('public_pages_revoked_by').on(t.revokedBy),
  ],
);

/** The indicators that a public page shows whole, beside the scoreboard. */
export const publicPageIndicators = sqliteTable(
  'public_page_indicators',
  {
    pageId: text('page_id')
      .notNull()
      .references(() => publicPages.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
  },
  (t) => [
    primaryKey({ columns: [t.pageId, t.indicatorId] }),
    index('public_page_indicators_indicator').on(t.indicatorId),
  ],
);

/** The annual figures as they were on a day, for whoever asks later what was handed in. */
export const annualSnapshots = sqliteTable(
  'annual_snapshots',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** What it was taken for. */
    label: text('label').notNull(),
    /** The day in the community's time zone. */
    takenOn: text('taken_on').notNull(),
    takenBy: text('taken_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('annual_snapshots_community').on(t.communityId, t.createdAt),
    index('annual_snapshots_taken_by').on(t.takenBy),
  ],
);

/** Definitions, groups and figures of a snapshot, as gzipped JSON; masked when it is read. */
export const annualSnapshotContents = sqliteTable('annual_snapshot_contents', {
  snapshotId: text('snapshot_id')
    .primaryKey()
    .references(() => annualSnapshots.id),
  contents: blob('contents', { mode: 'buffer' }).notNull(),
});
