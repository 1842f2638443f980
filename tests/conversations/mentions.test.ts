import { expect, test } from 'vitest';
import { mentionsIn } from '~/conversations/mentions';

const people = [
  { id: 'dana', name: 'Dana Whitfield' },
  { id: 'luis', name: 'Luis Ortega' },
  { id: 'luisa', name: 'Luisa Ortega-Vega' },
  { id: 'ana1', name: 'Ana Ruiz' },
  { id: 'ana2', name: 'Ana Ruiz' },
  { id: 'jose', name: 'José Peña' },
  { id: 'one', name: 'Prince' },
];
const told = (text: string) => mentionsIn(text, people).personIds;

test('a person is named by the whole name, in any case, or by a first name that only one has', () => {
  expect(told('@Dana Whitfield, who could write it?')).toEqual(['dana']);
  expect(told('ask @dana whitfield')).toEqual(['dana']);
  expect(told('(@Dana) and @José.')).toEqual(['dana', 'jose']);
  expect(told('@Prince')).toEqual(['one']);
});

test('the longest name that fits is meant, and a name ends where its letters end', () => {
  expect(told('@Luisa Ortega-Vega')).toEqual(['luisa']);
  expect(told('@Luis Ortega')).toEqual(['luis']);
  expect(told('@Luisandro')).toEqual([]);
  expect(told('@Danapolis')).toEqual([]);
});

test('an e-mail address names nobody, and nobody is named twice', () => {
  expect(told('write to x@dana.org or dana@dana')).toEqual([]);
  expect(told('@Dana @Dana Whitfield @DANA')).toEqual(['dana']);
  expect(told('@ @@ @nobody @')).toEqual([]);
});

test('a name that two people go by tells nobody and is said to be unclear', () => {
  expect(mentionsIn('@Ana Ruiz and @Ana', people)).toEqual({
    ...{ personIds: [], unclear: ['Ana Ruiz', 'Ana'], unknown: [] },
  });
});

test('a name that nobody goes by is told as it was typed; what is no name is not', () => {
  const unknown = (text: string) => mentionsIn(text, people).unknown;
  expect(unknown('@nobodyhere, @Dana and @Zoë-Lee. Again @nobodyhere')).toEqual(['nobodyhere', 'Zoë-Lee']);
  expect(unknown('at @ 5 pm, @3 and x@dana.org, write to @')).toEqual([]);
});
