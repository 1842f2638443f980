import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { GapChart } from '~/charts/gap-chart';
import { type GapChartData, gapChartScene, gapPair } from '~/charts/gap-chart-scene';
import type { GroupData } from '~/charts/group-data';
import { GroupLines, groupLinesScene } from '~/charts/group-lines';
import { type GroupScene, groupFrames } from '~/charts/group-scene';
import { GroupTable } from '~/charts/group-table';
import { textWidth } from '~/charts/text-width';

const periods = ['2012–13', '2013–14', '2014–15', '2015–16', '2016–17', '2017–18'];
const graduation: GapChartData = {
  title: 'Graduated in four years',
  sentence: 'Gap widening: 15.1 points in 2012–13, 19.7 points in 2017–18',
  periods,
  unit: { kind: 'percent', decimals: 1 },
  target: 92,
  status: 'widening',
  series: [
    { name: 'White', role: 'reference', values: [81.2, 82, 84.1, 85.6, 88.9, 90.1] },
    {
      name: 'Hispanic or Latino of any race',
      role: 'focus',
      values: [66.1, 'suppressed', 68, 69.1, 66.2, 70.4],
    },
    { name: 'All students', role: 'all', values: [70.1, 72, 74.1, 75.6, 77.9, 77.1] },
    { name: 'Black or African American', role: 'other', values: [71, 70, 72, 73, 75, 76] },
    { name: 'Two or more races', role: 'other', values: [null, 'suppressed', 71, 78, 79, 'suppressed'] },
  ],
};

function outside({ labels, xTicks, width, height }: GroupScene): string[] {
  const names = labels.filter(({ value, lines, x, y }) => {
    const widest = Math.max(
      textWidth(`${value} ${lines[0] ?? ''}`, 13, true),
      ...lines.slice(1).map((line) => textWidth(line, 13, true)),
    );
    return x + widest > width || y < 6 || y + (lines.length - 1) * 16.5 > height - 2;
  });
  const times = xTicks.filter(({ x, text }) => x + textWidth(text, 13) / 2 > width);
  return [...names.map(({ key }) => key), ...times.map(({ text }) => text)];
}

describe.each(Object.entries(groupFrames))('the gap chart, %s', (_, frame) => {
  const scene = gapChartScene(graduation, frame);

  test('a suppressed year breaks the line and the wedge', () => {
    expect(scene.lines.find(({ role }) => role === 'focus')?.d.match(/M/g)).toHaveLength(2);
    // The first year stands alone and spans no area.
    expect(scene.areas).toHaveLength(1);
  });

  test('nothing is outside the frame and no labels touch', () => {
    expect(outside(scene)).toEqual([]);
    const rows = scene.labels.flatMap(({ y, lines }) =>
      (lines.length > 0 ? lines : ['']).map((_, i) => y + i * 16.5),
    );
    rows.sort((a, b) => a - b);
    for (const [i, y] of rows.entries())
      expect(y - (rows[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(16.4);
  });

  test('the gap now stands between the names', () => {
    expect(scene.labels.find(({ role }) => role === 'gap')?.value).toBe('19.7 points');
  });

  test('time labels do not touch', () => {
    for (const [i, tick] of scene.xTicks.entries()) {
      const before = scene.xTicks[i - 1];
      if (before) expect(tick.x - before.x).toBeGreaterThan(textWidth(tick.text, 13));
    }
    expect(scene.xTicks.at(-1)?.text).toBe('2017–18');
  });
});

describe('the gap of two groups', () => {
  test('is read at the first and the newest period with both figures', () => {
    expect(gapPair(graduation)).toEqual({ baseline: 0, latest: 5 });
    expect(gapPair({ ...graduation, baseline: '2014–15' })).toEqual({ baseline: 2, latest: 5 });
    expect(gapPair({ ...graduation, baseline: '2013–14' })).toEqual({ baseline: 0, latest: 5 });
  });

  test('is not read where one group has no figures', () => {
    const series = graduation.series.map((s) =>
      s.role === 'focus' ? { ...s, values: s.values.map(() => null) } : s,
    );
    const bare = { ...graduation, series };
    expect(gapPair(bare)).toBeNull();
    expect(renderToStaticMarkup(<GapChart data={bare} />)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('one period draws sensibly', () => {
    const one: GroupData = {
      ...graduation,
      periods: periods.slice(0, 1),
      series: graduation.series.map((s) => ({ ...s, values: s.values.slice(0, 1) })),
    };
    expect(renderToStaticMarkup(<GapChart data={{ ...graduation, ...one }} />)).not.toMatch(/NaN|Infinity/);
    expect(renderToStaticMarkup(<GroupLines data={one} />)).not.toMatch(/NaN|Infinity/);
  });
});

describe('every group as a line', () => {
  test.each(Object.entries(groupFrames))(
    '%s: each group with a figure is named once, inside the frame',
    (_, frame) => {
      const scene = groupLinesScene(graduation, frame);
      expect(scene.labels.filter(({ role }) => role !== 'target')).toHaveLength(5);
      expect(outside(scene)).toEqual([]);
    },
  );

  test('a line that ends early says when', () => {
    const scene = groupLinesScene(graduation, groupFrames.wide);
    expect(scene.labels.find(({ key }) => key === 'Two or more races')?.lines.join(' ')).toContain('2016–17');
  });

  test('title, description and no style attribute', () => {
    for (const markup of [
      renderToStaticMarkup(<GroupLines data={graduation} />),
      renderToStaticMarkup(<GapChart data={graduation} />),
    ]) {
      expect(markup).toContain(`>${graduation.title}</title>`);
      expect(markup).toContain(`>${graduation.sentence}</desc>`);
      expect(markup).not.toContain('style=');
    }
  });

  test('the table has a row for each period and says what is hidden', () => {
    const markup = renderToStaticMarkup(<GroupTable data={graduation} gap when="School year" />);
    expect(markup.match(/scope="row"/g)).toHaveLength(periods.length);
    expect(markup.match(/Hidden/g)).toHaveLength(3);
    expect(markup).toContain('19.7 points');
    expect(markup).toContain('No gap');
  });
});
