import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
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
    /** When the Study was first written: it should not be before Do ended. */
    studiedAt: text('studied_at'),
  },
  (t) => [
    uniqueIndex('cycles_team_number').on(t.teamId, t.number),
    index('cycles_community').on(t.communityId, t.archivedAt, t.startsOn),
    index('cycles_idea').on(t.ideaId, t.number),
    index('cycles_previous').on(t.previousId),
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
