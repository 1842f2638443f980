import { expect, test } from 'vitest';
import { type BoardRow, boardOf, shownOf } from '~/indicators/board';
import { changeWords } from '~/indicators/score-row';

const percent = { kind: 'percent', decimals: 0 } as const;
const money = { kind: 'money', decimals: 0 } as const;

test.each([
  [8, percent, '+8'],
  [-3.4, percent, '−3'],
  [0.07, percent, '+0.1'],
  [0.4, percent, '+0.4'],
  [-0.4, money, '−$0.4'],
  [0.001, percent, '+under 0.01'],
  [0, percent, '0'],
] as const)('a change of %d is never said to be none where it counts: %s', (change, unit, words) => {
  expect(changeWords(change, unit)).toBe(words);
});

test('an outcome is counted whole, also where only some of its rows are shown', () => {
  const row = (status: string, isCore = true) => ({ status, isCore, gap: null, hasTeam: false }) as BoardRow;
  const rows = [row('improved'), row('worsened'), row('no data'), row('improved', false)];
  const board = boardOf([{ id: 'a', name: 'Early grade reading', rows }], '2026-11-26', null);
  const asked = { show: 'worsened', outcomeId: null, on: null, typed: '', problem: null } as const;
  const [shown] = shownOf(board, asked);
  expect(shown?.rows).toHaveLength(1);
  expect(shown?.whole).toEqual({ improved: 1, counted: 2 });
});
