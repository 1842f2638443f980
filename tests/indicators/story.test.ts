import { expect, test } from 'vitest';
import { inOrderOfVotes } from '~/indicators/factors';
import { type SavedVersion, storyInForm, storyNow, typedChanges } from '~/indicators/story';

const version = (some: Partial<SavedVersion> & { id: string }): SavedVersion => ({
  part: 'pushes up',
  text: 'Class time',
  who: 'Keisha Grant',
  at: '2026-11-09T15:00:00.000Z',
  ...some,
});
const typed = (some: Partial<Parameters<typeof typedChanges>[0]> = {}) => ({
  pushesUp: '',
  holdsDown: '',
  unknown: '',
  works: '',
  wasPushesUp: null,
  wasHoldsDown: null,
  wasUnknown: null,
  wasWorks: null,
  ...some,
});

test('the newest version of a part holds; a part that was taken out has none', () => {
  const versions = [
    version({ id: 'c', text: '' }),
    version({ id: 'b', part: 'unknown', text: 'Who enrolls' }),
    version({ id: 'a' }),
  ];
  expect(storyNow(versions)).toEqual({ unknown: versions[1] });
  expect(storyInForm(versions)).toEqual({
    values: { pushesUp: '', holdsDown: '', unknown: 'Who enrolls', works: '' },
    was: { wasPushesUp: 'c', wasHoldsDown: '', wasUnknown: 'b', wasWorks: '' },
  });
});

test('only the parts that were changed become new versions', () => {
  const versions = [version({ id: 'a' })];
  const same = typed({ pushesUp: 'Class time', wasPushesUp: 'a', unknown: 'Who enrolls' });
  expect(typedChanges(same, versions)).toEqual({
    changed: [{ part: 'unknown', text: 'Who enrolls' }],
    clashes: [],
  });
  expect(typedChanges(typed({ wasPushesUp: 'a' }), versions).changed).toEqual([
    { part: 'pushes up', text: '' },
  ]);
});

test('a part that somebody else changed meanwhile is refused with what stands there now', () => {
  const versions = [version({ id: 'b', text: 'Class time and lists' }), version({ id: 'a' })];
  const clash = typedChanges(typed({ pushesUp: 'Class hours', wasPushesUp: 'a' }), versions);
  expect(clash).toEqual({
    changed: [],
    clashes: [
      {
        field: 'pushesUp',
        sentence:
          'Keisha Grant changed this meanwhile. It says now: “Class time and lists” Put the two together and save again.',
        shown: { wasPushesUp: 'b' },
      },
    ],
  });
  expect(typedChanges(typed({ pushesUp: 'Class hours', wasPushesUp: 'b' }), versions).changed).toHaveLength(
    1,
  );
});

test('a part that one did not touch is left as somebody else wrote it meanwhile', () => {
  const versions = [version({ id: 'b', text: 'Class time and lists' }), version({ id: 'a' })];
  const untouched = typed({ pushesUp: 'Class time', wasPushesUp: 'a' });
  expect(typedChanges(untouched, versions)).toEqual({ changed: [], clashes: [] });
});

test('two who write the same words do not clash, and words written first where nothing stood are not written over', () => {
  const versions = [version({ id: 'a', who: null })];
  expect(typedChanges(typed({ pushesUp: 'Class time' }), versions)).toEqual({ changed: [], clashes: [] });
  expect(typedChanges(typed({ pushesUp: 'A list' }), versions).clashes[0]?.sentence).toBe(
    'Somebody changed this meanwhile. It says now: “Class time” Put the two together and save again.',
  );
  const out = [version({ id: 'b', text: '' }), version({ id: 'a' })];
  expect(typedChanges(typed({ pushesUp: 'A list', wasPushesUp: 'a' }), out).clashes[0]?.sentence).toBe(
    'Keisha Grant took this out meanwhile. Save again to put your words there.',
  );
});

test('root causes stand by their votes; of as many votes, the older one is first', () => {
  const rows = [
    { name: 'new', votes: 2, at: '2026-11-09' },
    { name: 'few', votes: 1, at: '2026-09-01' },
    { name: 'old', votes: 2, at: '2026-10-01' },
  ];
  expect(inOrderOfVotes(rows).map(({ name }) => name)).toEqual(['old', 'new', 'few']);
});
