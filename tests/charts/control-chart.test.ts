import { describe, expect, test } from 'vitest';
import { runChartScene } from '~/charts/run-chart-scene';
import { frames } from '~/charts/run-chart-shapes';
import { aControlChart, attended, noise } from './samples';

const { wide } = frames.full;

describe('a control chart', () => {
  test('has one band from end to end, with its limits and its mean named at the right', () => {
    const scene = runChartScene(aControlChart(attended, { kind: 'i', frozen: 12 }), wide);
    const { left, right } = scene.plot;
    const [, upper, lower] = scene.band?.limits.match(/M([\d. ]+H[\d.]+)M([\d. ]+H[\d.]+)$/) ?? [];
    expect(upper).toMatch(new RegExp(`^${left} [\\d.]+H${right}$`));
    expect(lower).toMatch(new RegExp(`^${left} [\\d.]+H${right}$`));
    expect(scene.band?.band).toBe(`M${upper}L${right} ${lower?.match(/ ([\d.]+)H/)?.[1]}H${left}Z`);
    expect(scene.labels.map(({ text }) => text.replace(/[\d.]+%/, '·'))).toEqual([
      '·',
      'Upper ·',
      'Mean ·',
      'Lower ·',
    ]);
  });

  test('its limits step where its groups differ, half way between points', () => {
    const sizes = [100, 100, 400, 400];
    const scene = runChartScene(
      aControlChart([], {
        kind: 'p',
        numerators: sizes.map((n) => n / 2),
        denominators: sizes,
        multiply: 100,
      }),
      wide,
    );
    const x = scene.points.map((point) => point.x);
    const half = ((x[1] as number) + (x[2] as number)) / 2;
    expect(scene.band?.limits.match(/V/g)).toHaveLength(2);
    expect(scene.band?.limits).toContain(`H${Math.round(half * 10) / 10}V`);
  });

  test('a side without a limit leaves the band open and has no line and no name', () => {
    const data = aControlChart(attended, { kind: 'i' });
    const { limits } = data;
    const open = { ...data, limits: limits && { ...limits, lower: limits.lower.map(() => null) } };
    const scene = runChartScene(open, wide);
    expect(scene.band?.limits.match(/M/g)).toHaveLength(1);
    expect(scene.band?.band).toContain(` ${scene.plot.bottom}H`);
    expect(scene.labels.map(({ kind }) => kind)).not.toContain('lower');
  });

  test('a point beyond a limit has a ring, also where it is no part of a run', () => {
    const values = [...noise(20, 50, 6), 80, ...noise(4, 50, 6, 11)];
    const scene = runChartScene(aControlChart(values, { kind: 'i', frozen: 20 }), wide);
    expect(scene.points.flatMap(({ ring }, i) => (ring ? [[i, ring]] : []))).toEqual([[20, 'better']]);
    expect(scene.points[20]?.mark).toBe('better');
    expect(scene.signals.filter(({ line }) => line.includes(`${scene.points[20]?.x} `))).toEqual([]);
  });

  test('each phase has its own lines, and nothing is drawn across the break', () => {
    const values = [...noise(14, 40, 6), ...noise(14, 70, 6)];
    const scene = runChartScene(aControlChart(values, { kind: 'i', breaks: [14] }), wide);
    const day = ((scene.points[13]?.x ?? 0) + (scene.points[14]?.x ?? 0)) / 2;
    expect(scene.line.match(/M/g)).toHaveLength(2);
    expect(scene.medians).toHaveLength(2);
    const across = (path: string) => {
      let from = 0;
      return [...path.matchAll(/([MHL])([\d.]+)/g)].some(([, letter, x]) => {
        const crosses = letter !== 'M' && from < day !== Number(x) < day;
        from = Number(x);
        return crosses;
      });
    };
    for (const path of [scene.line, scene.band?.band, scene.band?.limits, ...scene.medians.map(({ d }) => d)])
      expect(across(path ?? ''), path).toBe(false);
  });

  test('a run in signal is called by the mean', () => {
    const scene = runChartScene(aControlChart(attended, { kind: 'i', frozen: 12 }), wide);
    expect(scene.signals.at(-1)?.text?.words).toBe('Shift: 9 points above the mean since Oct 26');
  });
});

describe('points beyond the limits', () => {
  const values = [...noise(20, 50, 6), ...Array(9).fill(58)];
  const data = aControlChart(values, { kind: 'i', frozen: 20 });

  test('are told together, with the newest', () => {
    expect(data.limits?.beyond).toHaveLength(9);
    expect(data.sentence).toContain('Beyond the upper limit: 9 points, the newest Feb 15.');
    expect(data.sentence.match(/Beyond/g)).toHaveLength(1);
  });

  test('of before keep the mark of the run that goes on', () => {
    const signals = data.reading.signals.map((signal) =>
      signal.rule === 'beyond limits' && signal.points[0] !== 28
        ? { ...signal, verdict: 'neutral' as const, past: 'ended' as const }
        : signal,
    );
    const scene = runChartScene({ ...data, reading: { ...data.reading, signals } }, wide);
    expect(scene.points.slice(20).map(({ mark, ring }) => [mark, ring])).toEqual(
      Array(9).fill(['better', 'better']),
    );
  });
});
