import {
  emptyScene,
  isNext,
  lineKind,
  type PlacedBand,
  type RampScene,
  stepWords,
  tenth,
} from './ramp-parts';
import { wrapped } from './wrap';

/* On a phone the ramp climbs up the page: the newest on top, each size further to the right. */

const indent = 15;
const gutter = 14;
const wheel = 46;
const beforeWords = 10 + wheel + 10;
const betweenBands = 26;

export function climbScene(bands: readonly PlacedBand[], width: number): RampScene {
  const scene = emptyScene(width);
  const hasBranches = bands.length > 1;
  const edge = hasBranches ? gutter : 2;
  /** Where the left edge of each step is. */
  const corners = new Map<string, { x: number; y: number }>();
  let y = 4;
  for (const { band, from } of bands) {
    if (from) {
      const lines = wrapped(band.head, width - edge, 14, true);
      const start = band.fromId === null ? undefined : corners.get(band.fromId);
      if (start) {
        scene.lines.push({
          ...{ key: `down ${band.key}`, kind: 'branch' },
          d: `M${start.x} ${start.y}H5V${tenth(y + 10)}H${edge - 4}`,
        });
      }
      for (const [position, text] of lines.entries()) {
        scene.words.push({
          ...{ key: `head ${band.key} ${position}`, text, x: edge, y: y + 14, size: 14, tone: 'head' },
        });
        y += 19;
      }
      y += 8;
    }
    const lowest = Math.min(...band.steps.map(({ level }) => level));
    for (const step of [...band.steps].reverse()) {
      const x = edge + (step.level - lowest) * indent;
      const kind = lineKind(step);
      const line = kind === 'tread' && isNext(step) ? 'next' : kind;
      const written = stepWords(step, x + beforeWords, y + 9, width - x - beforeWords - 2);
      const bottom = tenth(Math.max(written.bottom, y + 12 + wheel) + 12);
      scene.lines.push({ key: step.id, kind: line, d: `M${x} ${bottom}V${y}H${width}` });
      if (step.ended) {
        scene.lines.push({ key: `${step.id} end`, kind: 'tread', d: `M${width - 2} ${y - 3}V${y + 9}` });
      }
      scene.wheels.push({ step, x: x + 10, y: y + 12, size: wheel });
      scene.words.push(...written.words);
      scene.glyphs.push(...written.glyphs);
      corners.set(step.id, { x, y: tenth(y + 34) });
      y = bottom;
    }
    y += betweenBands;
  }
  scene.height = Math.ceil(y - betweenBands + 4);
  return scene;
}
