import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type DefinitionRevision, directions, indicatorUnits, periodKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { imports } from './imports';
import { people } from './people';

/** A cradle-to-career result; each community has the seven and may add its own. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    uniqueIndex('outcomes_order').on(t.communityId, t.position),
    uniqueIndex('outcomes_name').on(t.communityId, t.name),
  ],
);

/** A community-level number under an outcome. */
export const indicators = sqliteTable(
  'indicators',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    outcomeId: text('outcome_id')
      .notNull()
      .references(() => outcomes.id),
    name: text('name').notNull(),
    definition: text('definition').notNull().default(''),
    source: text('source').notNull().default(''),
    unit: text('unit', { enum: indicatorUnits }).notNull(),
    /** For a rate: events for each so many. */
    ratePer: real('rate_per').notNull().default(1),
    direction: text('direction', { enum: directions }).notNull(),
    periodKind: text('period_kind', { enum: periodKinds }).notNull(),
    isCore: integer('is_core', { mode: 'boolean' }).notNull().default(true),
    /** Key of the baseline period, such as "2015-16"; null: the first with data. */
    baselinePeriod: text('baseline_period'),
    target: real('target'),
    targetPeriod: text('target_period'),
    /** In the indicator's unit; 0 unless set. */
    minimumMovement: real('minimum_movement').notNull().default(0),
    ownerId: text('owner_id').references(() => people.id),
    /** How many years lie between two figures. */
    everyYears: integer('every_years').notNull().default(1),
    /** Oldest first; who wrote them and when is in history. */
    revisions: text('revisions', { mode: 'json' }).$type<DefinitionRevision[]>().notNull().default([]),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('indicators_community').on(t.communityId, t.archivedAt, t.outcomeId, t.name),
    index('indicators_outcome').on(t.outcomeId),
    index('indicators_owner').on(t.ownerId),
    check('indicators_unit', sql`${t.unit} in ${oneOf(indicatorUnits)}`),
    check('indicators_direction', sql`${t.direction} in ${oneOf(directions)}`),
    check('indicators_period_kind', sql`${t.periodKind} in ${oneOf(periodKinds)}`),
    check('indicators_movement', sql`${t.minimumMovement} >= 0 and ${t.ratePer} > 0`),
  ],
);

/** A way of splitting people into groups: race and ethnicity, income, language … */
export const dimensions = sqliteTable(
  'dimensions',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('dimensions_name').on(t.communityId, t.name),
    index('dimensions_order').on(t.communityId, t.position),
  ],
);

export const subgroups = sqliteTable(
  'subgroups',
  {
    id: id(),
    dimensionId: text('dimension_id')
      .notNull()
      .references(() => dimensions.id),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('subgroups_name').on(t.dimensionId, t.name)],
);

/** Which group the others are compared with, for one indicator and dimension. */
export const referenceGroups = sqliteTable(
  'reference_groups',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    dimensionId: text('dimension_id')
      .notNull()
      .references(() => dimensions.id),
    subgroupId: text('subgroup_id')
      .notNull()
      .references(() => subgroups.id),
    chosenBy: text('chosen_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('reference_groups_once').on(t.indicatorId, t.dimensionId),
    index('reference_groups_dimension').on(t.dimensionId),
    index('reference_groups_subgroup').on(t.subgroupId),
    index('reference_groups_chosen_by').on(t.chosenBy),
  ],
);

/** Indicator × period × subgroup. A suppressed cell is a value of its own: not a zero and not a blank. */
export const observations = sqliteTable(
  'observations',
  {
    id: id(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    /** "2015-16" for a school year, "2016" for a year. */
    period: text('period').notNull(),
    /** First day of the period, for order. */
    periodStart: text('period_start').notNull(),
    /** Null: everyone. */
    subgroupId: text('subgroup_id').references(() => subgroups.id),
    numerator: real('numerator'),
    denominator: real('denominator'),
    /** As published, in the indicator's unit (0 to 100 for percent); null where counts say it. */
    value: real('value'),
    marginOfError: real('margin_of_error'),
    isSuppressed: integer('is_suppressed', { mode: 'boolean' }).notNull().default(false),
    source: text('source').notNull().default(''),
    note: text('note').notNull().default(''),
    importId: text('import_id').references(() => imports.id),
    enteredBy: text('entered_by').references(() => people.id),
    enteredAt: text('entered_at').notNull(),
  },
  (t) => [
    uniqueIndex('observations_once_a_subgroup').on(t.indicatorId, t.subgroupId, t.period),
    uniqueIndex('observations_once_for_everyone')
      .on(t.indicatorId, t.period)
      .where(sql`${t.subgroupId} is null`),
    index('observations_series').on(t.indicatorId, t.periodStart),
    index('observations_subgroup').on(t.subgroupId),
    index('observations_import').on(t.importId),
    index('observations_entered_by').on(t.enteredBy),
    check('observations_counts', sql`${t.denominator} is null or ${t.denominator} >= 0`),
    check(
      'observations_suppressed',
      sql`${t.isSuppressed} = 0 or (${t.numerator} is null and ${t.value} is null)`,
    ),
  ],
);
