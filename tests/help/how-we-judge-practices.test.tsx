import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PracticesInShort, TierRules, VoteRules } from '~/help/practice-rules';
import { PracticeSimulation } from '~/help/practice-simulation';
import { cautious, firstLibrary, reachedTiers } from '~/help/simulated-practices';
import { tierMeanings, tiers } from '~/practices/tiers';

const page = renderToStaticMarkup(
  <>
    <PracticesInShort />
    <VoteRules />
    <TierRules tiers={tiers.map((tier) => [tier, tierMeanings[tier]] as const)} />
    <PracticeSimulation />
  </>,
);
const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] as string);

test('every link within the page leads to one heading', () => {
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] as string);
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) expect(ids.filter((id) => id === link)).toHaveLength(1);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every tier is explained, and the simulated library is printed as it was judged', () => {
  for (const tier of tiers) expect(page).toContain(`<dt>${tier}</dt>`);
  const row = firstLibrary.inert.map((count) => `<td class="r">${count}</td>`).join('');
  expect(page).toContain(`<th scope="row">That do nothing</th>${row}`);
});

test('the page says how often a practice that does nothing reaches Replicated', () => {
  expect(page).toContain(`${reachedTiers.plain.inert[1]}% reach Replicated`);
});

test('where everything rises by itself, the page says in words how often the rules are fooled, and what is only proposed', () => {
  const words = page.replaceAll(/<[^>]+>/g, '').replaceAll('<!-- -->', '');
  const [now, then] = [reachedTiers.rising.inert[1], cautious.rising.inert[1]];
  expect(words).toContain(
    `Then ${now}% of the practices that do nothing reach Replicated. That is more than the 2% we ask for.`,
  );
  expect(words).toContain('We propose a stricter rule. It is not in use');
  expect(words).toContain(
    `In a rising world ${then}% of the practices that do nothing would reach Replicated`,
  );
  expect(words).toContain(
    `where nothing else goes on, ${cautious.plain.real[1]}% would get there instead of ${reachedTiers.plain.real[1]}%`,
  );
});

test('every table has a caption and scrolls by itself where the keyboard reaches it', () => {
  const tables = page.split('<table').slice(1);
  expect(tables.length).toBeGreaterThan(6);
  for (const table of tables) expect(table).toMatch(/^[^>]*><caption>[^<]+</);
  expect(page.match(/class="scroll" tabindex="0" role="group" aria-label="/g)).toHaveLength(tables.length);
});
