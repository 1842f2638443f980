import { expect, test } from 'vitest';
import { aimLacks, aimSentence } from '~/teams/aim-sentence';

const whole = {
  aimWhat: 'chronic absence',
  aimForWhom: '9th graders',
  aimFrom: 31,
  aimTo: 22,
  aimUnit: '%',
  aimBy: '2027-05-21',
};
const nothing = { aimWhat: '', aimForWhom: '', aimFrom: null, aimTo: null, aimUnit: '%', aimBy: null };

test('a whole aim is one sentence', () => {
  expect(aimSentence(whole)).toBe('By May 21, 2027, cut chronic absence among 9th graders from 31% to 22%.');
  expect(aimLacks(whole)).toEqual([]);
});

test('up is raised, level is kept', () => {
  expect(aimSentence({ ...whole, aimWhat: 'FAFSA forms sent', aimFrom: 40, aimTo: 65 })).toBe(
    'By May 21, 2027, raise FAFSA forms sent among 9th graders from 40% to 65%.',
  );
  expect(aimSentence({ ...whole, aimFrom: 22 })).toBe(
    'By May 21, 2027, keep chronic absence among 9th graders at 22%.',
  );
});

test('a unit in words is said once', () => {
  expect(aimSentence({ ...whole, aimUnit: 'points', aimFrom: 11, aimTo: 5 })).toContain(
    'from 11 to 5 points.',
  );
  expect(aimSentence({ ...whole, aimUnit: '$', aimFrom: 1200, aimTo: 900 })).toContain(
    'from $1,200 to $900.',
  );
  expect(aimSentence({ ...whole, aimUnit: '', aimFrom: 0.1 + 0.2, aimTo: 0.1 })).toContain(
    'from 0.3 to 0.1.',
  );
});

test('what is missing is left out and named', () => {
  expect(aimSentence({ ...whole, aimBy: null })).toBe(
    'Cut chronic absence among 9th graders from 31% to 22%.',
  );
  expect(aimSentence({ ...whole, aimFrom: null, aimForWhom: '' })).toBe(
    'By May 21, 2027, bring chronic absence to 22%.',
  );
  expect(aimSentence({ ...whole, aimTo: null })).toBe(
    'By May 21, 2027, move chronic absence among 9th graders from 31%.',
  );
  expect(aimSentence({ ...nothing, aimWhat: 'chronic absence.' })).toBe('Do better on chronic absence.');
  expect(aimSentence({ ...whole, aimWhat: ' ' })).toBe(
    'By May 21, 2027, go for 9th graders from 31% to 22%.',
  );
  expect(aimSentence({ ...nothing, aimForWhom: '9th graders' })).toBe('Make things better for 9th graders.');
  expect(aimLacks({ ...whole, aimFrom: null, aimBy: null })).toEqual(['from how much', 'by when']);
});

test('nothing written is no sentence', () => {
  expect(aimSentence(nothing)).toBeNull();
  expect(aimSentence({ ...nothing, aimBy: '2027-05-21' })).toBeNull();
});
