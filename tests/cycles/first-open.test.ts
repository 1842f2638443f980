import { expect, test } from 'vitest';
import { firstOpen } from '~/cycles/first-open';
import type { CycleInFull } from '~/cycles/queries.server';

const cycle = {
  ...{ objective: '', scale: null, endsOn: null, doStartedOn: null, doEndedOn: null },
  ...{ observations: '', ranAsPlanned: null, workedFor: '', learned: '', decision: null },
  predictions: [],
  questions: [
    { id: 'q1', whatHappened: 'Most answered.', cameTrue: 'yes' },
    { id: 'q2', whatHappened: '', cameTrue: null },
  ],
} as unknown as CycleInFull;
const team = { hasMeasures: true, towards: {} };

test('who is sent to a phase begins at its first field that is open', () => {
  expect(firstOpen('plan', cycle, team)).toBe('objective');
  expect(firstOpen('plan', { ...cycle, objective: 'Text home.' }, team)).toBe('predictions.+0.measureId');
  expect(firstOpen('do', cycle, team)).toBe('doStartedOn');
  expect(firstOpen('study', cycle, team)).toBe('questions.q2.whatHappened');
  expect(firstOpen('act', cycle, { ...team, towards: { decision: 'adopt' } })).toBe('reason');
});

test('while Do runs, the field to begin with is the day it ended', () => {
  expect(firstOpen('do', { ...cycle, doStartedOn: '2026-11-02', observations: 'Seen.' }, team)).toBe(
    'doEndedOn',
  );
});

test('a team without measures is not led to a number it cannot predict', () => {
  expect(firstOpen('plan', { ...cycle, objective: 'Text.' }, { ...team, hasMeasures: false })).toBe('scale');
});
