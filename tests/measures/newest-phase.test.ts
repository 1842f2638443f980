import { expect, test } from 'vitest';
import { ofNewestPhase } from '~/measures/newest-phase';
import { readRunChart } from '~/statistics/run-chart';
import { noise } from '../charts/samples';

const values = [...noise(12, 50, 8), ...noise(12, 70, 8, 11), ...noise(12, 70, 8, 13)];

test('a run that an earlier phase ended with is history, neither good news nor bad', () => {
  const reading = ofNewestPhase(readRunChart({ values, frozen: 12, breaks: [0, 24], better: 'up' }));
  expect(reading.phases).toHaveLength(2);
  expect(reading.signals.map(({ past }) => past)).toContain('phase');
  for (const { phase, verdict, past, points } of reading.signals.filter((one) => one.phase === 0)) {
    expect({ phase, verdict, hasPast: past !== undefined, hasPoints: points.length > 0 }).toEqual({
      phase: 0,
      verdict: 'neutral',
      hasPast: true,
      hasPoints: true,
    });
  }
});

test('a chart of one phase stays as it was read', () => {
  const reading = readRunChart({ values, frozen: 12, better: 'up' });
  expect(ofNewestPhase(reading)).toEqual(reading);
  expect(reading.signals.some(({ verdict }) => verdict === 'better')).toBe(true);
});
