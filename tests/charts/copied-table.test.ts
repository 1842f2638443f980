import { expect, test } from 'vitest';
import { copiedTable } from '~/charts/copied-table';
import type { RunChartData } from '~/charts/run-chart-data';
import { tableColumns } from '~/charts/table-columns';
import { tableRows } from '~/charts/table-rows';
import { aControlChart, aMeasure, attended, noise } from './samples';

/** As the page copies it: the cells of the table beside the chart. */
function copied(chart: RunChartData) {
  const rows = tableRows(chart);
  const columns = tableColumns(chart, rows);
  const heads = ['Week', ...columns.map(({ name }) => name)];
  const cells = rows.map((row) => [row.head, ...columns.map(({ cell }) => cell(row))]);
  return copiedTable(`${chart.title}. ${chart.sentence}`, [heads, ...cells]);
}

test('a copied table has the rows of the table beside the chart, a tab between cells', () => {
  const chart = aMeasure(attended, {
    frozen: 12,
    point: (i) => ({ numerator: 200 + i, denominator: 310, note: i === 5 ? 'Labor\tDay\nand fog' : null }),
  });
  const { text, html } = copied(chart);
  const rows = text.split('\n').map((line) => line.split('\t'));
  expect(rows[0]).toEqual(['Week', 'Number', 'Out of', 'Percent', 'Signal', 'Note']);
  expect(rows).toHaveLength(attended.length + 1);
  expect(rows[6]).toEqual(['Week of Sep 7', '205', '310', '81.9%', '', 'Labor Day and fog']);
  expect(rows.at(-1)?.[4]).toBe('Part of the shift');
  expect(html.match(/<tr>/g)).toHaveLength(attended.length + 1);
  expect(html).toContain('<caption>School days attended. Improvement. Shift: 9 points');
});

test('words that a spreadsheet would work out, and marks, stay words', () => {
  const chart = aMeasure([84, 85], {
    point: (i) => ({ note: i === 0 ? '-=1+1' : '<img src=x onerror=alert(1)> & "more"' }),
  });
  const { text, html } = copied(chart);
  expect(text).toContain("\t'-=1+1");
  expect(html).not.toContain('<img');
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;more&#34;');
});

test('numbers below zero stay numbers', () => {
  const chart = aMeasure([-2.5, 3], { unit: { kind: 'mean', decimals: 1 } });
  expect(copied(chart).text).toContain('\t-2.5\t');
});

test('a control chart is copied with its lines', () => {
  const chart = aControlChart(noise(20, 50, 6), { kind: 'i' });
  expect(copied(chart).text.split('\n')[0]).toBe('Week\tPercent\tMean\tLower limit\tUpper limit\tSignal');
});
