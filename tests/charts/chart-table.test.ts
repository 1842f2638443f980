import { describe, expect, test } from 'vitest';
import type { RunChartData } from '~/charts/run-chart-data';
import { runChartScene } from '~/charts/run-chart-scene';
import { frames } from '~/charts/run-chart-shapes';
import { tableMarkup } from '~/charts/table-markup';
import { aControlChart, aMeasure, anEvent, attended, noise } from './samples';

/** The table as rows of cells. */
function cells(data: RunChartData): string[][] {
  const markup = tableMarkup(data, 'Week');
  return markup
    .split('<tr>')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text as string));
}

describe('the table of a control chart', () => {
  const values = [...noise(20, 50, 6), 80, ...noise(4, 50, 6, 11)];
  const data = aControlChart(values, { kind: 'i', frozen: 20 });

  test('says value, centre, limits and signal of each point, rounded as the drawing rounds', () => {
    const [head, first] = cells(data);
    expect(head).toEqual(['Week', 'Percent', 'Mean', 'Lower limit', 'Upper limit', 'Signal']);
    expect(first?.[1]).toBe('47.0%');
    const named = runChartScene(data, frames.full.wide).labels.map(({ text }) => text.split(' ').at(-1));
    expect(named).toEqual(expect.arrayContaining(first?.slice(2, 5) ?? []));
    expect(cells(data)[21]?.[5]).toBe('Above the upper limit');
  });

  test('says where there is no limit', () => {
    const { limits } = data;
    const open = { ...data, limits: limits && { ...limits, lower: limits.lower.map(() => null) } };
    expect(cells(open)[1]?.[3]).toBe('None');
  });

  test('calls the middle of a g chart its median', () => {
    expect(cells(aControlChart([12, 3, 45, 22, 8, 61], { kind: 'g' }))[0]).toContain('Median');
  });
});

describe('events in the table', () => {
  test('stand beside the point in whose days they fell', () => {
    const events = [
      anEvent('2026-08-12', { kind: 'barrier', until: '2026-08-20', title: 'Bus drivers on strike' }),
      anEvent('2026-08-23', { id: 'late', title: 'Open house' }),
    ];
    const rows = cells(aMeasure([50, 51, 52], { events }));
    expect(rows.map((row) => row.at(-1))).toEqual([
      'Events',
      '',
      'Something stood in the way, Aug 12 to Aug 20: Bus drivers on strike',
      'Something happened, Aug 23: Open house',
    ]);
  });

  test('have a row of their own before the first point and after the last', () => {
    const events = [anEvent('2026-07-20'), anEvent('2026-11-02')];
    const rows = cells(aMeasure([50, 51, 52], { events }));
    expect(rows.map(([head]) => head)).toEqual([
      'Week',
      'Jul 20, 2026',
      'Week of Aug 3',
      'Week of Aug 10',
      'Week of Aug 17',
      'Nov 2, 2026',
    ]);
  });
});

test('the table of a window has the rows of its days alone', () => {
  const window = { from: '2026-08-10', to: '2026-08-24' };
  const events = [anEvent('2026-08-04'), anEvent('2026-08-12')];
  const rows = cells(aMeasure(attended, { window, events }));
  expect(rows.slice(1).map(([head]) => head)).toEqual(['Week of Aug 10', 'Week of Aug 17', 'Week of Aug 24']);
  expect(rows.flat().filter((text) => text.startsWith('Something'))).toHaveLength(1);
});
