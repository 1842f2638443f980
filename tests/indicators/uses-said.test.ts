import { expect, test } from 'vitest';
import { usesSaid } from '~/indicators/uses-said';

test('the uses of a practice are counted without those that cannot tell yet', () => {
  const said = usesSaid([
    'improved',
    'improved',
    'no signal',
    'worsened',
    'mixed',
    'too early',
    'observed only',
  ]);
  expect(said).toEqual({
    marks: ['better', 'better', 'none', 'worse', 'none', 'early', 'early'],
    words: '2 of 5 uses improved, 1 worsened, 1 mixed, 2 too early',
  });
  expect(usesSaid(['improved'])?.words).toBe('1 of 1 use improved');
  expect(usesSaid(['no signal', 'too early'])?.words).toBe('0 of 1 use improved, 1 too early');
});

test('where no use can tell yet that is said, and without uses nothing', () => {
  expect(usesSaid(['too early'])?.words).toBe('1 use, too early to tell');
  expect(usesSaid(['too early', 'observed only'])?.words).toBe('2 uses, too early to tell');
  expect(usesSaid([])).toBeNull();
});
