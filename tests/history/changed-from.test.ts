import { expect, test } from 'vitest';
import { changedFrom } from '~/history/changed-from';

test('only the old values of fields that change are kept', () => {
  const before = { name: 'Old', steps: 'Same.', ownerId: null, id: 'x' };
  expect(changedFrom(before, { name: 'New', steps: 'Same.', ownerId: 'y' })).toEqual({
    before: { name: 'Old', ownerId: null },
  });
});

test('where nothing changes there is nothing to keep, lists compared by what is in them', () => {
  expect(
    changedFrom({ tasks: [{ what: 'Send' }], at: null }, { tasks: [{ what: 'Send' }], at: null }),
  ).toBeNull();
  expect(changedFrom({ tasks: [{ what: 'Send' }] }, { tasks: [] })).toEqual({
    before: { tasks: [{ what: 'Send' }] },
  });
});
