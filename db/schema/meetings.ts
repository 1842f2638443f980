import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { meetingLineKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { cycles } from './cycles';
import { people } from './people';
import { teams } from './teams';

/** A meeting of a team, recorded while it goes on. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    onDate: text('on_date').notNull(),
    /** Who came, as the team writes it: staff and partners, never pupils. */
    present: text('present').notNull().default(''),
    startedBy: text('started_by').references(() => people.id),
    createdAt: createdAt(),
    endedAt: text('ended_at'),
    endedBy: text('ended_by').references(() => people.id),
  },
  (t) => [
    index('meetings_team').on(t.teamId, t.onDate),
    index('meetings_started_by').on(t.startedBy),
    index('meetings_ended_by').on(t.endedBy),
  ],
);

/** What was said, decided or promised in a meeting. */
export const meetingLines = sqliteTable(
  'meeting_lines',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    kind: text('kind', { enum: meetingLineKinds }).notNull(),
    text: text('text').notNull(),
    cycleId: text('cycle_id').references(() => cycles.id),
    /** Of a promise. */
    who: text('who').notNull().default(''),
    byDate: text('by_date'),
    doneAt: text('done_at'),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    takenOutAt: text('taken_out_at'),
  },
  (t) => [
    index('meeting_lines_meeting').on(t.meetingId, t.createdAt),
    index('meeting_lines_cycle').on(t.cycleId),
    index('meeting_lines_written_by').on(t.writtenBy),
    check('meeting_lines_kind', sql`${t.kind} in ${oneOf(meetingLineKinds)}`),
    check('meeting_lines_text', sql`length(trim(${t.text})) > 0`),
  ],
);
