import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { eventKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { measures } from './measures';
import { people } from './people';
import { teams } from './teams';

/** Something that happened, and that charts should show: it belongs to a team, or to the whole community. */
export const events = sqliteTable(
  'events',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** Null: it concerns every team. */
    teamId: text('team_id').references(() => teams.id),
    kind: text('kind', { enum: eventKinds }).notNull(),
    onDate: text('on_date').notNull(),
    /** The last day, of what went on for a while. */
    untilDate: text('until_date'),
    title: text('title').notNull(),
    detail: text('detail').notNull().default(''),
    /** Of what stood in the way: the team cannot move it by itself. */
    needsLeader: integer('needs_leader', { mode: 'boolean' }).notNull().default(false),
    /** What a leader will do about what stood in the way, who says so, and since which day. */
    answer: text('answer').notNull().default(''),
    answeredBy: text('answered_by').references(() => people.id),
    answeredOn: text('answered_on'),
    /** HH:MM by the community's clock, and the place: of a learning session. */
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    place: text('place').notNull().default(''),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('events_team').on(t.teamId, t.archivedAt, t.onDate),
    index('events_community').on(t.communityId, t.archivedAt, t.onDate),
    index('events_written_by').on(t.writtenBy),
    index('events_answered_by').on(t.answeredBy),
    check('events_kind', sql`${t.kind} in ${oneOf(eventKinds)}`),
    check('events_dates', sql`${t.untilDate} is null or ${t.untilDate} >= ${t.onDate}`),
    check('events_title', sql`length(trim(${t.title})) > 0`),
  ],
);

/** The measures whose charts show an event. An event without any shows on all charts of its team (or community). */
export const eventMeasures = sqliteTable(
  'event_measures',
  {
    id: id(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measures.id),
  },
  (t) => [
    uniqueIndex('event_measures_once').on(t.eventId, t.measureId),
    index('event_measures_measure').on(t.measureId),
  ],
);

/** A link by which a person's calendar program reads the calendar of the collaborative, without a session. */
export const calendarLinks = sqliteTable(
  'calendar_links',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull(),
    label: text('label').notNull(),
    createdAt: createdAt(),
    revokedAt: text('revoked_at'),
  },
  (t) => [
    uniqueIndex('calendar_links_token_hash').on(t.tokenHash),
    index('calendar_links_person').on(t.personId, t.createdAt),
    index('calendar_links_community').on(t.communityId),
  ],
);
