import type { RunChartScene, ScenePoint } from './run-chart-shapes';

/* The points of a chart as text. Nothing but what a point says comes from people, and that is escaped. */

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Safe as text and inside quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] as string);

const round = (n: number) => Math.round(n * 10) / 10;

/** More than this many points are less than a finger apart: fewer days bring each within reach, and the table has all. */
export const mostReachable = 120;

const isCrowd = ({ points }: Pick<RunChartScene, 'points'>) => points.length > mostReachable;

/** Whether one can go from point to point, and have each read out. */
export const isReachable = (scene: Pick<RunChartScene, 'full' | 'points'>, still = false) =>
  scene.full && !still && !isCrowd(scene);

/** `still` for a drawing in a file: each point says its number in a title, and nothing waits for a pointer. */
export function pointsMarkup(scene: RunChartScene, still = false): string {
  if (isCrowd(scene)) return crowdMarkup(scene);
  const canReach = isReachable(scene, still);
  let markup = '';
  for (const point of scene.points) {
    const shape = shapeOf(point, scene);
    if (still) markup += `<g><title>${escaped(point.text)}</title>${shape}</g>`;
    else markup += canReach ? reachable(point, shape, scene) : shape;
  }
  return markup;
}

/** The ordinary points of a crowd are the dots of one line: a twentieth of what they are as circles. */
function crowdMarkup(scene: RunChartScene): string {
  const isPlain = ({ mark, ring }: ScenePoint) => mark === 'none' && ring === null;
  const dots = scene.points.filter(isPlain).map(({ x, y }) => `M${x} ${y}h.1`);
  const line = `<path class="c-dots" stroke-width="${round(2 * radii.none * scene.pointScale)}" d="${dots.join('')}"/>`;
  const others = scene.points.filter((point) => !isPlain(point)).map((point) => shapeOf(point, scene));
  return (dots.length > 0 ? line : '') + others.join('');
}

/** A named picture that can be reached, with a column that reads it out; nothing to press. */
function reachable(point: ScenePoint, shape: string, scene: RunChartScene): string {
  const { top, bottom, left } = scene.plot;
  const { hit, x, newest } = point;
  const text = escaped(point.text);
  return (
    `<g class="pt" tabindex="${newest ? 0 : -1}" role="img" aria-label="${text}">` +
    `<rect class="hit" x="${hit.x}" y="${top - 20}" width="${hit.width}" height="${bottom - top + 20}"/>` +
    `<path class="tipline" d="M${x} ${top - 24}V${bottom}"/>` +
    `${shape}<text class="ct tip" x="${left}" y="14">${text}</text></g>`
  );
}

const radii = { none: 3.2, better: 4.8, neutral: 4.6, ghost: 3.4 };

/**
 * Improvement is a ringed disc, concern a diamond, a ghosted point hollow, and what is beyond a limit has a ring around
 * it: shape and place, not hue alone.
 */
function shapeOf({ x, y, mark, ring }: ScenePoint, { pointScale }: RunChartScene): string {
  const circle = (name: string, radius: number) =>
    `<circle class="${name}" cx="${x}" cy="${y}" r="${round(radius)}"/>`;
  const around = ring === null ? '' : circle(`c-out c-${ring}`, Math.max(5.2, 8.5 * pointScale));
  if (mark !== 'worse') return around + circle(`p-${mark}`, radii[mark] * pointScale);
  const r = round(5.6 * pointScale);
  return `${around}<path class="p-worse" d="M${x} ${round(y - r)}l${r} ${r}-${r} ${r}-${r}-${r}z"/>`;
}
