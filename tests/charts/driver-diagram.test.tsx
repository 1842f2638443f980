import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DriverDiagram } from '~/charts/driver-diagram';
import {
  type DriverDiagramData,
  type DriverDiagramScene,
  driverDiagramScene,
  type PlacedNode,
  sizes,
} from '~/charts/driver-diagram-scene';
import { ideaStates } from '~/charts/idea-glyph';
import { textWidth } from '~/charts/text-width';

const words = fc
  .array(
    fc.constantFrom(
      'families',
      'hear',
      'a',
      'Donaudampfschifffahrtsgesellschaftskapitän',
      'día',
      'when',
      '90%',
    ),
    {
      minLength: 1,
      maxLength: 16,
    },
  )
  .map((list) => list.join(' '));
const part = fc.record({ name: words, isBelieved: fc.boolean(), notes: fc.array(words, { maxLength: 2 }) });

/** Any theory: up to six primary drivers, up to three under each, up to twelve ideas under any of them. */
const theory: fc.Arbitrary<DriverDiagramData> = fc
  .record({
    aim: part,
    primaries: fc.array(fc.record({ driver: part, under: fc.array(part, { maxLength: 3 }) }), {
      maxLength: 6,
    }),
    ideas: fc.array(
      fc.record({
        idea: part,
        state: fc.constantFrom(...ideaStates),
        at: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ aim, primaries, ideas }) => {
    const drivers = primaries.flatMap(({ driver, under }, row) => [
      { ...driver, id: `p${row}`, parentId: null },
      ...under.map((one, at) => ({ ...one, id: `p${row}s${at}`, parentId: `p${row}` })),
    ]);
    return {
      aim: { ...aim, id: 'aim' },
      drivers,
      ideas: ideas.map(({ idea, state, at }, row) => ({
        ...idea,
        id: `i${row}`,
        state,
        stateText: 'Testing, 3 cycles on 2 ramps',
        driverIds: drivers.length === 0 ? [] : at.map((one) => drivers[one % drivers.length]?.id ?? ''),
      })),
    };
  });
const width = fc.constantFrom(560, 700, 900, 1080);

const every = (check: (scene: DriverDiagramScene, data: DriverDiagramData) => void) =>
  fc.assert(
    fc.property(theory, width, (data, px) => check(driverDiagramScene(data, px), data)),
    { numRuns: 150 },
  );

const overlap = (a: PlacedNode, b: PlacedNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('no two names of a diagram overlap, whatever the theory and the width', () => {
  every(({ nodes }) => {
    nodes.forEach((one, at) => {
      for (const other of nodes.slice(at + 1))
        expect(overlap(one, other), `${one.id} over ${other.id}`).toBe(false);
    });
  });
});

test('every line of text stays inside its column and the drawing, and no word is lost', () => {
  every(({ nodes, width: whole, height }, data) => {
    const given = new Map([data.aim, ...data.drivers, ...data.ideas].map(({ id, name }) => [id, name]));
    for (const node of nodes) {
      for (const { text, x, y, kind } of node.lines) {
        const size = kind === 'name' ? sizes.name : sizes.note;
        expect(x + textWidth(text, size, kind === 'name')).toBeLessThanOrEqual(node.x + node.width + 0.01);
        expect(y).toBeGreaterThan(node.y);
        expect(y).toBeLessThanOrEqual(node.y + node.height);
      }
      expect(node.x + node.width).toBeLessThanOrEqual(whole);
      expect(node.y + node.height).toBeLessThanOrEqual(height);
      const drawn = node.lines.filter(({ kind }) => kind === 'name').map(({ text }) => text);
      expect(drawn.join('').replaceAll(' ', '')).toBe(given.get(node.id)?.replaceAll(' ', ''));
    }
  });
});

test('lines run only between columns or on lanes of their own: none crosses a word', () => {
  every(({ nodes, links, lanes }) => {
    for (const { x1, x2, y1, y2 } of links) {
      expect(x2).toBeGreaterThan(x1);
      for (const node of nodes) {
        const isBeside = node.x + node.width <= x1 || node.x >= x2;
        const isOff = Math.max(y1, y2) < node.y || Math.min(y1, y2) > node.y + node.height;
        expect(isBeside || isOff, `a line over ${node.id}`).toBe(true);
      }
    }
    for (const { x1, x2, y } of lanes) {
      for (const node of nodes.filter((one) => one.x < x2 && one.x + one.width > x1))
        expect(y < node.y || y > node.y + node.height, `a lane over ${node.id}`).toBe(true);
    }
  });
});

test('an idea under several drivers is drawn once, with a line to each; one under none is not drawn', () => {
  every(({ nodes, links }, data) => {
    for (const idea of data.ideas) {
      const drivers = new Set(idea.driverIds);
      expect(nodes.filter(({ id }) => id === idea.id)).toHaveLength(drivers.size > 0 ? 1 : 0);
      expect(links.filter(({ to }) => to === idea.id)).toHaveLength(drivers.size);
    }
  });
});

const small: DriverDiagramData = {
  aim: { id: 'aim', name: 'Cut absence', isBelieved: true, notes: ['Days attended: improvement'] },
  drivers: [
    { id: 'p', parentId: null, name: 'Families <hear>', isBelieved: true, notes: [] },
    { id: 's', parentId: 'p', name: 'In their language', isBelieved: false, notes: [] },
  ],
  ideas: [
    {
      id: 'i',
      name: 'Text first',
      isBelieved: true,
      notes: [],
      driverIds: ['p', 's'],
      state: 'adopted',
      stateText: 'Adopted, 2 cycles',
    },
  ],
};

test('a line to an idea right under a primary driver passes the secondary drivers on a lane', () => {
  const { links, lanes } = driverDiagramScene(small, 1080);
  expect(links.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'aim → p',
    'p → s',
    'p → past p',
    'past p → i',
    's → i',
  ]);
  expect(lanes).toHaveLength(1);
});

test('without secondary drivers there is no column for them', () => {
  const flat = { ...small, drivers: small.drivers.slice(0, 1) };
  expect(driverDiagramScene(flat, 1080).heads.map(({ text }) => text)).toEqual([
    'Aim',
    'Primary drivers',
    'Change ideas',
  ]);
});

test('the drawing has a title and a sentence, says what is no longer believed in words, and escapes names', () => {
  const html = renderToStaticMarkup(
    <DriverDiagram data={small} title="The theory of the team" sentence="One primary driver." />,
  );
  expect(html).toContain('>The theory of the team</title>');
  expect(html).toContain('>One primary driver.</desc>');
  expect(html).toContain('We no longer believe this');
  expect(html).toContain('Families &lt;hear&gt;');
  expect(html).toContain('Adopted, 2 cycles');
  expect(html).not.toContain('style=');
});
