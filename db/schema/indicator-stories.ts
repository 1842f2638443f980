import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { storyParts } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { partners } from './communities';
import { indicators } from './indicators';
import { people } from './people';
import { drivers } from './theories';

/** What was written of one part of the story behind the curve. The newest row of a part holds; the others stay readable. */
export const storyVersions = sqliteTable(
  'story_versions',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    part: text('part', { enum: storyParts }).notNull(),
    /** Empty: what stood there was taken out. */
    text: text('text').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('story_versions_indicator').on(t.indicatorId, t.createdAt),
    index('story_versions_written_by').on(t.writtenBy),
    check('story_versions_part', sql`${t.part} in ${oneOf(storyParts)}`),
  ],
);

/** A partner with a role to play in turning the curve, and which. */
export const indicatorPartners = sqliteTable(
  'indicator_partners',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    role: text('role').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    takenOutAt: text('taken_out_at'),
  },
  (t) => [
    uniqueIndex('indicator_partners_once').on(t.indicatorId, t.partnerId),
    index('indicator_partners_partner').on(t.partnerId),
    index('indicator_partners_written_by').on(t.writtenBy),
    check('indicator_partners_role', sql`length(trim(${t.role})) > 0`),
  ],
);

/** What is to be done next for the indicator, by whom and by when. */
export const indicatorActions = sqliteTable(
  'indicator_actions',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    what: text('what').notNull(),
    who: text('who').notNull().default(''),
    byDate: text('by_date'),
    doneAt: text('done_at'),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    takenOutAt: text('taken_out_at'),
  },
  (t) => [
    index('indicator_actions_indicator').on(t.indicatorId, t.takenOutAt, t.createdAt),
    index('indicator_actions_written_by').on(t.writtenBy),
    check('indicator_actions_what', sql`length(trim(${t.what})) > 0`),
  ],
);

/** A root cause that is said to hold an indicator where it is, and what speaks for it. */
export const factors = sqliteTable(
  'factors',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    name: text('name').notNull(),
    evidence: text('evidence').notNull().default(''),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('factors_indicator').on(t.indicatorId, t.archivedAt, t.createdAt),
    index('factors_written_by').on(t.writtenBy),
    check('factors_name', sql`length(trim(${t.name})) > 0`),
  ],
);

/** One vote a person; taking it back takes the row out. */
export const factorVotes = sqliteTable(
  'factor_votes',
  {
    id: id(),
    factorId: text('factor_id')
      .notNull()
      .references(() => factors.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('factor_votes_once').on(t.factorId, t.personId),
    index('factor_votes_person').on(t.personId),
  ],
);

/** A factor that a team made a driver of its theory. */
export const factorDrivers = sqliteTable(
  'factor_drivers',
  {
    id: id(),
    factorId: text('factor_id')
      .notNull()
      .references(() => factors.id),
    driverId: text('driver_id')
      .notNull()
      .references(() => drivers.id),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('factor_drivers_once').on(t.factorId, t.driverId),
    index('factor_drivers_driver').on(t.driverId),
    index('factor_drivers_made_by').on(t.madeBy),
  ],
);
