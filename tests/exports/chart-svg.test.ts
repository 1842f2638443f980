import { writeFileSync } from 'node:fs';
import { Parser } from 'saxen';
import { expect, test } from 'vitest';
import { textWidth } from '~/charts/text-width';
import { chartSvg } from '~/exports/chart-svg.server';
import { pngOf } from '~/exports/png.server';
import { drawnCharts } from './charts';
import { pixelsOf } from './png-pixels';

const footer = [
  'For 21 points, a shift is 8 or more points in a row on one side of the median (Anhøj rules).',
  'Source: Daily attendance export from the district.',
  'Attendance Action Team, Riverbend. As of Nov 30, 2026.',
];
const sheetOf = (name: string, title = 'School days attended') => ({
  chart: drawnCharts[name] as NonNullable<(typeof drawnCharts)[string]>,
  title,
  footer,
});

interface Parsed {
  elements: { name: string; attributes: Record<string, string> }[];
  texts: { of: string; words: string }[];
}

/** Reads XML strictly: what is not well-formed throws. */
function parsed(xml: string): Parsed {
  const read: Parsed = { elements: [], texts: [] };
  const open: string[] = [];
  const parser = new Parser();
  const refuse = (error: unknown) => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  parser.on('error', refuse);
  parser.on('warn', refuse);
  parser.on('openTag', (name, attributes, decode) => {
    open.push(name);
    const entries = Object.entries(attributes()).map(([key, value]) => [key, decode(value)]);
    read.elements.push({ name, attributes: Object.fromEntries(entries) });
  });
  parser.on('closeTag', (name) => expect(open.pop()).toBe(name));
  parser.on('text', (words, decode) => read.texts.push({ of: open.at(-1) ?? '', words: decode(words) }));
  parser.parse(xml);
  expect(open).toEqual([]);
  return read;
}

test.each(Object.keys(drawnCharts))('the SVG of a chart is a whole, well-formed file: %s', (name) => {
  const svg = chartSvg(sheetOf(name));
  const { elements, texts } = parsed(svg);
  const [root, title, desc] = elements;
  expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
  expect(root?.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
  expect(root?.attributes['font-family']).toMatch(/^'Atkinson Hyperlegible Next', .*sans-serif$/);
  expect([title?.name, desc?.name]).toEqual(['title', 'desc']);
  expect(elements.filter((one) => one.name === 'svg')).toHaveLength(1);
  expect(texts.find((one) => one.of === 'title')?.words).toBe('School days attended');
  expect(texts.find((one) => one.of === 'desc')?.words).toContain(sheetOf(name).chart.sentence);
  const drawn = texts.flatMap((one) => (one.of === 'text' ? [one.words] : []));
  for (const words of ['School days attended', 'Source: Daily attendance export from the district.']) {
    expect(drawn).toContain(words);
  }
  // Nothing of the page: no stylesheet, no script, no way to reach a point.
  expect(svg).not.toMatch(/<style|<script|<foreignObject|class=| style=|tabindex|oklch|var\(|href/);
  const ids = elements.flatMap((one) => one.attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test('words that XML has no place for, or that look like markup, stay words', () => {
  const title = 'A "b" <script>alert(1)</script> & \u0000\u000B\uD800 ]]> é 𝒳';
  const { texts, elements } = parsed(chartSvg(sheetOf('improved', title)));
  expect(texts.find((one) => one.of === 'title')?.words).toBe('A "b" <script>alert(1)</script> &  ]]> é 𝒳');
  expect(elements.some((one) => one.name === 'script')).toBe(false);
});

test('a long title and a long source are broken into lines, and the file grows', () => {
  const short = parsed(chartSvg(sheetOf('improved')));
  const words = 'Students of all ten schools who came on at least nine of ten days '.repeat(4).trim();
  const long = parsed(chartSvg({ ...sheetOf('improved', words), footer: [words, 'x'.repeat(300)] }));
  const heightOf = ({ elements }: Parsed) => Number(elements[0]?.attributes.height);
  expect(heightOf(long)).toBeGreaterThan(heightOf(short) + 60);
  const lines = long.texts.flatMap((one) => (one.of === 'text' ? [one.words] : []));
  expect(lines.join(' ')).toContain('ten schools');
  expect(lines.filter((line) => textWidth(line, 12) > 748)).toEqual([]);
});

test('the PNG is the same picture at twice the size, in our own font, and is not blank', async () => {
  const svg = chartSvg(sheetOf('improved'));
  const root = parsed(svg).elements[0]?.attributes;
  const png = await pngOf(svg);
  if (process.env.LOOK) writeFileSync(`${process.env.LOOK}/improved.png`, png);
  const picture = pixelsOf(png);
  expect([picture.width, picture.height]).toEqual([2 * Number(root?.width), 2 * Number(root?.height)]);
  expect(picture.at(0, 0)).toEqual([255, 255, 255, 255]);
  const counts = picture.counts();
  const inked = (color: string) => counts.get(color) ?? 0;
  expect(inked('255,255,255,255')).toBeLessThan(0.98 * picture.width * picture.height);
  // The ink of words, the blue of an improvement.
  expect(inked('29,36,50,255')).toBeGreaterThan(2000);
  expect(inked('18,95,179,255')).toBeGreaterThan(500);
  const withoutWords = await pngOf(svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, ''));
  const bare = pixelsOf(withoutWords).counts();
  expect(inked('29,36,50,255')).toBeGreaterThan((bare.get('29,36,50,255') ?? 0) + 1500);
});

test('the same picture is drawn once, and what is no drawing is refused', async () => {
  const svg = chartSvg(sheetOf('empty'));
  expect(pngOf(svg)).toBe(pngOf(svg));
  await expect(pngOf('no drawing')).rejects.toThrow();
  expect((await pngOf(svg)).length).toBeGreaterThan(1000);
});
