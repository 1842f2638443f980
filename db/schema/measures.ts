import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  chartKinds,
  dataKinds,
  directions,
  entryKinds,
  frequencies,
  linkSigns,
  measureRuleSets,
  measureTypes,
} from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { imports } from './imports';
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
    /** Who is in and who is out. */
    inclusions: text('inclusions').notNull().default(''),
    /** The groups its numbers are also kept for, such as schools or grades; empty: the whole group only. */
    strata: text('strata', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** What the value is counted in where it is not a percent: "families", "minutes". */
    unit: text('unit').notNull().default(''),
    /** For a rate: events for each so many (1, 100, 1000 …). */
    ratePer: real('rate_per').notNull().default(1),
    /** In the unit the chart shows: percent for a proportion. */
    goal: real('goal'),
    goalBy: text('goal_by'),
    source: text('source').notNull().default(''),
    collector: text('collector').notNull().default(''),
    /** Who is reminded when a number is due; null: the whole team. */
    ownerId: text('owner_id').references(() => people.id),
    /** The lowest and highest value that can be, in the unit the chart shows; null: as the kind of number allows. */
    lowest: real('lowest'),
    highest: real('highest'),
    /** Days after a period ends until its number is due. */
    dueLagDays: integer('due_lag_days').notNull().default(7),
    /** Null: the community's rule set. */
    ruleSet: text('rule_set', { enum: measureRuleSets }),
    /** Null: the chart that the data ask for. */
    chartKind: text('chart_kind', { enum: chartKinds }),
    /** False: moving ranges are not screened, as in the NHS Excel tool. */
    isScreened: integer('is_screened', { mode: 'boolean' }).notNull().default(true),
    /** Variation and assurance icons of Making Data Count beside the chart. */
    showsIcons: integer('shows_icons', { mode: 'boolean' }).notNull().default(false),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('measures_team').on(t.teamId, t.archivedAt, t.createdAt),
    index('measures_community').on(t.communityId),
    index('measures_owner').on(t.ownerId, t.archivedAt),
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
    /** The single values behind a mean, where they were entered: charts of means and spreads need them. */
    rawValues: text('raw_values', { mode: 'json' }).$type<number[]>(),
    note: text('note').notNull().default(''),
    enteredBy: text('entered_by').references(() => people.id),
    enteredAt: text('entered_at').notNull(),
    /** The file it came from; null where somebody typed or pasted it. */
    importId: text('import_id').references(() => imports.id),
    /** Set aside with a reason: still drawn, takes part in nothing. */
    ghostedAt: text('ghosted_at'),
    ghostReason: text('ghost_reason'),
    ghostedBy: text('ghosted_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('measure_points_once').on(t.measureId, t.stratum, t.periodStart),
    index('measure_points_entered_by').on(t.enteredBy),
    index('measure_points_ghosted_by').on(t.ghostedBy),
    index('measure_points_import').on(t.importId),
    check('measure_points_denominator', sql`${t.denominator} is null or ${t.denominator} >= 0`),
    check(
      'measure_points_some_number',
      sql`${t.value} is not null or (${t.numerator} is not null and ${t.denominator} is not null)`,
    ),
  ],
);

/** What a goal is from a day on. The newest row whose day has come holds; without rows, the measure's own goal. */
export const measureGoals = sqliteTable(
  'measure_goals',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** In the unit the chart shows. */
    goal: real('goal').notNull(),
    fromOn: text('from_on').notNull(),
    setBy: text('set_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('measure_goals_once').on(t.measureId, t.fromOn),
    index('measure_goals_set_by').on(t.setBy),
  ],
);

/** Figures of one period before or after an entry, with where they came from, so that undoing brings that back too. */
export interface EntryFigures {
  /** The row's, so that it comes back as itself. */
  id?: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  rawValues?: number[] | null;
  note: string;
  enteredBy?: string | null;
  enteredAt?: string;
  importId?: string | null;
}

/** One act of entering numbers, so that it can be undone as a whole. */
export const measureEntries = sqliteTable(
  'measure_entries',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    kind: text('kind', { enum: entryKinds }).notNull(),
    changes: text('changes', { mode: 'json' })
      .$type<{ periodStart: string; stratum: string; was: EntryFigures | null; is: EntryFigures | null }[]>()
      .notNull(),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    undoneAt: text('undone_at'),
    undoneBy: text('undone_by').references(() => people.id),
  },
  (t) => [
    index('measure_entries_measure').on(t.measureId, t.createdAt),
    index('measure_entries_made_by').on(t.madeBy),
    index('measure_entries_undone_by').on(t.undoneBy),
    check('measure_entries_kind', sql`${t.kind} in ${oneOf(entryKinds)}`),
  ],
);

/** What was typed and cannot be: it stays to be mended, and the chart keeps the last good number. */
export const refusedCells = sqliteTable(
  'refused_cells',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    periodStart: text('period_start').notNull(),
    stratum: text('stratum').notNull().default(''),
    /** As typed. */
    numerator: text('numerator').notNull().default(''),
    denominator: text('denominator').notNull().default(''),
    value: text('value').notNull().default(''),
    note: text('note').notNull().default(''),
    typedBy: text('typed_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('refused_cells_once').on(t.measureId, t.stratum, t.periodStart),
    index('refused_cells_typed_by').on(t.typedBy),
  ],
);

/** Until which point later points are judged against; the newest row holds, and a null day goes back to the default. */
export const measureBaselines = sqliteTable(
  'measure_baselines',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** First day of the last period of the baseline. */
    throughOn: text('through_on'),
    reason: text('reason').notNull(),
    setBy: text('set_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('measure_baselines_measure').on(t.measureId, t.createdAt),
    index('measure_baselines_set_by').on(t.setBy),
    check('measure_baselines_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** A new phase of a series: a person made it, with a reason. Taken back, it stays as a row. */
export const measureRebases = sqliteTable(
  'measure_rebases',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** First day of the first period of the new phase. */
    fromOn: text('from_on').notNull(),
    reason: text('reason').notNull(),
    /** The program had proposed it. */
    wasProposed: integer('was_proposed', { mode: 'boolean' }).notNull().default(false),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    takenBackAt: text('taken_back_at'),
    takenBackBy: text('taken_back_by').references(() => people.id),
  },
  (t) => [
    index('measure_rebases_measure').on(t.measureId, t.fromOn),
    index('measure_rebases_made_by').on(t.madeBy),
    index('measure_rebases_taken_back_by').on(t.takenBackBy),
    check('measure_rebases_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** A chart that may be read without an account by whoever has the link, until it is revoked. */
export const chartLinks = sqliteTable(
  'chart_links',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull(),
    /** Whom it is for. */
    label: text('label').notNull().default(''),
    /** The last day it works; null: until it is taken back. */
    untilOn: text('until_on'),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    revokedAt: text('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('chart_links_token').on(t.tokenHash),
    index('chart_links_measure').on(t.measureId, t.createdAt),
    index('chart_links_made_by').on(t.madeBy),
    index('chart_links_revoked_by').on(t.revokedBy),
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
