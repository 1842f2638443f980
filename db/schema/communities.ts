import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ruleSets, sectors } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';

/** One row: the installation. It stays when the demo goes, to remember that. */
export const networks = sqliteTable('networks', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: createdAt(),
  /** When the demo communities were removed; the demo is never seeded again after that. */
  demoRemovedAt: text('demo_removed_at'),
});

export const communities = sqliteTable(
  'communities',
  {
    id: id(),
    name: text('name').notNull(),
    /** IANA name, such as America/New_York. */
    timeZone: text('time_zone').notNull().default('America/New_York'),
    /** 1 to 12: the month in which a school year starts. */
    schoolYearFirstMonth: integer('school_year_first_month').notNull().default(7),
    /** Days off, YYYY-MM-DD, that are no working days. */
    holidays: text('holidays', { mode: 'json' }).$type<string[]>().notNull().default([]),
    ruleSet: text('rule_set', { enum: ruleSets }).notNull().default('anhoej'),
    /** Cells with a denominator under this are masked for everyone who may not edit them. */
    maskingThreshold: integer('masking_threshold').notNull().default(10),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    check('communities_rule_set', sql`${t.ruleSet} in ${oneOf(ruleSets)}`),
    check('communities_month', sql`${t.schoolYearFirstMonth} between 1 and 12`),
    check('communities_threshold', sql`${t.maskingThreshold} between 0 and 100`),
  ],
);

export const partners = sqliteTable(
  'partners',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    name: text('name').notNull(),
    sector: text('sector', { enum: sectors }).notNull(),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('partners_community').on(t.communityId, t.name),
    check('partners_sector', sql`${t.sector} in ${oneOf(sectors)}`),
  ],
);
