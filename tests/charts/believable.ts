import type { ChartKind, Decision } from '#db/vocabulary';
import type { ChartCycle, ChartEvent, RunChartData } from '~/charts/run-chart-data';
import {
  aControlChart,
  aCycle,
  aMeasure,
  anEvent,
  attended,
  type ControlOptions,
  dateAt,
  noise,
} from './samples';

/* Charts as partnerships would have them, invented, for the eye and for the rules of labels. */

const decisions: Decision[] = ['adapt', 'adopt', 'abandon', 'adapt', 'expand', 'adopt', 'adapt', 'implement'];

/** Cycles of two to three weeks, one after the other, the last still running. */
export function cyclesOver(first: string, step: number, count: number, every = 6): ChartCycle[] {
  return Array.from({ length: count }, (_, i) => {
    const isLast = i === count - 1;
    return aCycle(i + 1, dateAt(first, step, 3 + i * every), {
      end: isLast ? null : dateAt(first, step, 6 + i * every),
      decision: isLast ? null : (decisions[i % decisions.length] ?? null),
      label: 'Text first, then call',
    });
  });
}

/** Six events: two close together, one that went on for weeks, one on the day of a cycle. */
export function eventsOver(first: string, step: number, count: number): ChartEvent[] {
  const at = (share: number) => dateAt(first, step, Math.round(share * count));
  return [
    anEvent(at(0.1), { id: 'e1', kind: 'event', title: 'Snow days' }),
    anEvent(at(0.35), { id: 'e2', kind: 'definition change', title: 'Half days count' }),
    anEvent(dateAt(at(0.35), 1, 3), { id: 'e3', kind: 'event', title: 'New principal' }),
    anEvent(at(0.5), { id: 'e4', kind: 'barrier', title: 'Bus drivers on strike', until: at(0.62) }),
    anEvent(at(0.7), { id: 'e5', kind: 'milestone', title: 'All four schools take part' }),
    anEvent(at(0.95), { id: 'e6', kind: 'event', title: 'Flu' }),
  ];
}

const weeks = (count: number, from = '2025-09-01') => ({
  from,
  cycles: cyclesOver(from, 7, Math.min(8, Math.floor(count / 7))),
  events: eventsOver(from, 7, count),
});

const counted = (count: number, share: number, size: number, wobble: number, seed = 3) => {
  const sizes = noise(count, size, size * 0.6, seed).map(Math.round);
  const shares = noise(count, share, wobble, seed + 1);
  return {
    denominators: sizes,
    numerators: sizes.map((n, i) => Math.min(n, Math.max(0, Math.round((n * (shares[i] as number)) / 100)))),
  };
};

const improved = (values: number[], from: number, by: number) =>
  values.map((value, i) => (i >= from ? Math.round((value + by) * 10) / 10 : value));

const kinds: Record<Exclude<ChartKind, 'run'>, () => RunChartData> = {
  i: () =>
    chart('i', attended, {
      frozen: 12,
      goal: 92,
      from: '2026-08-03',
      cycles: cyclesOver('2026-08-03', 7, 3, 5),
    }),
  mr: () => chart('mr', attended, { from: '2026-08-03' }),
  p: () =>
    chart('p', [], {
      ...counted(36, 84, 60, 20),
      multiply: 100,
      title: 'Families who answered',
      goal: 90,
      ...weeks(36),
    }),
  pprime: () =>
    chart('pprime', [], {
      ...counted(60, 91, 4000, 4),
      multiply: 100,
      title: 'Students present',
      goal: 94,
      ...weeks(60),
    }),
  u: () =>
    chart('u', [], {
      ...counted(30, 12, 300, 8),
      multiply: 100,
      title: 'Referrals per 100 students',
      unit: { kind: 'rate', decimals: 1, suffix: 'per 100 students' },
      better: 'down',
      goal: 8,
      ...weeks(30),
    }),
  uprime: () =>
    chart('uprime', [], {
      ...counted(30, 5, 9000, 2),
      multiply: 1000,
      title: 'Visits per 1,000 families',
      unit: { kind: 'rate', decimals: 1, suffix: 'per 1,000' },
      ...weeks(30),
    }),
  c: () =>
    chart(
      'c',
      improved(noise(40, 14, 14, 9).map(Math.round), 30, -7).map((n) => Math.max(0, Math.round(n))),
      {
        title: 'Students sent home early',
        unit: { kind: 'count', decimals: 0 },
        better: 'down',
        goal: 5,
        goalWord: 'Limit',
        ...weeks(40),
      },
    ),
  g: () =>
    chart('g', [12, 3, 45, 22, 8, 61, 15, 4, 30, 19, 72, 9, 14, 55, 41, 88, 120, 64, 97, 143, 76, 110], {
      title: 'Shifts between falls',
      unit: { kind: 'count', decimals: 0 },
      step: 20,
      from: '2024-10-01',
    }),
  t: () =>
    chart('t', [4.2, 11.5, 2.8, 7.7, 15.1, 3.4, 9.2, 21.3, 5.5, 12.8, 18.9, 6.1, 25.4, 30.2, 14.6, 44.1], {
      title: 'Days between missed visits',
      unit: { kind: 'days', decimals: 1 },
      step: 14,
      from: '2025-01-06',
    }),
  iprime: () =>
    chart('iprime', [], {
      ...counted(28, 31, 40, 12),
      multiply: 100,
      title: 'Minutes read each day',
      unit: { kind: 'mean', decimals: 1, suffix: 'min' },
      ...weeks(28),
    }),
  xbar: () =>
    chart('xbar', [], {
      subgroups: groups(24),
      title: 'Wait at intake',
      unit: { kind: 'mean', decimals: 1, suffix: 'min' },
      better: 'down',
      ...weeks(24),
    }),
  s: () =>
    chart('s', [], {
      subgroups: groups(24),
      title: 'Spread of waits',
      unit: { kind: 'mean', decimals: 1, suffix: 'min' },
      better: 'down',
      ...weeks(24),
    }),
};

const groups = (count: number) =>
  Array.from({ length: count }, (_, i) => noise(4 + (i % 4), i === 15 ? 41 : 26, 12, 100 + 37 * i));

const chart = (kind: Exclude<ChartKind, 'run'>, values: number[], options: Partial<ControlOptions>) =>
  aControlChart(values, { kind, ...options });

export function everyKind(): Record<ChartKind, RunChartData> {
  const built = Object.entries(kinds).map(([kind, make]) => [kind, make()]);
  return { run: crowded(), ...Object.fromEntries(built) } as Record<ChartKind, RunChartData>;
}

/** 60 points, 8 cycles, 6 events, a goal and a shift. */
export function crowded(rest: Partial<RunChartData> = {}): RunChartData {
  return aMeasure(improved(noise(60, 44, 20), 46, 12), { frozen: 20, goal: 58, ...weeks(60), ...rest });
}

const stepped = [
  { from: '2025-09-01', goal: 48 },
  { from: '2026-01-05', goal: 52 },
  { from: '2026-06-01', goal: 60 },
];

/** What no kind shows by itself. */
export function specialCharts(): [string, RunChartData][] {
  const control = { kind: 'i', frozen: 20, ...weeks(60) } as const;
  const values = improved(noise(60, 44, 20), 40, 13);
  return [
    [
      'Two phases, a point left out and a missing week',
      aControlChart(
        values.map((value, i) => (i === 22 ? null : value)),
        { ...control, breaks: [40], point: (i) => (i === 10 ? { ghosted: true, note: 'Power cut' } : {}) },
      ),
    ],
    ['A goal that changed', aControlChart(values, { ...control, goals: stepped, goal: 60 })],
    [
      'A window of days',
      aControlChart(values, {
        ...control,
        goals: stepped,
        goal: 60,
        window: { from: '2026-01-01', to: '2026-05-31' },
      }),
    ],
    ['Trial limits', aControlChart(attended.slice(0, 9), { kind: 'i', isTrial: true })],
    [
      'NHS rules',
      aControlChart(improved(noise(40, 44, 14), 31, 9), { kind: 'i', frozen: 24, rules: 'nhs', goal: 50 }),
    ],
    ['Nelson rules', aControlChart(noise(50, 44, 5, 77), { kind: 'i', rules: 'nelson', better: 'neither' })],
    ['A shared scale', aControlChart(values, { ...control, scale: { low: 0, high: 100 }, goal: 60 })],
    [
      'A run chart of 21 weeks',
      aMeasure(attended, { frozen: 12, goal: 92, events: eventsOver('2026-08-03', 7, 21) }),
    ],
    ['Three points', aControlChart([50, 52, 51], { kind: 'i', events: [anEvent('2026-08-10')] })],
  ];
}
