import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { measures } from './measures';
import { people } from './people';
import { practices } from './practices';
import { teams } from './teams';

/** What one team wants to try; an instance of a practice when practiceId is set. */
export const changeIdeas = sqliteTable(
  'change_ideas',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    practiceId: text('practice_id').references(() => practices.id),
    name: text('name').notNull(),
    /** How this team does it differently from the practice. */
    adaptation: text('adaptation').notNull().default(''),
    /** Where it is used and with whom, and what is particular there. */
    context: text('context').notNull().default(''),
    createdBy: text('created_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('change_ideas_team').on(t.teamId, t.createdAt),
    index('change_ideas_practice').on(t.practiceId),
    index('change_ideas_community').on(t.communityId),
    index('change_ideas_created_by').on(t.createdBy),
  ],
);

/** What has to change for the aim to be reached: a primary driver, or a secondary one under it. */
export const drivers = sqliteTable(
  'drivers',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    /** Null: a primary driver, right under the aim. */
    parentId: text('parent_id').references((): AnySQLiteColumn => drivers.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    detail: text('detail').notNull().default(''),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('drivers_team').on(t.teamId, t.archivedAt, t.position),
    index('drivers_parent').on(t.parentId, t.position),
    index('drivers_written_by').on(t.writtenBy),
    check('drivers_name', sql`length(trim(${t.name})) > 0`),
  ],
);

/** An idea may serve several drivers. */
export const ideaDrivers = sqliteTable(
  'idea_drivers',
  {
    id: id(),
    ideaId: text('idea_id')
      .notNull()
      .references(() => changeIdeas.id),
    driverId: text('driver_id')
      .notNull()
      .references(() => drivers.id),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('idea_drivers_once').on(t.ideaId, t.driverId),
    index('idea_drivers_driver').on(t.driverId, t.position),
  ],
);

/** The measure that tells of one part of the theory: of the aim (neither set), of a driver, or of an idea. */
export const theoryMeasures = sqliteTable(
  'theory_measures',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    driverId: text('driver_id').references(() => drivers.id),
    ideaId: text('idea_id').references(() => changeIdeas.id),
  },
  (t) => [
    index('theory_measures_team').on(t.teamId),
    index('theory_measures_measure').on(t.measureId),
    index('theory_measures_driver').on(t.driverId),
    index('theory_measures_idea').on(t.ideaId),
    check('theory_measures_one', sql`${t.driverId} is null or ${t.ideaId} is null`),
  ],
);

/** What the team stopped believing (or believes again), when, and because of which cycles. */
export const beliefChanges = sqliteTable(
  'belief_changes',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    driverId: text('driver_id').references(() => drivers.id),
    ideaId: text('idea_id').references(() => changeIdeas.id),
    isBelieved: integer('is_believed', { mode: 'boolean' }).notNull(),
    reason: text('reason').notNull(),
    cycleIds: text('cycle_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
    changedBy: text('changed_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('belief_changes_team').on(t.teamId, t.createdAt),
    index('belief_changes_driver').on(t.driverId),
    index('belief_changes_idea').on(t.ideaId),
    index('belief_changes_changed_by').on(t.changedBy),
    check('belief_changes_one', sql`(${t.driverId} is null) <> (${t.ideaId} is null)`),
    check('belief_changes_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
