import { expect, test } from 'vitest';
import { heldTogether, shownField, shownIn } from '~/http/meanwhile';

const shown = { name: 'Bus', detail: 'One\ntwo', from: '2026-09-01', until: null, ids: ['a'] };

test('a field left alone keeps what is there now, and one that was changed is taken', () => {
  const typed = { ...shown, detail: 'One\r\ntwo', name: 'Late bus', until: '' };
  const now = { ...shown, detail: 'Three', ids: ['a', 'b'] };
  expect(heldTogether({ typed, now, shown })).toEqual({
    fields: { name: 'Late bus', detail: 'Three', from: '2026-09-01', until: null, ids: ['a', 'b'] },
    clashing: [],
  });
});

test('a field that both changed clashes, unless both say the same', () => {
  const now = { ...shown, name: 'Early bus', detail: 'Four' };
  expect(
    heldTogether({ typed: { ...shown, name: 'Late bus', detail: 'Four ' }, now, shown }).clashing,
  ).toEqual(['name']);
});

test('who changes the first day has to know that the last one was changed', () => {
  const writing = {
    typed: { ...shown, from: '2026-12-01' },
    now: { ...shown, until: '2026-09-30' },
    shown,
  };
  expect(heldTogether(writing).clashing).toEqual([]);
  expect(heldTogether({ ...writing, together: [['from', 'until']] }).clashing).toEqual(['until']);
});

test('a form that does not say what it has shown is taken as it is, and so is a field it does not tell of', () => {
  const [typed, now] = [
    { name: 'Late bus', detail: 'Mine' },
    { name: 'Early bus', detail: 'Theirs' },
  ];
  expect(heldTogether({ typed, now, shown: null })).toEqual({ fields: typed, clashing: [] });
  expect(heldTogether({ typed, now, shown: { name: 'Late bus' } }).fields).toEqual({
    name: 'Early bus',
    detail: 'Mine',
  });
});

test.each(['', 'x', 'null', '[1]', '7', '"name"'])('what is no record of ours tells nothing: %j', (said) => {
  const form = new FormData();
  form.set(shownField, said);
  expect(shownIn(form)).toBeNull();
});

test('a name that reaches inside an object is a name like others', () => {
  const form = new FormData();
  form.set(shownField, '{"__proto__":{"name":"x"},"name":"Bus"}');
  const read = shownIn(form);
  expect(heldTogether({ typed: { name: 'Bus' }, now: { name: 'Train' }, shown: read }).fields).toEqual({
    name: 'Train',
  });
});
