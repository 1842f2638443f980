import { expect, test } from 'vitest';
import type { FoundKind } from '#db/vocabulary';
import { groupsOf, hrefOf, kindAsked, whereOf } from '~/search/hits';

const hit = (kind: FoundKind, id: string, ofKind = 1) => ({
  kind,
  id,
  ofKind,
  teamId: 't1',
  team: 'Attendance',
});

test('every kind of hit leads to its page', () => {
  expect(hrefOf(hit('team', 'a'))).toBe('/teams/a');
  expect(hrefOf(hit('cycle', 'a'))).toBe('/teams/t1/cycles/a');
  expect(hrefOf(hit('idea', 'a'))).toBe('/teams/t1/ideas/a');
  expect(hrefOf(hit('measure', 'a'))).toBe('/teams/t1/measures/a');
  expect(hrefOf({ ...hit('practice', 'a'), teamId: null })).toBe('/practices/a');
  expect(hrefOf({ ...hit('indicator', 'a'), teamId: null })).toBe('/indicators/a');
});

test('a hit says whose it is, but for a team, which is its own place', () => {
  expect(whereOf(hit('cycle', 'a'))).toBe('Attendance');
  expect(whereOf(hit('team', 'a'))).toBe('');
  expect(whereOf({ ...hit('practice', 'a'), team: null })).toBe('');
});

test('hits stand by kind, in the order of kinds, with how many there are of each', () => {
  const groups = groupsOf([hit('practice', 'p', 1), hit('cycle', 'a', 9), hit('cycle', 'b', 9)]);
  expect(groups.map(({ title, count, hits }) => `${title} ${count}: ${hits.map((one) => one.id)}`)).toEqual([
    'Cycles 9: a,b',
    'Practices 1: p',
  ]);
});

test('an address that asks for no kind of ours asks for all', () => {
  expect(kindAsked('cycle')).toBe('cycle');
  expect(kindAsked('people')).toBeUndefined();
  expect(kindAsked(null)).toBeUndefined();
});
