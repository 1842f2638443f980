import { describe, expect, test } from 'vitest';
import { chartMarkup, runChartMarkup } from '~/charts/chart-markup';
import { pointAfter } from '~/charts/point-keys';
import { frames } from '~/charts/run-chart-shapes';
import { isLongTable, tableMarkup } from '~/charts/table-markup';
import { aCycle, aMeasure, anEvent, attended, noise } from './samples';

const data = aMeasure(attended, {
  frozen: 12,
  goal: 92,
  cycles: [aCycle(1, '2026-09-08', { end: '2026-09-11', decision: 'expand' }), aCycle(2, '2026-10-12')],
  point: (i) => ({ numerator: 200 + i, denominator: 310, note: i === 5 ? 'Labor Day' : null }),
});

const count = (markup: string, part: string | RegExp) => markup.split(part).length - 1;

describe('a drawn run chart', () => {
  test.each(['full', 'small'] as const)(
    '%s: both drawings have a title and the sentence, each with its own id',
    (size) => {
      const markup = runChartMarkup(data, size, 'c');
      expect(count(markup, `>${data.title}</title>`)).toBe(2);
      expect(count(markup, `>${data.sentence}</desc>`)).toBe(2);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(4);
      for (const [, refs] of markup.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
        expect(ids).toContain(refs);
    },
  );

  test('a full chart is a group of named points of which one is a tab stop', () => {
    const markup = runChartMarkup(data, 'full', 'c');
    expect(count(markup, 'role="group"')).toBe(2);
    expect(count(markup, 'class="pt"')).toBe(2 * attended.length);
    expect(count(markup, 'tabindex="0"')).toBe(2);
    expect(markup).toContain('aria-label="Week of Aug 3: 86.1% (200 of 310)"');
    expect(markup).toContain('Labor Day');
  });

  test('a small chart is one picture', () => {
    const markup = runChartMarkup(data, 'small', 'c');
    expect(count(markup, 'role="img"')).toBe(2);
    expect(markup).not.toContain('tabindex');
  });

  test.each([0, 1, 2])('%i points draw sensibly', (n) => {
    const markup = runChartMarkup(aMeasure(attended.slice(0, n), { goal: 90 }), 'full', 'c');
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup.includes('No numbers yet')).toBe(n === 0);
  });

  test('no drawing needs a style attribute', () => {
    expect(runChartMarkup(data, 'full', 'c')).not.toContain('style=');
    expect(tableMarkup(data)).not.toContain('style=');
  });

  test('hostile words stay words', () => {
    const words = '</text><script>alert(1)</script>"><img src=x onerror="alert(1)" \'&';
    const hostile = {
      ...data,
      title: words,
      sentence: words,
      unit: { kind: 'mean' as const, decimals: 1, suffix: '<b>' },
      points: data.points.map((point) => ({ ...point, label: words, note: words })),
      events: [anEvent('2026-09-01', { title: words })],
    };
    const markup = runChartMarkup(hostile, 'full', 'c');
    expect(markup).toContain('&lt;/text&gt;&lt;script&gt;');
    for (const tag of ['<script', '<img', '<b>', ' onerror="']) expect(markup).not.toContain(tag);
  });
});

describe('a chart of more points than a finger can part', () => {
  const many = aMeasure(noise(500, 50, 10), { from: '2017-01-02' });

  test('is one picture, each point a dot of one line, and its table is on a page of its own', () => {
    const markup = runChartMarkup(many, 'full', 'c');
    expect(markup).not.toContain('class="pt"');
    expect(count(markup, 'role="img"')).toBe(2);
    for (const [, dots = ''] of markup.matchAll(/class="c-dots"[^>]* d="([^"]*)"/g)) {
      expect(count(dots, 'M') + count(markup, 'class="p-') / 2).toBe(500);
    }
    expect(isLongTable(many)).toBe(true);
  });

  test('is one to walk through again where fewer days are shown', () => {
    const window = { from: many.points[400]?.date ?? '', to: many.points[499]?.date ?? '' };
    expect(count(runChartMarkup({ ...many, window }, 'full', 'c'), 'class="pt"')).toBe(200);
    expect(isLongTable({ ...many, window })).toBe(false);
  });

  test('keeps what is special about a point', () => {
    const ghosted = { ...many, points: many.points.map((point, i) => ({ ...point, ghosted: i === 250 })) };
    expect(chartMarkup(ghosted, frames.full.wide, { id: 'c' })).toContain('class="p-ghost"');
  });
});

describe('the numbers as a table', () => {
  test('has a row for each point, with its signal in a column', () => {
    const markup = tableMarkup(data);
    expect(count(markup, 'scope="row"')).toBe(attended.length);
    expect(count(markup, 'Part of the shift')).toBe(9);
    expect(markup).toContain(`<caption>${data.title}</caption>`);
  });

  test('says where there is no number and what was left out', () => {
    const gaps = aMeasure([50, null, 52], { point: (i) => (i === 2 ? { ghosted: true } : {}) });
    const markup = tableMarkup(gaps);
    expect(markup).toContain('No number');
    expect(markup).toContain('Left out');
  });
});

describe('keys on a chart', () => {
  test('arrows move by one and stop at the ends, Home and End jump', () => {
    expect(pointAfter('ArrowRight', 3, 10)).toBe(4);
    expect(pointAfter('ArrowRight', 9, 10)).toBe(9);
    expect(pointAfter('ArrowLeft', 0, 10)).toBe(0);
    expect(pointAfter('Home', 5, 10)).toBe(0);
    expect(pointAfter('End', 5, 10)).toBe(9);
    expect(pointAfter('a', 5, 10)).toBeNull();
  });
});
