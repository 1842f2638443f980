import { formatISO, parseISO, subDays } from 'date-fns';
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client.server';
import { events } from '#db/schema/events';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { CommunityAccess } from '~/access/gate.server';
import { type AnswerTold, answeredLine } from './answered';

/** So many days an answer is news to the team. */
const newsDays = 14;

const isBarrierHere = (access: CommunityAccess) =>
  and(eq(events.communityId, access.communityId), eq(events.kind, 'barrier'), isNull(events.archivedAt));

/**
 * What stands in the way of teams and has no last day yet: first what nobody has answered, and of it those that need a
 * leader; the oldest first.
 */
export async function openBarriers(access: CommunityAccess) {
  const answerers = alias(people, 'answerers');
  return db
    .select({
      id: events.id,
      title: events.title,
      detail: events.detail,
      onDate: events.onDate,
      untilDate: events.untilDate,
      needsLeader: events.needsLeader,
      answer: events.answer,
      answeredBy: answerers.name,
      answeredOn: events.answeredOn,
      teamId: teams.id,
      team: teams.name,
      writtenBy: people.name,
    })
    .from(events)
    .innerJoin(teams, and(eq(teams.id, events.teamId), isNull(teams.archivedAt)))
    .leftJoin(people, eq(people.id, events.writtenBy))
    .leftJoin(answerers, eq(answerers.id, events.answeredBy))
    .where(
      and(
        isBarrierHere(access),
        // One that needs a leader stays until its last day is written, by its team or by whoever answers it.
        or(
          gt(events.untilDate, access.today),
          and(eq(events.untilDate, access.today), isNull(events.answeredOn)),
          and(isNull(events.untilDate), eq(events.needsLeader, true)),
        ),
      ),
    )
    .orderBy(asc(isNotNull(events.answeredOn)), desc(events.needsLeader), asc(events.onDate), asc(events.id))
    .limit(100);
}
export type Barrier = Awaited<ReturnType<typeof openBarriers>>[number];

/** What leaders answered lately to the teams of which this person is one, also where the answer was that it is out of the way. */
export async function answersToldTo(access: CommunityAccess): Promise<AnswerTold[]> {
  const since = formatISO(subDays(parseISO(access.today), newsDays), { representation: 'date' });
  const rows = await db
    .select({ id: events.id, title: events.title, teamId: teams.id, team: teams.name, who: people.name })
    .from(teamPeople)
    .innerJoin(teams, and(eq(teams.id, teamPeople.teamId), isNull(teams.archivedAt)))
    .innerJoin(events, and(eq(events.teamId, teams.id), isBarrierHere(access)))
    .innerJoin(people, eq(people.id, events.answeredBy))
    .where(
      and(
        eq(teamPeople.personId, access.person.id),
        eq(teamPeople.part, 'member'),
        ne(events.answeredBy, access.person.id),
        gte(events.answeredOn, since),
        // Over since the answer said so is news as well; over before it, none.
        or(isNull(events.untilDate), gte(events.untilDate, events.answeredOn)),
      ),
    )
    .orderBy(desc(events.answeredOn), asc(events.id))
    .limit(50);
  return rows.map(answeredLine);
}
