import { type DriverNode, driversInOrder, findDriver, type Line, siblingsOf } from './tree';

export const moves = ['up', 'down', 'in', 'out'] as const;
export type Move = (typeof moves)[number];
export const moveWords: Record<Move, string> = {
  up: 'Move up',
  down: 'Move down',
  in: 'One level in',
  out: 'One level out',
};

/** Where a line stands after a move: under what, and the order of those who then stand there. */
export type Moved =
  | { kind: 'driver'; driverId: string; parentId: string | null; order: string[] }
  | { kind: 'idea'; ideaId: string; fromId: string; toId: string; order: string[] }
  | { kind: 'refused'; sentence: string };

const refused = (sentence: string): Moved => ({ kind: 'refused', sentence });

/**
 * What a move does. Up and down go past a neighbor, and at the end of a list on to the next driver's list; in and out
 * change the level of a driver, and take an idea from a primary driver to a secondary one and back.
 */
export function moved(tree: readonly DriverNode[], line: Line, move: Move): Moved {
  const driver = findDriver(tree, line.driverId);
  if (!driver) return refused('That line is not there any more.');
  return line.ideaId === null ? movedDriver(tree, driver, move) : movedIdea(tree, driver, line.ideaId, move);
}

function movedDriver(tree: readonly DriverNode[], driver: DriverNode, move: Move): Moved {
  const { id, parentId } = driver;
  const siblings = siblingsOf(tree, driver).map((one) => one.id);
  const at = siblings.indexOf(id);
  const under = (parent: string | null, order: string[]): Moved => ({
    kind: 'driver',
    driverId: id,
    parentId: parent,
    order,
  });
  if (move === 'in') {
    if (parentId !== null) return refused('It is a secondary driver already. Below it come change ideas.');
    if (driver.drivers.length > 0)
      return refused('It has secondary drivers under it. Move them first, then it can go under another.');
    const above = tree[at - 1];
    if (!above) return refused('There is no driver above it to go under.');
    return under(above.id, [...above.drivers.map((one) => one.id), id]);
  }
  if (move === 'out') {
    if (parentId === null) return refused('It is a primary driver already, right under the aim.');
    const order = tree.flatMap((one) => (one.id === parentId ? [one.id, id] : [one.id]));
    return under(null, order);
  }
  const to = at + (move === 'up' ? -1 : 1);
  if (to >= 0 && to < siblings.length) return under(parentId, swapped(siblings, at, to));
  const next = parentId === null ? undefined : tree[indexOf(tree, parentId) + (move === 'up' ? -1 : 1)];
  if (!next) return refused(`It is the ${move === 'up' ? 'first' : 'last'} already.`);
  const there = next.drivers.map((one) => one.id);
  return under(next.id, move === 'up' ? [...there, id] : [id, ...there]);
}

function movedIdea(tree: readonly DriverNode[], driver: DriverNode, ideaId: string, move: Move): Moved {
  const at = driver.ideaIds.indexOf(ideaId);
  if (at < 0) return refused('That line is not there any more.');
  const to = (target: DriverNode, order: string[]): Moved => ({
    kind: 'idea',
    ideaId,
    fromId: driver.id,
    toId: target.id,
    order,
  });
  const last = (target: DriverNode | undefined, sentence: string): Moved => {
    if (!target) return refused(sentence);
    if (target.ideaIds.includes(ideaId)) return refused('It stands under that driver already.');
    return to(target, [...target.ideaIds, ideaId]);
  };
  if (move === 'in') {
    if (driver.parentId !== null) return refused('It is under a secondary driver already.');
    return last(driver.drivers.at(-1), 'There is no secondary driver here to go under.');
  }
  if (move === 'out') {
    if (driver.parentId === null) return refused('It is right under a primary driver already.');
    return last(findDriver(tree, driver.parentId) ?? undefined, 'That line is not there any more.');
  }
  const beside = at + (move === 'up' ? -1 : 1);
  if (beside >= 0 && beside < driver.ideaIds.length) return to(driver, swapped(driver.ideaIds, at, beside));
  const all = driversInOrder(tree);
  const here = all.findIndex((one) => one.id === driver.id);
  const onward = move === 'up' ? all.slice(0, here).reverse() : all.slice(here + 1);
  const target = onward.find((one) => !one.ideaIds.includes(ideaId));
  if (!target) return refused(`It is the ${move === 'up' ? 'first' : 'last'} already.`);
  return to(target, move === 'up' ? [...target.ideaIds, ideaId] : [ideaId, ...target.ideaIds]);
}

const indexOf = (tree: readonly DriverNode[], id: string) => tree.findIndex((one) => one.id === id);

function swapped(ids: readonly string[], at: number, to: number): string[] {
  const order = [...ids];
  const [one, other] = [order[at], order[to]];
  if (one !== undefined && other !== undefined) {
    order[at] = other;
    order[to] = one;
  }
  return order;
}
