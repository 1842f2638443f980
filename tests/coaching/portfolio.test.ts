import { expect, test } from 'vitest';
import { type PortfolioTeam, portfolioGroups, signalGroupOf } from '~/coaching/portfolio';

const team = (name: string, some: Partial<PortfolioTeam> = {}): PortfolioTeam => ({
  ...{ id: name, name, settled: null, stage: 'Do', signal: 'quiet' },
  ...some,
});
const told = (teams: PortfolioTeam[], order: Parameters<typeof portfolioGroups>[1]) =>
  portfolioGroups(teams, order).map((group) => [group.name, group.teams.map(({ name }) => name).join(' ')]);

test('in a group teams stand by name, whatever their score: there is no ranking', () => {
  const teams = [team('Carla', { settled: 3 }), team('Ana', { settled: 3 }), team('Ben', { settled: 4.5 })];
  expect(told(teams, 'name')).toEqual([['All teams', 'Ana Ben Carla']]);
  expect(told(teams, 'score')).toEqual([
    ['3.0', 'Ana Carla'],
    ['4.5', 'Ben'],
  ]);
});

test('teams without a settled score have a group of their own', () => {
  expect(told([team('Ana'), team('Ben', { settled: 2 })], 'score')).toEqual([
    ['2.0', 'Ben'],
    ['Not settled yet', 'Ana'],
  ]);
});

test('by stage in the order of the cycle, by signal what to look at first', () => {
  const teams = [
    team('Ana', { stage: 'Study', signal: 'worse' }),
    team('Ben', { stage: 'Plan', signal: 'improving' }),
    team('Cal', { stage: 'No open cycle', signal: 'none' }),
  ];
  expect(told(teams, 'stage').map(([name]) => name)).toEqual(['Plan', 'Study', 'No open cycle']);
  expect(told(teams, 'signal').map(([name]) => name)).toEqual([
    'An improvement goes on',
    'A concern goes on',
    'No numbers yet',
  ]);
});

test('a concern in one measure is told before an improvement in another', () => {
  expect(signalGroupOf(['better', 'worse', 'none'])).toBe('worse');
  expect(signalGroupOf(['none', 'better'])).toBe('improving');
  expect(signalGroupOf(['early', 'none'])).toBe('quiet');
  expect(signalGroupOf(['early'])).toBe('early');
  expect(signalGroupOf([])).toBe('none');
});
