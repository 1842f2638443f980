import { expect, test } from 'vitest';
import { whyRefused } from '~/people/password-rules';

const known = ['Dana Whitfield', 'dana.whitfield', 'Riverbend Cradle to Career', 'upcurve'];
const refused = (password: string) => whyRefused(password, known) !== null;

test('a password has 12 characters or more', () => {
  expect(whyRefused('k9#vQp2!xLm', known)).toBe('Use 12 characters or more. Four words in a row work well.');
  expect(refused('k9#vQp2!xLm4')).toBe(false);
});

test.each([
  ['64 characters', 'a quiet lantern over the harbor keeps nine gulls awake at dawn!!'],
  ['200 characters', 'long '.repeat(40)],
  ['spaces', 'four lanterns over harbor'],
  ['emoji, each one a character', '🦉🎻🧭🪁🥨🛶🪐🧩🎡🦔🪄🧵'],
  ['letters of any script', 'тихий фонарь у причала'],
  ['no digits, capitals or marks', 'quietlanternharbor'],
])('a password may have %s', (_what, password) => {
  expect(whyRefused(password, known)).toBeNull();
});

test('a password over 200 characters is refused, not cut', () => {
  expect(whyRefused('long '.repeat(41), known)).toBe('Keep it to 200 characters.');
});

test.each([
  'aaaaaaaaaaaa',
  '123456789012',
  '098765432109',
  'passwordpassword',
  'Password1234!',
  'P@ssw0rd2026!',
  'qwertyuiopas',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'iloveyou1234',
  'sunshine2026!!',
  'letmeinletmein',
  'Summer2026Summer',
  'monkey dragon 12',
  '            ',
  'abcabcabcabc',
  'michaeljordan23',
])('a password that many people use is refused: %s', (password) => {
  expect(whyRefused(password, [])).toMatch(/^Many people use that one/);
});

test.each([
  'riverbendcradletocareer',
  'Riverbend2026',
  'danawhitfield',
  'DanaWhitfield1!',
  'upcurveupcurve',
  'whitfield-riverbend',
])('a password made of the name, the e-mail or the community is refused: %s', (password) => {
  expect(refused(password)).toBe(true);
});

test('the words of another community are no reason', () => {
  expect(whyRefused('lakeside promise lantern', known)).toBeNull();
});
