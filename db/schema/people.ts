import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { linkPurposes, themes } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';

export const people = sqliteTable(
  'people',
  {
    id: id(),
    /** Lower case; compared as written. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** argon2id in PHC form; null until the person has chosen one. */
    passwordHash: text('password_hash'),
    theme: text('theme', { enum: themes }).notNull().default('device'),
    isNetworkAdmin: integer('is_network_admin', { mode: 'boolean' }).notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    check('people_theme', sql`${t.theme} in ${oneOf(themes)}`),
    check('people_email_lower', sql`${t.email} = lower(${t.email})`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    /** SHA-256 of the 256-bit token in the cookie, hex. The token itself is never stored. */
    tokenHash: text('token_hash').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** The community the person is looking at. */
    communityId: text('community_id').references(() => communities.id),
    device: text('device').notNull(),
    createdAt: createdAt(),
    lastSeenAt: text('last_seen_at').notNull(),
  },
  (t) => [
    uniqueIndex('sessions_token_hash').on(t.tokenHash),
    index('sessions_person').on(t.personId, t.lastSeenAt),
    index('sessions_community').on(t.communityId),
  ],
);

export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    id: id(),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    purpose: text('purpose', { enum: linkPurposes }).notNull(),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [
    uniqueIndex('sign_in_links_token_hash').on(t.tokenHash),
    index('sign_in_links_person').on(t.personId),
    index('sign_in_links_made_by').on(t.madeBy),
    check('sign_in_links_purpose', sql`${t.purpose} in ${oneOf(linkPurposes)}`),
  ],
);
