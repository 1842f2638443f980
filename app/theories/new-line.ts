import { type DriverNode, findDriver, type Line } from './tree';

/*
 * Where a line that is being written will stand. Enter opens it below the line one is on, of the same kind; in and
 * out change what it will be, so that a whole theory can be written without leaving the line.
 */

export type NewKind = 'primary' | 'secondary' | 'idea';

export interface NewLine {
  kind: NewKind;
  /** Null: under the aim. */
  underId: string | null;
  /** The driver or idea it stands right after; null: after all that are there. */
  afterId: string | null;
}

export const newLineWords: Record<NewKind, string> = {
  primary: 'New primary driver',
  secondary: 'New secondary driver',
  idea: 'New change idea',
};

/** The line that Enter opens; from the aim, the first primary driver. */
export function lineBelow(tree: readonly DriverNode[], line: Line | null): NewLine {
  const driver = line && findDriver(tree, line.driverId);
  if (!driver) return { kind: 'primary', underId: null, afterId: null };
  if (line.ideaId !== null) return { kind: 'idea', underId: driver.id, afterId: line.ideaId };
  return {
    kind: driver.parentId === null ? 'primary' : 'secondary',
    underId: driver.parentId,
    afterId: driver.id,
  };
}

/** One level in: under what stands above it. Null where nothing does. */
export function newLineIn(tree: readonly DriverNode[], line: NewLine): NewLine | null {
  if (line.kind === 'idea') return null;
  if (line.kind === 'primary') {
    const above = findDriver(tree, line.afterId) ?? tree.at(-1);
    return above ? { kind: 'secondary', underId: above.id, afterId: null } : null;
  }
  const parent = findDriver(tree, line.underId);
  if (!parent) return null;
  const above = parent.drivers.find(({ id }) => id === line.afterId) ?? parent.drivers.at(-1) ?? parent;
  return { kind: 'idea', underId: above.id, afterId: null };
}

/** One level out: beside what it stands under. Null for a primary driver. */
export function newLineOut(tree: readonly DriverNode[], line: NewLine): NewLine | null {
  if (line.kind === 'primary') return null;
  const under = findDriver(tree, line.underId);
  if (!under) return { kind: 'primary', underId: null, afterId: null };
  if (line.kind === 'secondary') return { kind: 'primary', underId: null, afterId: under.id };
  return under.parentId === null
    ? { kind: 'secondary', underId: under.id, afterId: null }
    : { kind: 'secondary', underId: under.parentId, afterId: under.id };
}

/** Where a new id goes in an order that is there: right after another, or last. */
export function placedAfter(order: readonly string[], id: string, afterId: string | null): string[] {
  const at = afterId === null ? -1 : order.indexOf(afterId);
  if (at < 0) return [...order, id];
  return [...order.slice(0, at + 1), id, ...order.slice(at + 1)];
}
