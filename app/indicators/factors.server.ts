import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { factorDrivers, factors, factorVotes } from '#db/schema/indicator-stories';
import { indicators } from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import { drivers } from '#db/schema/theories';
import type { CommunityAccess, IndicatorAccess, TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import { sameName } from './dimension-names';
import { inOrderOfVotes } from './factors';
import type { FactorFields } from './story-forms';

/* Root causes that people say hold an indicator where it is: what speaks for them, votes, and what teams made of them. */

const ofFactor = (id: string) => ({ thing: 'factor', thingId: id });

const factorRow = (personId: string) => ({
  id: factors.id,
  name: factors.name,
  evidence: factors.evidence,
  who: people.name,
  at: factors.createdAt,
  archivedAt: factors.archivedAt,
  votes: sql<number>`(select count(*) from factor_votes where factor_votes.factor_id = factors.id)`,
  isMine: sql<boolean>`exists (
    select 1 from factor_votes where factor_votes.factor_id = factors.id and person_id = ${personId})`.mapWith(
    Boolean,
  ),
});

/** The factors on the list with their votes, those with the most first, and the drivers that teams made of them. */
export async function factorsOf(access: IndicatorAccess) {
  const rows = await db
    .select(factorRow(access.person.id))
    .from(factors)
    .leftJoin(people, eq(people.id, factors.writtenBy))
    .where(and(eq(factors.indicatorId, access.indicatorId), isNull(factors.archivedAt)))
    .orderBy(asc(factors.createdAt))
    .limit(200);
  return inOrderOfVotes(await withDrivers(rows));
}
export type Factor = Awaited<ReturnType<typeof factorsOf>>[number];

/** One factor of the indicator, also where it was taken off. @throws 404 where it is another's. */
export async function findFactor(access: IndicatorAccess, factorId: string | undefined): Promise<Factor> {
  const row = await db
    .select(factorRow(access.person.id))
    .from(factors)
    .leftJoin(people, eq(people.id, factors.writtenBy))
    .where(and(eq(factors.id, factorId ?? ''), eq(factors.indicatorId, access.indicatorId)))
    .get();
  const [factor] = await withDrivers([found(row)]);
  return found(factor);
}

async function withDrivers<Row extends { id: string }>(rows: readonly Row[]) {
  const made =
    rows.length === 0
      ? []
      : await db
          .select({
            factorId: factorDrivers.factorId,
            driverId: drivers.id,
            driver: drivers.name,
            teamId: teams.id,
            team: teams.name,
          })
          .from(factorDrivers)
          .innerJoin(drivers, and(eq(drivers.id, factorDrivers.driverId), isNull(drivers.archivedAt)))
          .innerJoin(teams, and(eq(teams.id, drivers.teamId), isNull(teams.archivedAt)))
          .where(
            inArray(
              factorDrivers.factorId,
              rows.map(({ id }) => id),
            ),
          )
          .orderBy(asc(teams.name));
  return rows.map((row) => ({
    ...row,
    drivers: made.filter(({ factorId }) => factorId === row.id),
  }));
}

export async function addFactor(access: IndicatorAccess, fields: FactorFields): Promise<string> {
  return transaction(async () => {
    await requireNewName(access, fields.name);
    const { id } = await db
      .insert(factors)
      .values({ ...fields, indicatorId: access.indicatorId, writtenBy: access.person.id })
      .returning({ id: factors.id })
      .get();
    await record(access, { deed: `added the root cause “${fields.name}”`, ...ofFactor(id) });
    return id;
  });
}

/** @throws RuleBroken where another root cause on the list has this name, however it is written. */
async function requireNewName(access: IndicatorAccess, name: string, ownId?: string): Promise<void> {
  const onList = await db
    .select({ id: factors.id, name: factors.name })
    .from(factors)
    .where(and(eq(factors.indicatorId, access.indicatorId), isNull(factors.archivedAt)));
  if (!onList.some((one) => one.id !== ownId && sameName(one.name, name))) return;
  throw new RuleBroken(
    'This root cause is on the list already. Vote for it, or write there what speaks for it.',
    'name',
  );
}

export async function rewriteFactor(
  access: IndicatorAccess,
  factorId: string | undefined,
  typed: FactorFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = await findFactor(access, factorId);
    const of = { thingId: before.id };
    const fields = await keptBeside<FactorFields>(access, { typed, now: before, shown, of });
    if (!sameName(fields.name, before.name)) await requireNewName(access, fields.name, before.id);
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(factors).set(fields).where(eq(factors.id, before.id));
    await record(access, {
      deed: `rewrote the root cause “${fields.name}”`,
      ...ofFactor(before.id),
      detail: { ...detail },
    });
  });
}

/** Takes a factor off the list, or puts it back; its votes stay. */
export async function setFactorAway(
  access: IndicatorAccess,
  factorId: string | undefined,
  isAway: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, name, archivedAt } = await findFactor(access, factorId);
    if ((archivedAt !== null) === isAway) return;
    await db
      .update(factors)
      .set({ archivedAt: isAway ? now() : null })
      .where(eq(factors.id, id));
    await record(access, {
      deed: `${isAway ? 'took off' : 'put back'} the root cause “${name}”`,
      ...ofFactor(id),
    });
  });
}

/** One vote a person; voting twice, or taking back what was not given, changes nothing. */
export async function voteForFactor(
  access: IndicatorAccess,
  factorId: string | undefined,
  isFor: boolean,
): Promise<void> {
  await transaction(async () => {
    const { id, name, archivedAt } = await findFactor(access, factorId);
    if (archivedAt !== null) throw new RuleBroken('This root cause was taken off the list.');
    const mine = { factorId: id, personId: access.person.id };
    const changed = isFor
      ? await db.insert(factorVotes).values(mine).onConflictDoNothing().returning({ id: factorVotes.id })
      : await db
          .delete(factorVotes)
          .where(and(eq(factorVotes.factorId, id), eq(factorVotes.personId, mine.personId)))
          .returning({ id: factorVotes.id });
    if (changed.length === 0) return;
    await record(access, {
      deed: isFor ? `voted for “${name}”` : `took back the vote for “${name}”`,
      ...ofFactor(id),
    });
  });
}

/** The teams of one's own in whose theory one may write. */
export async function ownTeams(access: CommunityAccess) {
  return db
    .selectDistinct({ id: teams.id, name: teams.name })
    .from(teamPeople)
    .innerJoin(teams, eq(teams.id, teamPeople.teamId))
    .where(
      and(
        eq(teamPeople.personId, access.person.id),
        eq(teams.communityId, access.communityId),
        isNull(teams.archivedAt),
      ),
    )
    .orderBy(asc(teams.name));
}

/** A factor of any indicator of the community, for a team that may make it a driver. @throws 404 where there is none. */
export async function findFactorForTeam(team: TeamAccess, factorId: string | undefined) {
  const row = await db
    .select({
      id: factors.id,
      name: factors.name,
      evidence: factors.evidence,
      indicatorId: indicators.id,
      indicator: indicators.name,
    })
    .from(factors)
    .innerJoin(indicators, eq(indicators.id, factors.indicatorId))
    .where(
      and(
        eq(factors.id, factorId ?? ''),
        eq(indicators.communityId, team.communityId),
        isNull(factors.archivedAt),
        isNull(indicators.archivedAt),
      ),
    )
    .get();
  return found(row);
}

/** Keeps from which factor a driver of the team comes. The page makes the driver in the same transaction. */
export async function markFactorDriver(team: TeamAccess, factorId: string, driverId: string): Promise<void> {
  await transaction(async () => {
    const { id, name } = await findFactorForTeam(team, factorId);
    await db.insert(factorDrivers).values({ factorId: id, driverId, madeBy: team.person.id });
    await record(team, {
      deed: `made the root cause “${name}” a driver of ${team.teamName}`,
      ...ofFactor(id),
    });
  });
}

/** The factors that a driver comes from, with their indicators. */
export async function factorsOfDriver(team: TeamAccess, driverId: string) {
  return db
    .select({
      id: factors.id,
      name: factors.name,
      indicatorId: indicators.id,
      indicator: indicators.name,
    })
    .from(factorDrivers)
    .innerJoin(factors, eq(factors.id, factorDrivers.factorId))
    .innerJoin(indicators, eq(indicators.id, factors.indicatorId))
    .where(and(eq(factorDrivers.driverId, driverId), eq(indicators.communityId, team.communityId)))
    .orderBy(asc(factors.name));
}
