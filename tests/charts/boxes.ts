import { eventRadius } from '~/charts/event-lane';
import type { RunChartScene } from '~/charts/run-chart-shapes';
import { textWidth } from '~/charts/text-width';

export interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Anchor = 'start' | 'middle' | 'end';

interface Words {
  what: string;
  text: string;
  x: number;
  /** Half way up the letters. */
  middle: number;
  anchor?: Anchor;
  size?: number;
  isBold?: boolean;
}

function around(what: string, x: number, y: number, r: number): Box {
  return { what, left: x - r, right: x + r, top: y - r, bottom: y + r };
}

/** Every word and glyph of a scene that stands on the page at once, with the room it takes. */
export function labelBoxes(scene: RunChartScene): Box[] {
  const { fontSize, plot, discRadius } = scene;
  const box = ({ what, text, x, middle, anchor = 'start', size = fontSize, isBold = false }: Words): Box => {
    const width = textWidth(text, size, isBold);
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return {
      what: `${what} "${text}"`,
      left,
      right: left + width,
      top: middle - size / 2,
      bottom: middle + size / 2,
    };
  };
  const hasBars = scene.full && !scene.narrow && scene.cycles.length > 0;
  return [
    ...scene.labels.map(({ kind, text, x, y }) => {
      const isValue = kind === 'value';
      return box({ what: kind, text, x, middle: y, size: isValue ? 15 : fontSize, isBold: isValue });
    }),
    ...scene.yTicks.map(({ text, y }) =>
      box({ what: 'tick', text, x: plot.left - 8, middle: y, anchor: 'end' }),
    ),
    ...scene.xTicks.map(({ text, x, anchor, strong }) =>
      box({
        what: 'time',
        text,
        x: anchor === 'start' ? x - 4 : x,
        middle: plot.bottom + 14,
        anchor,
        isBold: strong,
      }),
    ),
    ...scene.signals.flatMap(({ text }) =>
      text
        ? [
            box({
              what: 'signal',
              text: text.words,
              x: text.x,
              middle: text.y - 4,
              anchor: text.anchor,
              isBold: true,
            }),
          ]
        : [],
    ),
    ...scene.events.flatMap(({ id, x, y, words }) => [
      around(`event ${id}`, x, y, eventRadius),
      ...(words ? [box({ what: 'event', text: words.text, x: words.x, middle: words.y })] : []),
    ]),
    ...scene.cycles.flatMap(({ number, x, y, until, decision }) => [
      around(`disc ${number}`, x, y, discRadius),
      ...(until !== null && decision ? [around(`decision ${number}`, until, y, 7)] : []),
    ]),
    ...(hasBars
      ? [box({ what: 'row', text: 'Cycle', x: plot.left - 8, middle: plot.bottom + 36, anchor: 'end' })]
      : []),
    ...(scene.readout ? [box({ what: 'latest', text: scene.readout, x: plot.left, middle: 10 })] : []),
  ];
}

/** Points and what hovering says: they may lie on each other, and not outside the frame. */
function markBoxes(scene: RunChartScene): Box[] {
  return scene.points.flatMap(({ x, y, ring, text }) => [
    around('point', x, y, ring ? 8.5 : 5),
    ...(scene.full
      ? [
          {
            what: `readout "${text}"`,
            left: scene.plot.left,
            right: scene.plot.left + textWidth(text, scene.fontSize, true),
            top: 3,
            bottom: 17,
          },
        ]
      : []),
  ]);
}

export function outside(scene: RunChartScene): string[] {
  return [...labelBoxes(scene), ...markBoxes(scene)]
    .filter((b) => b.left < 0 || b.top < 0 || b.right > scene.width || b.bottom > scene.height)
    .map(({ what }) => what);
}

/** Pairs of labels that lie on each other. Half a pixel is rounding. */
export function overlaps(scene: RunChartScene): string[] {
  const boxes = labelBoxes(scene);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `${a.what} on ${b.what}`),
  );
}

/** The least distance between two of these numbers. */
export function closest(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.min(...sorted.slice(1).map((n, i) => n - (sorted[i] ?? 0)), Number.POSITIVE_INFINITY);
}
