import type { RampStep } from './ramp';
import {
  emptyScene,
  isNext,
  levelColumn,
  lineKind,
  type PlacedBand,
  type RampScene,
  stepWords,
  tenth,
} from './ramp-parts';
import { wrapped } from './wrap';

/* Height is scale, left to right is the order of the tests; each branch stands below, from the step it leaves. */

const rise = 52;
const wheelRoom = 74;
const headLine = 18;
const betweenBands = 28;
const wheelSize = (step: RampStep) => (step.current ? 60 : 46);
const padding = { left: 9, right: 13 };

export function staircaseScene(bands: readonly PlacedBand[], columns: number, width: number): RampScene {
  const scene = emptyScene(width);
  const column = (width - levelColumn - 2) / columns;
  /** Where each step of each band has its tread: a branch's line begins there. */
  const treads = new Map<string, { right: number; y: number }>();
  let top = 0;
  for (const placed of bands) {
    const bottom = drawBand(scene, placed, { top, column, width, treads });
    top = bottom + betweenBands;
  }
  scene.height = Math.ceil(top - betweenBands + 4);
  return scene;
}

interface Room {
  top: number;
  column: number;
  width: number;
  treads: Map<string, { right: number; y: number }>;
}

function drawBand(scene: RampScene, placed: PlacedBand, { top, column, width, treads }: Room): number {
  const { band, from } = placed;
  const { steps } = band;
  const levels = steps.map(({ level }) => level);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const left = (position: number) => tenth(levelColumn + (placed.column + position) * column);
  // At the right edge there may be little room for its name.
  const head = from ? wrapped(band.head, width - left(0) - padding.left - 2, 13.5, true) : [];
  const foot = top + head.length * headLine + wheelRoom + (highest - lowest) * rise;
  const treadY = (level: number) => foot - (level - lowest) * rise;
  const written = steps.map((step, position) =>
    stepWords(
      step,
      left(position) + padding.left,
      treadY(step.level) + 9,
      column - padding.left - padding.right,
    ),
  );
  const bottom = Math.max(...written.map((one) => one.bottom)) + 10;
  for (let level = lowest; level <= highest; level += 1) {
    drawLevel(scene, band, level, treadY(level), { left: from ? left(0) : levelColumn, width });
  }
  if (from) {
    drawLineDown(scene, placed, treads, { x: left(0), y: treadY(steps[0]?.level ?? lowest) });
    head.forEach((text, position) => {
      scene.words.push({
        ...{ key: `head ${band.key} ${position}`, text, x: left(0) + padding.left },
        ...{ y: top + 14 + position * headLine, size: 13.5, tone: 'head' },
      });
    });
  }
  steps.forEach((step, position) => {
    const [x, right, y] = [left(position), left(position + 1), treadY(step.level)];
    const before = steps[position - 1];
    const kind = lineKind(step);
    scene.masses.push({
      ...{ key: step.id, x, y, width: tenth(right - x), height: bottom - y },
      isOpen: kind === 'next' || kind === 'ended',
    });
    const riser = before && before.level !== step.level ? `M${x} ${treadY(before.level)}V${y}` : '';
    const isDashed = step.isAsked;
    if (riser) scene.lines.push({ key: `${step.id} riser`, kind: isDashed ? 'next' : 'tread', d: riser });
    scene.lines.push({
      key: step.id,
      kind: kind === 'tread' && isNext(step) ? 'next' : kind,
      d: `M${x} ${y}H${right}`,
    });
    if (step.ended)
      scene.lines.push({
        key: `${step.id} end`,
        kind: 'tread',
        d: `M${tenth(right - 1)} ${y - 11}V${y + 3}`,
      });
    const size = wheelSize(step);
    scene.wheels.push({ step, x: x + padding.left - 2, y: y - size - 5, size });
    scene.words.push(...(written[position]?.words ?? []));
    scene.glyphs.push(...(written[position]?.glyphs ?? []));
    treads.set(step.id, { right, y });
  });
  return bottom;
}

/** The name of a size stands on its dotted line, at the left. */
function drawLevel(
  scene: RampScene,
  { key, levels }: PlacedBand['band'],
  level: number,
  y: number,
  { left, width }: { left: number; width: number },
): void {
  const lines = wrapped(levels[level] ?? '', levelColumn - 12, 13);
  lines.forEach((text, position) => {
    scene.words.push({
      ...{ key: `${key} ${level} ${position}`, text, x: 0, size: 13, tone: 'soft' },
      y: y - 6 - (lines.length - 1 - position) * 16,
    });
  });
  scene.lines.push({ key: `${key} level ${level}`, kind: 'level', d: `M0 ${y}H${levelColumn}` });
  scene.lines.push({ key: `${key} across ${level}`, kind: 'level', d: `M${left} ${y}H${width}` });
}

/** From the step that a branch leaves, down between the columns to the branch's first step. */
function drawLineDown(
  scene: RampScene,
  { band, from }: PlacedBand,
  treads: Room['treads'],
  to: { x: number; y: number },
): void {
  const start = band.fromId === null ? undefined : treads.get(band.fromId);
  if (!from || !start) return;
  const x = tenth(start.right - 6);
  scene.lines.push({ key: `down ${band.key}`, kind: 'branch', d: `M${x} ${start.y}V${to.y}H${to.x}` });
}
