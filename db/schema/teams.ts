import { sql } from 'drizzle-orm';
import { check, index, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { teamParts } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities, partners } from './communities';
import { people } from './people';

/** An action network: people from several partners with an aim. */
export const teams = sqliteTable(
  'teams',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    name: text('name').notNull(),
    about: text('about').notNull().default(''),
    /** The aim in its parts; empty or null while unwritten. */
    aimWhat: text('aim_what').notNull().default(''),
    aimForWhom: text('aim_for_whom').notNull().default(''),
    aimFrom: real('aim_from'),
    aimTo: real('aim_to'),
    /** What the two numbers are counted in: "%", "points", "families". */
    aimUnit: text('aim_unit').notNull().default('%'),
    aimBy: text('aim_by'),
    homePartnerId: text('home_partner_id').references(() => partners.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('teams_community').on(t.communityId, t.archivedAt, t.name),
    index('teams_home_partner').on(t.homePartnerId),
  ],
);

export const teamPeople = sqliteTable(
  'team_people',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    part: text('part', { enum: teamParts }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('team_people_once').on(t.teamId, t.personId, t.part),
    index('team_people_person').on(t.personId),
    check('team_people_part', sql`${t.part} in ${oneOf(teamParts)}`),
  ],
);
