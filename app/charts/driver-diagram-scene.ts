import type { IdeaState } from './idea-glyph';
import { wrapped } from './wrap';

/*
 * A driver diagram: aim, primary drivers, secondary drivers and change ideas in columns, left to right. A name stands
 * on a tread, what is said of it hangs under it, and lines run between the ends of treads: only in the gutters, so that
 * no line can cross a word. Where an idea hangs right under a primary driver, its line passes the column of
 * secondary drivers on a lane of its own.
 */

export interface DiagramNode {
  id: string;
  name: string;
  isBelieved: boolean;
  /** Under the tread, a line each: "School days attended: improvement". */
  notes: string[];
}

export interface DriverDiagramData {
  aim: DiagramNode;
  /** In the order of the outline. Null: a primary driver. */
  drivers: (DiagramNode & { parentId: string | null })[];
  /** Each is drawn once, with a line to each of its drivers. */
  ideas: (DiagramNode & { driverIds: string[]; state: IdeaState; stateText: string })[];
}

export interface TextLine {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  kind: 'name' | 'note' | 'gone' | 'state';
}

export interface PlacedNode {
  id: string;
  kind: 'aim' | 'primary' | 'secondary' | 'idea';
  isBelieved: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Height of the line the name stands on, from the top of the drawing. */
  tread: number;
  lines: TextLine[];
  glyph: { state: IdeaState; x: number; y: number } | null;
}

export interface PlacedLink {
  from: string;
  to: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface DriverDiagramScene {
  width: number;
  height: number;
  heads: { text: string; x: number }[];
  nodes: PlacedNode[];
  links: PlacedLink[];
  /** Straight pieces of lines that pass a column. */
  lanes: { x1: number; x2: number; y: number }[];
}

export const sizes = { name: 15, note: 13, glyph: 14 };
const leading = { name: 19, note: 17 };
const headHeight = 32;
const gap = 22;
const underName = 6;
const laneHeight = 8;
const goneWords = 'We no longer believe this';

/** Something that takes a place in a column: a node, or a lane past it. */
interface Item {
  id: string;
  height: number;
  /** From its top to where lines meet it. */
  anchor: number;
  top: number;
  node: Omit<PlacedNode, 'y' | 'tread'> | null;
}

export function driverDiagramScene(data: DriverDiagramData, width: number): DriverDiagramScene {
  const known = new Set(data.drivers.map(({ id }) => id));
  const isPrimary = ({ parentId }: { parentId: string | null }) => parentId === null || !known.has(parentId);
  const primaries = data.drivers.filter(isPrimary);
  const secondaries = data.drivers.filter((driver) => !isPrimary(driver));
  const primaryIds = new Set(primaries.map(({ id }) => id));
  const hasSecond = secondaries.length > 0;

  const names = hasSecond ? ['Primary drivers', 'Secondary drivers'] : ['Primary drivers'];
  const titles = ['Aim', ...names, 'Change ideas'];
  const gutter = Math.max(28, Math.round(width * 0.048));
  const columnWidth = Math.floor((width - gutter * (titles.length - 1)) / titles.length);
  const xOf = (column: number) => column * (columnWidth + gutter);
  const ideaColumn = titles.length - 1;

  const laneOf = (primaryId: string) => `past ${primaryId}`;
  const ideas = data.ideas
    .map((idea) => ({ ...idea, driverIds: [...new Set(idea.driverIds)].filter((id) => known.has(id)) }))
    .filter(({ driverIds }) => driverIds.length > 0);
  const needsLane = new Set(
    hasSecond ? ideas.flatMap(({ driverIds }) => driverIds.filter((id) => primaryIds.has(id))) : [],
  );

  const item = (kind: PlacedNode['kind'], node: DiagramNode, column: number) =>
    itemOf(kind, node, xOf(column), columnWidth);
  const lane = (primaryId: string): Item => ({
    id: laneOf(primaryId),
    height: laneHeight,
    anchor: laneHeight / 2,
    top: 0,
    node: null,
  });
  const second = primaries.flatMap((primary) => [
    ...(needsLane.has(primary.id) ? [lane(primary.id)] : []),
    ...secondaries.filter(({ parentId }) => parentId === primary.id).map((one) => item('secondary', one, 2)),
  ]);
  const beforeIdeas = hasSecond ? second : primaries.map((one) => item('primary', one, 1));
  const before = (driverId: string) => (needsLane.has(driverId) ? laneOf(driverId) : driverId);
  const places = new Map(beforeIdeas.map(({ id }, place) => [id, place]));
  const middle = (idea: { driverIds: string[] }) =>
    mean(idea.driverIds.map((id) => places.get(before(id)) ?? 0));
  const inOrder = ideas
    .map((idea, given) => ({ idea, given, at: middle(idea) }))
    .sort((a, b) => a.at - b.at || a.given - b.given)
    .map(({ idea }) => idea);

  const columns: Item[][] = [
    [item('aim', data.aim, 0)],
    ...(hasSecond ? [primaries.map((one) => item('primary', one, 1)), second] : [beforeIdeas]),
    inOrder.map((idea) => item('idea', idea, ideaColumn)),
  ];
  const pairs: [from: string, to: string][] = [
    ...primaries.map(({ id }): [string, string] => [data.aim.id, id]),
    ...secondaries.map(({ id, parentId }): [string, string] => [parentId ?? '', id]),
    ...[...needsLane].map((id): [string, string] => [id, laneOf(id)]),
    ...inOrder.flatMap((idea) => idea.driverIds.map((id): [string, string] => [before(id), idea.id])),
  ];
  settleColumns(columns, pairs);

  const items = new Map(
    columns.flatMap((column, at) => column.map((one) => [one.id, { ...one, at }] as const)),
  );
  const links = pairs.flatMap(([from, to]): PlacedLink[] => {
    const [a, b] = [items.get(from), items.get(to)];
    if (!a || !b) return [];
    return [
      { from, to, x1: xOf(a.at) + columnWidth, y1: a.top + a.anchor, x2: xOf(b.at), y2: b.top + b.anchor },
    ];
  });
  const all = columns.flat();
  return {
    width,
    height: Math.max(...all.map(({ top, height }) => top + height)) + 4,
    heads: titles.map((text, column) => ({ text, x: xOf(column) })),
    nodes: all.flatMap(({ node, top, anchor }) => (node ? [placed(node, top, anchor)] : [])),
    links,
    lanes: second
      .filter(({ node }) => node === null)
      .map(({ top, anchor }) => ({ x1: xOf(2), x2: xOf(2) + columnWidth, y: top + anchor })),
  };
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);

function itemOf(
  kind: PlacedNode['kind'],
  node: DiagramNode & { state?: IdeaState; stateText?: string },
  x: number,
  width: number,
): Item {
  const names = wrapped(node.name, width, sizes.name, true);
  const tread = names.length * leading.name + underName;
  const beside = sizes.glyph + 6;
  const states = node.stateText ? wrapped(node.stateText, width - beside, sizes.note) : [];
  const under: Omit<TextLine, 'y'>[] = [
    ...states.map((text) => ({ text, x: x + beside, kind: 'state' as const })),
    ...(node.isBelieved ? [] : wrapped(goneWords, width, sizes.note)).map((text) => ({
      text,
      x,
      kind: 'gone' as const,
    })),
    ...node.notes
      .flatMap((note) => wrapped(note, width, sizes.note))
      .map((text) => ({ text, x, kind: 'note' as const })),
  ];
  const top = tread + underName;
  const lines: TextLine[] = [
    ...names.map((text, row) => ({ text, x, y: row * leading.name + 15, kind: 'name' as const })),
    ...under.map((line, row) => ({ ...line, y: top + row * leading.note + 12 })),
  ];
  return {
    id: node.id,
    top: 0,
    anchor: tread,
    height: top + under.length * leading.note,
    node: {
      id: node.id,
      kind,
      isBelieved: node.isBelieved,
      x,
      width,
      height: top + under.length * leading.note,
      lines,
      glyph: node.state && states.length > 0 ? { state: node.state, x, y: top + 1 } : null,
    },
  };
}

function placed(node: Omit<PlacedNode, 'y' | 'tread'>, top: number, anchor: number): PlacedNode {
  return {
    ...node,
    y: top,
    tread: top + anchor,
    lines: node.lines.map((line) => ({ ...line, y: top + line.y })),
    glyph: node.glyph && { ...node.glyph, y: top + node.glyph.y },
  };
}

/** Gives every item its height on the page: near the middle of what it is joined to, in order, and never over another. */
function settleColumns(columns: Item[][], pairs: [string, string][]): void {
  const items = new Map(columns.flat().map((one) => [one.id, one]));
  const joined = new Map<string, { left: Item[]; right: Item[] }>();
  for (const { id } of columns.flat()) joined.set(id, { left: [], right: [] });
  for (const [from, to] of pairs) {
    const [a, b] = [items.get(from), items.get(to)];
    if (!a || !b) continue;
    joined.get(from)?.right.push(b);
    joined.get(to)?.left.push(a);
  }
  const sweep = (column: Item[], side: 'left' | 'right') => {
    let next = headHeight;
    const wanted = column.map((one) => {
      const others = joined.get(one.id)?.[side] ?? [];
      const top =
        others.length > 0 ? mean(others.map((other) => other.top + other.anchor)) - one.anchor : next;
      next = top + one.height + gap;
      return top;
    });
    settle(column, wanted);
  };
  for (const column of columns)
    settle(
      column,
      column.map(() => headHeight),
    );
  for (const column of [...columns].reverse().slice(1)) sweep(column, 'right');
  for (const column of columns.slice(1)) sweep(column, 'left');
  for (const column of [...columns].reverse().slice(1)) sweep(column, 'right');
  const highest = Math.min(...columns.flat().map(({ top }) => top));
  for (const one of columns.flat()) one.top = Math.round(one.top + headHeight - highest);
}

/**
 * The heights nearest to the wanted ones that keep the order and a gap: without what stands above it, a column asks
 * for heights that do not fall, and pools of neighbors that would fall share their mean (pool adjacent violators).
 */
function settle(column: Item[], wanted: number[]): void {
  const above: number[] = [];
  let sum = 0;
  for (const { height } of column) {
    above.push(sum);
    sum += Math.ceil(height) + gap;
  }
  const pools: { total: number; count: number }[] = [];
  wanted.forEach((top, at) => {
    pools.push({ total: top - (above[at] ?? 0), count: 1 });
    for (;;) {
      const [before, last] = [pools.at(-2), pools.at(-1)];
      if (!before || !last || before.total / before.count <= last.total / last.count) break;
      before.total += last.total;
      before.count += last.count;
      pools.pop();
    }
  });
  const bases = pools.flatMap(({ total, count }) => Array.from({ length: count }, () => total / count));
  column.forEach((one, at) => {
    one.top = (bases[at] ?? 0) + (above[at] ?? 0);
  });
}
