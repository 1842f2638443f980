import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ruleSets } from '#db/vocabulary';
import { ChanceSections } from '~/help/chance-sections';
import { ChangeSections } from '~/help/change-sections';
import { ChartSections } from '~/help/chart-sections';
import { Contents } from '~/help/contents';
import { GapSections } from '~/help/gap-sections';
import { JudgmentSections } from '~/help/judgment-sections';
import { RuleSections } from '~/help/rule-sections';
import { falseSignals } from '~/help/simulated';
import { Sources } from '~/help/sources';
import { paths } from '~/paths';

const page = renderToStaticMarkup(
  <>
    <Contents />
    <RuleSections />
    <ChanceSections />
    <ChangeSections />
    <ChartSections />
    <GapSections />
    <JudgmentSections />
    <Sources />
  </>,
);
const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] as string);

test('every rule set a chart can be read by, and gaps, have a heading that charts link to', () => {
  for (const section of [...ruleSets, 'western-electric', 'nelson', 'gaps']) {
    const [, id] = paths.howWeReadCharts(section).split('#');
    expect(ids).toContain(id);
  }
});

test('every link within the page leads to one heading', () => {
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] as string);
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(ids.filter((id) => id === link)).toHaveLength(1);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every table has a caption and scrolls by itself where the keyboard reaches it', () => {
  const tables = page.split('<table').slice(1);
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) expect(table).toMatch(/^[^>]*><caption>[^<]+</);
  expect(page.match(/class="scroll"/g)).toHaveLength(tables.length);
  expect(page.match(/class="scroll" tabindex="0" role="group" aria-label="/g)).toHaveLength(tables.length);
});

test('the simulated figures are what the tables say', () => {
  const row = falseSignals.ihi.map((figure) => figure?.toFixed(1) ?? 'not tested');
  expect(page).toContain(
    `<th scope="row">IHI</th>${row.map((figure) => `<td class="r nowrap">${figure}</td>`).join('')}`,
  );
});

test('the chart named for each kind of data is the one the program chooses', () => {
  for (const chart of ['p′ chart', 'u′ chart', 'c chart', 'i chart', 'g chart', 't chart', 'None']) {
    expect(page).toContain(`<td>${chart}`);
  }
});
