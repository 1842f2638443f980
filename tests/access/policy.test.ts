import { expect, test } from 'vitest';
import { roles } from '#db/vocabulary';
import { deeds, may, type Reach } from '~/access/policy';

/**
 * Who may do what, cell by cell: n none, o the teams one coaches, t own teams, c the whole community.
 * Columns: member coach leader admin.
 */
const expected: Record<(typeof deeds)[number], string> = {
  read: 'cccc',
  comment: 'cccc',
  'write cycles': 'tttt',
  'write measures': 'tttt',
  'write ideas': 'tttt',
  'edit teams': 'ttcc',
  'choose team people': 'nocc',
  'start teams': 'nncc',
  'archive teams': 'nncc',
  'manage practices': 'nncc',
  'manage indicators': 'nncc',
  'archive indicators': 'nncc',
  'publish indicators': 'nncc',
  'write stories': 'ttcc',
  'tell bright spots': 'ttcc',
  vote: 'cccc',
  'link measures': 'ttcc',
  'write community events': 'nncc',
  'answer barriers': 'nncc',
  'manage partners': 'nncc',
  'see the queue': 'ncnn',
  'review cycles': 'nonn',
  'write visit notes': 'nonn',
  'settle scores': 'nonn',
  'see the portfolio': 'nccc',
  'manage people': 'nnnc',
  'change settings': 'nnnc',
  'remove the demo': 'nnnc',
};
const reach: Record<string, Reach> = {
  n: 'none',
  o: 'coached teams',
  t: 'own teams',
  c: 'community',
};

const cells = deeds.flatMap((deed) =>
  roles.map((role, column) => ({ deed, role, reach: reach[expected[deed][column] ?? ''] ?? 'none' })),
);

test.each(cells)('$role, $deed: $reach', ({ deed, role, reach }) => {
  expect(may(role, deed, 'coach')).toBe(reach !== 'none');
  expect(may(role, deed, 'member')).toBe(reach === 'own teams' || reach === 'community');
  expect(may(role, deed, null)).toBe(reach === 'community');
});
