import { expect, test } from 'vitest';
import { readGrid } from '~/indicators/grid';
import { fingerprint, type KeptRow, keptAs, readRow, type TypedRow, typedOf } from '~/indicators/grid-row';

const row = (some: Partial<TypedRow> = {}): TypedRow => ({
  numerator: '',
  denominator: '',
  value: '',
  marginOfError: '',
  isSuppressed: false,
  source: '',
  note: '',
  was: '',
  ...some,
});
const kept = (some: Partial<KeptRow> = {}): KeptRow => ({
  numerator: null,
  denominator: null,
  value: null,
  marginOfError: null,
  isSuppressed: false,
  source: '',
  note: '',
  ...some,
});
const wrong = (some: Partial<TypedRow>, unit: Parameters<typeof readRow>[1] = 'percent') => {
  const read = readRow(row(some), unit);
  return 'errors' in read ? read.errors : null;
};

test('counts, a published value and its margin are kept as typed', () => {
  expect(readRow(row({ numerator: '1,204', denominator: ' 1605 ', source: 'State' }), 'percent')).toEqual({
    row: kept({ numerator: 1204, denominator: 1605, source: 'State' }),
  });
  expect(readRow(row({ value: '71.5%', marginOfError: '2.1' }), 'percent')).toEqual({
    row: kept({ value: 71.5, marginOfError: 2.1 }),
  });
  expect(readRow(row({ value: '$41,250.50' }), 'money')).toEqual({ row: kept({ value: 41250.5 }) });
  expect(readRow(row({ value: '-3.5', denominator: '40' }), 'mean')).toEqual({
    row: kept({ value: -3.5, denominator: 40 }),
  });
  expect(readRow(row({ numerator: '0', denominator: '0' }), 'percent')).toEqual({
    row: kept({ numerator: 0, denominator: 0 }),
  });
});

test('a star and the mark both hold a number back', () => {
  const held = { row: kept({ denominator: 12, isSuppressed: true }) };
  expect(readRow(row({ numerator: '*', denominator: '12' }), 'percent')).toEqual(held);
  expect(readRow(row({ denominator: '12', isSuppressed: true }), 'percent')).toEqual(held);
  expect(wrong({ numerator: '5', denominator: '12', isSuppressed: true })?.row).toMatch(
    /held back has no figure/,
  );
});

test('what cannot be is said at its field', () => {
  expect(wrong({ numerator: '5' })?.denominator).toBe('Write out of how many.');
  expect(wrong({ denominator: '5' })?.numerator).toBe('Write how many, or the number itself.');
  expect(wrong({ numerator: '6', denominator: '5' })?.numerator).toBe('More than there are: 6 of 5.');
  expect(wrong({ numerator: '6', denominator: '5' }, 'rate')).toBeNull();
  expect(wrong({ numerator: '20', denominator: '40', value: '70' })?.value).toBe(
    '20 of 40 is 50.0%. Leave one of the two out.',
  );
  expect(wrong({ numerator: '20', denominator: '40', value: '50' })).toBeNull();
  expect(wrong({ value: '101' })?.value).toBe('A percentage is from 0 to 100.');
  expect(wrong({ value: '-1' })?.value).toBe('The least this can be is 0.');
  expect(wrong({ value: 'many' })?.value).toMatch(/^Write a number/);
  expect(wrong({ marginOfError: '2' })?.value).toBe('Write the number that this margin is for.');
  expect(wrong({ marginOfError: '*' })?.marginOfError).toBe('Write a number, such as 2.5.');
  expect(wrong({ note: 'sent late' })?.row).toBe('Write a number, or mark it as held back.');
  expect(wrong({ value: '=1+1' })?.value).toMatch(/^Write a number/);
});

test('a count has one number, however it was kept', () => {
  expect(typedOf(kept({ numerator: 12 }), 'count').value).toBe('12');
  expect(readRow(row({ value: '12' }), 'count')).toEqual({ row: kept({ value: 12 }) });
});

const groups = [
  { id: null, name: 'Everyone' },
  { id: 'b', name: 'Black' },
];
function sent(rows: Record<string, Partial<TypedRow>>): FormData {
  const form = new FormData();
  for (const [name, typed] of Object.entries(rows)) {
    for (const [field, value] of Object.entries(row(typed))) {
      if (value !== false) form.set(`${name}.${field}`, value === true ? 'on' : String(value));
    }
  }
  return form;
}
const now = new Map([['b', kept({ numerator: 20, denominator: 40 })]]);
const was = fingerprint(now.get('b') ?? null);

test('only rows that were changed are written; an emptied row is taken out', () => {
  const same = sent({ all: {}, b: { numerator: '20', denominator: '40', was } });
  expect(readGrid(same, groups, now, 'percent')).toEqual({ changes: [], refused: [], gone: [] });
  const changed = sent({ all: { numerator: '50', denominator: '90' }, b: { was } });
  expect(readGrid(changed, groups, now, 'percent').changes).toEqual([
    { subgroupId: null, row: kept({ numerator: 50, denominator: 90 }) },
    { subgroupId: 'b', row: null },
  ]);
});

test('a row that somebody else changed meanwhile is shown, and taken when it is sent again', () => {
  const mine = {
    numerator: '25',
    denominator: '40',
    was: fingerprint(kept({ numerator: 10, denominator: 40 })),
  };
  const { changes, refused } = readGrid(sent({ all: {}, b: mine }), groups, now, 'percent');
  expect(changes).toEqual([]);
  const row = refused.find(({ id }) => id === 'b');
  expect(row?.errors.row).toContain('It is now: 20 of 40.');
  expect(row?.typed.numerator).toBe('25');
  const again = readGrid(
    sent({ all: {}, b: { ...mine, was: row?.typed.was ?? '' } }),
    groups,
    now,
    'percent',
  );
  expect(again.changes).toEqual([{ subgroupId: 'b', row: kept({ numerator: 25, denominator: 40 }) }]);
  // Left as it was when the page was opened: what the other made of it stays.
  const left = { numerator: '10', denominator: '40', was: mine.was };
  expect(readGrid(sent({ all: {}, b: left }), groups, now, 'percent')).toEqual({
    changes: [],
    refused: [],
    gone: [],
  });
});

test('a row that was not sent is left alone, and so is an untouched row of a group that is no more', () => {
  const nothing = { changes: [], refused: [], gone: [] };
  const untouched = { numerator: '20', denominator: '40', was };
  expect(readGrid(sent({ other: {}, another: untouched }), groups, now, 'percent')).toEqual(nothing);
  expect(keptAs(null, 'count')).toBeNull();
});

test('what was typed for a group that is no more is said with its name, and no other row is kept', () => {
  const form = sent({
    all: { numerator: '50', denominator: '90' },
    other: { numerator: ' 20', denominator: '4O', isSuppressed: true, note: 'Sent late' },
  });
  form.set('other.name', 'Pacific Islander');
  const { refused, gone } = readGrid(form, groups, now, 'percent');
  expect(gone).toEqual([
    '“Pacific Islander” was taken out after you opened the page. You had typed for it: How many 20, Out of 4O, held back, note “Sent late”.',
  ]);
  expect(refused.map(({ name, typed, errors }) => [name, typed.numerator, errors])).toEqual([
    ['Everyone', '50', {}],
    ['Black', '20', {}],
  ]);
});

test('a row that names no source has the one for all, if it was changed', () => {
  const form = sent({ all: { value: '5' }, b: { numerator: '20', denominator: '40', was } });
  form.set('source', ' State report card ');
  expect(readGrid(form, groups, now, 'percent').changes).toEqual([
    { subgroupId: null, row: kept({ value: 5, source: 'State report card' }) },
  ]);
});
