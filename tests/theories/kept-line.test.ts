import { expect, test } from 'vitest';
import { lineIn } from '~/theories/kept-line';

const tree = [{ id: 'd1', parentId: null, drivers: [], ideaIds: ['i1'] }];
const line = {
  ...{ kind: 'idea' as const, underId: 'd1', afterId: 'i1', newestId: null },
  ...{ text: 'Ride together', formKey: 'k' },
};

test('a line that was typed and not yet entered comes back where it stood', () => {
  expect(lineIn(JSON.stringify(line), tree)).toEqual(line);
});

test('one whose driver is gone comes back under the aim; an empty one, or nonsense, does not', () => {
  expect(lineIn(JSON.stringify({ ...line, underId: 'gone' }), tree)).toMatchObject({
    ...{ kind: 'primary', underId: null, afterId: null, text: 'Ride together' },
  });
  expect(lineIn(JSON.stringify({ ...line, text: ' ' }), tree)).toBeNull();
  expect(lineIn('', tree)).toBeNull();
});
