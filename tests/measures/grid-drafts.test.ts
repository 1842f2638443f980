import { expect, test } from 'vitest';
import { type CellAnswer, type GridMeasure, gridCell, gridRows } from '~/measures/grid';
import {
  answered,
  choose,
  draftsOf,
  reloaded,
  textIn,
  toSend,
  type,
  typedAll,
  waiting,
} from '~/measures/grid-drafts';
import { aKeptPoint, typed, week } from './typed';

const share: GridMeasure = {
  id: 'm1',
  name: 'School days attended',
  kind: 'proportion',
  unit: '',
  ratePer: 1,
  frequency: 'weekly',
  numeratorWords: '',
  denominatorWords: '',
  lowest: null,
  highest: null,
};
const period = {
  start: week,
  label: 'Nov 16',
  words: 'the week of Nov 16',
  isOpen: true,
  hint: 'Due Nov 29',
};
const rowsWith = (numerator: number) => gridRows(share, [period], [''], [aKeptPoint({ numerator })], []);
const start = draftsOf(rowsWith(266));
const answer = (numerator: number, clashes: CellAnswer['clashes'] = []): CellAnswer => ({
  start: week,
  ...gridCell(share, '', aKeptPoint({ numerator }), null),
  clashes,
});
const clash = { field: 'numerator', theirs: '272', mine: '276', sentence: 'x' } as const;

test('what is typed is seen and waits; typed back, it does not', () => {
  const drafts = type(start, week, 'numerator', '', '276');
  expect(textIn(drafts, week, 'numerator', '')).toBe('276');
  expect(textIn(drafts, week, 'denominator', '')).toBe('310');
  expect(toSend(drafts)).toEqual([typed('numerator', '276', '266')]);
  expect(waiting(type(drafts, week, 'numerator', '', '266'))).toBe(0);
});

test('what was sent is saved, and what was typed since goes on from there', () => {
  const drafts = type(start, week, 'numerator', '', '276');
  const sent = toSend(drafts);
  const saved = answered(drafts, sent, [answer(276)]);
  expect([waiting(saved), textIn(saved, week, 'numerator', '')]).toEqual([0, '276']);
  const further = answered(type(drafts, week, 'numerator', '', '277'), sent, [answer(276)]);
  expect(toSend(further)).toEqual([typed('numerator', '277', '276')]);
});

test('an answer says nothing about cells that were not sent', () => {
  const drafts = type(start, week, 'numerator', '', '276');
  const later = type(drafts, week, 'note', '', 'Late bus');
  expect(toSend(answered(later, toSend(drafts), [answer(276)]))).toEqual([typed('note', 'Late bus', '')]);
});

test('a clash waits for a choice, and is not sent meanwhile', () => {
  const drafts = type(start, week, 'numerator', '', '276');
  const clashed = answered(drafts, toSend(drafts), [answer(272, [clash])]);
  expect(toSend(clashed)).toEqual([]);
  expect([waiting(clashed), textIn(clashed, week, 'numerator', '')]).toEqual([1, '276']);
  const mine = choose(clashed, week, '', 'mine');
  expect(toSend(mine)).toEqual([typed('numerator', '276', '272')]);
  const theirs = choose(clashed, week, '', 'theirs');
  expect([waiting(theirs), textIn(theirs, week, 'numerator', '')]).toEqual([0, '272']);
});

test('a page loaded anew underneath keeps what is typed and the rows in view', () => {
  const drafts = type(start, week, 'numerator', '', '276');
  const next = { ...period, start: '2026-11-23', label: 'Nov 23' };
  const fresh = gridRows(share, [next], [''], [], []);
  const after = reloaded(drafts, fresh);
  expect(after.rows.map(({ label }) => label)).toEqual(['Nov 16', 'Nov 23']);
  expect(textIn(after, week, 'numerator', '')).toBe('276');
  expect(textIn(reloaded(start, rowsWith(270)), week, 'numerator', '')).toBe('270');
});

test('a plain form’s cells become drafts again', () => {
  const drafts = typedAll(start, [typed('numerator', '276', '266')]);
  expect(textIn(drafts, week, 'numerator', '')).toBe('276');
});
