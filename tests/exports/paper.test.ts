import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartMarkup } from '~/charts/chart-markup';
import { frames } from '~/charts/run-chart-shapes';
import { onPaper, stylesOf } from '~/exports/on-paper';
import { colors, denseRim, drawingStyles, rimmed } from '~/exports/paper';
import { drawnCharts } from './charts';

const css = readFileSync('app/ui/upcurve.css', 'utf8').replace(/\/\*.*?\*\//gs, '');

/** sRGB of an oklch color, as browsers work it out. Source: Björn Ottosson, A perceptual color space, 2020. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((x) => {
    const light = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
    return Math.max(0, Math.min(255, Math.round(255 * light)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** What the stylesheet says of a selector, the first time it says so: print and dark come later. */
function rulesFor(selector: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
    for (const line of body.split(';')) {
      const [name = '', value = ''] = line.split(/:(.*)/s).map((part) => part.trim());
      if (name && !found.has(name)) found.set(name, value);
    }
  }
  return found;
}

/** A value of the stylesheet as an attribute holds it; files know weights by the hundred. */
function written(name: string, value: string): string {
  const token = /^var\(--(.*)\)$/.exec(value)?.[1];
  if (token) return colors[token as keyof typeof colors];
  if (name === 'font-weight') return String(Math.round(Number(value) / 100) * 100);
  return value.replace(/px$/, '');
}

test('colors of files are those of the stylesheet in its light theme, on the white paper of print', () => {
  for (const [name, hex] of Object.entries(colors)) {
    if (name === 'paper') continue;
    const light = new RegExp(`--${name}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(css);
    const [l, c, h] = (light ?? []).slice(1).map(Number);
    expect(hexOf(l ?? 0, c ?? 0, h ?? 0), name).toBe(hex);
  }
  expect(css.split('@layer print').at(-1)).toContain('--paper: #fff;');
  expect(colors.paper).toBe('#ffffff');
});

const onScreenOnly = ['font-variant-numeric', 'paint-order', 'opacity', 'pointer-events'];

test.each(drawingStyles.map(([selector, attributes]) => ({ selector, attributes })))(
  'a file draws $selector as the stylesheet does',
  ({ selector, attributes }) => {
    const said = [...rulesFor(selector)].filter(([name]) => !onScreenOnly.includes(name));
    expect(attributes).toEqual(Object.fromEntries(said.map(([name, value]) => [name, written(name, value)])));
  },
);

test('in a crowd of points a file draws the thinner rims of the stylesheet', () => {
  const rule = /\.dense :is\(([^)]*)\) \{([^}]*)\}/.exec(css);
  expect(rule?.[1]?.split(', ')).toEqual(rimmed.map((name) => `.${name}`));
  expect(rule?.[2]).toContain(`stroke-width: ${denseRim['stroke-width']}`);
  expect(stylesOf('circle', 'p-better', true)['stroke-width']).toBe('0.5');
  expect(stylesOf('circle', 'p-better')['stroke-width']).toBe('1.5');
});

/** They place a drawing on a page, or are the room around it. */
const unstyled = new Set(['chart', 'dense']);

test.each(Object.entries(drawnCharts))('a file has a style for each class of a drawing: %s', (_, chart) => {
  for (const frame of [frames.full.wide, frames.full.narrow, frames.small.wide]) {
    const markup = chartMarkup(chart, frame, { id: 'c', still: true });
    const known = new Set(drawingStyles.map(([selector]) => selector.split('.')[1]));
    const classes = [...markup.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) =>
      (names ?? '').split(' '),
    );
    expect(classes.filter((name) => !known.has(name) && !unstyled.has(name))).toEqual([]);
    expect(onPaper(markup)).not.toContain('class=');
    expect(onPaper(markup)).not.toMatch(/ style=|tabindex|undefined/);
  }
});

test('words keep their halo where only plain SVG is understood', () => {
  const drawn = onPaper('<svg><text class="ct c-tick" x="1" y="2">90%</text></svg>');
  const [halo, words] = [...drawn.matchAll(/<text[^>]*>/g)].map(([tag]) => tag);
  expect(halo).toContain('stroke="#ffffff"');
  expect(halo).toContain('fill="none"');
  expect(halo).toContain('aria-hidden="true"');
  expect(words).toContain('fill="#49505c"');
  expect(words).not.toContain('stroke');
  expect(drawn).not.toContain('paint-order');
});
