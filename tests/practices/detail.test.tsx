import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type DetailGap, WidenedFirst } from '~/practices/gaps-told';
import { WhatItTakes } from '~/practices/practice-detail';

const wordsOf = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const aGap = (some: Partial<DetailGap> = {}): DetailGap => ({
  teamId: 'reading',
  team: 'Reading Team',
  vote: 'improved',
  measure: 'Words read',
  focus: 'Spanish',
  reference: 'English',
  word: 'widened',
  figures: '10.0 to 39.0 points',
  ...some,
});
const last = 'A practice that leaves a group behind is not one to spread as it is.';

test('where a use helped and its gap got wider, both are said', () => {
  expect(wordsOf(<WidenedFirst gaps={[aGap(), aGap({ teamId: 'b', word: 'narrowed' })]} />)).toBe(
    `It helped, and it widened a gap. Reading Team, Words read: Spanish and English are further apart, 10.0 to 39.0 points. ${last}`,
  );
});

test('where a use did not help, that its gap got wider is said without that it helped', () => {
  const gap = aGap({ vote: 'no signal', figures: null });
  expect(wordsOf(<WidenedFirst gaps={[gap]} />)).toBe(
    `A gap got wider where it was used. Reading Team (no signal), Words read: Spanish and English are further apart. ${last}`,
  );
});

test('a use that helped is not taken for one that did not, and the other way round', () => {
  const both = [
    aGap({ teamId: 'math', team: 'Math Team', vote: 'mixed', figures: null }),
    aGap({ figures: null }),
  ];
  expect(wordsOf(<WidenedFirst gaps={both} />)).toBe(
    `It helped, and it widened a gap. Reading Team, Words read: Spanish and English are further apart. A gap got wider where it was used. Math Team (mixed), Words read: Spanish and English are further apart. ${last}`,
  );
});

test('without a gap that got wider nothing is said first', () => {
  expect(wordsOf(<WidenedFirst gaps={[aGap({ word: 'cannot tell' })]} />)).toBe('');
});

test('what it takes keeps its lines', () => {
  const cost = { takesHours: '2 a week', takesMoney: 'None', takesMaterials: 'Paper', owner: null };
  expect(renderToStaticMarkup(<WhatItTakes practice={cost} />)).toContain(
    '<p class="lines">Hours: 2 a week\nMoney: None\nMaterials and people: Paper</p>',
  );
  const stylesheet = readFileSync('app/ui/upcurve.css', 'utf8');
  expect(stylesheet).toMatch(/\n {2}\.lines \{\n {4}white-space: pre-line;/);
});
