import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { mailKinds, mailStates } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { people } from './people';

/** Letters to send: written once for a person, a kind and a period, whatever happens to the program meanwhile. */
export const mails = sqliteTable(
  'mails',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: mailKinds }).notNull(),
    /** The week (its Monday) or the day it is for. */
    period: text('period').notNull(),
    subject: text('subject').notNull(),
    /** What it says, before it is put into words for a mail program. */
    letter: text('letter', { mode: 'json' }).$type<unknown>().notNull(),
    /** What a reminder reminded of, so that it does so once. */
    things: text('things', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** The same each time it is tried. */
    messageId: text('message_id').notNull(),
    state: text('state', { enum: mailStates }).notNull().default('waiting'),
    createdAt: createdAt(),
    /** Not tried before this instant. */
    notBefore: text('not_before').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Who is sending it, and until when nobody else may. */
    claimedBy: text('claimed_by'),
    leaseUntil: text('lease_until'),
    /** Set just before its last byte leaves: from then on the mail server may have taken it. */
    handedAt: text('handed_at'),
    sentAt: text('sent_at'),
    /** Why it did not go out, in words. */
    problem: text('problem').notNull().default(''),
  },
  (t) => [
    uniqueIndex('mails_once').on(t.personId, t.communityId, t.kind, t.period),
    index('mails_community').on(t.communityId, t.createdAt),
    index('mails_to_send').on(t.state, t.notBefore),
    check('mails_kind', sql`${t.kind} in ${oneOf(mailKinds)}`),
    check('mails_state', sql`${t.state} in ${oneOf(mailStates)}`),
  ],
);

/** A round of letters that was written whole: the digests of a week, the reminders of a day. */
export const mailRounds = sqliteTable(
  'mail_rounds',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    kind: text('kind', { enum: mailKinds }).notNull(),
    period: text('period').notNull(),
    finishedAt: text('finished_at').notNull(),
  },
  (t) => [
    uniqueIndex('mail_rounds_once').on(t.communityId, t.kind, t.period),
    check('mail_rounds_kind', sql`${t.kind} in ${oneOf(mailKinds)}`),
  ],
);

/** Which letters a person wants of a community. Without a row: the digest, and no reminders. */
export const mailChoices = sqliteTable(
  'mail_choices',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    digest: integer('digest', { mode: 'boolean' }).notNull().default(true),
    reminder: integer('reminder', { mode: 'boolean' }).notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('mail_choices_once').on(t.personId, t.communityId),
    index('mail_choices_community').on(t.communityId),
  ],
);
