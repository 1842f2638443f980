import type { RunChartData } from '~/charts/run-chart-data';
import { aControlChart, aCycle, aMeasure, anEvent, attended, noise } from '../charts/samples';

/** Charts that between them draw every shape that a chart may have. */
export const drawnCharts: Record<string, RunChartData> = {
  improved: aMeasure(attended, {
    title: 'Run chart: School days attended',
    frozen: 12,
    goal: 92,
    cycles: [
      aCycle(1, '2026-09-08', { end: '2026-09-11', decision: 'expand' }),
      aCycle(2, '2026-09-22', { end: '2026-10-09', decision: 'adapt' }),
      aCycle(3, '2026-10-12', { end: '2026-10-20', decision: 'adopt' }),
      aCycle(4, '2026-11-02', { end: '2026-11-20' }),
      aCycle(5, '2026-12-01'),
    ],
    events: [
      anEvent('2026-08-19'),
      anEvent('2026-09-15', { kind: 'definition change', title: 'Late arrivals count' }),
      anEvent('2026-10-05', { kind: 'barrier', until: '2026-10-16', title: 'Bus strike' }),
      anEvent('2026-11-23', { kind: 'milestone', title: 'All schools take part' }),
    ],
    point: (i) => ({
      ghosted: i === 6,
      numerator: 200 + i,
      denominator: 310,
      note: i === 5 ? 'Labor Day' : null,
    }),
  }),
  worsened: aMeasure(
    attended.map((value) => 170 - value),
    { frozen: 12, goal: 80, goalWord: 'Limit' },
  ),
  'neither way': aMeasure(attended, { frozen: 12, better: 'neither' }),
  decisions: aMeasure(noise(30, 50, 10), {
    cycles: [
      aCycle(1, '2026-08-10', { end: '2026-09-10', decision: 'abandon' }),
      aCycle(2, '2026-10-10', { end: '2026-11-10', decision: 'implement' }),
      aCycle(3, '2026-12-10', { end: '2027-01-10', decision: 'inconclusive' }),
    ],
  }),
  crowded: aMeasure([...noise(100, 50, 10), ...noise(60, 62, 4)], { frozen: 60 }),
  'control chart': aControlChart([...noise(20, 50, 6), 90, 12, ...noise(9, 50, 4)], {
    kind: 'i',
    isTrial: true,
  }),
  'control chart, lower is better': aControlChart([...noise(20, 50, 6), 90, 12, ...noise(9, 50, 4)], {
    kind: 'i',
    better: 'down',
  }),
  'control chart, neither way': aControlChart([...noise(20, 50, 6), 90, 12, ...noise(9, 50, 4)], {
    kind: 'i',
    better: 'neither',
  }),
  empty: aMeasure([]),
  'one number': aMeasure([84.2]),
};
