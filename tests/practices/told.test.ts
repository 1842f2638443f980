import { expect, test } from 'vitest';
import { askedPractices, firstOfLists, isAsked, isNarrowed, withAsked } from '~/practices/asked';
import { chainBreaks, firstBreak, type LinkedCycle } from '~/practices/chains';
import { linesOf } from '~/practices/steps';
import {
  spreadOverTime,
  type WrittenCycle,
  whatWentWrong,
  whereItWorked,
  wordsOfTeams,
} from '~/practices/told';
import { inStripOrder, notCountedWords, rangeWords, sharedWords } from '~/practices/vote-words';

const cycle = (some: Partial<WrittenCycle> = {}): WrittenCycle => ({
  id: 'c',
  number: 1,
  teamId: 't',
  team: 'Team',
  ideaId: 'i',
  idea: 'Text first',
  adaptation: '',
  context: '',
  focusGroup: '',
  scale: null,
  doStartedOn: null,
  learned: '',
  decision: null,
  reason: null,
  ...some,
});
const team = (
  id: string,
  vote: 'improved' | 'no signal' | 'too early' = 'improved',
  changeOn = '2026-09-01',
) => ({
  team: id,
  name: `Team ${id}`,
  vote,
  changeOn,
});

test('of a team’s cycles the largest scale is told, each context once, and each idea’s own change', () => {
  const [words] = wordsOfTeams(
    [team('t')],
    [
      cycle({ scale: 'few', context: 'By the river', adaptation: 'In pairs' }),
      cycle({ id: 'd', scale: 'one', ideaId: 'j', context: 'By the river' }),
      cycle({ id: 'e', teamId: 'u', scale: 'everyone' }),
    ],
  );
  expect(words).toMatchObject({
    scale: 'few',
    contexts: ['By the river'],
    adaptations: [{ ideaId: 'i', words: 'In pairs' }],
  });
});

test('where it did not work are only teams that could tell', () => {
  const words = wordsOfTeams([team('a'), team('b', 'no signal'), team('c', 'too early')], []);
  const { worked, didNot } = whereItWorked(words);
  expect([worked.map(({ teamId }) => teamId), didNot.map(({ teamId }) => teamId)]).toEqual([['a'], ['b']]);
});

test('what went wrong lists what was abandoned first, then what told nothing', () => {
  const wrong = whatWentWrong([
    cycle({ id: 'x', decision: 'inconclusive', reason: 'Too few days' }),
    cycle({ id: 'y', decision: 'abandon', reason: 'No time' }),
    cycle({ id: 'z', decision: 'adopt', reason: 'It held' }),
  ]);
  expect(wrong.map(({ cycleId, reason }) => [cycleId, reason])).toEqual([
    ['y', 'No time'],
    ['x', 'Too few days'],
  ]);
});

test('spread counts teams in the order they began; who has not begun is no step', () => {
  const steps = spreadOverTime([
    team('b', 'improved', '2026-10-01'),
    team('a', 'improved', '2026-09-01'),
    { ...team('c'), changeOn: null },
  ]);
  expect(steps.map(({ teamId, teams }) => [teamId, teams])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('teams that cannot tell stand last in the strip and are said not to be counted', () => {
  const order = inStripOrder([team('a', 'too early'), team('b', 'no signal'), team('c')]);
  expect(order.map((one) => one.team)).toEqual(['b', 'c', 'a']);
  expect(notCountedWords(['too early', 'too early', 'observed only', 'improved'])).toBe(
    '2 too early and 1 with too few numbers, not counted',
  );
  expect(notCountedWords(['improved'])).toBe('');
});

test('the range is said in words, and few teams are named as few', () => {
  expect(sharedWords({ votes: 7, improved: 4 })).toBe('4 of 7 teams improved.');
  expect(rangeWords({ votes: 7, p10: 0.25, p90: 0.84 })).toBe(
    'With only 7 teams, the true share of teams it works for is most likely between 25% and 84% (8 chances in 10).',
  );
  expect(rangeWords({ votes: 12, p10: 0.5, p90: 0.8 })).toBe(
    'The true share of teams it works for is most likely between 50% and 80% (8 chances in 10).',
  );
  expect(sharedWords({ votes: 0, improved: 0 })).toBe('No team can tell yet.');
});

test('steps lose their bullets and numbers, and empty lines', () => {
  expect(linesOf('1. Write.\n\n- Send.\r\n* Call at 4.\n2 calls a day')).toEqual([
    'Write.',
    'Send.',
    'Call at 4.',
    '2 calls a day',
  ]);
});

test('an address asks for what it names, keeps it in links, and several kinds of places fit every place', () => {
  const asked = askedPractices(new URLSearchParams('setting=high&tier=Held&group= Spanish &x=1'));
  expect(asked).toEqual({ outcomeId: '', setting: 'high', group: 'Spanish', tier: 'Held', whole: [] });
  expect(withAsked('/practices', asked)).toBe('/practices?setting=high&group=Spanish&tier=Held');
  expect(withAsked('/practices', askedPractices(new URLSearchParams('tier=Gold')))).toBe('/practices');
  const practice = { tier: 'Held', setting: 'several', outcomeIds: [], groups: ['spanish'] } as const;
  expect(isAsked(practice, asked)).toBe(true);
  expect(isAsked({ ...practice, setting: 'home' }, asked)).toBe(false);
  expect(isAsked({ ...practice, tier: 'Idea' }, asked)).toBe(false);
});

test('an address asks for whole lists beside its filters, each once', () => {
  const asked = askedPractices(new URLSearchParams('tier=Tested&all=study&all=stop&all=study&all=none'));
  expect(asked.whole).toEqual(['study', 'stop']);
  expect(withAsked('/practices', asked)).toBe('/practices?tier=Tested&all=study&all=stop');
  expect(isNarrowed(asked)).toBe(true);
  expect(isNarrowed({ ...asked, tier: '' })).toBe(false);
});

test('of each list the first twenty are shown in their order, and the open one wherever it stands', () => {
  const list = (on: 'spread' | 'study', count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${on} ${n + 1}`, list: on }));
  const rows = [...list('spread', 20), ...list('study', 23)];
  const ids = (...args: Parameters<typeof firstOfLists> extends [unknown, ...infer Rest] ? Rest : never) =>
    firstOfLists(rows, ...args).map(({ id }) => id);
  expect(ids([])).toEqual(rows.slice(0, 40).map(({ id }) => id));
  expect(ids(['spread'])).toHaveLength(40);
  expect(ids(['study'])).toEqual(rows.map(({ id }) => id));
  expect(ids([], 'study 22')).toEqual([...rows.slice(0, 40).map(({ id }) => id), 'study 22']);
  expect(ids([], 'study 3')).toHaveLength(40);
});

test('a chain breaks at its first missing link', () => {
  const whole: LinkedCycle = {
    id: 'c',
    number: 1,
    teamId: 't',
    team: 'Team',
    hasPractice: true,
    hasMeasure: true,
    hasIndicator: true,
    hasGap: true,
  };
  expect(firstBreak(whole)).toBeNull();
  expect(firstBreak({ ...whole, hasMeasure: false, hasGap: false })).toBe('measure');
  const {
    cycles,
    whole: count,
    breaks,
  } = chainBreaks([whole, { ...whole, hasGap: false }, { ...whole, hasGap: false }], '2025-11-26', 1);
  expect([cycles, count]).toEqual([3, 1]);
  expect(breaks.find(({ link }) => link === 'gap')).toMatchObject({ cycles: 2, some: [{ id: 'c' }] });
});
