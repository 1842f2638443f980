import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RampBand, RampPicture, RampStep } from '~/charts/ramp';
import { glyphSize, type RampScene } from '~/charts/ramp-parts';
import { rampScene } from '~/charts/ramp-scene';
import { textWidth } from '~/charts/text-width';

const done = { plan: 'done', do: 'done', study: 'done', act: 'done' } as const;
const levels = ['One person or classroom', 'A few', 'One site', 'Several sites', 'Everyone'];

const step = (number: number, some: Partial<RampStep> = {}): RampStep => ({
  id: `c${number}`,
  number,
  dates: 'Sep 21 to Oct 2',
  idea: 'Text first, then call',
  href: `/cycles/${number}`,
  scale: 'One site',
  counts: '62 people, 1 site',
  level: 0,
  states: done,
  decision: 'adopt',
  result: 'Nine of eleven families answered the same day.',
  ...some,
});
const band = (fromId: string | null, steps: RampStep[]): RampBand => ({
  key: `band ${steps[0]?.id}`,
  head: fromId === null ? '' : `Branch from Cycle ${fromId.slice(1)}`,
  fromId,
  steps,
  levels,
});
const picture = (...bands: RampBand[]): RampPicture => ({ title: 'Ramp', sentence: 'Two cycles.', bands });

interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxesOf(scene: RampScene): Box[] {
  return [
    ...scene.words.map(({ text, x, y, size, tone }) => ({
      what: text,
      left: x,
      right: x + textWidth(text, size, tone === 'head' || tone === 'late'),
      top: y - size * 0.75,
      bottom: y + size * 0.2,
    })),
    ...scene.wheels.map(({ step, x, y, size }) => ({
      what: `wheel ${step.number}`,
      left: x,
      right: x + size,
      top: y,
      bottom: y + size,
    })),
    ...scene.glyphs.map(({ key, x, y }) => ({
      what: `glyph ${key}`,
      left: x,
      right: x + glyphSize,
      top: y,
      bottom: y + glyphSize,
    })),
  ];
}

function troubles(scene: RampScene): string[] {
  const boxes = boxesOf(scene);
  const out = boxes
    .filter((box) => box.left < 0 || box.top < 0 || box.right > scene.width || box.bottom > scene.height)
    .map(({ what }) => `outside: ${what}`);
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - 0.5 &&
          b.left < a.right - 0.5 &&
          a.top < b.bottom - 0.5 &&
          b.top < a.bottom - 0.5,
      )
      .map((b) => `${a.what} on ${b.what}`),
  );
  return [...out, ...over];
}

/** The upright parts of the lines down to branches, with what they run through. */
function crossed(scene: RampScene): string[] {
  const boxes = boxesOf(scene);
  return scene.lines
    .filter(({ kind }) => kind === 'branch')
    .flatMap(({ d }) => {
      const upright = d.match(/(?:M|H)(-?[\d.]+)(?: (-?[\d.]+))?V(-?[\d.]+)/);
      const x = Number(upright?.[1]);
      const from = Number(d.match(/^M[\d.]+ ([\d.]+)/)?.[1]);
      const to = Number(upright?.[3]);
      return boxes
        .filter((box) => box.left < x && x < box.right && box.bottom > from + 1 && box.top < to - 1)
        .map(({ what }) => what);
    });
}

const five = picture(
  band(null, [
    step(1),
    step(2, { level: 0 }),
    step(4, { level: 1 }),
    step(5, { level: 2, decision: null, current: true, next: 'Study due Dec 3' }),
    step(6, { level: 3, isAsked: true, decision: null, dates: 'Not planned yet' }),
  ]),
  band('c2', [step(3, { decision: 'abandon', ended: 'It ended here.' })]),
);

test('a bigger test stands higher, and a later one further to the right', () => {
  const [one, , four, now] = rampScene(five, 748).wheels;
  expect(four?.y).toBeLessThan(one?.y ?? 0);
  expect(now?.y).toBeLessThan(four?.y ?? 0);
  expect(now?.x).toBeGreaterThan(four?.x ?? 0);
});

test('on a phone the ramp climbs up the page: the newest stands on top', () => {
  const ys = rampScene(five, 350).wheels.map(({ step: { number }, y }) => [number, y] as const);
  const trunk = ys.filter(([number]) => number !== 3).sort((a, b) => a[1] - b[1]);
  expect(trunk.map(([number]) => number)).toEqual([6, 5, 4, 2, 1]);
});

test('a branch stands below the ramp, after the step it leaves, with a line down to it', () => {
  const scene = rampScene(five, 748);
  const at = (number: number) => scene.wheels.find((wheel) => wheel.step.number === number);
  expect(at(3)?.y).toBeGreaterThan(at(5)?.y ?? 0);
  expect(at(3)?.x).toBe(at(4)?.x);
  expect(scene.lines.filter(({ kind }) => kind === 'branch')).toHaveLength(1);
});

test('an abandoned test, the one that is next and the one in work have treads of their own', () => {
  const kinds = new Map(rampScene(five, 748).lines.map(({ key, kind }) => [key, kind]));
  expect(kinds.get('c1')).toBe('tread');
  expect(kinds.get('c3')).toBe('ended');
  expect(kinds.get('c5')).toBe('now');
  expect(kinds.get('c6')).toBe('next');
  expect(kinds.get('c3 end')).toBe('tread');
});

test('a ramp of more tests than there is room for climbs on every width', () => {
  const long = picture(
    band(
      null,
      Array.from({ length: 15 }, (_, i) => step(i + 1)),
    ),
  );
  const [first, second] = rampScene(long, 748).wheels;
  expect(first?.x).toBe(second?.x);
});

test('a ramp without cycles is empty', () => {
  expect(rampScene(picture(), 748).height).toBe(0);
});

const words = fc
  .array(
    fc.constantFrom('Text', 'families', 'who', 'do', 'not', 'answer', 'Übergangsbegleiterinnen', '第一次'),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((some) => some.join(' '));
const anyStep = fc.record({
  dates: fc.constantFrom('Sep 8', 'Sep 21 to Oct 2', 'starts Nov 30', ''),
  idea: words,
  scale: fc.constantFrom(...levels, ''),
  counts: fc.constantFrom('', '1 person', '12,400 people, 1,234 sites'),
  level: fc.integer({ min: 0, max: 4 }),
  decision: fc.constantFrom('adopt' as const, 'abandon' as const, 'inconclusive' as const, null),
  next: fc.constantFrom(undefined, 'Decision 12 working days late'),
  result: fc.option(words, { nil: null }),
  current: fc.boolean(),
  isLate: fc.boolean(),
  isAsked: fc.boolean(),
  ended: fc.constantFrom(undefined, 'It ended here.'),
});
/** Any ramp: each band after the first leaves some step of those before it. */
const anyPicture = fc
  .array(fc.tuple(fc.nat(), fc.array(anyStep, { minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => {
    let number = 0;
    const ids: string[] = [];
    const bands = parts.map(([from, steps]) => {
      const fromId = ids.length === 0 ? null : (ids[from % ids.length] ?? null);
      const own = steps.map((some) => step(++number, some));
      ids.push(...own.map(({ id }) => id));
      return band(fromId, own);
    });
    return picture(...bands);
  });

test.each([350, 510, 748, 1140])(
  'at %i px no words, wheels or glyphs of any ramp lie on each other or outside',
  (width) => {
    fc.assert(
      fc.property(anyPicture, (some) => {
        expect(troubles(rampScene(some, width))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  },
);

test.each([350, 748, 1140])(
  'at %i px no line down to a branch runs through words, and each step is drawn once',
  (width) => {
    fc.assert(
      fc.property(anyPicture, (some) => {
        const scene = rampScene(some, width);
        expect(crossed(scene)).toEqual([]);
        const drawn = scene.wheels.map(({ step: { id } }) => id).sort();
        expect(drawn).toEqual(some.bands.flatMap(({ steps }) => steps.map(({ id }) => id)).sort());
      }),
      { numRuns: 50 },
    );
  },
);
