import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { cycleKinds, decisions, fidelities, scales } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { measures } from './measures';
import { people } from './people';
import { teams } from './teams';
import { changeIdeas } from './theories';

/** One PDSA test of a change idea. Its phase is never stored: app/cycles/stages.ts derives it. */
export const cycles = sqliteTable(
  'cycles',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    ideaId: text('idea_id')
      .notNull()
      .references(() => changeIdeas.id),
    /** 1, 2, 3 … within the team. */
    number: integer('number').notNull(),
    /** The cycle this one follows on its ramp. */
    previousId: text('previous_id').references((): AnySQLiteColumn => cycles.id),
    /** It leaves the ramp of the cycle before to begin a branch of its own. */
    startsBranch: integer('starts_branch', { mode: 'boolean' }).notNull().default(false),
    /** The cycle whose plan was taken over, of this team or another. */
    clonedFromId: text('cloned_from_id').references((): AnySQLiteColumn => cycles.id),
    /** Somebody wrote it down after it was over: what it predicts was not known to be a prediction. */
    writtenAfterwards: integer('written_afterwards', { mode: 'boolean' }).notNull().default(false),
    ledBy: text('led_by').references(() => people.id),
    createdBy: text('created_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),

    // Plan
    objective: text('objective').notNull().default(''),
    kind: text('kind', { enum: cycleKinds }).notNull().default('test'),
    scale: text('scale', { enum: scales }),
    people: integer('people'),
    sites: integer('sites'),
    focusGroup: text('focus_group').notNull().default(''),
    dataPlan: text('data_plan').notNull().default(''),
    /** Planned first and last day of Do. */
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on'),

    // Do
    doStartedOn: text('do_started_on'),
    doEndedOn: text('do_ended_on'),
    ranAsPlanned: text('ran_as_planned', { enum: fidelities }),
    whatDiffered: text('what_differed').notNull().default(''),
    observations: text('observations').notNull().default(''),
    surprises: text('surprises').notNull().default(''),

    // Study
    learned: text('learned').notNull().default(''),
    /** For which groups it worked, and whom it missed. */
    workedFor: text('worked_for').notNull().default(''),
    /** When the Study was first written: it should not be before Do ended. */
    studiedAt: text('studied_at'),

    // Act
    /**
     * The decision that holds, its newest: kept by triggers on `cycle_decisions`, for lists to ask and nobody to write.
     * Who rebuilds either table drops the three `held_cycle_decisions_*` first and makes them again (migration 0020).
     */
    decisionId: text('decision_id'),
  },
  (t) => [
    uniqueIndex('cycles_team_number').on(t.teamId, t.number),
    index('cycles_community').on(t.communityId, t.archivedAt, t.startsOn),
    // The words are those of `isOpenCycle` (db/newest-decision.ts): only then is the index of use to it.
    index('cycles_open')
      .on(t.teamId, t.startsOn)
      .where(sql`${t.archivedAt} is null and (trim(${t.learned}) = '' or ${t.decisionId} is null)`),
    index('cycles_studied')
      .on(t.communityId, t.archivedAt, t.decisionId, t.teamId)
      .where(sql`trim(${t.learned}) <> ''`),
    index('cycles_begun')
      .on(t.communityId, t.doStartedOn, t.teamId)
      .where(sql`${t.archivedAt} is null and ${t.doStartedOn} is not null`),
    index('cycles_groups')
      .on(t.communityId, t.archivedAt, t.focusGroup, t.ideaId)
      .where(sql`${t.focusGroup} <> ''`),
    index('cycles_idea').on(t.ideaId, t.number),
    index('cycles_previous').on(t.previousId),
    index('cycles_cloned_from').on(t.clonedFromId),
    index('cycles_led_by').on(t.ledBy),
    index('cycles_created_by').on(t.createdBy),
    check('cycles_kind', sql`${t.kind} in ${oneOf(cycleKinds)}`),
    check('cycles_scale', sql`${t.scale} is null or ${t.scale} in ${oneOf(scales)}`),
    check('cycles_ran', sql`${t.ranAsPlanned} is null or ${t.ranAsPlanned} in ${oneOf(fidelities)}`),
    check('cycles_planned_dates', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check(
      'cycles_do_dates',
      sql`${t.doEndedOn} is null or (${t.doStartedOn} is not null and ${t.doEndedOn} >= ${t.doStartedOn})`,
    ),
    check(
      'cycles_counts',
      sql`(${t.people} is null or ${t.people} >= 0) and (${t.sites} is null or ${t.sites} >= 0)`,
    ),
  ],
);

/** A question of the Plan with its predicted answer, and what the Study says of it. */
export const cycleQuestions = sqliteTable(
  'cycle_questions',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    position: integer('position').notNull(),
    question: text('question').notNull(),
    prediction: text('prediction').notNull().default(''),
    /** For a yes/no question: the chance of yes in percent that the team gives it. */
    chancePercent: real('chance_percent'),
    whatHappened: text('what_happened').notNull().default(''),
    cameTrue: text('came_true', { enum: fidelities }),
  },
  (t) => [
    uniqueIndex('cycle_questions_order').on(t.cycleId, t.position),
    index('cycle_questions_missed').on(t.cycleId).where(sql`${t.cameTrue} = 'no'`),
    check('cycle_questions_chance', sql`${t.chancePercent} is null or ${t.chancePercent} between 0 and 100`),
    check('cycle_questions_true', sql`${t.cameTrue} is null or ${t.cameTrue} in ${oneOf(fidelities)}`),
  ],
);

/** A number the team expects of a measure on a day, with an 80 % range. What happened is read from the series. */
export const cyclePredictions = sqliteTable(
  'cycle_predictions',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
    /** In the unit the measure's chart shows. */
    expected: real('expected').notNull(),
    low: real('low').notNull(),
    high: real('high').notNull(),
    checkOn: text('check_on').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('cycle_predictions_once').on(t.cycleId, t.measureId),
    index('cycle_predictions_measure').on(t.measureId),
    check('cycle_predictions_range', sql`${t.low} <= ${t.expected} and ${t.expected} <= ${t.high}`),
  ],
);

export const cycleTasks = sqliteTable(
  'cycle_tasks',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    position: integer('position').notNull(),
    who: text('who').notNull().default(''),
    what: text('what').notNull(),
    place: text('place').notNull().default(''),
    dueOn: text('due_on'),
    doneAt: text('done_at'),
  },
  (t) => [uniqueIndex('cycle_tasks_order').on(t.cycleId, t.position)],
);

/** Act: what the team decided, when, who wrote it down and why. The newest row holds. */
export const cycleDecisions = sqliteTable(
  'cycle_decisions',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    decision: text('decision', { enum: decisions }).notNull(),
    reason: text('reason').notNull(),
    nextStep: text('next_step').notNull().default(''),
    decidedOn: text('decided_on').notNull(),
    decidedBy: text('decided_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('cycle_decisions_cycle').on(t.cycleId, t.createdAt),
    index('cycle_decisions_decided_by').on(t.decidedBy),
    check('cycle_decisions_decision', sql`${t.decision} in ${oneOf(decisions)}`),
    check('cycle_decisions_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** A dated note of Do. Taken out, it stays as a row. */
export const cycleNotes = sqliteTable(
  'cycle_notes',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    onDate: text('on_date').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    takenOutAt: text('taken_out_at'),
  },
  (t) => [
    index('cycle_notes_cycle').on(t.cycleId, t.onDate),
    index('cycle_notes_written_by').on(t.writtenBy),
    check('cycle_notes_text', sql`length(trim(${t.text})) > 0`),
  ],
);

/** A working list as counts, never as names: how many of a group were found, reached, and came to the end. */
export const cycleCounts = sqliteTable(
  'cycle_counts',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    /** Empty: everyone. */
    group: text('group_name').notNull().default(''),
    position: integer('position').notNull(),
    identified: integer('identified'),
    reached: integer('reached'),
    completed: integer('completed'),
  },
  (t) => [
    uniqueIndex('cycle_counts_once').on(t.cycleId, t.group),
    check(
      'cycle_counts_not_below_zero',
      sql`coalesce(${t.identified}, 0) >= 0 and coalesce(${t.reached}, 0) >= 0 and coalesce(${t.completed}, 0) >= 0`,
    ),
  ],
);

/** Every saved version of every field of a cycle: what it was set to, by whom, when. */
export const cycleVersions = sqliteTable(
  'cycle_versions',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    /** "learned", "questions.<id>.prediction" … */
    field: text('field').notNull(),
    /** 1, 2, 3 … within the field. */
    number: integer('number').notNull(),
    value: text('value', { mode: 'json' }).$type<unknown>(),
    savedBy: text('saved_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('cycle_versions_once').on(t.cycleId, t.field, t.number),
    index('cycle_versions_cycle').on(t.cycleId, t.createdAt),
    index('cycle_versions_saved_by').on(t.savedBy),
  ],
);

/** A file that belongs to a cycle. Its bytes are apart, so that a list does not read them. */
export const cycleFiles = sqliteTable(
  'cycle_files',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycles.id),
    fileName: text('file_name').notNull(),
    /** As its first bytes say, not as it was called. */
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    addedBy: text('added_by').references(() => people.id),
    createdAt: createdAt(),
    takenOutAt: text('taken_out_at'),
  },
  (t) => [index('cycle_files_cycle').on(t.cycleId, t.createdAt), index('cycle_files_added_by').on(t.addedBy)],
);

export const cycleFileContents = sqliteTable('cycle_file_contents', {
  fileId: text('file_id')
    .primaryKey()
    .references(() => cycleFiles.id),
  contents: blob('contents', { mode: 'buffer' }).notNull(),
});
