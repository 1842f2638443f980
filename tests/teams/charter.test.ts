import { expect, test } from 'vitest';
import { type CharterFacts, charterOf, charterSentence } from '~/teams/charter';

const whole: CharterFacts = {
  id: 't1',
  about: '9th grade at three schools.',
  ...{ aimWhat: 'chronic absence', aimForWhom: '9th graders', aimFrom: 31, aimTo: 22, aimUnit: '%' },
  aimBy: '2027-05-21',
  homePartner: 'Riverbend Public Schools',
  people: [
    { personId: 'dana', part: 'member', partner: 'Schools' },
    { personId: 'amina', part: 'member', partner: 'Families' },
    { personId: 'renee', part: 'coach', partner: 'Fund' },
  ],
  outcomeMeasures: 1,
  indicators: 1,
};
const missing = (facts: Partial<CharterFacts>) =>
  charterOf({ ...whole, ...facts })
    .filter(({ isThere }) => !isThere)
    .map(({ key }) => key);

test('a charter with all its parts is complete', () => {
  expect(missing({})).toEqual([]);
  expect(charterSentence(charterOf(whole))).toBe('All 11 parts are there.');
});

test('each part that is missing is named, with where it is written', () => {
  expect(missing({ about: ' ' })).toEqual(['purpose']);
  expect(missing({ aimWhat: '', aimForWhom: '' })).toEqual(['what', 'whom']);
  expect(missing({ aimFrom: null })).toEqual(['much']);
  expect(missing({ aimFrom: 0, aimTo: 0 })).toEqual([]);
  expect(missing({ aimBy: null, homePartner: null })).toEqual(['when', 'home']);
  expect(missing({ outcomeMeasures: 0, indicators: 0 })).toEqual(['measure', 'indicator']);
  const parts = charterOf({ ...whole, aimBy: null, people: [] });
  expect(charterSentence(parts)).toBe(
    '7 of 11 parts are there. Not yet: by when, at least 3 people, more than one partner and a coach.',
  );
  expect(parts.find(({ key }) => key === 'coach')?.href).toBe('/teams/t1/people');
});

test('a person with two parts counts once, and people of one partner are one side', () => {
  const twice = [
    { personId: 'dana', part: 'member' as const, partner: 'Schools' },
    { personId: 'dana', part: 'coach' as const, partner: 'Schools' },
    { personId: 'luis', part: 'member' as const, partner: null },
  ];
  expect(missing({ people: twice })).toEqual(['people', 'partners']);
});
