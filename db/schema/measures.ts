import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { dataKinds, directions, frequencies, linkSigns, measureTypes, ruleSets } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { indicators } from './indicators';
import { people } from './people';
import { teams } from './teams';

/** A team-level series with its operational definition. */
export const measures = sqliteTable(
  'measures',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    name: text('name').notNull(),
    type: text('type', { enum: measureTypes }).notNull(),
    kind: text('kind', { enum: dataKinds }).notNull(),
    direction: text('direction', { enum: directions }).notNull(),
    frequency: text('frequency', { enum: frequencies }).notNull(),
    /** The operational definition: exactly what is counted, so that two people count the same. */
    definition: text('definition').notNull().default(''),
    numeratorWords: text('numerator_words').notNull().default(''),
    denominatorWords: text('denominator_words').notNull().default(''),
    /** What the value is counted in where it is not a percent: "families", "minutes". */
    unit: text('unit').notNull().default(''),
    /** For a rate: events for each so many (1, 100, 1000 …). */
    ratePer: real('rate_per').notNull().default(1),
    /** In the unit the chart shows: percent for a proportion. */
    goal: real('goal'),
    goalBy: text('goal_by'),
    source: text('source').notNull().default(''),
    collector: text('collector').notNull().default(''),
    /** Days after a period ends until its number is due. */
    dueLagDays: integer('due_lag_days').notNull().default(7),
    /** Null: the community's rule set. */
    ruleSet: text('rule_set', { enum: ruleSets }),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('measures_team').on(t.teamId, t.archivedAt, t.createdAt),
    index('measures_community').on(t.communityId),
    check('measures_type', sql`${t.type} in ${oneOf(measureTypes)}`),
    check('measures_kind', sql`${t.kind} in ${oneOf(dataKinds)}`),
    check('measures_direction', sql`${t.direction} in ${oneOf(directions)}`),
    check('measures_frequency', sql`${t.frequency} in ${oneOf(frequencies)}`),
    check('measures_rate_per', sql`${t.ratePer} > 0`),
  ],
);

/** One number of a series. Numerator and denominator are kept where there are any; value otherwise. */
export const measurePoints = sqliteTable(
  'measure_points',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** First day of the period, YYYY-MM-DD. */
    periodStart: text('period_start').notNull(),
    /** Empty: the whole group. */
    stratum: text('stratum').notNull().default(''),
    numerator: real('numerator'),
    denominator: real('denominator'),
    value: real('value'),
    note: text('note').notNull().default(''),
    enteredBy: text('entered_by').references(() => people.id),
    enteredAt: text('entered_at').notNull(),
    /** Set aside with a reason: still drawn, takes part in nothing. */
    ghostedAt: text('ghosted_at'),
    ghostReason: text('ghost_reason'),
    ghostedBy: text('ghosted_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('measure_points_once').on(t.measureId, t.stratum, t.periodStart),
    index('measure_points_entered_by').on(t.enteredBy),
    index('measure_points_ghosted_by').on(t.ghostedBy),
    check('measure_points_denominator', sql`${t.denominator} is null or ${t.denominator} >= 0`),
    check(
      'measure_points_some_number',
      sql`${t.value} is not null or (${t.numerator} is not null and ${t.denominator} is not null)`,
    ),
  ],
);

/** "This measure feeds that indicator", with the direction and the lag the team expects. */
export const indicatorLinks = sqliteTable(
  'indicator_links',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    sign: text('sign', { enum: linkSigns }).notNull(),
    /** In periods of the indicator. */
    lag: integer('lag').notNull().default(0),
    createdBy: text('created_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('indicator_links_once').on(t.measureId, t.indicatorId),
    index('indicator_links_indicator').on(t.indicatorId),
    index('indicator_links_created_by').on(t.createdBy),
    check('indicator_links_sign', sql`${t.sign} in ${oneOf(linkSigns)}`),
    check('indicator_links_lag', sql`${t.lag} between 0 and 10`),
  ],
);
