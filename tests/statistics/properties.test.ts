import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAfterChange } from '../../app/statistics/after-change';
import { chooseChart } from '../../app/statistics/chart-choice';
import { type ControlChartInput, readControlChart } from '../../app/statistics/control-chart';
import { NumbersRefused } from '../../app/statistics/errors';
import { gapChange, gapWord, rateGapChange, relativeChange } from '../../app/statistics/gap-change';
import { newcombe } from '../../app/statistics/gaps';
import { readIhi } from '../../app/statistics/ihi';
import { readNhs } from '../../app/statistics/nhs';
import type { ChartKind } from '../../app/statistics/plotted';
import { scorePrediction } from '../../app/statistics/predictions';
import { rateRatio } from '../../app/statistics/rates';
import { proposeRebase } from '../../app/statistics/rebase';
import { readRunChart } from '../../app/statistics/run-chart';
import type { RuleSet } from '../../app/statistics/signals';

const RULES: RuleSet[] = ['anhoej', 'ihi', 'nhs', 'western-electric', 'nelson'];
/** As many rounds as a property deserves, or as few as mutation testing asks for. */
const rounds = (usual: number) => fc.readConfigureGlobal()?.numRuns ?? usual;
const rules = fc.constantFrom(...RULES);
// Eighths shift and scale without rounding, so that what is equal before is equal after.
const eighths = fc.integer({ min: -800, max: 800 }).map((value) => value / 8);
const series = fc.array(eighths, { minLength: 2, maxLength: 40 });
const withGaps = fc.array(fc.option(eighths, { freq: 8 }), { minLength: 1, maxLength: 40 });
const LINES = ['centre', 'lower', 'upper', 'lowerWarning', 'upperWarning'] as const;

const close = (said: number | null | undefined, expected: number | null, size: number) => {
  if (expected === null) expect(said).toBeNull();
  else expect(Math.abs((said as number) - expected)).toBeLessThanOrEqual(1e-9 * (1 + size));
};

test('shifting all values shifts the lines and leaves every signal', () => {
  fc.assert(
    fc.property(series, eighths, rules, (values, by, set) => {
      const input = { kind: 'i' as const, rules: set, better: 'up' as const };
      const plain = readControlChart({ ...input, values });
      const shifted = readControlChart({ ...input, values: values.map((value) => value + by) });
      for (const line of LINES) {
        plain.lines[line].forEach((level, i) => {
          close(shifted.lines[line][i], level === null ? null : level + by, 1000);
        });
      }
      const run = (list: number[]) => readRunChart({ values: list, rules: set, better: 'up' }).signals;
      expect(run(values.map((value) => value + by))).toEqual(run(values));
    }),
  );
});

test('scaling all values scales the lines and leaves every signal', () => {
  fc.assert(
    fc.property(series, fc.constantFrom(0.5, 2, 4, 1024), rules, (values, by, set) => {
      const input = { kind: 'i' as const, rules: set, better: 'up' as const };
      const plain = readControlChart({ ...input, values });
      const scaled = readControlChart({ ...input, values: values.map((value) => value * by) });
      for (const line of LINES) {
        plain.lines[line].forEach((level, i) => {
          close(scaled.lines[line][i], level === null ? null : level * by, 1000 * by);
        });
      }
      expect(scaled.signals).toEqual(plain.signals);
      expect(scaled.beyond).toEqual(plain.beyond);
    }),
  );
});

test('reversing improvement swaps better and worse and nothing else', () => {
  const swap = { better: 'worse', worse: 'better', neutral: 'neutral' } as const;
  fc.assert(
    fc.property(series, rules, (values, set) => {
      const up = readRunChart({ values, rules: set, better: 'up', frozen: 4 });
      const down = readRunChart({ values, rules: set, better: 'down', frozen: 4 });
      const swapped = down.signals.map((signal) => ({ ...signal, verdict: swap[signal.verdict] }));
      expect({ ...down, signals: swapped }).toEqual(up);
      const chart = { kind: 'i' as const, values, rules: set };
      const high = readControlChart({ ...chart, better: 'up' });
      const low = readControlChart({ ...chart, better: 'down' });
      expect(low.signals.map(({ verdict }) => swap[verdict])).toEqual(
        high.signals.map(({ verdict }) => verdict),
      );
      expect({ ...low, signals: [] }).toEqual({ ...high, signals: [] });
    }),
  );
});

test('where neither direction is good nothing is better or worse', () => {
  fc.assert(
    fc.property(series, rules, (values, set) => {
      const { signals } = readControlChart({ kind: 'i', values, rules: set, better: 'neither' });
      expect(signals.every(({ verdict }) => verdict === 'neutral')).toBe(true);
    }),
  );
});

test('a missing point at the end changes no line and no signal', () => {
  fc.assert(
    fc.property(series, rules, (values, set) => {
      const plain = readControlChart({ kind: 'i', values, rules: set, better: 'up' });
      const longer = readControlChart({ kind: 'i', values: [...values, null], rules: set, better: 'up' });
      for (const line of LINES) expect(longer.lines[line].slice(0, -1)).toEqual(plain.lines[line]);
      expect(longer.signals).toEqual(plain.signals);
    }),
  );
});

test('a missing point anywhere leaves a run chart’s median and the limits of counts and proportions', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(counts, fc.nat(), (numerators, at) => {
      const where = at % (numerators.length + 1);
      const insert = (list: number[]) => [...list.slice(0, where), null, ...list.slice(where)];
      const denominators = numerators.map(() => 20);
      for (const kind of ['run', 'p', 'u', 'c', 'g'] as const) {
        const figures =
          kind === 'c' || kind === 'g'
            ? [{ values: numerators }, { values: insert(numerators) }]
            : [
                { numerators, denominators },
                { numerators: insert(numerators), denominators: insert(denominators) },
              ];
        const plain = readControlChart({ kind, ...figures[0], better: 'up' });
        const holed = readControlChart({ kind, ...figures[1], better: 'up' });
        for (const line of LINES) {
          const without = [...holed.lines[line]];
          without.splice(where, 1);
          expect(without).toEqual(plain.lines[line]);
        }
      }
    }),
  );
});

test('a break isolates: what is on one side of it changes nothing on the other', () => {
  fc.assert(
    fc.property(series, series, series, rules, (first, other, second, set) => {
      const read = (left: number[]) =>
        readControlChart({
          kind: 'i',
          values: [...left, ...second],
          breaks: [left.length],
          rules: set,
          better: 'up',
        });
      const one = read(first);
      const two = read(other);
      for (const line of LINES) {
        expect(one.lines[line].slice(first.length)).toEqual(two.lines[line].slice(other.length));
      }
      const relative = (reading: typeof one, from: number) =>
        reading.signals
          .filter(({ phase }) => phase === 1)
          .map(({ rule, side, points, completedAt }) => [
            rule,
            side,
            points.map((at) => at - from),
            completedAt - from,
          ]);
      expect(relative(one, first.length)).toEqual(relative(two, other.length));
    }),
  );
});

test('an excluded point’s value changes no line and no signal', () => {
  fc.assert(
    fc.property(series, fc.nat(), eighths, rules, (values, at, other, set) => {
      const index = at % values.length;
      const input = { kind: 'i' as const, excluded: [index], rules: set, better: 'up' as const };
      const one = readControlChart({ ...input, values });
      const two = readControlChart({ ...input, values: values.with(index, other) });
      expect([two.lines, two.signals]).toEqual([one.lines, one.signals]);
    }),
  );
});

test('every signal lies within its phase, and its members took part', () => {
  fc.assert(
    fc.property(
      withGaps,
      fc.array(fc.nat(40)),
      fc.array(fc.nat(40), { maxLength: 3 }),
      rules,
      (values, excluded, breaks, set) => {
        const { signals, phases } = readControlChart({
          kind: 'i',
          values,
          excluded,
          breaks,
          rules: set,
          better: 'up',
        });
        for (const { points, phase, completedAt, count } of signals) {
          const { start, end } = phases[phase] as { start: number; end: number };
          expect(completedAt >= start && completedAt <= end).toBe(true);
          expect(points.length === 0 || points.length === count).toBe(true);
          for (const at of points) {
            expect(at >= start && at <= end && values[at] !== null && !excluded.includes(at)).toBe(true);
          }
        }
      },
    ),
  );
});

/** Whether every number anywhere inside is finite; Pattern and signal lists included. */
function isAllFinite(said: unknown): boolean {
  if (typeof said === 'number') return Number.isFinite(said);
  if (Array.isArray(said)) return said.every(isAllFinite);
  return typeof said !== 'object' || said === null || Object.values(said).every(isAllFinite);
}

function onlyNamedErrors<T>(read: () => T): void {
  try {
    const said = read();
    if (!isAllFinite(said)) expect.unreachable(`not finite: ${JSON.stringify(said)}`);
  } catch (error) {
    if (!(error instanceof NumbersRefused)) throw error;
  }
}

const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 30 }),
  fc.constantFrom(0, -0, 1e100, -1e100, 1e-100, Number.MIN_VALUE, Number.MAX_VALUE, Number.EPSILON),
);
const column = fc.array(fc.option(finite, { freq: 6 }), { maxLength: 20 });
const KINDS: ChartKind[] = [
  'run',
  'i',
  'mr',
  'p',
  'pprime',
  'u',
  'uprime',
  'c',
  'g',
  't',
  'xbar',
  's',
  'iprime',
];

test('no finite numbers make a chart say NaN or infinity, or throw but by name', () => {
  const any = fc.record({
    kind: fc.constantFrom(...KINDS),
    pairs: fc.array(fc.tuple(fc.option(finite, { freq: 6 }), fc.option(finite, { freq: 6 })), {
      maxLength: 20,
    }),
    shape: fc.constantFrom('values', 'ratios', 'subgroups'),
    frozen: fc.option(fc.integer({ min: -2, max: 25 }), { nil: undefined }),
    breaks: fc.array(fc.integer({ min: -2, max: 25 }), { maxLength: 3 }),
    excluded: fc.array(fc.integer({ min: -2, max: 25 }), { maxLength: 3 }),
    multiply: fc.oneof(fc.constantFrom(1, 100), fc.double({ noNaN: true, noDefaultInfinity: true })),
    isScreened: fc.boolean(),
    set: rules,
  });
  fc.assert(
    fc.property(any, ({ kind, pairs, shape, set, ...rest }) => {
      const figures =
        shape === 'values'
          ? { values: pairs.map(([value]) => value) }
          : shape === 'ratios'
            ? { numerators: pairs.map(([top]) => top), denominators: pairs.map(([, bottom]) => bottom) }
            : { subgroups: pairs };
      const input: ControlChartInput = { kind, ...figures, ...rest, rules: set, better: 'up' };
      onlyNamedErrors(() => {
        const reading = readControlChart(input);
        return [reading, readNhs(reading, 'up', 5)];
      });
      onlyNamedErrors(() => readIhi({ ...figures, ...rest }));
    }),
    { numRuns: rounds(600) },
  );
});

test('no finite numbers make a run chart, a proposal, a choice or a score say NaN or infinity, or throw', () => {
  fc.assert(
    fc.property(column, finite, finite, rules, (values, a, b, set) => {
      expect(isAllFinite(readRunChart({ values, rules: set, better: 'up' }))).toBe(true);
      expect(isAllFinite(proposeRebase({ values, rules: set, better: 'down', frozen: 3 }))).toBe(true);
      expect(isAllFinite(chooseChart({ kind: 'count', values }))).toBe(true);
      expect(
        isAllFinite(scorePrediction({ expected: a, low: null, high: null, actual: b, baseline: values })),
      ).toBe(true);
      const before = values.map((value) => ({ value }));
      expect(isAllFinite(judgeAfterChange({ before, after: before.toReversed(), better: 'up' }))).toBe(true);
    }),
  );
});

test('no finite numbers make a gap say NaN or infinity, or throw but by name', () => {
  const cell = fc.record({ count: finite, of: finite });
  const likely = fc.tuple(fc.nat(50), fc.nat(50)).map(([count, more]) => ({ count, of: count + more || 1 }));
  const share = fc.oneof(cell, likely);
  fc.assert(
    fc.property(share, share, share, share, (a, b, c, d) => {
      const cells = { focus: { before: a, after: b }, reference: { before: c, after: d } };
      onlyNamedErrors(() => {
        const change = gapChange(cells);
        return [
          change,
          relativeChange(cells, 'proportion'),
          gapWord(a.count / a.of - c.count / c.of, 0, change),
        ];
      });
      onlyNamedErrors(() => rateGapChange(cells));
      onlyNamedErrors(() => relativeChange(cells, 'rate'));
      onlyNamedErrors(() => rateRatio(a, b));
      onlyNamedErrors(() => newcombe({ x1: a.count, n1: a.of, x2: b.count, n2: b.of }));
    }),
    { numRuns: rounds(400) },
  );
});

test('swapping the groups of a gap turns its interval round', () => {
  const group = fc.tuple(fc.nat(60), fc.nat(60)).map(([count, more]) => [count, count + more || 1] as const);
  fc.assert(
    fc.property(group, group, ([x1, n1], [x2, n2]) => {
      const one = newcombe({ x1, n1, x2, n2 });
      const two = newcombe({ x1: x2, n1: n2, x2: x1, n2: n1 });
      expect(two.low).toBeCloseTo(-one.high, 12);
      expect(two.high).toBeCloseTo(-one.low, 12);
      expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
    }),
  );
});
