import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunChartData } from '~/charts/run-chart-data';
import { runChartScene } from '~/charts/run-chart-scene';
import { type Frame, frames, type RunChartScene } from '~/charts/run-chart-shapes';
import { textWidth } from '~/charts/text-width';
import { closest, outside } from './boxes';
import { aCycle, aMeasure, attended, dateAt, noise } from './samples';

const everyFrame: [string, Frame][] = [
  ['full and wide', frames.full.wide],
  ['full and narrow', frames.full.narrow],
  ['small and wide', frames.small.wide],
  ['small and narrow', frames.small.narrow],
];

function touchingTimes({ xTicks, fontSize }: RunChartScene): string[] {
  const placed = xTicks.map(({ x, text, anchor }) => {
    const width = textWidth(text, fontSize);
    return {
      text,
      left: anchor === 'start' ? x - 4 : x - width / 2,
      right: anchor === 'start' ? x - 4 + width : x + width / 2,
    };
  });
  return placed
    .filter((tick, i) => i > 0 && tick.left - (placed[i - 1]?.right ?? 0) < 6)
    .map(({ text }) => text);
}

function overlappingDiscs({ cycles, discRadius }: RunChartScene): string[] {
  return cycles.flatMap((a, i) =>
    cycles
      .slice(i + 1)
      .filter((b) => a.y === b.y && Math.abs(a.x - b.x) < 2 * discRadius)
      .map((b) => `${a.number} and ${b.number}`),
  );
}

const eightCycles = (step: number) =>
  Array.from({ length: 8 }, (_, i) =>
    aCycle(i + 1, dateAt('2025-01-06', 7, 3 + i * step), {
      end: dateAt('2025-01-06', 7, 5 + i * step),
      decision: 'adapt',
    }),
  );

const sixty = (cycles = eightCycles(6)): RunChartData =>
  aMeasure(
    noise(60, 40, 20).map((value, i) => (i > 46 ? value + 14 : value)),
    { from: '2025-01-06', frozen: 20, cycles, goal: 58 },
  );

describe.each(everyFrame)('a run chart, %s', (_, frame) => {
  test('labels at the right are never closer than 16.5 px', () => {
    const crowded = aMeasure(attended, { goal: 86, frozen: 12 });
    const level = aMeasure(
      attended.map(() => 50),
      { goal: 50 },
    );
    for (const data of [crowded, level, sixty()]) {
      const scene = runChartScene(data, frame);
      expect(closest(scene.labels.map(({ y }) => y))).toBeGreaterThanOrEqual(16.5);
    }
  });

  test('nothing is outside the frame', () => {
    for (const data of [aMeasure(attended, { goal: 92, frozen: 12 }), sixty(), aMeasure([3]), aMeasure([])]) {
      expect(outside(runChartScene(data, frame))).toEqual([]);
    }
  });

  test('8 cycles over 60 points do not overlap on a row, however close', () => {
    for (const step of [6, 2, 1, 0]) {
      const scene = runChartScene(sixty(eightCycles(step)), frame);
      expect(overlappingDiscs(scene)).toEqual([]);
      expect(scene.cycles).toHaveLength(8);
      expect(outside(scene)).toEqual([]);
    }
  });

  test('time labels never touch, from 12 weeks to 5 years', () => {
    const spans: [number, number][] = [
      [12, 7],
      [5, 1],
      [30, 1],
      [52, 7],
      [60, 30.44],
      [20, 91],
      [12, 365],
    ];
    for (const [count, step] of spans) {
      const scene = runChartScene(aMeasure(noise(count, 50, 9), { step, from: '2021-09-06' }), frame);
      expect(scene.xTicks.length, `${count} points every ${step} days`).toBeGreaterThan(0);
      expect(touchingTimes(scene)).toEqual([]);
    }
  });

  test('the words of a bracket stay clear of the readout and of the time axis', () => {
    for (const values of [attended, attended.map((value) => 170 - value)]) {
      const scene = runChartScene(aMeasure(values, { frozen: 12 }), frame);
      const words = scene.signals[0]?.text;
      expect(words).toBeTruthy();
      expect((words?.y ?? 0) - scene.fontSize).toBeGreaterThanOrEqual(scene.full ? 20 : 0);
      expect(words?.y ?? 0).toBeLessThan(scene.plot.bottom - 2);
    }
  });

  test('any numbers fit', () => {
    const value = fc.option(
      fc.integer({ min: -5000, max: 90000 }).map((n) => n / 10),
      { freq: 6 },
    );
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 40 }),
        fc.option(fc.integer({ min: -100, max: 9000 })),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
        fc.constantFrom('ihi' as const, 'anhoej' as const),
        (values, goal, weeks, rules) => {
          const cycles = weeks.map((week, i) => aCycle(i + 1, dateAt('2026-08-03', 7, week)));
          const unit = { kind: 'count', decimals: 1 } as const;
          const scene = runChartScene(aMeasure(values, { goal, cycles, rules, unit }), frame);
          expect(outside(scene)).toEqual([]);
          expect(closest(scene.labels.map(({ y }) => y))).toBeGreaterThanOrEqual(16.5);
          expect(overlappingDiscs(scene)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a run chart draws', () => {
  test('a missing value breaks the line', () => {
    const scene = runChartScene(aMeasure([50, 52, null, 51, 53]), frames.full.wide);
    expect(scene.line.match(/M/g)).toHaveLength(2);
    expect(scene.points).toHaveLength(4);
  });

  test('a ghosted point is hollow and in no signal', () => {
    const data = aMeasure(attended, { frozen: 12, point: (i) => (i === 15 ? { ghosted: true } : {}) });
    expect(runChartScene(data, frames.full.wide).points[15]?.mark).toBe('ghost');
  });

  test('the median is solid over its baseline and dotted where it is extended', () => {
    const frozen = runChartScene(aMeasure(attended, { frozen: 12 }), frames.full.wide);
    expect(frozen.medians.map(({ extended }) => extended)).toEqual([false, true]);
    const own = runChartScene(aMeasure(attended), frames.full.wide);
    expect(own.medians.map(({ extended }) => extended)).toEqual([false]);
  });

  test('points of a shift are marked and its bracket spans them', () => {
    const scene = runChartScene(aMeasure(attended, { frozen: 12 }), frames.full.wide);
    expect(scene.points.filter(({ mark }) => mark === 'better')).toHaveLength(9);
    const [shift] = scene.signals;
    expect(shift?.text?.words).toBe('Shift: 9 points above the median since Oct 26');
    expect(shift?.bracket).toContain(`M${scene.points[12]?.x} `);
    expect(shift?.bracket).toContain(`H${scene.points[20]?.x}V`);
  });

  test('a shift that has ended is grey', () => {
    const values = [...attended.slice(0, 12), ...Array(9).fill(88), ...attended.slice(0, 12)];
    const scene = runChartScene(aMeasure(values, { frozen: 12 }), frames.full.wide);
    expect(scene.signals.map(({ tone, text }) => [tone, text?.words])).toEqual([
      ['none', 'Shift: 11 points above the median from Oct 26 to Jan 4'],
    ]);
    expect(new Set(scene.points.map(({ mark }) => mark))).toEqual(new Set(['none']));
  });

  test('under 480 px the bracket says only the count and side', () => {
    const scene = runChartScene(aMeasure(attended, { frozen: 12 }), frames.full.narrow);
    expect(scene.signals[0]?.text?.words).toBe('9 above');
  });

  test('a bracket near the goal line moves past it', () => {
    const scene = runChartScene(aMeasure(attended, { frozen: 12, goal: 89.5 }), frames.full.wide);
    const height = Number(scene.signals[0]?.bracket.match(/V([\d.]+)H/)?.[1]);
    expect(Math.abs(height - (scene.goal ?? 0))).toBeGreaterThanOrEqual(8);
  });

  test('one point is a number: no median, no line', () => {
    const scene = runChartScene(aMeasure([45.2], { goal: 60 }), frames.full.wide);
    expect(scene.medians).toEqual([]);
    expect(scene.points).toHaveLength(1);
    expect(scene.labels.map(({ text }) => text)).toEqual(['45.2%', 'Goal 60%']);
  });

  test('a cycle that began after the newest point is on the time line', () => {
    const scene = runChartScene(
      aMeasure([50, 51, 52], { cycles: [aCycle(1, '2026-10-05')] }),
      frames.full.wide,
    );
    expect(scene.cycles[0]?.x).toBeGreaterThan(scene.points.at(-1)?.x ?? 0);
  });

  test('a limit is called a limit', () => {
    const scene = runChartScene(aMeasure([20, 22, 25], { goal: 30, goalWord: 'Limit' }), frames.small.wide);
    expect(scene.labels.some(({ text }) => text === 'Limit 30%')).toBe(true);
  });
});
