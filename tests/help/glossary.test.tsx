import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anchorOf, glossary } from '~/help/glossary';
import {
  GettingStarted,
  Glossary,
  HowToFind,
  KindsOfMeasure,
  NeverStored,
  TheCycle,
} from '~/help/help-sections';
import { KeysSection } from '~/help/keys-section';
import { paths } from '~/paths';

const page = renderToStaticMarkup(
  <>
    <GettingStarted />
    <TheCycle />
    <KindsOfMeasure />
    <HowToFind />
    <NeverStored threshold={12} />
    <KeysSection />
    <Glossary />
  </>,
);
const terms = glossary.flatMap((group) => group.terms);

test('every word of the README’s glossary is explained to people who use the app', () => {
  const readme = readFileSync('README.md', 'utf8').split('## Glossary')[1]?.split('Roles, per')[0] ?? '';
  const words = [...readme.matchAll(/^\| ([a-z ]+) \| /gm)].map((match) => match[1] as string);
  expect(words.length).toBeGreaterThan(15);
  // Explained where they are met: on charts, and on the page about them.
  const elsewhere = ['word', 'event', 'phase', 'set aside'];
  const known = terms.map((term) => term.word.toLowerCase());
  expect(words.filter((word) => !known.includes(word) && !elsewhere.includes(word))).toEqual([]);
});

test('every word has one anchor, and every link within the page leads to one', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  for (const { word } of terms)
    expect(
      ids.filter((id) => id === anchorOf(word)),
      word,
    ).toHaveLength(1);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(ids, link).toContain(link);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(paths.help('keys').split('#')[1]);
});

test('a meaning is short: no sentence of more than 28 words', () => {
  const text = terms.flatMap(({ meaning }) => meaning.split(/(?<=[.:])\s/));
  expect(text.filter((sentence) => sentence.split(/\s+/).length > 28)).toEqual([]);
});

test('small groups are hidden under the number that the community set', () => {
  expect(page).toContain('under 12 people');
});
