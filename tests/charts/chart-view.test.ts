import { describe, expect, test } from 'vitest';
import { runChartScene } from '~/charts/run-chart-scene';
import { frames } from '~/charts/run-chart-shapes';
import { sharedScale } from '~/charts/shared-scale';
import { aControlChart, aCycle, aMeasure, anEvent, attended, noise } from './samples';

const { wide } = frames.full;

describe('a window of days', () => {
  const options = {
    frozen: 12,
    cycles: [
      aCycle(1, '2026-08-10', { end: '2026-08-20' }),
      aCycle(2, '2026-10-20', { end: '2026-11-12' }),
      aCycle(3, '2026-11-16'),
    ],
    events: [anEvent('2026-08-12'), anEvent('2026-11-18')],
    window: { from: '2026-11-01', to: '2026-12-31' },
  };
  const cut = runChartScene(aMeasure(attended, options), wide);
  const whole = runChartScene(aMeasure(attended, { ...options, window: undefined }), wide);

  test('shows its points alone, on an axis from its first day to its last', () => {
    expect(cut.points.map(({ id }) => id)).toEqual(whole.points.slice(13).map(({ id }) => id));
    expect(cut.xTicks.map(({ text }) => text)).toEqual(['Nov', 'Dec']);
  });

  test('keeps the median of the whole, extended', () => {
    expect(cut.labels.find(({ kind }) => kind === 'median')?.text).toBe('Median 84.0%');
    expect(cut.medians.map(({ extended }) => extended)).toEqual([true]);
  });

  test('keeps the words of a signal that began before it', () => {
    expect(cut.signals[0]?.text?.words).toBe('Shift: 9 points above the median since Oct 26');
  });

  test('has the cycles and events of its days; one that began before has no line to its first day', () => {
    expect(cut.cycles.map(({ number }) => number)).toEqual([2, 3]);
    expect(cut.cycles.map(({ guide }) => guide === '')).toEqual([true, false]);
    expect(cut.events.map(({ id }) => id)).toEqual(['e2026-11-18']);
  });

  test('without any point says so', () => {
    const none = runChartScene(
      aMeasure(attended, { window: { from: '2030-01-01', to: '2030-02-01' } }),
      wide,
    );
    expect(none.empty).toBe('No numbers yet');
    expect(none.medians).toEqual([]);
  });

  test('that ends inside the baseline has a solid median', () => {
    const window = { from: '2026-08-01', to: '2026-09-15' };
    const scene = runChartScene(aMeasure(attended, { frozen: 12, window }), wide);
    expect(scene.medians.map(({ extended }) => extended)).toEqual([false]);
  });
});

describe('a shared scale', () => {
  test('puts the same number at the same height in charts side by side', () => {
    const charts = [aMeasure(noise(20, 30, 8)), aControlChart(noise(20, 70, 8), { kind: 'i' })];
    const scale = sharedScale(charts) ?? undefined;
    const [low, high] = charts.map((data) => runChartScene({ ...data, scale }, frames.small.wide));
    expect(low?.yTicks).toEqual(high?.yTicks);
  });

  test('has room for goals and limits', () => {
    const data = aControlChart(noise(20, 80, 6), { kind: 'i', goal: 99 });
    const { low, high } = sharedScale([data]) ?? { low: 0, high: 0 };
    expect(high).toBe(99);
    expect(low).toBe(data.limits?.lower[0]);
  });

  test('never leaves a number outside, and names no line that is', () => {
    const data = aMeasure(attended, { goal: 99, scale: { low: 84, high: 86 } });
    const scene = runChartScene(data, wide);
    expect(scene.points).toHaveLength(attended.length);
    for (const { y } of scene.points) expect(y).toBeLessThan(scene.plot.bottom);
    expect(scene.goalLine).toBe('');
    expect(scene.labels.map(({ kind }) => kind)).not.toContain('goal');
  });

  test('of charts without numbers is none', () => {
    expect(sharedScale([aMeasure([])])).toBeNull();
  });
});

describe('a goal that changed', () => {
  const goals = [
    { from: '2026-08-03', goal: 86 },
    { from: '2026-10-12', goal: 90 },
    { from: '2027-06-01', goal: 95 },
  ];

  test('is one line with a step on its day, named by the newest that has come', () => {
    const scene = runChartScene(aMeasure(attended, { goals, goal: 90 }), wide);
    expect(scene.goalLine).toMatch(/^M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
    expect(scene.goalLine).toContain(`H${scene.points[10]?.x}V`);
    expect(scene.labels.find(({ kind }) => kind === 'goal')?.text).toBe('Goal 90%');
  });

  test('moves the words of a bracket that would lie on an earlier step', () => {
    const steps = [
      { from: '2026-08-03', goal: 90.2 },
      { from: '2026-10-24', goal: 99 },
    ];
    const scene = runChartScene(aMeasure(attended, { frozen: 12, goals: steps, goal: 99 }), wide);
    const words = scene.signals[0]?.text;
    const step = Number(scene.goalLine.match(/^M[\d.]+ ([\d.]+)H/)?.[1]);
    expect((words?.x ?? 0) - (words?.width ?? 0)).toBeLessThan(scene.points[11]?.x ?? 0);
    expect(Math.abs((words?.y ?? 0) - 4 - step)).toBeGreaterThan(8);
  });

  test('in a window is the one of its days', () => {
    const window = { from: '2026-08-03', to: '2026-09-30' };
    const scene = runChartScene(aMeasure(attended, { goals, goal: 90, window }), wide);
    expect(scene.goalLine).not.toContain('V');
    expect(scene.labels.find(({ kind }) => kind === 'goal')?.text).toBe('Goal 86%');
  });

  test('after the newest number is level: nothing has been measured by it yet', () => {
    const late = [{ from: '2027-06-01', goal: 95 }];
    const scene = runChartScene(aMeasure(attended, { goals: late, goal: 95 }), wide);
    expect(scene.goalLine).toBe(`M${scene.plot.left} ${scene.goal}H${scene.plot.right}`);
  });
});
