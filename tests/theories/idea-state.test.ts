import { expect, test } from 'vitest';
import { type IdeaCycle, ideaStateOf } from '~/theories/idea-state';

const cycle = (some: Partial<IdeaCycle> = {}): IdeaCycle => ({
  number: 1,
  doStartedOn: '2026-09-08',
  scale: 'one',
  sites: 1,
  decision: null,
  decidedOn: null,
  ...some,
});
const decided = (decision: IdeaCycle['decision'], some: Partial<IdeaCycle> = {}) =>
  cycle({ decision, decidedOn: '2026-09-20', ...some });

test('an idea is untested while no cycle of it has begun', () => {
  expect(ideaStateOf([])).toBe('untested');
  expect(ideaStateOf([cycle({ doStartedOn: null })])).toBe('untested');
});

test('it is testing once a cycle has begun, and while decisions leave it open', () => {
  expect(ideaStateOf([cycle()])).toBe('testing');
  expect(ideaStateOf([decided('adapt')])).toBe('testing');
  expect(ideaStateOf([decided('inconclusive')])).toBe('testing');
});

test('it is adopted when the newest decision is to adopt or to implement', () => {
  expect(ideaStateOf([decided('adopt')])).toBe('adopted');
  expect(ideaStateOf([decided('adapt'), decided('implement', { number: 2, decidedOn: '2026-10-01' })])).toBe(
    'adopted',
  );
});

test('the newest decision holds, whatever the numbers of the cycles; of one day, that of the later cycle', () => {
  const later = decided('adapt', { number: 1, decidedOn: '2026-11-01' });
  expect(ideaStateOf([later, decided('adopt', { number: 2 })])).toBe('testing');
  expect(ideaStateOf([decided('adopt', { number: 2 }), decided('adapt', { number: 1 })])).toBe('adopted');
});

test('it is spreading when it was adopted and is used beyond one site', () => {
  expect(ideaStateOf([decided('adopt', { sites: 3 })])).toBe('spreading');
  expect(ideaStateOf([decided('implement', { sites: null, scale: 'everyone' })])).toBe('spreading');
  expect(ideaStateOf([decided('adopt', { sites: null, scale: 'site' })])).toBe('adopted');
});

test('it is spreading when the newest decision is to expand', () => {
  expect(ideaStateOf([decided('expand')])).toBe('spreading');
});

test('it is spreading when another team began to test the same practice after it was adopted, not before', () => {
  expect(ideaStateOf([decided('adopt')], '2026-10-02')).toBe('spreading');
  expect(ideaStateOf([decided('adopt')], '2026-09-01')).toBe('adopted');
});

test('it is abandoned when the newest decision is to abandon, also where others test the practice', () => {
  expect(
    ideaStateOf([decided('adopt'), decided('abandon', { number: 2, decidedOn: '2026-10-01' })], '2026-12-01'),
  ).toBe('abandoned');
});

test('an abandoned idea that is tried anew is testing', () => {
  const again = cycle({ number: 2, doStartedOn: '2026-10-05' });
  expect(ideaStateOf([decided('abandon'), again])).toBe('testing');
  expect(ideaStateOf([decided('abandon'), cycle({ number: 2, doStartedOn: '2026-09-10' })])).toBe(
    'abandoned',
  );
});
