import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, now } from './columns';
import { communities } from './communities';
import { cycles } from './cycles';
import { people } from './people';
import { teams } from './teams';

/** Who did what, when. Written in the same transaction as the deed; never changed, never deleted. */
export const history = sqliteTable(
  'history',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    personId: text('person_id').references(() => people.id),
    at: text('at').notNull().$defaultFn(now),
    /** A past-tense sentence without its subject: "wrote the Study of Cycle 3". */
    deed: text('deed').notNull(),
    teamId: text('team_id').references(() => teams.id),
    cycleId: text('cycle_id').references(() => cycles.id),
    /** What the deed was done to, where it is neither a team nor a cycle. */
    thing: text('thing').notNull().default(''),
    thingId: text('thing_id').notNull().default(''),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [
    index('history_community').on(t.communityId, t.at),
    index('history_team').on(t.teamId, t.at),
    index('history_cycle').on(t.cycleId, t.at),
    index('history_thing').on(t.thingId, t.at),
    index('history_person').on(t.personId),
  ],
);
