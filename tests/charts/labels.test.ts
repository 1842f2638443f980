import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChartKind, chartKinds, eventKinds } from '#db/vocabulary';
import type { RunChartData } from '~/charts/run-chart-data';
import { runChartScene } from '~/charts/run-chart-scene';
import { type Frame, frames } from '~/charts/run-chart-shapes';
import { crowded, cyclesOver, eventsOver, everyKind, specialCharts } from './believable';
import { closest, outside, overlaps } from './boxes';
import { aControlChart, aCycle, aMeasure, anEvent, dateAt, noise } from './samples';

const everyFrame: [string, Frame][] = [
  ['748 px', frames.full.wide],
  ['350 px', frames.full.narrow],
  ['510 px, small', frames.small.wide],
  ['350 px, small', frames.small.narrow],
];

function expectClear(data: RunChartData, frame: Frame) {
  const scene = runChartScene(data, frame);
  expect(overlaps(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
  expect(closest(scene.labels.map(({ y }) => y))).toBeGreaterThanOrEqual(16.5);
}

const from = '2025-09-01';

/** 60 points of a kind with 8 cycles, 6 events and a goal. */
function sixty(kind: ChartKind): RunChartData {
  const rest = { from, goal: 52, cycles: cyclesOver(from, 7, 8), events: eventsOver(from, 7, 60) };
  const values = noise(60, 44, 20).map((value, i) => (i > 46 ? value + 16 : value));
  if (kind === 'run') return aMeasure(values, { frozen: 20, ...rest });
  const denominators = noise(60, 120, 60, 5).map(Math.round);
  const numerators = values.map((value, i) => Math.round(((denominators[i] as number) * value) / 100));
  const subgroups = values.map((value, i) => noise(3 + (i % 3), value, 6, 50 + i));
  if (kind === 'xbar' || kind === 's') return aControlChart([], { kind, subgroups, ...rest });
  if (['p', 'pprime', 'u', 'uprime', 'iprime'].includes(kind))
    return aControlChart([], { kind, numerators, denominators, multiply: 100, ...rest });
  return aControlChart(values.map(Math.round), { kind, frozen: 20, ...rest });
}

describe.each(everyFrame)('labels at %s', (_, frame) => {
  test.each(chartKinds)('of a chart of kind %s with 60 points, 8 cycles and 6 events never touch', (kind) => {
    expectClear(sixty(kind), frame);
    expect(runChartScene(sixty(kind), frame).cycles).toHaveLength(8);
  });

  test('of believable charts never touch', () => {
    for (const data of Object.values(everyKind())) expectClear(data, frame);
    for (const [, data] of specialCharts()) expectClear(data, frame);
  });

  test('of anything never touch', () => {
    fc.assert(
      fc.property(anyChart, (data) => expectClear(data, frame)),
      { numRuns: 150 },
    );
  });
});

describe('events on a chart', () => {
  test('all six have a glyph where there is room for two rows', () => {
    for (const [, frame] of everyFrame.slice(0, 2))
      expect(runChartScene(crowded(), frame).events.map(({ id }) => id)).toHaveLength(6);
  });

  test('say their titles only where these fit, and never under 480 px', () => {
    const words = (frame: Frame) =>
      runChartScene(crowded(), frame).events.flatMap(({ words: said }) => (said ? [said.text] : []));
    expect(words(frames.full.wide)).toContain('Snow days');
    expect(words(frames.full.wide)).not.toContain('All four schools take part');
    expect(words(frames.full.narrow)).toEqual([]);
    expect(words(frames.small.wide)).toEqual([]);
  });

  test('stand on their day, with a line to their last', () => {
    const event = anEvent('2026-08-17', { until: '2026-08-31' });
    const scene = runChartScene(aMeasure([50, 51, 52, 53, 54], { events: [event] }), frames.full.wide);
    const x = scene.points.map((point) => point.x);
    expect(scene.events[0]?.x).toBe(x[2]);
    expect(scene.events[0]?.span).toContain(`H${x[4]}`);
    expect(scene.points.every(({ y }) => y < (scene.events[0]?.y ?? 0) - 6)).toBe(true);
  });

  test('one soon after the newest point is on the axis, one in a far year is in the list alone', () => {
    const events = [anEvent('2026-12-25'), anEvent('2028-01-01')];
    const scene = runChartScene(aMeasure(noise(21, 50, 9), { events }), frames.full.wide);
    expect(scene.events.map(({ id }) => id)).toEqual(['e2026-12-25']);
    expect(scene.events[0]?.x).toBeGreaterThan(scene.points.at(-1)?.x ?? 0);
  });
});

const value = fc.option(
  fc.integer({ min: 0, max: 90_000 }).map((n) => n / 10),
  { freq: 8 },
);
const week = fc.integer({ min: -4, max: 64 });

const anyChart = fc
  .record({
    kind: fc.constantFrom(...chartKinds),
    values: fc.array(value, { maxLength: 60 }),
    sizes: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 60, maxLength: 60 }),
    goals: fc.array(fc.integer({ min: -100, max: 9000 }), { maxLength: 4 }),
    starts: fc.array(week, { maxLength: 12 }),
    happened: fc.array(
      fc.record({
        week,
        weeks: fc.integer({ min: 0, max: 9 }),
        kind: fc.constantFrom(...eventKinds),
        title: fc.string({ maxLength: 40 }),
      }),
      { maxLength: 12 },
    ),
    breaks: fc.array(fc.integer({ min: 1, max: 59 }), { maxLength: 3 }),
    rules: fc.constantFrom('anhoej', 'ihi', 'nhs', 'nelson', 'western-electric'),
    window: fc.option(fc.tuple(week, fc.integer({ min: 0, max: 60 }))),
    scale: fc.option(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 9000 }))),
    decimals: fc.integer({ min: 0, max: 2 }),
  })
  .map((a): RunChartData => {
    const rest = {
      from,
      rules: a.rules,
      unit: { kind: 'rate', decimals: a.decimals },
      goal: a.goals.at(-1) ?? null,
      goals: a.goals.slice(1).map((goal, i) => ({ from: dateAt(from, 7, 10 * i), goal })),
      cycles: a.starts.map((start, i) =>
        aCycle(i + 1, dateAt(from, 7, start), {
          end: i % 3 === 2 ? null : dateAt(from, 7, start + i),
          decision: i % 3 === 0 ? 'adapt' : null,
        }),
      ),
      events: a.happened.map((each, i) =>
        anEvent(dateAt(from, 7, each.week), {
          id: `e${i}`,
          kind: each.kind,
          title: each.title,
          until: each.weeks === 0 ? null : dateAt(from, 7, each.week + each.weeks),
        }),
      ),
      ...(a.window && {
        window: { from: dateAt(from, 7, a.window[0]), to: dateAt(from, 7, a.window[0] + a.window[1]) },
      }),
      ...(a.scale && { scale: { low: a.scale[0], high: a.scale[0] + a.scale[1] } }),
    } as const;
    const denominators = a.values.map((_, i) => a.sizes[i] as number);
    const part = a.values.map((each, i) =>
      each === null ? null : Math.round(each % (a.sizes[i] as number)),
    );
    const { kind, breaks } = a;
    if (kind === 'run') return aMeasure(a.values, rest);
    if (kind === 'xbar' || kind === 's') {
      const subgroups = a.values.map((each, i) => (each === null ? [] : noise(1 + (i % 5), each, 90, i + 1)));
      return aControlChart([], { kind, subgroups, breaks, ...rest });
    }
    if (['p', 'pprime', 'u', 'uprime', 'iprime'].includes(kind))
      return aControlChart([], { kind, numerators: part, denominators, breaks, multiply: 100, ...rest });
    const positive = a.values.map((each) => (each === null ? null : Math.max(kind === 't' ? 0.1 : 0, each)));
    return aControlChart(positive, { kind, breaks, ...rest });
  });
