import { expect, test } from 'vitest';
import { groupFinder, knownGroup, knownGroups } from '~/indicators/known-groups';

const here = [
  ...['Black', 'Latino', 'White', 'Asian', 'Two or more races', 'Native American', 'Pacific Islander'],
  ...['Low-income', 'Not low-income', 'English learner', 'Not an English learner', 'Has an IEP', 'No IEP'],
  ...['Female', 'Male'],
].map((name) => ({ name }));

test.each([
  ['African American', 'Black'],
  ['Black or African American', 'Black'],
  ['African American/Black', 'Black'],
  ['Black or African American (non-Hispanic)', 'Black'],
  ['Hispanic', 'Latino'],
  ['Hispanic or Latino', 'Latino'],
  ['Hispanic/Latino of any race', 'Latino'],
  ['Latinx', 'Latino'],
  ['White, not Hispanic', 'White'],
  ['Non-Hispanic White', 'White'],
  ['White, non-Hispanic or Latino', 'White'],
  ['Asian American', 'Asian'],
  ['Native Hawaiian/Pacific Islander', 'Pacific Islander'],
  ['Native Hawaiian or Other Pacific Islanders', 'Pacific Islander'],
  ['Hawaiian or Pacific Islander', 'Pacific Islander'],
  ['American Indian/Alaska Native', 'Native American'],
  ['Indian or Alaska Native', 'Native American'],
  ['Two or More Races', 'Two or more races'],
  ['Multiracial', 'Two or more races'],
  ['Econ. disadvantaged', 'Low-income'],
  ['Economically Disadvantaged Students', 'Low-income'],
  ['Free/reduced lunch', 'Low-income'],
  ['Free-reduced price lunch', 'Low-income'],
  ['Low income', 'Low-income'],
  ['Not economically disadvantaged', 'Not low-income'],
  ['Students with disabilities', 'Has an IEP'],
  ['Special Education', 'Has an IEP'],
  ['SWD', 'Has an IEP'],
  ['Students without disabilities', 'No IEP'],
  ['English learners', 'English learner'],
  ['English Language Learners', 'English learner'],
  ['ELL', 'English learner'],
  ['LEP', 'English learner'],
  ['EL', 'English learner'],
  ['Non-ELL', 'Not an English learner'],
  ['Girls', 'Female'],
  ['Females', 'Female'],
  ['Boys', 'Male'],
  ['  bLACK ', 'Black'],
])('“%s” is the group “%s” by another name', (name, group) => {
  expect(groupFinder(here)(name)?.name).toBe(group);
});

test.each([
  ...[
    'Martian',
    'Not Hispanic',
    'Not Hispanic or Latino',
    'Other',
    'Asian or Pacific Islander',
    'Students',
    '',
  ],
  ...[
    'Low',
    'Education',
    'Native',
    'Never English learner',
    'Men’s shelter',
    '9',
    'Black Rock',
    'Constructor',
  ],
])('“%s” is none of the groups', (name) => {
  expect(groupFinder(here)(name)).toBeUndefined();
});

test('a group of the very name goes before one that is known by it', () => {
  const both = [{ name: 'Black' }, { name: 'African American' }];
  expect(groupFinder(both)('african american')?.name).toBe('African American');
  expect(groupFinder(both)('Black or African American')?.name).toBe('Black');
});

test('no name stands for two groups', () => {
  for (const [number, names] of knownGroups.entries()) {
    expect(names.map((name) => [name, knownGroup(name)])).toEqual(names.map((name) => [name, number]));
  }
});
