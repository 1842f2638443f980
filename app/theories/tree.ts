/*
 * A team's theory as a tree: the aim, primary drivers, secondary drivers under them, and change ideas under any
 * driver. An idea may hang under several; a driver hangs under one. A driver that is put away takes what is under it
 * out of sight, and brings it back.
 */

export interface DriverRow {
  id: string;
  /** Null: a primary driver. */
  parentId: string | null;
  position: number;
  archivedAt: string | null;
}

export interface PlaceRow {
  ideaId: string;
  driverId: string;
  position: number;
}

export interface DriverNode {
  id: string;
  parentId: string | null;
  drivers: DriverNode[];
  ideaIds: string[];
}

/** The primary drivers in order, each with what is under it. `ideaIds`: the ideas that are not put away. */
export function treeOf(
  drivers: readonly DriverRow[],
  places: readonly PlaceRow[],
  ideaIds: ReadonlySet<string>,
): DriverNode[] {
  const open = drivers.filter(({ archivedAt }) => archivedAt === null);
  const inOrder = [...open].sort((a, b) => a.position - b.position);
  const under = new Map<string, string[]>();
  for (const { ideaId, driverId } of [...places].sort((a, b) => a.position - b.position)) {
    if (!ideaIds.has(ideaId)) continue;
    const there = under.get(driverId);
    if (there) there.push(ideaId);
    else under.set(driverId, [ideaId]);
  }
  const nodesUnder = (parentId: string | null): DriverNode[] =>
    inOrder
      .filter((driver) => driver.parentId === parentId)
      .map(({ id }) => ({
        id,
        parentId,
        drivers: parentId === null ? nodesUnder(id) : [],
        ideaIds: under.get(id) ?? [],
      }));
  return nodesUnder(null);
}

/** All drivers in the order of the outline: a primary driver, then those under it. */
export const driversInOrder = (tree: readonly DriverNode[]): DriverNode[] =>
  tree.flatMap((primary) => [primary, ...primary.drivers]);

export const findDriver = (tree: readonly DriverNode[], id: string | null): DriverNode | null =>
  driversInOrder(tree).find((driver) => driver.id === id) ?? null;

/** The drivers beside this one, itself among them. */
export const siblingsOf = (tree: readonly DriverNode[], driver: DriverNode): readonly DriverNode[] =>
  driver.parentId === null ? tree : (findDriver(tree, driver.parentId)?.drivers ?? []);

/** A line of the outline: a driver, or an idea under one of its drivers. */
export interface Line {
  driverId: string;
  /** Null: the driver itself. */
  ideaId: string | null;
}

/** The name of a line in ids of elements. */
export const lineKey = ({ driverId, ideaId }: Line): string =>
  ideaId === null ? `d.${driverId}` : `i.${ideaId}.${driverId}`;
