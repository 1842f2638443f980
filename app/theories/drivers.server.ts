import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { drivers, ideaDrivers } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import { addIdea } from './commands.server';
import type { DriverFields, MoveFields, NewDriverFields, PlaceFields } from './forms';
import { moved } from './moves';
import { placedAfter } from './new-line';
import { driversOfTeam, findDriver, findIdea, ideasOfTeam, placesOfTeam } from './queries.server';
import { type DriverNode, findDriver as driverIn, driversInOrder, treeOf } from './tree';

const thingOf = (driverId: string) => ({ thing: 'driver', thingId: driverId });
const ofIdea = (ideaId: string) => ({ thing: 'change idea', thingId: ideaId });

/** The tree as it stands now: moves are decided on it, not on what a page showed. */
async function treeNow(team: TeamAccess): Promise<DriverNode[]> {
  const [rows, places, ideas] = await Promise.all([
    driversOfTeam(team),
    placesOfTeam(team),
    ideasOfTeam(team),
  ]);
  return treeOf(rows, places, new Set(ideas.map(({ id }) => id)));
}

/** Adds a driver under the aim or under a primary driver; returns its id. */
export async function addDriver(team: TeamAccess, fields: NewDriverFields): Promise<string> {
  const { name, parentId, afterId } = fields;
  return transaction(async () => {
    const tree = await treeNow(team);
    const parent = parentId === null ? null : driverIn(tree, parentId);
    if (parentId !== null && parent?.parentId !== null)
      throw new RuleBroken('Choose a primary driver of your team.', 'parentId');
    const { id } = await db
      .insert(drivers)
      .values({ teamId: team.teamId, parentId, position: 0, name, writtenBy: team.person.id })
      .returning({ id: drivers.id })
      .get();
    const order = (parent ? parent.drivers : tree).map((one) => one.id);
    await orderDrivers(placedAfter(order, id, afterId));
    await record(team, {
      deed: `added the ${parentId === null ? 'primary' : 'secondary'} driver “${name}”`,
      ...thingOf(id),
    });
    return id;
  });
}

export async function rewriteDriver(
  team: TeamAccess,
  driverId: string,
  typed: DriverFields | Pick<DriverFields, 'name'>,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = await findDriver(team, driverId);
    const fields = await keptBeside(team, { typed, now: before, shown, of: { thingId: driverId } });
    const detail = changedFrom<Partial<DriverFields>>(before, fields);
    if (!detail) return;
    await db.update(drivers).set(fields).where(ours(team, driverId));
    await record(team, { deed: `rewrote the driver “${fields.name}”`, ...thingOf(driverId), detail });
  });
}

/** Moves a line of the outline; answers with a sentence where it cannot go there. */
export async function moveLine(team: TeamAccess, { move, ...line }: MoveFields): Promise<string | null> {
  return transaction(async () => {
    const to = moved(await treeNow(team), line, move);
    if (to.kind === 'refused') return to.sentence;
    if (to.kind === 'driver') {
      await standUnder(team, to.driverId, to.parentId, to.order);
      return null;
    }
    const { name } = await findIdea(team, to.ideaId);
    if (to.toId !== to.fromId) {
      await db
        .update(ideaDrivers)
        .set({ driverId: to.toId })
        .where(and(eq(ideaDrivers.ideaId, to.ideaId), eq(ideaDrivers.driverId, to.fromId)));
      const target = await findDriver(team, to.toId);
      await record(team, { deed: `moved “${name}” to the driver “${target.name}”`, ...ofIdea(to.ideaId) });
    }
    await orderIdeas(to.toId, to.order);
    return null;
  });
}

/** Puts a driver under the aim, or last under another primary driver; answers with a sentence where it cannot go there. */
export async function putDriverUnder(
  team: TeamAccess,
  driverId: string,
  parentId: string | null,
): Promise<string | null> {
  return transaction(async () => {
    const tree = await treeNow(team);
    const driver = driverIn(tree, driverId);
    if (!driver) return 'Bring the driver back before you move it.';
    if (driver.parentId === parentId) return null;
    const parent = parentId === null ? null : driverIn(tree, parentId);
    if (parentId !== null && (parent?.parentId !== null || parentId === driverId))
      return 'Choose another primary driver of your team.';
    if (parentId !== null && driver.drivers.length > 0)
      return 'It has secondary drivers under it. Move them first, then it can go under another.';
    const there = (parent ? parent.drivers : tree).map(({ id }) => id);
    await standUnder(team, driverId, parentId, [...there, driverId]);
    return null;
  });
}

async function standUnder(
  team: TeamAccess,
  driverId: string,
  parentId: string | null,
  order: string[],
): Promise<void> {
  const driver = await findDriver(team, driverId);
  if (driver.parentId !== parentId) {
    await db.update(drivers).set({ parentId }).where(ours(team, driverId));
    const where =
      parentId === null ? 'right under the aim' : `under “${(await findDriver(team, parentId)).name}”`;
    await record(team, { deed: `moved the driver “${driver.name}” ${where}`, ...thingOf(driverId) });
  }
  await orderDrivers(order);
}

/** Puts a driver away, and with it what is under it, out of sight. Nothing is lost. */
export async function archiveDriver(team: TeamAccess, driverId: string): Promise<void> {
  await setArchived(team, driverId, true);
}

export async function bringBackDriver(team: TeamAccess, driverId: string): Promise<void> {
  await setArchived(team, driverId, false);
}

async function setArchived(team: TeamAccess, driverId: string, isAway: boolean): Promise<void> {
  await transaction(async () => {
    const { name, archivedAt } = await findDriver(team, driverId);
    if ((archivedAt !== null) === isAway) return;
    await db
      .update(drivers)
      .set({ archivedAt: isAway ? new Date().toISOString() : null })
      .where(ours(team, driverId));
    await record(team, {
      deed: `${isAway ? 'put away' : 'brought back'} the driver “${name}”`,
      ...thingOf(driverId),
    });
  });
}

/** Hangs an idea of the team, or a new one, under a driver; returns the idea's id. A name it has already is that idea. */
export async function placeIdea(team: TeamAccess, fields: PlaceFields): Promise<string> {
  const { driverId, afterId } = fields;
  return transaction(async () => {
    const tree = await treeNow(team);
    const driver = driverIn(tree, driverId);
    if (!driver) throw new RuleBroken('Choose a driver of your team.', 'driverId');
    const ideas = await ideasOfTeam(team);
    const wanted = fields.newIdea.toLowerCase();
    const known = ideas.find(({ id, name }) =>
      fields.ideaId === null ? name.toLowerCase() === wanted : id === fields.ideaId,
    );
    if (fields.ideaId !== null && !known)
      throw new RuleBroken('Choose one of your team’s change ideas.', 'ideaId');
    const ideaId = known?.id ?? (await addIdea(team, { name: fields.newIdea, practiceId: null }));
    const name = known?.name ?? fields.newIdea;
    if (driver.ideaIds.includes(ideaId)) return ideaId;
    await db.insert(ideaDrivers).values({ ideaId, driverId, position: 0 }).onConflictDoNothing();
    await orderIdeas(driverId, placedAfter(driver.ideaIds, ideaId, afterId));
    const { name: driverName } = await findDriver(team, driverId);
    await record(team, { deed: `put “${name}” under the driver “${driverName}”`, ...ofIdea(ideaId) });
    return ideaId;
  });
}

/** Takes an idea off one of its drivers. */
export async function takeIdeaOff(team: TeamAccess, ideaId: string, driverId: string): Promise<void> {
  await transaction(async () => {
    const [idea, driver] = await Promise.all([findIdea(team, ideaId), findDriver(team, driverId)]);
    const gone = await db
      .delete(ideaDrivers)
      .where(and(eq(ideaDrivers.ideaId, ideaId), eq(ideaDrivers.driverId, driverId)))
      .returning({ id: ideaDrivers.id });
    if (gone.length === 0) return;
    await record(team, { deed: `took “${idea.name}” off the driver “${driver.name}”`, ...ofIdea(ideaId) });
  });
}

/** The drivers that a person may choose, in the order of the outline: secondary ones are marked so. */
export async function driverChoices(team: TeamAccess) {
  const [tree, rows] = await Promise.all([treeNow(team), driversOfTeam(team)]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return driversInOrder(tree).map(({ id, parentId }) => ({
    value: id,
    label: `${parentId === null ? '' : '– '}${names.get(id) ?? ''}`,
    isPrimary: parentId === null,
  }));
}

const ours = (team: TeamAccess, driverId: string) =>
  and(eq(drivers.id, driverId), eq(drivers.teamId, team.teamId));

/** 0, 1, 2 … in the order of the ids, in one statement. */
const byOrder = (id: typeof drivers.id | typeof ideaDrivers.ideaId, order: readonly string[]) =>
  sql<number>`case ${id} ${sql.join(
    order.map((one, at) => sql`when ${one} then ${at}`),
    sql` `,
  )} else 0 end`;

async function orderDrivers(order: readonly string[]): Promise<void> {
  if (order.length === 0) return;
  await db
    .update(drivers)
    .set({ position: byOrder(drivers.id, order) })
    .where(inArray(drivers.id, [...order]));
}

async function orderIdeas(driverId: string, order: readonly string[]): Promise<void> {
  if (order.length === 0) return;
  await db
    .update(ideaDrivers)
    .set({ position: byOrder(ideaDrivers.ideaId, order) })
    .where(and(eq(ideaDrivers.driverId, driverId), inArray(ideaDrivers.ideaId, [...order])));
}
