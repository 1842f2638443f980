import { expect, test } from 'vitest';
import { roles } from '#db/vocabulary';
import { deeds, may, type Reach } from '~/access/policy';

/** Who may do what, cell by cell: n none, t own teams, c the whole community. Columns: member coach leader admin. */
const expected: Record<(typeof deeds)[number], string> = {
  read: 'cccc',
  comment: 'cccc',
  'write cycles': 'tttt',
  'write measures': 'tttt',
  'write ideas': 'tttt',
  'edit teams': 'ttcc',
  'choose team people': 'ntcc',
  'start teams': 'nncc',
  'archive teams': 'nncc',
  'manage practices': 'nncc',
  'manage indicators': 'nncc',
  'publish indicators': 'nncc',
  'write stories': 'ttcc',
  'tell bright spots': 'ttcc',
  vote: 'cccc',
  'link measures': 'ttcc',
  'write community events': 'nncc',
  'manage partners': 'nncc',
  'see the queue': 'ncnn',
  'review cycles': 'ntnn',
  'write visit notes': 'ntnn',
  'settle scores': 'ntnn',
  'see the portfolio': 'nccc',
  'manage people': 'nnnc',
  'change settings': 'nnnc',
  'remove the demo': 'nnnc',
};
const reach: Record<string, Reach> = { n: 'none', t: 'own teams', c: 'community' };

const cells = deeds.flatMap((deed) =>
  roles.map((role, column) => ({ deed, role, reach: reach[expected[deed][column] ?? ''] ?? 'none' })),
);

test.each(cells)('$role, $deed: $reach', ({ deed, role, reach }) => {
  expect(may(role, deed, true)).toBe(reach !== 'none');
  expect(may(role, deed, false)).toBe(reach === 'community');
});
