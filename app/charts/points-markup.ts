import type { RunChartScene, ScenePoint } from './run-chart-shapes';

/*
 * The points of a chart as markup we write ourselves. Each is five elements with a dozen attributes, twice a chart; as
 * React elements they were most of the time a page with charts took, on the server and again in the browser. Nothing
 * but what a point says comes from people, and that is escaped.
 */

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

/** `still` for a drawing in a file: each point says its number in a title, and nothing waits for a pointer. */
export function pointsMarkup(scene: RunChartScene, still = false): string {
  let markup = '';
  for (const point of scene.points) {
    const shape = shapeOf(point, scene);
    if (still) markup += `<g><title>${escaped(point.text)}</title>${shape}</g>`;
    else markup += scene.full ? reachable(point, shape, scene) : shape;
  }
  return markup;
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
