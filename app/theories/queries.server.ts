import { and, asc, desc, eq, inArray, isNotNull, isNull, max, ne, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { beliefChanges, changeIdeas, drivers, ideaDrivers, theoryMeasures } from '#db/schema/theories';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { TheoryRows } from './view';

/** The team's change ideas, oldest first. */
export async function ideasOfTeam(team: TeamAccess) {
  return db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      practiceId: changeIdeas.practiceId,
      practice: practices.name,
    })
    .from(changeIdeas)
    .leftJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .where(and(eq(changeIdeas.teamId, team.teamId), isNull(changeIdeas.archivedAt)))
    .orderBy(asc(changeIdeas.createdAt), asc(changeIdeas.id))
    .limit(500);
}

export async function findIdea(team: TeamAccess, ideaId = '') {
  const idea = await db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      adaptation: changeIdeas.adaptation,
      context: changeIdeas.context,
      practiceId: changeIdeas.practiceId,
      practice: practices.name,
      archivedAt: changeIdeas.archivedAt,
    })
    .from(changeIdeas)
    .leftJoin(practices, eq(practices.id, changeIdeas.practiceId))
    .where(and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, team.teamId)))
    .get();
  return found(idea);
}

/** A driver of the team, put away or not. */
export async function findDriver(team: TeamAccess, driverId = '') {
  const driver = await db
    .select({
      id: drivers.id,
      parentId: drivers.parentId,
      name: drivers.name,
      detail: drivers.detail,
      archivedAt: drivers.archivedAt,
    })
    .from(drivers)
    .where(and(eq(drivers.id, driverId), eq(drivers.teamId, team.teamId)))
    .get();
  return found(driver);
}

/** All that the team's theory is made of, in one look each. */
export async function readTheory(team: TeamAccess): Promise<TheoryRows> {
  const [driverRows, places, ideas, hung, beliefs, startedElsewhere] = await Promise.all([
    driversOfTeam(team),
    placesOfTeam(team),
    allIdeasOfTeam(team),
    hungMeasures(team),
    beliefsOfTeam(team),
    newestStartsElsewhere(team),
  ]);
  return { drivers: driverRows, places, ideas, hung, beliefs, startedElsewhere };
}

export async function driversOfTeam(team: TeamAccess) {
  return db
    .select({
      id: drivers.id,
      parentId: drivers.parentId,
      position: drivers.position,
      name: drivers.name,
      detail: drivers.detail,
      archivedAt: drivers.archivedAt,
    })
    .from(drivers)
    .where(eq(drivers.teamId, team.teamId))
    .orderBy(asc(drivers.position), asc(drivers.id))
    .limit(500);
}

export async function placesOfTeam(team: TeamAccess) {
  return db
    .select({ ideaId: ideaDrivers.ideaId, driverId: ideaDrivers.driverId, position: ideaDrivers.position })
    .from(ideaDrivers)
    .innerJoin(drivers, eq(drivers.id, ideaDrivers.driverId))
    .where(eq(drivers.teamId, team.teamId))
    .orderBy(asc(ideaDrivers.position), asc(ideaDrivers.id))
    .limit(2000);
}

async function allIdeasOfTeam(team: TeamAccess) {
  return db
    .select({
      id: changeIdeas.id,
      name: changeIdeas.name,
      practiceId: changeIdeas.practiceId,
      archivedAt: changeIdeas.archivedAt,
    })
    .from(changeIdeas)
    .where(eq(changeIdeas.teamId, team.teamId))
    .orderBy(asc(changeIdeas.createdAt), asc(changeIdeas.id))
    .limit(1000);
}

async function hungMeasures(team: TeamAccess) {
  return db
    .select({
      id: theoryMeasures.id,
      measureId: theoryMeasures.measureId,
      driverId: theoryMeasures.driverId,
      ideaId: theoryMeasures.ideaId,
    })
    .from(theoryMeasures)
    .where(eq(theoryMeasures.teamId, team.teamId))
    .orderBy(asc(writtenOrder(theoryMeasures)))
    .limit(1000);
}

/** What the team stopped believing and believed again, oldest first. */
async function beliefsOfTeam(team: TeamAccess) {
  return db
    .select({
      id: beliefChanges.id,
      driverId: beliefChanges.driverId,
      ideaId: beliefChanges.ideaId,
      isBelieved: beliefChanges.isBelieved,
      reason: beliefChanges.reason,
      cycleIds: beliefChanges.cycleIds,
      who: people.name,
      at: beliefChanges.createdAt,
    })
    .from(beliefChanges)
    .leftJoin(people, eq(people.id, beliefChanges.changedBy))
    .where(eq(beliefChanges.teamId, team.teamId))
    .orderBy(asc(beliefChanges.createdAt), asc(writtenOrder(beliefChanges)))
    .limit(1000);
}

/** Practice → the newest day on which another team of the community began a test of it. */
export async function newestStartsElsewhere(team: TeamAccess): Promise<Map<string, string>> {
  const ours = db
    .select({ practiceId: changeIdeas.practiceId })
    .from(changeIdeas)
    .where(and(eq(changeIdeas.teamId, team.teamId), isNotNull(changeIdeas.practiceId)));
  const rows = await db
    .select({ practiceId: changeIdeas.practiceId, on: max(cycles.doStartedOn) })
    .from(changeIdeas)
    .innerJoin(cycles, and(eq(cycles.ideaId, changeIdeas.id), isNull(cycles.archivedAt)))
    .where(
      and(
        eq(changeIdeas.communityId, team.communityId),
        ne(changeIdeas.teamId, team.teamId),
        inArray(changeIdeas.practiceId, ours),
      ),
    )
    .groupBy(changeIdeas.practiceId);
  return new Map(rows.flatMap(({ practiceId, on }) => (practiceId && on ? [[practiceId, on] as const] : [])));
}

/** Who changed the theory and how, newest first: the lines of its drivers and ideas, and of what hangs on the aim. */
export async function theoryHistory(team: TeamAccess, most = 60) {
  const lines = await db
    .select({ id: history.id, at: history.at, who: people.name, deed: history.deed })
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(
      and(
        eq(history.teamId, team.teamId),
        or(eq(history.thing, 'driver'), eq(history.thing, 'change idea'), eq(history.thing, 'theory')),
      ),
    )
    .orderBy(desc(history.at), desc(writtenOrder(history)))
    .limit(most);
  return lines.map((line) => ({ ...line, readOn: team.today }));
}
