import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities, partners } from './communities';
import { people } from './people';

/** A person in a community, in one role. Ended, never deleted: their work stays. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    role: text('role', { enum: roles }).notNull(),
    partnerId: text('partner_id').references(() => partners.id),
    createdAt: createdAt(),
    /** Set while somebody who already had an account has not said yes: opens nothing until then. */
    pendingSince: text('pending_since'),
    /** Deactivated at this instant; null while active. */
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('memberships_person_community').on(t.personId, t.communityId),
    index('memberships_community').on(t.communityId, t.role),
    index('memberships_partner').on(t.partnerId),
    check('memberships_role', sql`${t.role} in ${oneOf(roles)}`),
  ],
);
