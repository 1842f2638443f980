import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { groupFrames } from '~/charts/group-scene';
import { OutlookChart, type OutlookData, outlookScene } from '~/charts/outlook-chart';

const data: OutlookData = {
  title: 'Everyone, and the range if nothing changes',
  sentence: 'If nothing changes, between 48% and 73% in 2029–30.',
  name: 'Everyone',
  periods: ['2021–22', '2022–23', '2023–24', '2024–25', '2025–26', '2026–27'],
  values: [48, 51, 43, 55, 60, null],
  ahead: [
    { label: '2026–27', low: 47, high: 66 },
    { label: '2027–28', low: 47.4, high: 69 },
  ],
  unit: { kind: 'percent', decimals: 0 },
  target: 70,
};

test('the range opens from the newest figure, and each edge stands at its value', () => {
  const scene = outlookScene(data, groupFrames.wide);
  const start = `${scene.x(4)} ${scene.y(60)}`;
  expect(scene.edges).toEqual([
    `M${start}L${scene.x(5)} ${scene.y(66)}L${scene.x(6)} ${scene.y(69)}`,
    `M${start}L${scene.x(5)} ${scene.y(47)}L${scene.x(6)} ${scene.y(47.4)}`,
  ]);
  expect(scene.fan.startsWith(`M${start}`)).toBe(true);
  expect(scene.lines[0]?.points.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(scene.labels.map(({ value, lines }) => [value, ...lines].join(' '))).toEqual([
    '69% at most',
    '47% at least',
    '70% target',
  ]);
});

test.each(Object.entries(groupFrames))('all of it is within the %s drawing', (_, frame) => {
  const scene = outlookScene(
    { ...data, ahead: [...data.ahead, { label: '2028–29', low: 12, high: 98 }] },
    frame,
  );
  const { top, bottom, right } = scene.plot;
  for (const y of [scene.y(12), scene.y(98)]) {
    expect(y).toBeGreaterThanOrEqual(top - 15);
    expect(y).toBeLessThanOrEqual(bottom);
  }
  expect(scene.x(7)).toBeLessThanOrEqual(right);
});

test('the drawing is named and told, in both widths', () => {
  const markup = renderToStaticMarkup(<OutlookChart data={data} />);
  expect(markup.match(/<svg/g)).toHaveLength(2);
  expect(markup.match(/If nothing changes, between 48% and 73% in 2029–30\./g)).toHaveLength(2);
});
