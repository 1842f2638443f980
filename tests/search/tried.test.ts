import { expect, test } from 'vitest';
import { inBrief, type TriedCycle, type TriedIdea, triedByTeam, triedSentence } from '~/search/tried';

const idea = (teamId: string, some: Partial<TriedIdea> = {}): TriedIdea => ({
  id: `idea-${teamId}`,
  name: 'Text home first',
  teamId,
  team: `Team ${teamId}`,
  words: 2,
  sharedDriver: null,
  sharedOutcome: null,
  ...some,
});
let number = 0;
const cycle = (teamId: string, some: Partial<TriedCycle> = {}): TriedCycle => ({
  id: `cycle-${++number}`,
  number,
  ideaId: `idea-${teamId}`,
  startsOn: '2026-09-07',
  learned: '',
  decision: null,
  reason: null,
  ...some,
});
const stopped = (reason: string) => ({ decision: 'abandon', reason }) as const;
const say = (ideas: TriedIdea[], cycles: TriedCycle[]) => triedSentence(triedByTeam(ideas, cycles, 'own'));

test('three teams tried it, and the two that stopped say why', () => {
  const ideas = ['a', 'b', 'c'].map((team) => idea(team));
  const cycles = [
    cycle('a', stopped('Families did not read it. We asked ten.')),
    cycle('b', stopped('It took too long')),
    cycle('c', { decision: 'adopt', reason: 'It works.' }),
  ];
  expect(say(ideas, cycles)).toBe(
    '3 teams tried this; 1 kept it, 2 stopped because “It took too long” and “Families did not read it”.',
  );
});

test('one team, your own team, and your own among others are said so', () => {
  expect(say([idea('a')], [cycle('a', stopped('No time.'))])).toBe(
    '1 team tried this and stopped because “No time”.',
  );
  expect(say([idea('own')], [cycle('own', { decision: 'expand', reason: 'Good.' })])).toBe(
    'Your team tried this and kept it.',
  );
  expect(say([idea('own'), idea('a')], [cycle('own'), cycle('a')])).toBe(
    '2 teams tried this, yours among them; 2 are still testing.',
  );
  expect(say([idea('a'), idea('b')], [cycle('a'), cycle('b', { decision: 'implement', reason: 'x' })])).toBe(
    '2 teams tried this; 1 kept it, 1 is still testing.',
  );
});

test('the same reason is said once', () => {
  const cycles = [cycle('a', stopped('No time.')), cycle('b', stopped('No time'))];
  expect(say([idea('a'), idea('b')], cycles)).toBe('2 teams tried this; 2 stopped because “No time”.');
});

test('an idea that nobody tested is not called tried', () => {
  expect(triedByTeam([idea('a')], [], 'own')).toEqual([]);
  expect(triedSentence([])).toBe('');
});

test('a team is one line: its newest decision holds, also while a newer cycle goes on', () => {
  const cycles = [
    cycle('a', { id: 'old', startsOn: '2026-01-05', decision: 'adapt', reason: 'Half.' }),
    cycle('a', { id: 'mid', startsOn: '2026-03-02', learned: 'Mornings', ...stopped('No answers.') }),
    cycle('a', { id: 'new', startsOn: '2026-05-04' }),
  ];
  const lines = triedByTeam([idea('a')], cycles, 'own');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    cycles: 3,
    cycleId: 'new',
    state: 'stopped',
    reason: 'No answers.',
    learned: 'Mornings',
  });
});

test('the same driver comes first, then the same outcome, then the most alike', () => {
  const ideas = [
    idea('far', { words: 1 }),
    idea('near', { words: 4 }),
    idea('outcome', { words: 1, sharedOutcome: 'Graduation' }),
    idea('driver', { words: 1, sharedDriver: 'Families hear early' }),
  ];
  const cycles = ['far', 'near', 'outcome', 'driver'].map((team) => cycle(team));
  expect(triedByTeam(ideas, cycles, 'own').map((line) => line.teamId)).toEqual([
    'driver',
    'outcome',
    'near',
    'far',
  ]);
});

test('a reason in brief is its first sentence, cut at a word', () => {
  expect(inBrief('It cost too much. And more.')).toBe('It cost too much');
  expect(inBrief('Why? Nobody knows.')).toBe('Why?');
  const long = inBrief(`It ${'really '.repeat(30)}cost.`);
  expect(long.length).toBeLessThanOrEqual(91);
  expect(long.endsWith('really…')).toBe(true);
});

test('a change and a doubt are no stop', () => {
  const cycles = [
    cycle('a', { decision: 'adapt', reason: 'Shorter.' }),
    cycle('b', { decision: 'inconclusive', reason: 'Too few.' }),
    cycle('c', stopped('No time.')),
  ];
  expect(say([idea('a'), idea('b'), idea('c')], cycles)).toBe(
    '3 teams tried this; 1 changed it, 1 could not tell, 1 stopped because “No time”.',
  );
});
